import type { Card, Sense } from '../model/wire.js';
import {
  createLookup,
  createSearch,
  readQuestion,
  stemText,
  wordsFound,
  type Lookup,
  type SearchIndex,
} from '../search/index.js';
import type { StaticDictionary, StaticPlaces, StaticSearch } from './layout.js';

/** A search of a set's offers in one language. */
export interface SetSearch {
  isStopWord: (word: string) => boolean;
  /** The scores of the offers that answer a question, by id. */
  scores(q: string, senses: readonly Sense[]): Map<string, number>;
  /** The stems of words that a question finds in offers that are shown, in whatever language. */
  words(q: string, senses: readonly Sense[], isShown: (id: string) => boolean): string[];
}

/** One index over some documents, and what looks its words up. */
interface Part {
  index: SearchIndex;
  lookup: Lookup;
}

/**
 * Searches offers as the service does: translated ones by their translation, with the original beside
 * it; others as they are.
 *
 * @param cards in the language
 * @param lang the language that the cards are in, where some are translated into it
 */
export function createSetSearch(
  {
    dictionary,
    search,
    cards,
  }: { dictionary: StaticDictionary; search: StaticSearch; cards: readonly Card[] },
  lang: string,
): SetSearch {
  const { words, stopWords, counts, documents } = dictionary;
  const stops = new Set(stopWords.split(' '));
  const isStopWord = (word: string) => stops.has(word);
  const known = { documents, counts, words: words.split(' ') };
  const titles = new Map(
    cards.map(({ id, title, translation }) => [
      id,
      [title, translation?.texts.title].map(stemText),
    ]),
  );
  const partOf = ({ ids, places }: StaticPlaces): Part => {
    const index = { ...known, ids, places };
    return { index, lookup: createLookup(index) };
  };
  const searchOf = ({ index, lookup }: Part) =>
    createSearch(index, { titlesOf: (id) => titles.get(id) ?? [], isStopWord }, lookup);
  const plain = partOf(search);
  const own = search.translated[lang];
  const translated = own && partOf(own);
  const [inPlain, inTranslated] = [searchOf(plain), translated && searchOf(translated)];

  return {
    isStopWord,
    scores(q, senses) {
      const found = inPlain(q, senses);
      if (!translated || !inTranslated) return found;
      for (const id of translated.index.ids) found.delete(id);
      return new Map([...found, ...inTranslated(q, senses)]);
    },
    words(q, senses, isShown) {
      const question = readQuestion(q, isStopWord, senses);
      return wordsFound(question, plain.index, plain.lookup, isShown);
    },
  };
}
