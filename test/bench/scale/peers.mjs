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
export async function openPeer({ name, engine, ...peer }, { file, shelf, size, most, say }) {
  if (size > peer.mostOffers) return { name, failed: peer.why };
  let database;
  const connect = async (place) => {
    if (engine !== 'postgres') return place;
    database ??= await startPostgres(place);
    return database?.folder;
  };
  const command = (act, place) => [process.execPath, PROGRAM, engine, act, place, file];
  const fill = async (empty) => {
    const place = await connect(empty);
    if (!place) return { failed: 'no PostgreSQL is installed here' };
    if (peer.fillsNothing) return {};
    say(`${name}: import`);
    const { seconds, megabytes, failed } = await run(command('fill', place), { most });
    return { imported: { seconds, megabytes }, ...(failed && { failed }) };
  };
  const { place, made, isKept } = await shelf.get(engine, fill);
  if (made.failed) {
    await database?.stop();
    return { name, ...made };
  }
  say(`${name}: start`);
  const started = await start(command('serve', await connect(place)), {}, (line) => Number(line));
  const url = `http://127.0.0.1:${started.ready}`;
  return {
    ...{ name, imported: made.imported, isKept, ready: started.seconds },
    urlOf: (kind, question) => `${url}/${kind}?${new URLSearchParams(question)}`,
    resident: () => residentOf(started.pid) + (database ? sharedMemoryOf(database.pid) : 0),
    work: () => workOf(started.pid) + (database ? workOf(database.pid) : 0),
    async stop() {
      await started.stop();
      await database?.stop();
    },
  };
}
