/**
 * Where words stand. An index of a part of a directory knows the words of the whole and how often
 * they are there, so that it ranks as the whole does.
 */
export interface SearchIndex {
  /** How many documents the whole directory has. */
  documents: number;
  /** The stems of the whole directory, sorted by code unit. */
  words: string[];
  /** Of each word: how many documents of the whole directory have it. */
  counts: number[];
  /** Of each word: where it stands, `64 * document + impact`, ascending; see `impact`. */
  places: number[][];
  /** Of each document. */
  ids: string[];
}

/** The same words over some of the documents, in the order given. */
export function part(index: SearchIndex, ids: readonly string[]): SearchIndex {
  const numbers = new Map(index.ids.map((id, document) => [id, document]));
  const places = new Map<number, number>();
  ids.forEach((id, at) => {
    const document = numbers.get(id);
    if (document !== undefined) places.set(document, at);
  });
  return {
    ...index,
    ids: [...ids],
    places: index.places.map((all) =>
      all
        .flatMap((place) => {
          const at = places.get(place >> 6);
          return at === undefined ? [] : at * 64 + (place & 63);
        })
        .sort((a, b) => a - b),
    ),
  };
}
