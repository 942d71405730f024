import { keepBits, ordinalsOf, type Bits } from '../columns/bits.js';
import type { EntryOffers } from './axes.js';

/** Stands for whatever there is in an axis, nothing included. No id is empty. */
export const ANY_ID = '';

/** The number of offers for each combination of entries by `crossKey`; none where there are none. */
export type CrossCounts = ReadonlyMap<string, number>;

/** A combination's key: for each axis an entry's id or `ANY_ID`. No id holds a blank. */
export function crossKey(...ids: string[]): string {
  return ids.join(' ');
}

/** The entries of an axis, numbered from `ANY_ID`, and those of each offer. */
interface NumberedEntries {
  ids: string[];
  /** Of an offer by its ordinal: where its entries begin; they end where those of the next begin. */
  starts: Uint32Array;
  entries: Uint32Array;
}

/** The number of offers that are counted at a step. */
const STEP = 1_000;

/** Counts offers in all combinations of the entries of some axes (SQL: `GROUP BY CUBE`), in steps. */
export function* countAcross(
  offers: Bits,
  axes: readonly EntryOffers[],
): Generator<undefined, CrossCounts> {
  const numbered: NumberedEntries[] = [];
  for (const axis of axes) numbered.push(yield* numberEntries(axis, offers));
  const totals = new Uint32Array(numbered.reduce((product, { ids }) => product * ids.length, 1));
  const add = (ordinal: number, axis: number, before: number): void => {
    const own = numbered[axis];
    if (!own) {
      totals[before] = (totals[before] ?? 0) + 1;
      return;
    }
    const all = before * own.ids.length;
    const end = own.starts[ordinal + 1] ?? 0;
    add(ordinal, axis + 1, all);
    for (let at = own.starts[ordinal] ?? 0; at < end; at += 1) {
      add(ordinal, axis + 1, all + (own.entries[at] ?? 0));
    }
  };
  for (const [at, ordinal] of ordinalsOf(offers).entries()) {
    add(ordinal, 0, 0);
    if (at % STEP === 0) yield;
  }
  return byKey(
    totals,
    numbered.map(({ ids }) => ids),
  );
}

function* numberEntries(axis: EntryOffers, offers: Bits): Generator<undefined, NumberedEntries> {
  const ids = [ANY_ID];
  const lists: Uint32Array[] = [];
  const starts = new Uint32Array(offers.length * 32 + 1);
  for (const [id, all] of axis) {
    const some = all.slice();
    keepBits(some, offers);
    const ordinals = ordinalsOf(some);
    if (ordinals.length === 0) continue;
    ids.push(id);
    lists.push(ordinals);
    for (const ordinal of ordinals) starts[ordinal + 1] = (starts[ordinal + 1] ?? 0) + 1;
    yield;
  }
  for (let at = 1; at < starts.length; at += 1)
    starts[at] = (starts[at] ?? 0) + (starts[at - 1] ?? 0);
  const entries = new Uint32Array(starts.at(-1) ?? 0);
  const next = starts.slice();
  for (const [index, ordinals] of lists.entries()) {
    for (const ordinal of ordinals) {
      const at = next[ordinal] ?? 0;
      entries[at] = index + 1;
      next[ordinal] = at + 1;
    }
    yield;
  }
  return { ids, starts, entries };
}

function byKey(totals: Uint32Array, ids: string[][]): CrossCounts {
  const counts = new Map<string, number>();
  const walk = (axis: number, before: number, prefix: string): void => {
    const own = ids[axis] ?? [];
    const isLast = axis === ids.length - 1;
    own.forEach((id, number) => {
      const at = before * own.length + number;
      if (!isLast) walk(axis + 1, at, `${prefix}${id} `);
      else if (totals[at]) counts.set(prefix + id, totals[at]);
    });
  };
  walk(0, 0, '');
  return counts;
}
