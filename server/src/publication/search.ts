import type { SearchData } from '@vielfalt/feed';
import { createSearch, partOf, type Search, type SearchIndex } from '@vielfalt/feed/search';
import { stopWords, understand } from '../languages/languages.js';

const EMPTY: SearchIndex = { documents: 0, words: [], counts: [], places: [], ids: [] };

/** Searches all that a directory has, in all its languages, and says what a part of it needs. */
export class DirectorySearch {
  #index = EMPTY;
  #search: Search | undefined;
  readonly #titles = new Map<string, (string | undefined)[]>();

  /** @param titles of a document that the index will have */
  addTitles(id: string, titles: (string | undefined)[]): void {
    this.#titles.set(id, titles);
  }

  /** Before, nothing is found. */
  setIndex(index: SearchIndex): void {
    this.#index = index;
    this.#search = undefined;
  }

  /** The scores of the documents that answer a question, by id. */
  ask(q: string): Map<string, number> {
    this.#search ??= createSearch(this.#index, {
      titlesOf: (id) => this.#titles.get(id) ?? [],
      isStopWord: (word) => stopWords.has(word),
    });
    return this.#search(q, understand(q));
  }

  /** What searching some documents needs; they are in the order given. */
  dataOf(ids: readonly string[]): SearchData {
    const { documents, words, counts, places } = partOf(this.#index, ids);
    const stops = [...stopWords].join(' ');
    return { documents, words: words.join(' '), counts, places, stopWords: stops };
  }
}
