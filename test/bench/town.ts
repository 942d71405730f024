// The offers of a town's page, as the pages beside this file show them, and words to search for in
// them. Shared by what measures them in a browser.
import { fold, type OffersAnswer } from '@vielfalt/feed';
import { openStore } from '@vielfalt/server';
import { seed } from '../../demo/seed.mjs';
import { startFeed, temporaryFolder } from '../e2e/feed.js';

declare global {
  interface Window {
    /** Of all that is shown; see pages/titles.js. */
    titles: () => string[];
    changedAt: number;
    firstAt: number;
    foundAt: number;
    word: string;
    refused: string[];
  }
}

export interface Offer {
  id: string;
  title: string;
  provider: string;
  summary: string;
  text: string;
}

/** The town whose page is measured, as pages/vielfalt.html has it. */
const PLACE = 'hattingen';

/** The ids of what a town's page shows. */
async function idsOf(feed: string): Promise<Set<string>> {
  const ids = new Set<string>();
  for (let page = 1, total = 1; ids.size < total; page++) {
    const answer = await fetch(`${feed}/v1/offers?within.place=${PLACE}&limit=100&page=${page}`);
    const { offers, total: all } = (await answer.json()) as OffersAnswer;
    for (const { id } of offers) ids.add(id);
    total = all;
  }
  return ids;
}

async function offersOf(database: string, ids: ReadonlySet<string>): Promise<Offer[]> {
  const store = await openStore(database);
  const state = await store.read();
  await store.close();
  if (!state) throw new Error('The demo directory is empty.');
  const names = new Map(state.providers.map(({ id, name }) => [id, name]));
  return state.offers
    .filter(({ id }) => ids.has(id))
    .map(({ id, title, summary = '', description = '', provider }) => ({
      ...{ id, title, provider: names.get(provider) ?? '', summary },
      text: `${summary} ${description}`,
    }));
}

/** Words of titles, without umlauts, each of a single one, far apart from each other. */
export function wordsOf(offers: readonly Offer[], count: number): string[] {
  const having = new Map<string, number>();
  for (const { title } of offers) {
    for (const word of new Set(title.match(/(?<!\p{L})[A-Za-z]{6,14}(?!\p{L})/gu))) {
      having.set(fold(word), (having.get(fold(word)) ?? 0) + 1);
    }
  }
  const words = [...having.keys()].sort();
  if (words.length < count) throw new Error(`The titles have only ${words.length} words.`);
  const step = words.length / count;
  return Array.from({ length: count }, (_, at) => words[Math.floor(at * step)] ?? '');
}

/** A feed of the demo directory, and what a town's page of it shows. */
export async function startTown() {
  const folder = await temporaryFolder();
  await seed(folder.database);
  const feed = await startFeed(folder.database);
  return {
    url: feed.url,
    offers: await offersOf(folder.database, await idsOf(feed.url)),
    async stop() {
      await feed.stop();
      await folder.remove();
    },
  };
}

export const median = (all: readonly number[]) =>
  [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? NaN;
