/**
 * The places of words. An index of a part of a directory has the words of the whole and their
 * frequencies there, so that it ranks as the whole does.
 */
export interface SearchIndex {
  /** The number of documents in the whole directory. */
  documents: number;
  /** The stems of the whole directory, sorted by code unit. */
  words: string[];
  /** For each word: the number of documents of the whole directory that have it. */
  counts: number[];
  /** For each word: its places, ascending; see `placeOf`. */
  places: number[][];
  /** Of each document. */
  ids: string[];
}

/** The highest impact, so that a document and an impact fit into one small number. */
export const MOST_IMPACT = 63;
const IMPACTS = MOST_IMPACT + 1;

/** The place of a word: its document, and its impact there, 1 to `MOST_IMPACT`. */
export const placeOf = (document: number, impact: number) => document * IMPACTS + impact;
export const documentAt = (place: number) => Math.floor(place / IMPACTS);
export const impactAt = (place: number) => place % IMPACTS;

/** The same words over some of the documents, in the order given. */
export function partOf(index: SearchIndex, ids: readonly string[]): SearchIndex {
  const numbers = new Map(index.ids.map((id, document) => [id, document]));
  const own = new Map<number, number>();
  ids.forEach((id, at) => {
    const document = numbers.get(id);
    if (document !== undefined) own.set(document, at);
  });
  return {
    ...index,
    ids: [...ids],
    places: index.places.map((all) =>
      all
        .flatMap((place) => {
          const document = own.get(documentAt(place));
          return document === undefined ? [] : placeOf(document, impactAt(place));
        })
        .sort((a, b) => a - b),
    ),
  };
}
