// How long a visitor waits in a browser from a word to the last title that it changes: our elements
// with the feed service, beside InstantSearch.js and autocomplete-js, both with minisearch in the
// page.
//
//   npm run bench:browser [-- --runs 7 --slowdowns 1,4]
//
// All show the same offers, those of a town in the demo directory. A run is a fresh browser context:
// a page that has come to rest, a press on the search box, a word at once after it (as a phone's
// keyboard puts words in, in one event), and, when the page is at rest again, another word in its
// place. Words are from titles, and each is asked once, so that no answer is one that the service
// remembers. `--slowdowns` says how many times slower the browser's processor is. Runs are
// interleaved (A B C … A B C …); medians and their ratios are printed.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { dirname, extname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { fold, type OffersAnswer } from '@vielfalt/feed';
import { openStore } from '@vielfalt/server';
import type { Browser, Page } from 'playwright-core';
import { seed } from '../../demo/seed.mjs';
import { startBrowser } from '../e2e/browser.js';
import { startFeed, temporaryFolder } from '../e2e/feed.js';

declare global {
  interface Window {
    /** Of all that is shown; see pages/titles.js. */
    titles: () => string[];
    changedAt: number;
  }
}

interface Offer {
  id: string;
  title: string;
  provider: string;
  summary: string;
  text: string;
}

/** The town whose page is measured, as pages/vielfalt.html has it. */
const PLACE = 'hattingen';
const OURS = 'vielfalt';
const PEERS = ['instantsearch', 'autocomplete'];
/** Titles that have not changed for so long, in milliseconds, are the last. */
const REST = 500;
/** Where nothing has changed for so long, nothing will. */
const LONGEST = 20_000;

const PAGES = new URL('pages/', import.meta.url);
const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
};
const required = createRequire(import.meta.url);
const LIBRARIES: Record<string, string> = {
  'minisearch.js': join(dirname(required.resolve('minisearch')), '../umd/index.js'),
  'instantsearch.js': required.resolve('instantsearch.js/dist/instantsearch.production.min.js'),
  'autocomplete.js': required.resolve('@algolia/autocomplete-js/dist/umd/index.production.js'),
};

const median = (all: readonly number[]) =>
  [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? NaN;

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

/** Words of titles, each of a single one, far apart from each other. */
function wordsOf(offers: readonly Offer[], count: number): string[] {
  const having = new Map<string, number>();
  for (const { title } of offers) {
    for (const word of new Set(title.match(/(?<!\p{L})\p{L}{6,14}(?!\p{L})/gu))) {
      having.set(fold(word), (having.get(fold(word)) ?? 0) + 1);
    }
  }
  const words = [...having.keys()].sort();
  if (words.length < count) throw new Error(`The titles have only ${words.length} words.`);
  const step = words.length / count;
  return Array.from({ length: count }, (_, at) => words[Math.floor(at * step)] ?? '');
}

async function servePages(feedUrl: string, offers: readonly Offer[]) {
  const server = createServer((request, response) => {
    const name = (request.url ?? '').slice(1);
    const answer = async () => {
      if (name === 'offers.json') return JSON.stringify(offers);
      const text = await readFile(LIBRARIES[name] ?? new URL(name, PAGES), 'utf8');
      return text.replaceAll('https://feed.example.org', feedUrl);
    };
    answer().then(
      (body) => response.setHeader('content-type', TYPES[extname(name)] ?? '').end(body),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => server.close(),
  };
}

const now = () => performance.timeOrigin + performance.now();
const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Puts a word in place of what is in the search box.
 *
 * @returns after how many milliseconds the last title changed
 */
async function search(page: Page, word: string): Promise<number> {
  const before = now();
  await page.keyboard.insertText(word);
  for (let wait = REST; ;) {
    await sleep(wait);
    const changed = await page.evaluate(() => window.changedAt);
    const rested = now() - Math.max(changed, before);
    if (changed > before && rested > REST) return changed - before;
    if (rested > LONGEST) throw new Error(`"${word}" changed nothing on ${page.url()}`);
    wait = changed > before ? REST - rested + 10 : REST / 5;
  }
}

/** The first and the second search of a session. */
async function run(browser: Browser, url: string, rate: number, words: string[]) {
  const context = await browser.newContext({ locale: 'de-DE' });
  try {
    const page = await context.newPage();
    await page.goto(url, { waitUntil: 'networkidle' });
    const box = page.locator('input[type=search]').first();
    await box.waitFor();
    await sleep(REST);
    const session = await context.newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate });
    const times: number[] = [];
    for (const word of words) {
      await box.click();
      if (times.length > 0) await page.keyboard.press('ControlOrMeta+A');
      times.push(await search(page, word));
      const shown = await page.evaluate(() => window.titles());
      if (!shown.some((title) => fold(title).includes(word))) {
        throw new Error(`"${word}" was not found on ${url}: ${shown.join(' | ')}`);
      }
    }
    return times;
  } finally {
    await context.close();
  }
}

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '7' },
    slowdowns: { type: 'string', default: '1,4' },
  },
});
const runs = Number(values.runs);
const slowDowns = values.slowdowns.split(',').map(Number);
const endings: (() => unknown)[] = [];
try {
  const folder = await temporaryFolder();
  endings.push(() => folder.remove());
  await seed(folder.database);
  const feed = await startFeed(folder.database);
  endings.push(() => feed.stop());
  const offers = await offersOf(folder.database, await idsOf(feed.url));
  const pages = await servePages(feed.url, offers);
  endings.push(() => pages.close());
  const browser = await startBrowser();
  endings.push(() => browser.close());

  const words = wordsOf(offers, slowDowns.length * (runs + 1) * 2);
  console.log(`${offers.length} offers, ${runs} runs each, milliseconds (ours / theirs)\n`);
  for (const rate of slowDowns) {
    const times = new Map([OURS, ...PEERS].map((name) => [name, [[], []] as number[][]]));
    // The first round warms up.
    for (let round = 0; round <= runs; round++) {
      const asked = words.splice(0, 2);
      for (const [name, all] of times) {
        const measured = await run(browser, `${pages.url}/${name}.html`, rate, asked);
        if (round > 0) measured.forEach((each, at) => all[at]?.push(each));
      }
    }
    for (const [at, which] of ['first', 'second'].entries()) {
      const of = (name: string) => median(times.get(name)?.[at] ?? []);
      const ours = of(OURS);
      const theirs = PEERS.map(
        (name) => `${name} ${of(name).toFixed(0)} (${(ours / of(name)).toFixed(2)})`,
      );
      console.log(
        [`${rate}x ${which}`.padEnd(10), `${OURS} ${ours.toFixed(0)}`, ...theirs].join('   '),
      );
    }
  }
} finally {
  for (const end of endings.reverse()) await end();
}
