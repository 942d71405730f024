// What search costs by the number of offers: making a revision's data, memory, cold questions.
//
//   npm run bench:index [-- OFFERS ...]
//
// The demo directory, its offers repeated with words of their own up to each number (632, 5,500 and
// 55,000 unless given), each in a process of its own. Told are the processor time in which the
// revision's data are made (cards and search index in all languages), how long it went on at most
// without letting others have their turn, how much the heap and typed arrays hold more afterwards
// than with the records alone, what the process took of the machine's memory at most by then, and how long
// the judged questions of test/relevance/demo-queries.json take, each asked once. On Linux times are
// those of the thread's processor time, which other programs do not change.
import { fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { importFile, openStore } from '@vielfalt/server';
import { demoDirectory } from '../../demo/directory.mjs';
import { createSnapshot, type Snapshot } from '../../server/src/snapshot/snapshot.js';
import type { DirectoryState } from '../../server/src/store/store.js';

const DAY = '2026-11-23';
const WORDS = ['Garten', 'Brücke', 'Laterne', 'Wolke', 'Teppich', 'Kessel', 'Hafen', 'Mühle'];
const MB = 1e6;

interface Asked {
  q: string;
  lang: string;
}

async function demo(): Promise<DirectoryState> {
  const store = await openStore('sqlite::memory:');
  await importFile(store, demoDirectory(DAY), { now: Date.parse(`${DAY}T12:00:00Z`) });
  const state = await store.read();
  await store.close();
  if (!state) throw new Error('The demo directory is empty.');
  return state;
}

/** Offers up to a number, each further one with words and an id of its own. */
function repeated(state: DirectoryState, count: number): DirectoryState {
  const living = state.offers.filter(({ status }) => status !== 'retired');
  const offers = Array.from({ length: count }, (_, n) => {
    const offer = living[n % living.length];
    if (!offer) throw new Error('There are no offers.');
    const round = Math.floor(n / living.length);
    if (round === 0) return offer;
    const word = `${WORDS[round % 8]}${WORDS[n % 8]?.toLowerCase()} ${n}`;
    const { title, summary, description } = offer;
    return {
      ...offer,
      id: `${String(n).padStart(8, '0')}${offer.id.slice(8)}`,
      slug: `${offer.slug}-${n}`,
      title: `${title} ${word}`,
      ...(summary && { summary: `${summary} ${word}` }),
      ...(description && { description: `${description} ${word}` }),
    };
  });
  return { ...state, offers };
}

/** The processor time of this process's main thread, in milliseconds; elsewhere, the time. */
function worked(): number {
  if (process.platform !== 'linux') return performance.now();
  const [nanoseconds] = readFileSync(`/proc/self/task/${process.pid}/schedstat`, 'utf8').split(' ');
  return Number(nanoseconds) / 1e6;
}

/** Does some work, looking at each turn of the event loop how much it took since the last one. */
async function watched<Result>(work: Promise<Result>) {
  const began = worked();
  let [last, longest, isOver] = [began, 0, false];
  const look = () => {
    const now = worked();
    longest = Math.max(longest, now - last);
    last = now;
    if (!isOver) setImmediate(look);
  };
  setImmediate(look);
  const result = await work;
  isOver = true;
  look();
  return { result, total: last - began, longest };
}

function held(): number {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

function ask(snapshot: Snapshot, { q, lang }: Asked): number {
  const began = worked();
  snapshot
    .view(lang)
    .on(DAY)
    .answer({ query: { q, limit: 20 }, lock: {} });
  return worked() - began;
}

async function measure(size: number) {
  const state = repeated(await demo(), size);
  const before = held();
  const { result: snapshot, total, longest } = await watched(createSnapshot(state));
  const peak = process.resourceUsage().maxRSS / 1000;
  const after = held();
  await snapshot.prepare(DAY);
  const file = new URL('../relevance/demo-queries.json', import.meta.url);
  const questions = JSON.parse(readFileSync(file, 'utf8')) as Asked[];
  const times = questions.map((each) => ask(snapshot, each)).sort((a, b) => a - b);
  const at = (share: number) => (times[Math.floor(times.length * share)] ?? 0).toFixed(1);
  console.log(
    `${size} offers: ${total.toFixed(0)} ms, ${longest.toFixed(0)} ms of it at a stretch; ` +
      `${((after - before) / MB).toFixed(0)} MB more held, ` +
      `${peak.toFixed(0)} MB of memory at most; ` +
      `questions: median ${at(0.5)} ms, p95 ${at(0.95)} ms`,
  );
}

const sizes = process.argv.slice(2).map(Number);
if (process.send) await measure(sizes[0] ?? 0);
else {
  for (const size of sizes.length > 0 ? sizes : [632, 5_500, 55_000]) {
    const execArgv = [...process.execArgv, '--expose-gc'];
    const child = fork(new URL(import.meta.url), [String(size)], { execArgv });
    await new Promise((resolve) => child.on('close', resolve));
  }
}
