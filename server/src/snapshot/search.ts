import type { OwnLexicon, SearchData, Sense } from '@vielfalt/feed';
import type { KnownWords, Understand } from '@vielfalt/feed/meaning';
import {
  createLookup,
  createSearch,
  partOf,
  readQuestion,
  stemText,
  wordsFound,
  type WordMatch,
  type Lookup,
  type Search,
  type SearchIndex,
} from '@vielfalt/feed/search';
import { searchLanguage, stopWords, understandingWith } from '../languages/languages.js';

const EMPTY: SearchIndex = { documents: 0, words: [], counts: [], places: [], ids: [] };
const isStopWord = (word: string) => stopWords.has(word);

/** More than the words of a long question with all that they may mean. */
const MOST_REMEMBERED = 64;

/** The same words are looked up for the offers, for whether there are any, and for what is marked. */
function remembering(lookup: Lookup): Lookup {
  const found = new Map<string, WordMatch>();
  return (token, isKnown = false) => {
    const key = `${token.word} ${token.stem} ${isKnown}`;
    const known = found.get(key) ?? lookup(token, isKnown);
    if (found.size >= MOST_REMEMBERED) found.clear();
    found.set(key, known);
    return known;
  };
}

/** Searches all that a directory has, in all its languages, and says what a part of it needs. */
export class DirectorySearch {
  #index = EMPTY;
  #lookup = createLookup(EMPTY);
  #search: Search = () => new Map();
  /** The last question with what it means, and what it has found. */
  #last: { asked: string; scores: ReadonlyMap<string, number> } | undefined;
  readonly #titles = new Map<string, string[]>();
  /** What questions mean. */
  readonly understand: Understand;

  /**
   * @param lexicon the office's own words
   * @param widen what else a question means by what there is to choose in the directory
   */
  constructor(
    lexicon: OwnLexicon,
    dictionaries: () => readonly KnownWords[],
    widen: (q: string, senses: readonly Sense[]) => Sense[],
  ) {
    const isThere = (stem: string) => this.#hasWord(stem);
    const understand = understandingWith(lexicon, { dictionaries, isThere });
    this.understand = (q, lang) => widen(q, understand(q, lang && searchLanguage(lang)));
  }

  /** @param titles of a document that the index will have */
  addTitles(id: string, titles: (string | undefined)[]): void {
    this.#titles.set(id, titles.map(stemText));
  }

  /** Before, nothing is found. */
  setIndex(index: SearchIndex): void {
    this.#index = index;
    this.#lookup = remembering(createLookup(index));
    const titlesOf = (id: string) => this.#titles.get(id) ?? [];
    this.#search = createSearch(index, { titlesOf, isStopWord }, this.#lookup);
    this.#last = undefined;
  }

  /** The scores of the documents that answer a question, by id. */
  ask(q: string, senses: readonly Sense[]): ReadonlyMap<string, number> {
    const asked = JSON.stringify([q, senses]);
    if (this.#last?.asked !== asked) this.#last = { asked, scores: this.#search(q, senses) };
    return this.#last.scores;
  }

  /** The stems of the directory's words that a question finds in documents that are shown. */
  wordsFound(q: string, senses: readonly Sense[], isShown: (id: string) => boolean): string[] {
    const question = readQuestion(q, isStopWord, senses);
    return wordsFound(question, this.#index, this.#lookup, isShown);
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
}
