// What keeps our records, each measured through the service as it is started by an operator.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { startPostgres } from './postgres.mjs';
import { residentOf, run, start, workOf } from './processes.mjs';

const COMMAND = fileURLToPath(new URL('../../../server/bin/vielfalt.js', import.meta.url));

/**
 * @typedef {object} Home
 * @property {string} name as the rows of the goals call it
 * @property {'sqlite' | 'postgres'} engine where the directory is kept
 * @property {'memory' | 'database'} answers ANSWERS
 * @property {number} mostOffers more are left out
 * @property {string} [why] the reason for that
 */

/** @type {readonly Home[]} Another home is one more entry. */
export const HOMES = [
  {
    name: 'memory',
    engine: 'sqlite',
    answers: 'memory',
    mostOffers: 100_000,
    why: 'it holds the whole directory in memory, and each language’s cards besides',
  },
  { name: 'SQLite', engine: 'sqlite', answers: 'database', mostOffers: Infinity },
  { name: 'PostgreSQL', engine: 'postgres', answers: 'database', mostOffers: Infinity },
];

const addressOf = {
  facets: ({ topic, place }) => ({ topic, place, lang: 'de' }),
  near: ({ lat, lng, km }) => ({ near: `${lat},${lng}`, km, lang: 'de' }),
  words: ({ q, lang }) => ({ q, lang }),
};

/** Imports a file, makes ready what is to be, starts the service, and says how to ask it. */
export async function openHome(
  { name, engine, answers, mostOffers, why },
  { file, shelf, folder, size, most, say },
) {
  const env = { ...process.env, ANSWERS: answers, PORT: '0' };
  const command = (...args) => [process.execPath, COMMAND, ...args];
  const vielfalt = (...args) => run(command(...args), { env, most });
  let server;
  const connect = async (place) => {
    if (engine === 'postgres') {
      server ??= await startPostgres(place);
      env.DATABASE_URL = `postgres://bench@/postgres?host=${server?.folder}`;
    } else env.DATABASE_URL = `sqlite:${join(place, 'directory.sqlite')}`;
    return engine === 'sqlite' || server !== undefined;
  };
  const fill = async (place) => {
    if (!(await connect(place))) return { failed: 'no PostgreSQL is installed here' };
    say(`${name}: import`);
    const imported = figuresOf(await vielfalt('import', file));
    if (imported.failed) return { imported, failed: `import: ${imported.failed}` };
    if (answers !== 'database' || size > mostOffers) return { imported };
    say(`${name}: prepare`);
    const prepared = figuresOf(await vielfalt('prepare'));
    return {
      imported,
      prepared,
      ...(prepared.failed && { failed: `prepare: ${prepared.failed}` }),
    };
  };
  const { place, made, isKept } = await shelf.get(name, fill);
  const { imported, prepared } = made;
  const failed = made.failed ?? (size > mostOffers ? why : undefined);
  if (failed) {
    await server?.stop();
    return { name, imported, failed };
  }
  await connect(place);
  // A kept one lacks today.
  if (isKept && answers === 'database') await vielfalt('prepare');
  say(`${name}: start`);
  const starts = () =>
    start(command('serve'), { env }, (line) => {
      const { msg, port } = JSON.parse(line);
      return msg === 'listening' ? port : undefined;
    });
  const service = await starts();
  const originOf = ({ ready }) => `http://127.0.0.1:${ready}`;
  const origin = originOf(service);
  return {
    ...{ name, imported, prepared, isKept, ready: service.seconds },
    urlOf: (kind, question) =>
      `${origin}/v1/offers?${new URLSearchParams(addressOf[kind](question))}`,
    remembered: `${origin}/v1/offers?limit=1`,
    resident: () => residentOf(service.pid),
    work: () => workOf(service.pid) + (server ? workOf(server.pid) : 0),
    /**
     * A small import beside two processes.
     *
     * @returns the seconds from its end until the one and until both answer with its revision, and the
     *   longest that a remembered answer of the one took meanwhile, in milliseconds
     */
    async showSmallImport() {
      const other = await starts();
      try {
        const origins = [origin, originOf(other)];
        const before = await revisionOf(origin);
        const small = join(folder, 'small.json');
        writeFileSync(small, JSON.stringify(smallFile()));
        let imports = true;
        let failure;
        const importing = vielfalt('import', small).then(({ failed }) => {
          imports = false;
          failure = failed;
        });
        const wait = await longestWait(`${origin}/v1/offers?limit=1`, () => imports);
        await importing;
        if (failure) throw new Error(failure);
        const seconds = await Promise.all(origins.map((each) => secondsUntil(each, before)));
        const bothAfter = seconds.find((each) => typeof each === 'string') ?? Math.max(...seconds);
        return { shownAfter: seconds[0], bothAfter, wait };
      } finally {
        await other.stop();
      }
    },
    async stop() {
      await service.stop();
      await server?.stop();
    },
  };
}

const figuresOf = ({ seconds, megabytes, failed }) => ({
  ...{ seconds, megabytes },
  ...(failed && { failed }),
});

async function revisionOf(origin) {
  const answer = await fetch(`${origin}/v1/offers?limit=1`);
  return (await answer.json()).directory.revision;
}

/** A revision that is not shown after so many seconds is not waited for. */
const PATIENCE = 300;

async function secondsUntil(origin, before) {
  const began = performance.now();
  const seconds = () => (performance.now() - began) / 1_000;
  while ((await revisionOf(origin)) === before) {
    if (seconds() > PATIENCE) return `over ${PATIENCE} s`;
    await sleep(20);
  }
  return seconds();
}

/** The pause between two questions whose answer is remembered, in milliseconds. */
const PAUSE = 20;

/**
 * Asks for a remembered answer again and again.
 *
 * @param {() => boolean} goesOn
 * @returns the longest that it took, in milliseconds, as long as it stayed the same
 */
export async function longestWait(url, goesOn) {
  const first = await (await fetch(url)).text();
  let longest = 0;
  while (goesOn()) {
    const asked = performance.now();
    const text = await (await fetch(url)).text();
    if (text !== first) break;
    longest = Math.max(longest, performance.now() - asked);
    await sleep(PAUSE);
  }
  return longest;
}

/** Another source with one offer, which is another one each time. */
const smallFile = () => ({
  vielfalt: 1,
  sources: [{ id: 'small', name: 'Eine Quelle mehr' }],
  providers: [{ source: 'small', record: 'p', name: 'Verein' }],
  offers: [
    {
      ...{ source: 'small', record: 'o', provider: 'p', kind: 'course' },
      title: `Offener Abend ${new Date().toISOString()}`,
    },
  ],
});
