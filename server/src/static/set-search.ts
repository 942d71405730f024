import { createHash } from 'node:crypto';
import type { Card } from '@vielfalt/feed';
import { placeOf } from '@vielfalt/feed/search';
import type { StaticDictionary, StaticPlaces, StaticSearch } from '@vielfalt/feed/static';
import type { DirectoryAnswers } from '../answers/port.js';

/** How many places a document has for one word: places are numbers, see `placeOf`. */
const SPAN = placeOf(1, 0);

/** What searching sets needs, for any number of them: the whole index is read once. */
export class SetSearches {
  /** The words of the whole directory, which are the same for every set. */
  readonly dictionary: StaticDictionary;
  /** The dictionary's name: another directory has other words. */
  readonly name: string;
  readonly #parts: readonly { lang?: string; words: DocumentWords }[];

  private constructor(
    dictionary: StaticDictionary,
    parts: readonly { lang?: string; words: DocumentWords }[],
  ) {
    this.dictionary = dictionary;
    this.name = hashOf(dictionary);
    this.#parts = parts;
  }

  /**
   * @param cards all of the directory's
   * @param translations the cards that are translated into a language
   */
  static async read(
    answers: Pick<DirectoryAnswers, 'searchData'>,
    cards: readonly Card[],
    translations: ReadonlyMap<string, readonly Card[]>,
  ): Promise<SetSearches> {
    const parts: { lang?: string; words: DocumentWords }[] = [];
    const add = async (some: readonly Card[], view: string | undefined, lang?: string) => {
      const { places } = await answers.searchData(some, view);
      const words = new DocumentWords(
        some.map(({ id }) => id),
        places,
      );
      parts.push({ ...(lang !== undefined && { lang }), words });
    };
    for (const [view, some] of asWritten(cards, translations)) await add(some, view);
    for (const [lang, some] of translations) await add(some, lang, lang);
    const { places: _, ...dictionary } = await answers.searchData([], undefined);
    return new SetSearches(dictionary, parts);
  }

  /** What searching some of the cards needs. */
  of(cards: readonly Pick<Card, 'id'>[]): StaticSearch {
    const parts = this.#parts.flatMap(({ lang, words }): StaticPlaces[] => {
      const ids = cards.map(({ id }) => id).filter((id) => words.has(id));
      if (ids.length === 0) return [];
      return [{ ...(lang !== undefined && { lang }), ids, ...words.of(ids) }];
    });
    return { dictionary: this.name, parts };
  }
}

/** The words of documents, by document. */
class DocumentWords {
  /** For each document: each of its words, with what it tells there, as a place of the word. */
  readonly #words: ReadonlyMap<string, number[]>;

  /** @param places for each word of the dictionary: its places in the documents */
  constructor(ids: readonly string[], places: readonly (readonly number[])[]) {
    const all = ids.map((): number[] => []);
    for (const [word, each] of places.entries()) {
      for (const place of each) all[Math.floor(place / SPAN)]?.push(placeOf(word, place % SPAN));
    }
    this.#words = new Map(ids.map((id, at) => [id, all[at] ?? []]));
  }

  has(id: string): boolean {
    return this.#words.has(id);
  }

  /** The words of some of the documents, in their order. */
  of(ids: readonly string[]): Pick<StaticPlaces, 'words' | 'places'> {
    const places = new Map<number, number[]>();
    for (const [document, id] of ids.entries()) {
      for (const each of this.#words.get(id) ?? []) {
        const word = Math.floor(each / SPAN);
        const known = places.get(word) ?? [];
        if (known.length === 0) places.set(word, known);
        known.push(placeOf(document, each % SPAN));
      }
    }
    const sorted = [...places].sort(([one], [other]) => one - other);
    const numbers = sorted.map(([word]) => word);
    return {
      words: numbers.map((word, at) => word - (numbers[at - 1] ?? 0)),
      places: sorted.map(([, each]) => each),
    };
  }
}

/** Cards by a language that they are not translated into, whose view knows them as they are written. */
function asWritten(
  cards: readonly Card[],
  translations: ReadonlyMap<string, readonly Card[]>,
): Map<string | undefined, Card[]> {
  const known = [...translations].map(
    ([lang, all]) => [lang, new Set(all.map(({ id }) => id))] as const,
  );
  const groups = new Map<string | undefined, Card[]>();
  for (const card of cards) {
    const view = card.translation && known.find(([, ids]) => !ids.has(card.id))?.[0];
    const group = groups.get(view);
    if (group) group.push(card);
    else groups.set(view, [card]);
  }
  return groups;
}

function hashOf(dictionary: StaticDictionary): string {
  return createHash('sha256').update(JSON.stringify(dictionary)).digest('hex').slice(0, 12);
}
