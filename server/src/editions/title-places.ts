import type { Editions } from '../store/editions.js';
import { RECORDS_AT_ONCE } from './make.js';

/** An offer that is looked for in the order of titles. */
export interface TitledOffer {
  id: string;
  title: string;
}

/** The offers of the whole edition among which one is looked for: from one to before another. */
interface Bounds {
  from: number;
  to: number;
}

/**
 * The number of offers of a whole edition that come before each of some by title. All are looked for
 * at once, halving what is left: a step reads as many records as there are offers, not more.
 * @param size the number of its offers
 * @param compare by the directory's collation
 */
export async function titlePlaces(
  editions: Editions,
  whole: { id: number; size: number },
  offers: readonly TitledOffer[],
  compare: (one: string, other: string) => number,
): Promise<Map<string, number>> {
  const bounds = new Map<TitledOffer, Bounds>(
    offers.map((each) => [each, { from: 0, to: whole.size }]),
  );
  const open = new Set(offers.filter(() => whole.size > 0));
  const middleOf = ({ from, to }: Bounds) => (from + to) >>> 1;
  while (open.size > 0) {
    const middles = [...open].map((each) => middleOf(bounds.get(each) as Bounds));
    const there = await titlesAt(editions, whole.id, [...new Set(middles)]);
    for (const each of open) {
      const left = bounds.get(each) as Bounds;
      const middle = middleOf(left);
      const other = there.get(middle);
      const order = other ? compare(other.title, each.title) || (other.id < each.id ? -1 : 1) : 1;
      if (order < 0) left.from = middle + 1;
      else left.to = middle;
      if (left.from >= left.to) open.delete(each);
    }
  }
  return new Map([...bounds].map(([{ id }, { from }]) => [id, from]));
}

async function titlesAt(
  editions: Editions,
  edition: number,
  numbers: readonly number[],
): Promise<Map<number, TitledOffer>> {
  const found = new Map<number, TitledOffer>();
  for (let from = 0; from < numbers.length; from += RECORDS_AT_ONCE) {
    const some = numbers.slice(from, from + RECORDS_AT_ONCE);
    for (const { number, record } of await editions.records({ id: edition }, 'offer', some)) {
      found.set(number, { id: record.id, title: record.title });
    }
  }
  return found;
}
