import type { OwnLexicon, SearchData, Sense } from '@vielfalt/feed';
import type { KnownWords, Understand } from '@vielfalt/feed/meaning';
import {
  createIndex,
  createLookup,
  createSearch,
  hasWord,
  partOf,
  readQuestion,
  toSearchData,
  wordsFound,
  type WordMatch,
  type Lookup,
  type Search,
  type SearchIndex,
} from '@vielfalt/feed/search';
import { searchLanguage, stopWords, understandingWith } from '../languages/languages.js';

const isStopWord = (word: string) => stopWords.has(word);

/** More than the words of a long question with all their meanings. */
const MOST_REMEMBERED = 64;
/** The documents of all that is remembered, some 16 bytes each. */
const MOST_DOCUMENTS = 1_000_000;

/**
 * Remembers lookups: the same words are looked up to find offers, to tell whether there are any,
 * and to mark words.
 */
function remembering(lookup: Lookup): Lookup {
  const found = new Map<string, WordMatch>();
  let documents = 0;
  return (token, isKnown = false) => {
    const key = `${token.word} ${token.stem} ${isKnown}`;
    const known = found.get(key);
    if (known) return known;
    const match = lookup(token, isKnown);
    if (found.size >= MOST_REMEMBERED || documents > MOST_DOCUMENTS) {
      found.clear();
      documents = 0;
    }
    found.set(key, match);
    documents += match.worth.documents.length;
    return match;
  };
}

/** The words of an office and of dictionaries, and what a question's choices mean. */
export interface SearchWords {
  /** The office's own words. */
  lexicon: OwnLexicon;
  dictionaries: () => readonly KnownWords[];
  /** Adds meanings of a question from the directory's choices. */
  widen: (q: string, senses: readonly Sense[]) => Sense[];
}

/**
 * Searches a whole directory, in all its languages, and gives the data that searching a part of it
 * needs. Documents are named by `Id`.
 */
export class DirectorySearch<Id = string> {
  #index: SearchIndex<Id> = { ...createIndex([]), ids: [] };
  #plainLookup = createLookup(this.#index);
  #lookup = this.#plainLookup;
  #search: Search<Id> = () => new Map();
  /** The last question with its meaning, and its results. */
  #last: { asked: string; scores: ReadonlyMap<Id, number> } | undefined;
  /** Reads the meaning of questions. */
  readonly understand: Understand;

  constructor({ lexicon, dictionaries, widen }: SearchWords) {
    const isThere = (stem: string) => hasWord(this.#index.words, stem);
    const understand = understandingWith(lexicon, { dictionaries, isThere });
    this.understand = (q, lang) => widen(q, understand(q, lang && searchLanguage(lang)));
  }

  /**
   * Sets the index; before, nothing is found.
   * @param titlesOf the titles of a document, as `stemText` reads them
   */
  setIndex(index: SearchIndex<Id>, titlesOf: (id: Id) => readonly string[]): void {
    this.#index = index;
    this.#plainLookup = createLookup(index);
    this.#lookup = remembering(this.#plainLookup);
    this.#search = createSearch(index, { titlesOf, isStopWord }, this.#lookup);
    this.#last = undefined;
  }

  /** The scores of the documents that answer a question, by id. */
  ask(q: string, senses: readonly Sense[]): ReadonlyMap<Id, number> {
    const asked = JSON.stringify([q, senses]);
    if (this.#last?.asked !== asked) this.#last = { asked, scores: this.#search(q, senses) };
    return this.#last.scores;
  }

  /** The stems of a question's words, as titles are compared with them. */
  textOf(q: string): string {
    return readQuestion(q, isStopWord).text;
  }

  /** The numbers of the words whose places a question asks for. */
  wordsOf(q: string, senses: readonly Sense[]): ReadonlySet<number> {
    const { asked, pairs } = readQuestion(q, isStopWord, senses);
    const found = new Set<number>();
    const add: Lookup = (...token) => {
      const match = this.#plainLookup(...token);
      for (const number of match.words.keys()) found.add(number);
      return match;
    };
    for (const { ways } of asked) {
      for (const { tokens, isKnown } of ways) for (const token of tokens) add(token, isKnown);
    }
    for (const { token } of pairs) add(token);
    return found;
  }

  /** The stems of the directory's words that a question finds in documents that are shown. */
  wordsFound(q: string, senses: readonly Sense[], isShown: (id: Id) => boolean): string[] {
    const question = readQuestion(q, isStopWord, senses);
    return wordsFound(question, this.#index, this.#lookup, isShown);
  }

  /** The data that searching some documents needs; they are in the order given. */
  dataOf(this: DirectorySearch, ids: readonly string[]): SearchData {
    return toSearchData(partOf(this.#index, ids), stopWords);
  }
}
