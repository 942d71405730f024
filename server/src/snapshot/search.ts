import type { OwnLexicon, SearchData, Sense } from '@vielfalt/feed';
import type { KnownWords, Understand } from '@vielfalt/feed/meaning';
import {
  createIndex,
  createLookup,
  createSearch,
  hasWord,
  partOf,
  readQuestion,
  stemText,
  toSearchData,
  wordsFound,
  type WordMatch,
  type Lookup,
  type Search,
  type SearchIndex,
} from '@vielfalt/feed/search';
import { searchLanguage, stopWords, understandingWith } from '../languages/languages.js';

const EMPTY = createIndex([]);
const isStopWord = (word: string) => stopWords.has(word);

/** More than the words of a long question with all their meanings. */
const MOST_REMEMBERED = 64;

/**
 * Remembers lookups: the same words are looked up to find offers, to tell whether there are any,
 * and to mark words.
 */
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

/**
 * Searches a whole directory, in all its languages, and gives the data that searching a part of it
 * needs.
 */
export class DirectorySearch {
  #index = EMPTY;
  #lookup = createLookup(EMPTY);
  #search: Search = () => new Map();
  /** The last question with its meaning, and its results. */
  #last: { asked: string; scores: ReadonlyMap<string, number> } | undefined;
  readonly #titles = new Map<string, string[]>();
  /** Reads the meaning of questions. */
  readonly understand: Understand;

  /**
   * @param lexicon the office's own words
   * @param widen adds meanings of a question from the directory's choices
   */
  constructor(
    lexicon: OwnLexicon,
    dictionaries: () => readonly KnownWords[],
    widen: (q: string, senses: readonly Sense[]) => Sense[],
  ) {
    const isThere = (stem: string) => hasWord(this.#index.words, stem);
    const understand = understandingWith(lexicon, { dictionaries, isThere });
    this.understand = (q, lang) => widen(q, understand(q, lang && searchLanguage(lang)));
  }

  /** @param titles of a document that the index will have */
  addTitles(id: string, titles: (string | undefined)[]): void {
    this.#titles.set(id, titles.map(stemText));
  }

  /** Sets the index; before, nothing is found. */
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

  /** The data that searching some documents needs; they are in the order given. */
  dataOf(ids: readonly string[]): SearchData {
    return toSearchData(partOf(this.#index, ids), stopWords);
  }
}
