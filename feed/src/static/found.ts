import type { Card, Sense } from '../model/wire.js';
import {
  createLookup,
  createSearch,
  placeOf,
  readQuestion,
  stemText,
  wordsFound,
  type SearchIndex,
} from '../search/index.js';
import type { StaticDictionary, StaticSearch } from './layout.js';

/** A search of a set's offers in one language. */
export interface SetSearch {
  isStopWord: (word: string) => boolean;
  /** The scores of the offers that answer a question, by id. */
  scores(q: string, senses: readonly Sense[]): Map<string, number>;
  /** The stems of words that a question finds in offers that are shown, in whatever language. */
  words(q: string, senses: readonly Sense[], isShown: (id: string) => boolean): string[];
}

/** The name of a translated offer's document. */
const translatedName = (id: string, lang: string) => `${id} ${lang}`;
/** The id in such a name; offers that are not translated go by their id. */
const idIn = (name: string) => name.split(' ', 1)[0] ?? name;

/** All documents of a set in one index. */
function indexOf(
  { words, counts, documents }: StaticDictionary,
  { parts }: StaticSearch,
): SearchIndex {
  const ids: string[] = [];
  const all: number[][] = counts.map(() => []);
  for (const { lang, ids: some, words: distances, places } of parts) {
    const first = placeOf(ids.length, 0);
    let word = 0;
    places.forEach((each, at) => {
      word += distances[at] ?? 0;
      for (const place of each) all[word]?.push(first + place);
    });
    ids.push(...some.map((id) => (lang === undefined ? id : translatedName(id, lang))));
  }
  return { documents, counts, words: words.split(' '), places: (word) => all[word] ?? [], ids };
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
  const index = indexOf(dictionary, search);
  const lookup = createLookup(index);
  const stops = new Set(dictionary.stopWords.split(' '));
  const isStopWord = (word: string) => stops.has(word);
  const titles = new Map(
    cards.map(({ id, title, translation }) => [
      id,
      [title, translation?.texts.title].map(stemText),
    ]),
  );
  const titlesOf = (name: string) => titles.get(idIn(name)) ?? [];
  const find = createSearch(index, { titlesOf, isStopWord }, lookup);
  const isThere = new Set(index.ids);
  const names = new Map(
    cards.map(({ id }) => {
      const name = translatedName(id, lang);
      return [id, isThere.has(name) ? name : id];
    }),
  );

  return {
    isStopWord,
    scores(q, senses) {
      const found = find(q, senses);
      const scores = new Map<string, number>();
      for (const [id, name] of names) {
        const score = found.get(name);
        if (score !== undefined) scores.set(id, score);
      }
      return scores;
    },
    words(q, senses, isShown) {
      const question = readQuestion(q, isStopWord, senses);
      const { ids } = index;
      return wordsFound(question, index, lookup, (document) => isShown(idIn(ids[document] ?? '')));
    },
  };
}
