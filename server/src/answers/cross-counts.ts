import type { Card } from '@vielfalt/feed';
import type { EntriesOfCard } from './axes.js';

/** Stands for whatever there is in an axis, nothing included. No id is empty. */
export const ANY_ID = '';

/** The number of offers for each combination of entries by `crossKey`; none where there are none. */
export type CrossCounts = ReadonlyMap<string, number>;

/** A combination's key: for each axis an entry's id or `ANY_ID`. No id holds a blank. */
export function crossKey(...ids: string[]): string {
  return ids.join(' ');
}

/** Counts cards in all combinations of the entries of some axes (SQL: `GROUP BY CUBE`). */
export function countAcross(cards: readonly Card[], axes: readonly EntriesOfCard[]): CrossCounts {
  const numbers = axes.map(() => new Map([[ANY_ID, 0]]));
  const numberOf = (known: Map<string, number>, id: string) => {
    const number = known.get(id) ?? known.size;
    if (number === known.size) known.set(id, number);
    return number;
  };
  const numbersOf = (card: Card) =>
    axes.map((entriesOf, axis) => {
      const known = numbers[axis] ?? new Map<string, number>();
      const own = new Set([0]);
      for (const id of entriesOf(card)) own.add(numberOf(known, id));
      return [...own];
    });
  const all = cards.map(numbersOf);
  const sizes = numbers.map(({ size }) => size);
  const totals = new Uint32Array(sizes.reduce((product, size) => product * size, 1));
  const add = (own: number[][], axis: number, before: number): void => {
    const size = sizes[axis];
    if (size === undefined) totals[before] = (totals[before] ?? 0) + 1;
    else for (const number of own[axis] ?? []) add(own, axis + 1, before * size + number);
  };
  for (const own of all) add(own, 0, 0);
  return byKey(
    totals,
    numbers.map((known) => [...known.keys()]),
  );
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
