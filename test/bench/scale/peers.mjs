// Who else could answer: each a process of its own that is asked over HTTP, as the service is.
import { fileURLToPath } from 'node:url';
import { residentOf, run, sharedMemoryOf, start, workOf } from './processes.mjs';
import { startPostgres } from './postgres.mjs';

const PROGRAM = fileURLToPath(new URL('peer.mjs', import.meta.url));

/**
 * @typedef {object} Peer
 * @property {string} name
 * @property {string} engine what peer.mjs calls it
 * @property {boolean} [fillsNothing] it makes its index when it starts
 * @property {number} mostOffers more are left out
 * @property {string} [why] the reason for that
 */

/** @type {readonly Peer[]} */
export const PEERS = [
  { name: 'FTS5', engine: 'fts5', mostOffers: Infinity },
  { name: 'to_tsvector + pg_trgm', engine: 'postgres', mostOffers: Infinity },
  {
    name: 'minisearch',
    engine: 'minisearch',
    fillsNothing: true,
    mostOffers: 100_000,
    why: 'it holds all texts and its index in memory',
  },
];

/** Fills a peer, starts it, and says how to ask it. */
export async function openPeer({ name, engine, ...peer }, { file, folder, size, most, say }) {
  if (size > peer.mostOffers) return { name, failed: peer.why };
  let database;
  if (engine === 'postgres') {
    database = await startPostgres();
    if (!database) return { name, failed: 'no PostgreSQL is installed here' };
  }
  const place = database?.folder ?? folder;
  const command = (act) => [process.execPath, PROGRAM, engine, act, place, file];
  if (!peer.fillsNothing) say(`${name}: import`);
  const imported = peer.fillsNothing ? undefined : await run(command('fill'), { most });
  if (imported?.failed) {
    await database?.stop();
    return { name, imported, failed: imported.failed };
  }
  say(`${name}: start`);
  const started = await start(command('serve'), {}, (line) => Number(line));
  const url = `http://127.0.0.1:${started.ready}`;
  return {
    name,
    imported,
    ready: started.seconds,
    urlOf: (kind, question) => `${url}/${kind}?${new URLSearchParams(question)}`,
    resident: () => residentOf(started.pid) + (database ? sharedMemoryOf(database.pid) : 0),
    work: () => workOf(started.pid) + (database ? workOf(database.pid) : 0),
    async stop() {
      await started.stop();
      await database?.stop();
    },
  };
}
