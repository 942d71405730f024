import type { SearchData } from '../model/wire.js';

/** As they came over the wire, or packed. */
type Numbers = readonly number[] | Uint32Array;

/**
 * The places of words. An index of a part of a directory has the words of the whole and their
 * frequencies there, so that it ranks as the whole does.
 */
export interface SearchIndex<Id = string> {
  /** The number of documents in the whole directory. */
  documents: number;
  /** The stems of the whole directory, sorted by code unit. */
  words: readonly string[];
  /** For each word: the number of documents of the whole directory that have it. */
  counts: Numbers;
  /** The places of a word, by its number, ascending; see `placeOf`. */
  places: (word: number) => Numbers;
  /** Of each document. */
  ids: ArrayLike<Id> & Iterable<Id>;
}

/** The highest impact, so that a document and an impact fit into one small number. */
export const MOST_IMPACT = 63;
const IMPACTS = MOST_IMPACT + 1;

/** The place of a word: its document, and its impact there, 1 to `MOST_IMPACT`. */
export const placeOf = (document: number, impact: number) => document * IMPACTS + impact;
export const documentAt = (place: number) => place >>> 6;
export const impactAt = (place: number) => place & MOST_IMPACT;

/** The number of the first of sorted words that is not before another; their count if all are. */
export function firstFrom(words: readonly string[], word: string): number {
  let [from, to] = [0, words.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((words[middle] as string) < word) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** Says whether a word is one of sorted ones. */
export const hasWord = (words: readonly string[], word: string) =>
  words[firstFrom(words, word)] === word;

/** The same words over some of the documents, in the order given. */
export function partOf(index: SearchIndex, ids: readonly string[]): SearchIndex {
  const order = new Map(ids.map((id, at) => [id, at]));
  /** For each document of the index: its number here, from 1; 0 where it is left out. */
  const own = Uint32Array.from(index.ids, (id) => (order.get(id) ?? -1) + 1);
  const places = index.words.map((_, word) => {
    const some: number[] = [];
    for (const place of index.places(word)) {
      const document = own[documentAt(place)] ?? 0;
      if (document > 0) some.push(placeOf(document - 1, impactAt(place)));
    }
    return some.sort((a, b) => a - b);
  });
  return { ...index, ids, places: (word) => places[word] ?? [] };
}

/** An index as it is sent. @param stopWords folded words that occur in questions about anything */
export function toSearchData(
  { documents, words, counts, places }: Omit<SearchIndex, 'ids'>,
  stopWords: Iterable<string>,
): SearchData {
  return {
    documents,
    words: words.join(' '),
    counts: [...counts],
    places: words.map((_, word) => [...places(word)]),
    stopWords: [...stopWords].join(' '),
  };
}
