// How large directories do, in each home that keeps our records, beside plain peers over the same
// offers: SQLite's FTS5, PostgreSQL's to_tsvector with pg_trgm, and minisearch in memory.
//
//   npm run bench:scale [-- 5500 10000 55000 550000] [--questions 60] [--only NAME,NAME] [--keep FOLDER]
//
// For each size, an invented directory is written and imported by everyone; each then answers over HTTP
// from a process of its own. A question is put to one after the other before the next one comes, and
// none twice, so that no answer is one that was remembered. What does not fit into the machine is left
// out and said to be. Linux alone tells how much memory is held.
//
// --keep FOLDER leaves directories and databases there, and takes what is there where the same code has
// made it: a second run asks within minutes of its start. How long importing took is then told of the
// run that did it. Without it all of it is in the temporary folder, and goes. 550,000 offers take some
// 20 GB.
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, freemem, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from '../../../scripts/build.mjs';
import { prepare } from '../../../scripts/prepare.mjs';
import { HOMES, longestWait, openHome } from './homes.mjs';
import { openPeer, PEERS } from './peers.mjs';
import { hashOfMakers, openShelf } from './shelf.mjs';
import { printExtrapolated, printGoals, printSize } from './tables.mjs';

await prepare();
await build();
// These need what has just been built.
const { writeDirectory } = await import('./directory.mjs');
const { questionsOf } = await import('./questions.mjs');
const { PROGRAM } = await import('../../../server/dist/editions/prepare.js');

const SIZES = [5_500, 10_000, 55_000];
/** A kind of question is not asked for longer than this, in seconds. */
const LONGEST = 90;
/** The first questions of each kind warm everybody up. */
const WARMING = 5;
/** Remembered answers are asked for behind others for so long, in seconds. */
const BEHIND = 20;
const DATE = new Date().toISOString().slice(0, 10);

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    questions: { type: 'string', default: '60' },
    only: { type: 'string' },
    keep: { type: 'string' },
  },
});
const sizes = positionals.length > 0 ? positionals.map(Number) : SIZES;
const only = values.only?.split(',');
const count = Number(values.questions);
const wanted = ({ name }) => !only || only.includes(name);
const homes = HOMES.filter(wanted);
const peers = PEERS.filter(wanted);

const began = performance.now();
const say = (what) => {
  const seconds = ((performance.now() - began) / 1_000).toFixed(0);
  process.stderr.write(`${seconds.padStart(5)} s  ${what}\n`);
};

/** How long the answers took, and the processor time for each of them, in milliseconds. */
function figuresOf({ times, work }) {
  const sorted = times.toSorted((one, other) => one - other);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  return { p50: at(0.5), p95: at(0.95), work: work / sorted.length };
}

/** Puts each question to all, one after the other. */
async function ask(kind, questions, answerers) {
  const seen = new Map(answerers.map(({ name }) => [name, { times: [], work: 0 }]));
  const started = performance.now();
  for (const [number, question] of questions.entries()) {
    for (const { name, urlOf, work } of answerers) {
      if (number === WARMING) seen.get(name).work = -work();
      const asked = performance.now();
      const answer = await fetch(urlOf(kind, question));
      const text = await answer.text();
      if (!answer.ok)
        throw new Error(`${name}: ${answer.status} for ${JSON.stringify(question)}: ${text}`);
      if (number >= WARMING) seen.get(name).times.push(performance.now() - asked);
    }
    if (performance.now() - started > LONGEST * 1_000 && number > 2 * WARMING) {
      say(`  ${number + 1} of ${questions.length} questions within ${LONGEST} s`);
      break;
    }
  }
  for (const { name, work } of answerers) seen.get(name).work += work();
  return seen;
}

/** The longest that a remembered answer takes behind others that are not, in milliseconds. */
async function waitBehind(questions, { urlOf, remembered }) {
  let goesOn = true;
  const asking = (async () => {
    const ends = performance.now() + BEHIND * 1_000;
    for (const question of questions) {
      await (await fetch(urlOf('words', question))).text();
      if (performance.now() > ends) break;
    }
    goesOn = false;
  })();
  const wait = await longestWait(remembered, () => goesOn);
  await asking;
  return wait;
}

async function measure(size, folder) {
  const measured = new Map();
  const opened = [];
  const most = (freemem() / 2 ** 20) * 0.6;
  const shelf = openShelf(join(folder, String(size)), hash);
  const { place: directory, made } = await shelf.get('directory', async (place) => {
    say(`${size} offers: write`);
    await writeDirectory(join(place, 'directory.json'), size, { date: DATE });
    return { date: DATE };
  });
  const file = join(directory, 'directory.json');
  try {
    for (const [all, open] of [
      [homes, openHome],
      [peers, openPeer],
    ]) {
      for (const each of all) {
        const answerer = await open(each, { file, shelf, folder, size, most, say }).catch(
          (error) => ({ failed: error.message.split('\n')[0] }),
        );
        const { imported, prepared, isKept, ready, failed } = answerer;
        const figures = { imported, prepared, isKept, ready };
        measured.set(each.name, { ...figures, ...(failed && { leftOut: failed }) });
        if (!failed) opened.push(answerer);
      }
    }
    const questions = questionsOf({ date: made.date, count: count + WARMING });
    for (const kind of ['facets', 'near', 'words']) {
      say(`${size} offers: ask for ${kind}`);
      const seen = await ask(kind, questions[kind], opened);
      for (const [name, each] of seen) measured.get(name)[kind] = figuresOf(each);
    }
    const others = questionsOf({ date: made.date, count, seed: 2 }).words;
    for (const answerer of opened) {
      const figures = measured.get(answerer.name);
      figures.resident = answerer.resident();
      if (!answerer.showSmallImport) continue;
      say(`${answerer.name}: remembered answers behind others`);
      figures.waitBehind = await waitBehind(others, answerer);
      say(`${answerer.name}: a small import, and two processes`);
      const { shownAfter, bothAfter, wait } = await answerer.showSmallImport();
      Object.assign(figures, { shownAfter, bothAfter, waitImport: wait });
    }
  } finally {
    for (const { stop } of opened) await stop();
  }
  return measured;
}

const folder = values.keep ?? mkdtempSync(join(tmpdir(), 'vielfalt-scale-'));
if (!values.keep) process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
mkdirSync(folder, { recursive: true });
chmodSync(folder, 0o755);
const hash = hashOfMakers(PROGRAM);
const bySize = new Map();
console.log(
  `node ${process.version}, ${availableParallelism()} processors, ${(freemem() / 2 ** 30).toFixed(0)} GB free, ` +
    `${loadavg()[0].toFixed(1)} programs waiting`,
);
for (const size of sizes) {
  bySize.set(size, await measure(size, folder));
  printSize(size, bySize.get(size));
}
for (const size of sizes) {
  for (const { name, mostOffers } of homes) {
    if (size > mostOffers) printExtrapolated(name, size, bySize);
  }
}
printGoals(
  bySize,
  HOMES.map(({ name }) => name),
  peers.map(({ name }) => name),
);
