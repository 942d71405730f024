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
  { file, folder, size, most, say },
) {
  const server = engine === 'postgres' ? await startPostgres() : undefined;
  if (engine === 'postgres' && !server) return { name, failed: 'no PostgreSQL is installed here' };
  const url = server
    ? `postgres://bench@/postgres?host=${server.folder}`
    : `sqlite:${join(folder, `${name}-${size}.sqlite`)}`;
  const env = { ...process.env, DATABASE_URL: url, ANSWERS: answers, PORT: '0' };
  const command = (...args) => [process.execPath, COMMAND, ...args];
  const failed = async (imported, reason) => {
    await server?.stop();
    return { name, imported, failed: reason };
  };
  say(`${name}: import`);
  const imported = await run(command('import', file), { env, most });
  if (imported.failed) return failed(imported, `import: ${imported.failed}`);
  if (size > mostOffers) return failed(imported, why);
  let prepared;
  if (answers === 'database') {
    say(`${name}: prepare`);
    prepared = await run(command('prepare'), { env, most });
    if (prepared.failed) return failed(imported, `prepare: ${prepared.failed}`);
  }
  say(`${name}: start`);
  const service = await start(command('serve'), { env }, (line) => {
    const { msg, port } = JSON.parse(line);
    return msg === 'listening' ? port : undefined;
  });
  const origin = `http://127.0.0.1:${service.ready}`;
  const revision = async () => {
    const answer = await fetch(`${origin}/v1/offers?limit=1`);
    return (await answer.json()).directory.revision;
  };
  return {
    name,
    imported,
    prepared,
    ready: service.seconds,
    urlOf: (kind, question) =>
      `${origin}/v1/offers?${new URLSearchParams(addressOf[kind](question))}`,
    resident: () => residentOf(service.pid),
    work: () => workOf(service.pid) + (server ? workOf(server.pid) : 0),
    /** The seconds from the end of a small import until an answer is of its revision. */
    async shown() {
      const before = await revision();
      const small = join(folder, 'small.json');
      writeFileSync(small, JSON.stringify(SMALL));
      const { failed } = await run(command('import', small), { env, most });
      if (failed) throw new Error(failed);
      const began = performance.now();
      const seconds = () => (performance.now() - began) / 1_000;
      while ((await revision()) === before) {
        if (seconds() > PATIENCE) return `over ${PATIENCE} s`;
        await sleep(20);
      }
      return seconds();
    },
    async stop() {
      await service.stop();
      await server?.stop();
    },
  };
}

/** A revision that is not shown after so many seconds is not waited for. */
const PATIENCE = 300;

/** Another source with one offer. */
const SMALL = {
  vielfalt: 1,
  sources: [{ id: 'small', name: 'Eine Quelle mehr' }],
  providers: [{ source: 'small', record: 'p', name: 'Verein' }],
  offers: [{ source: 'small', record: 'o', provider: 'p', title: 'Offener Abend', kind: 'course' }],
};
