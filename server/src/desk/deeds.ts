import { randomBytes } from 'node:crypto';
import type { Deed } from '../store/papers.js';
import type { Store, Transaction } from '../store/store.js';

/** The number of deeds that are kept; some more are, until they are counted again. */
const KEPT = 2_000;
/** One in so many deeds counts them. */
const COUNTED = 100;

/** Writes a deed down. The oldest of very many go. */
export async function recordDeed(
  transaction: Transaction,
  deed: Omit<Deed, 'at'>,
  now: number,
): Promise<void> {
  const at = new Date(now).toISOString();
  const random = randomBytes(6);
  // In the order of time.
  const id = `${at} ${random.toString('hex')}`;
  await transaction.putPapers('deed', new Map([[id, { at, ...deed }]]));
  if (random.readUInt16BE() % COUNTED > 0) return;
  const ids = [...(await transaction.papers('deed')).keys()].sort();
  const gone = ids.slice(0, -KEPT).map((each) => [each, undefined] as const);
  await transaction.putPapers('deed', new Map(gone));
}

/** The same in a transaction of its own. */
export async function writeDeed(store: Store, deed: Omit<Deed, 'at'>, now: number): Promise<void> {
  await store.change(async (transaction) => {
    await recordDeed(transaction, deed, now);
    return { result: undefined, keep: {} };
  });
}

/** The latest deeds come first. */
export async function latestDeeds(store: Pick<Store, 'papers'>, most: number): Promise<Deed[]> {
  const deeds = [...(await store.papers('deed'))].sort(([a], [b]) => (a < b ? 1 : -1));
  return deeds.slice(0, most).map(([, deed]) => deed);
}
