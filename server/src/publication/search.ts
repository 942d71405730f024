import type { OwnLexicon, SearchData, Sense } from '@vielfalt/feed';
import type { KnownWords, Understand } from '@vielfalt/feed/meaning';
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
import { stopWords, understandingWith } from '../languages/languages.js';

const EMPTY: SearchIndex = { documents: 0, words: [], counts: [], places: [], ids: [] };
const isStopWord = (word: string) => stopWords.has(word);

/** Searches all that a directory has, in all its languages, and says what a part of it needs. */
export class DirectorySearch {
  #index = EMPTY;
  /** Made when somebody searches. */
  #ready: { lookup: Lookup; search: Search } | undefined;
  readonly #titles = new Map<string, (string | undefined)[]>();
  /** What questions mean. */
  readonly understand: Understand;

  /** @param lexicon the office's own words */
  constructor(lexicon: OwnLexicon, dictionaries: () => readonly KnownWords[]) {
    this.understand = understandingWith(lexicon, {
      dictionaries,
      isThere: (stem) => this.#hasWord(stem),
    });
  }

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
  ask(q: string, senses: readonly Sense[] = this.understand(q)): Map<string, number> {
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

  /** Whether the directory's texts have a word, by its stem. */
  #hasWord(stem: string): boolean {
    const { words } = this.#index;
    let [from, to] = [0, words.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if ((words[middle] ?? '') < stem) from = middle + 1;
      else to = middle;
    }
    return words[from] === stem;
  }

  #made() {
    if (!this.#ready) {
      const lookup = createLookup(this.#index);
      const titlesOf = (id: string) => this.#titles.get(id) ?? [];
      this.#ready = {
        lookup,
        search: createSearch(this.#index, { titlesOf, isStopWord }, lookup),
      };
    }
    return this.#ready;
  }
}
