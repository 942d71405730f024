import { randomInt } from 'node:crypto';
import type { Connection } from './connection.js';

/** The numbers of a millisecond that ids are drawn from. */
const A_MILLISECOND = 1_000;

/**
 * The id of the next edition: higher than all that are there, and none that has ever been. After a
 * restore from a backup a process still reads the edition that it has opened: it must find nothing
 * there, not another one's records.
 * @param now milliseconds since the epoch
 */
export async function nextEditionId(connection: Connection, now: number): Promise<number> {
  const [row] = await connection.all('SELECT max(id) AS id FROM edition');
  const last = Number(row?.['id'] ?? 0);
  return Math.max(last, now * A_MILLISECOND) + 1 + randomInt(A_MILLISECOND);
}
