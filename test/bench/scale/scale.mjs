// How large directories do, in each home that keeps our records, beside plain peers over the same
// offers: SQLite's FTS5, PostgreSQL's to_tsvector with pg_trgm, and minisearch in memory.
//
//   npm run bench:scale [-- 5500 10000 55000 550000] [--questions 60] [--only NAME,NAME]
//
// For each size, an invented directory is written into a temporary folder and imported by everyone;
// each then answers over HTTP from a process of its own. A question is put to one after the other
// before the next one comes, and none twice, so that no answer is one that was remembered. What does
// not fit into the machine is left out and said to be. Linux alone tells how much memory is held.
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, freemem, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from '../../../scripts/build.mjs';
import { prepare } from '../../../scripts/prepare.mjs';
import { HOMES, openHome } from './homes.mjs';
import { openPeer, PEERS } from './peers.mjs';
import { printExtrapolated, printGoals, printSize } from './tables.mjs';

await prepare();
await build();
// These need what has just been built.
const { writeDirectory } = await import('./directory.mjs');
const { questionsOf } = await import('./questions.mjs');

const SIZES = [5_500, 10_000, 55_000];
/** A kind of question is not asked for longer than this, in seconds. */
const LONGEST = 90;
/** The first questions of each kind warm everybody up. */
const WARMING = 5;
const DATE = new Date().toISOString().slice(0, 10);

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { questions: { type: 'string', default: '60' }, only: { type: 'string' } },
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

async function measure(size, folder) {
  const measured = new Map();
  const opened = [];
  const most = (freemem() / 2 ** 20) * 0.6;
  const file = join(folder, `${size}.json`);
  say(`${size} offers: write`);
  await writeDirectory(file, size, { date: DATE });
  try {
    for (const [all, open] of [
      [homes, openHome],
      [peers, openPeer],
    ]) {
      for (const each of all) {
        const place = mkdtempSync(join(folder, `${size}-`));
        const answerer = await open(each, { file, folder: place, size, most, say }).catch(
          (error) => ({ failed: error.message.split('\n')[0] }),
        );
        const { imported, prepared, ready, failed } = answerer;
        measured.set(each.name, { imported, prepared, ready, ...(failed && { leftOut: failed }) });
        if (!failed) opened.push(answerer);
      }
    }
    const questions = questionsOf({ date: DATE, count: count + WARMING });
    for (const kind of ['facets', 'near', 'words']) {
      say(`${size} offers: ask for ${kind}`);
      const seen = await ask(kind, questions[kind], opened);
      for (const [name, each] of seen) measured.get(name)[kind] = figuresOf(each);
    }
    for (const { name, resident, shown } of opened) {
      measured.get(name).resident = resident();
      if (!shown) continue;
      say(`${name}: a small import`);
      measured.get(name).shownAfter = await shown();
    }
  } finally {
    for (const { stop } of opened) await stop();
    rmSync(file, { force: true });
  }
  return measured;
}

const folder = mkdtempSync(join(tmpdir(), 'vielfalt-scale-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
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
