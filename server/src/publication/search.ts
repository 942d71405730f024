import type { SearchData, Sense } from '@vielfalt/feed';
import {
  createLookup,
  createSearch,
  partOf,
  readQuestion,
  wordsFound,
  type Lookup,
  type Search,
  type SearchIndex,
} from '@vielfalt/feed/search';
import { stopWords, understand } from '../languages/languages.js';

const EMPTY: SearchIndex = { documents: 0, words: [], counts: [], places: [], ids: [] };
const isStopWord = (word: string) => stopWords.has(word);

/** More than the words of a long question with all that they may mean. */
const MOST_REMEMBERED = 64;

/** The same words are looked up for the offers, for how many there are, and for what is marked. */
function remembering(lookup: Lookup): Lookup {
  const found = new Map<string, ReturnType<Lookup>>();
  return (token) => {
    const key = `${token.word} ${token.stem}`;
    const known = found.get(key) ?? lookup(token);
    if (found.size >= MOST_REMEMBERED) found.clear();
    found.set(key, known);
    return known;
  };
}

/** Searches all that a directory has, in all its languages, and says what a part of it needs. */
export class DirectorySearch {
  #index = EMPTY;
  /** Made when somebody searches. */
  #ready: { lookup: Lookup; search: Search } | undefined;
  readonly #titles = new Map<string, (string | undefined)[]>();

  /** @param titles of a document that the index will have */
  addTitles(id: string, titles: (string | undefined)[]): void {
    this.#titles.set(id, titles);
  }

  /** Before, nothing is found. */
  setIndex(index: SearchIndex): void {
    this.#index = index;
    this.#ready = undefined;
  }

  /** The scores of the documents that answer a question, by id. */
  ask(q: string, senses: readonly Sense[] = understand(q)): Map<string, number> {
    return this.#made().search(q, senses);
  }

  /** The stems of the directory's words that a question finds in documents that are shown. */
  wordsFound(q: string, senses: readonly Sense[], isShown: (id: string) => boolean): string[] {
    const question = readQuestion(q, isStopWord, senses);
    return wordsFound(question, this.#index, this.#made().lookup, isShown);
  }

  /** What searching some documents needs; they are in the order given. */
  dataOf(ids: readonly string[]): SearchData {
    const { documents, words, counts, places } = partOf(this.#index, ids);
    const stops = [...stopWords].join(' ');
    return { documents, words: words.join(' '), counts, places, stopWords: stops };
  }

  #made() {
    if (!this.#ready) {
      const lookup = remembering(createLookup(this.#index));
      const titlesOf = (id: string) => this.#titles.get(id) ?? [];
      this.#ready = {
        lookup,
        search: createSearch(this.#index, { titlesOf, isStopWord }, lookup),
      };
    }
    return this.#ready;
  }
}
