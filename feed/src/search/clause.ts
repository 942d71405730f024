import { MOST_IMPACT, documentAt, impactAt, type SearchIndex } from './search-index.js';

/** Words of the dictionary by their numbers, with the quality of each, 0 to 1. */
export type Hits = ReadonlyMap<number, number>;

/** Something looked for: a document is worth the best of its words and joins there. */
export interface Clause {
  hits: Hits;
  joins: Join[];
}

/** Several things looked for together: a document is worth the sum of theirs, each by its share. */
export interface Join {
  of: readonly Clause[];
  shares: readonly number[];
  /** Tells whether a document must have all of them. */
  isWhole: boolean;
  /** The worth of all together. */
  weight: number;
}

/** Calls back with each word of a clause and its quality there; with one that stands twice, twice. */
export function eachHit(
  { hits, joins }: Clause,
  use: (word: number, quality: number) => void,
  weight = 1,
): void {
  for (const [word, quality] of hits) use(word, quality * weight);
  for (const join of joins) for (const each of join.of) eachHit(each, use, weight * join.weight);
}

/**
 * For each document of an index: what a clause is worth there, from 0. This is what a worth is;
 * `Tally` works the same out for many documents.
 */
export function worthOf(
  { hits, joins }: Clause,
  { ids, places }: Pick<SearchIndex<unknown>, 'ids' | 'places'>,
): Float64Array {
  const best = new Float64Array(ids.length);
  const raise = (document: number, value: number) => {
    if (value > (best[document] as number)) best[document] = value;
  };
  for (const [word, quality] of hits) {
    for (const place of places(word)) {
      raise(documentAt(place), (quality * impactAt(place)) / MOST_IMPACT);
    }
  }
  for (const { of, shares, isWhole, weight } of joins) {
    const all = of.map((each) => worthOf(each, { ids, places }));
    best.forEach((_, document) => {
      const own = all.map((each) => each[document] as number);
      if (isWhole && own.includes(0)) return;
      let sum = 0;
      own.forEach((value, at) => (sum += value * (shares[at] as number)));
      raise(document, sum * weight);
    });
  }
  return best;
}
