// How well search finds, and how fast, beside plain fuse.js and minisearch.
//
//   npm run bench:search [-- --tuning] [--misses LANGUAGE] [--pages FILE --questions FILE]
//
// The queries of test/relevance/demo-queries.json were judged by reading the demo's offers. Every
// other one of them is there for tuning; the figures are those of the other half, unless `--tuning`
// asks for this one. `--misses` lists the queries of a language whose offers are not among the first
// three. Questions about other pages are asked too where two JSON files have them: the pages as
// `{ id, title, text }`, the questions as `{ lang, text, page }`, where `page` is the id of the answer.
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { termHeads } from '@vielfalt/feed';
import { createIndex, createSearch, stemText, type SearchDocument } from '@vielfalt/feed/search';
import { openStore } from '@vielfalt/server';
import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import { seed } from '../../demo/seed.mjs';
import { stopWords, understand } from '../../server/src/languages/languages.js';
import { createSnapshot, type Snapshot } from '../../server/src/snapshot/snapshot.js';
import type { DirectoryState } from '../../server/src/store/store.js';

interface Judged {
  q: string;
  lang: string;
  kind: string;
  relevant: string[];
}

/** The ids found, best first. */
type Engine = (q: string, lang: string) => string[];

interface Texts {
  id: string;
  title: string;
  provider?: string;
  text: string;
}

/** A question about other pages than the demo's. */
interface Question {
  lang: string;
  text: string;
  /** The id of the page that answers it. */
  page: string;
}

const QUERIES = new URL('../relevance/demo-queries.json', import.meta.url);
const DAY = '2026-01-05';

function fuse(all: Texts[]): Engine {
  const keys = ['title', 'provider', 'text'];
  const engine = new Fuse(all, { keys, ignoreLocation: true, threshold: 0.3 });
  return (q) => engine.search(q, { limit: 50 }).map(({ item }) => item.id);
}

function miniSearch(all: Texts[]): Engine {
  const engine = new MiniSearch<Texts>({
    fields: ['title', 'provider', 'text'],
    processTerm: (term) => (stopWords.has(term.toLowerCase()) ? null : term.toLowerCase()),
    searchOptions: { prefix: true, fuzzy: 0.2, boost: { title: 3 } },
  });
  engine.addAll(all);
  return (q) => engine.search(q).map(({ id }) => String(id));
}

/** Our search over pages that have a title and a text only. */
function overPages(all: Texts[]): Engine {
  const documents: SearchDocument[] = all.map(({ id, title, text }) => ({
    id,
    fields: [
      { field: 'title', text: title },
      { field: 'text', text },
    ],
  }));
  const titles = new Map(all.map(({ id, title }) => [id, [stemText(title)]]));
  const search = createSearch(createIndex(documents), {
    titlesOf: (id) => titles.get(id) ?? [],
    isStopWord: (word) => stopWords.has(word),
  });
  return (q) => [...search(q, understand(q))].sort((a, b) => b[1] - a[1]).map(([id]) => id);
}

function overDirectory(snapshot: Snapshot): Engine {
  return (q, lang) => {
    const day = snapshot.view(lang).on(DAY);
    const { offers } = day.answer({ query: { q, limit: 200 }, lock: {} });
    return offers.map(({ id }) => id);
  };
}

async function demo(): Promise<DirectoryState> {
  const folder = await mkdtemp(join(tmpdir(), 'vielfalt-search-'));
  const database = `sqlite:${join(folder, 'demo.sqlite')}`;
  try {
    await seed(database, DAY);
    const store = await openStore(database);
    const state = await store.read();
    await store.close();
    if (!state) throw new Error('The demo directory is empty.');
    return state;
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** The same offers many times under other ids: as large a directory as asked for. */
function larger(state: DirectoryState, count: number): DirectoryState {
  const offers = Array.from({ length: count }, (_, n) => {
    const offer = state.offers[n % state.offers.length];
    if (!offer) throw new Error('There are no offers.');
    const turn = Math.floor(n / state.offers.length);
    if (turn === 0) return offer;
    const id = `${String(n).padStart(8, '0')}${offer.id.slice(8)}`;
    return { ...offer, id, slug: `${offer.slug}-${n}`, title: `${offer.title} ${turn}` };
  });
  return { ...state, offers };
}

function textsOf({ offers, providers, vocabulary, directory }: DirectoryState): Texts[] {
  const { language } = directory;
  const terms = termHeads(vocabulary, language, language);
  const names = new Map(providers.map(({ id, name }) => [id, name]));
  return offers
    .filter(({ status }) => status !== 'retired')
    .map(({ id, title, summary, description, provider, topics = [] }) => ({
      id,
      title,
      provider: names.get(provider) ?? '',
      text: [summary, description, ...topics.map((topic) => terms.topic[topic]?.label)].join(' '),
    }));
}

const percent = (part: number, whole: number) =>
  whole === 0 ? '–' : `${Math.round((100 * part) / whole)}`;

interface Figures {
  count: number;
  first: number;
  three: number;
  ten: number;
  reciprocal: number;
  nothing: number;
}

function measure(engine: Engine, queries: Judged[]): Figures {
  const figures = { count: 0, first: 0, three: 0, ten: 0, reciprocal: 0, nothing: 0 };
  for (const { q, lang, relevant } of queries) {
    const found = engine(q, lang);
    const at = found.findIndex((id) => relevant.includes(id));
    figures.count += 1;
    if (found.length === 0) figures.nothing += 1;
    if (at < 0) continue;
    if (at === 0) figures.first += 1;
    if (at < 3) figures.three += 1;
    if (at < 10) figures.ten += 1;
    figures.reciprocal += 1 / (at + 1);
  }
  return figures;
}

function print(title: string, engines: Record<string, Engine>, queries: Judged[]) {
  console.log(`\n${title} (${queries.length} queries)`);
  for (const [name, engine] of Object.entries(engines)) {
    const { count, first, three, ten, reciprocal, nothing } = measure(engine, queries);
    const shares = [first, three, ten].map((share) => percent(share, count).padStart(4)).join('');
    const mean = (reciprocal / count).toFixed(2);
    console.log(
      `  ${name.padEnd(12)} hit@1/3/10 ${shares}   MRR ${mean}   nothing ${percent(nothing, count)} %`,
    );
  }
}

function printTimes(name: string, engine: Engine, queries: Judged[]) {
  const times = queries.map(({ q, lang }) => {
    const start = performance.now();
    engine(q, lang);
    return performance.now() - start;
  });
  times.sort((a, b) => a - b);
  const at = (share: number) => (times[Math.floor(times.length * share)] ?? 0).toFixed(2);
  console.log(`  ${name.padEnd(12)} median ${at(0.5)} ms, p95 ${at(0.95)} ms`);
}

const grouped = <Item>(items: Item[], key: (item: Item) => string) => {
  const groups = new Map<string, Item[]>();
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  return groups;
};

const read = <Content>(file: URL | string) => JSON.parse(readFileSync(file, 'utf8')) as Content;

const {
  misses: missesOf,
  tuning: isTuning = false,
  ...given
} = parseArgs({
  options: {
    tuning: { type: 'boolean' },
    misses: { type: 'string' },
    pages: { type: 'string' },
    questions: { type: 'string' },
  },
}).values;

const state = await demo();
const snapshot = await createSnapshot(state);
await snapshot.prepare(DAY);
const byRecord = new Map(state.offers.map(({ record, id }) => [record, id]));
const queries = read<Judged[]>(QUERIES).map((each) => ({
  ...each,
  relevant: each.relevant.flatMap((record) => byRecord.get(record) ?? []),
}));
const half = queries.filter((_, index) => index % 2 === (isTuning ? 0 : 1));
const texts = textsOf(state);
const engines = {
  vielfalt: overDirectory(snapshot),
  minisearch: miniSearch(texts),
  'fuse.js': fuse(texts),
};

print(
  `Demo directory, German, ${isTuning ? 'tuned' : 'untouched'} half`,
  engines,
  half.filter(({ lang }) => lang === 'de'),
);
print(
  'Demo directory, other languages',
  engines,
  half.filter(({ lang }) => lang !== 'de'),
);
for (const [lang, some] of grouped(half, ({ lang }) => lang))
  print(`  ${lang}`, { vielfalt: engines.vielfalt }, some);
for (const [kind, some] of grouped(half, ({ kind }) => kind))
  print(`  ${kind}`, { vielfalt: engines.vielfalt }, some);
if (missesOf) {
  for (const { q, lang, kind, relevant } of half) {
    if (lang !== missesOf) continue;
    const found = engines.vielfalt(q, lang);
    const at = found.findIndex((id) => relevant.includes(id));
    if (at >= 0 && at < 3) continue;
    const titleOf = (id = '') => texts.find((text) => text.id === id)?.title ?? '–';
    const senses = understand(q).map(({ asked, means }) => `${asked} → ${means.join(', ')}`);
    console.log(
      `${kind}: ${q}\n    wanted ${titleOf(relevant[0])}, at ${at}; first ${titleOf(found[0])}\n    ${senses.join(' | ')}`,
    );
  }
}

if (given.pages && given.questions) {
  const pages = read<Texts[]>(given.pages);
  const asked = read<Question[]>(given.questions).map(({ text, lang, page }) => ({
    q: text,
    lang,
    kind: 'question',
    relevant: [page],
  }));
  const over = {
    vielfalt: overPages(pages),
    minisearch: miniSearch(pages),
    'fuse.js': fuse(pages),
  };
  for (const [lang, some] of grouped(asked, ({ lang }) => lang))
    print(`Other pages, ${lang}`, over, some);
}

console.log(`\nTimes, ${texts.length} offers`);
for (const [name, engine] of Object.entries(engines)) printTimes(name, engine, half);
const large = larger(state, 5_500);
const largeSnapshot = await createSnapshot(large);
await largeSnapshot.prepare(DAY);
const largeTexts = textsOf(large);
console.log(`Times, ${largeTexts.length} offers`);
printTimes('vielfalt', overDirectory(largeSnapshot), half);
printTimes('minisearch', miniSearch(largeTexts), half);
