import type { OwnLexicon, SearchData, Sense } from '@vielfalt/feed';
import type { KnownWords, Understand } from '@vielfalt/feed/meaning';
import {
  createLookup,
  createSearch,
  partOf,
  readQuestion,
  stemTitle,
  wordsFound,
  type Finding,
  type Lookup,
  type Search,
  type SearchIndex,
} from '@vielfalt/feed/search';
import { stopWords, understandingWith } from '../languages/languages.js';

const EMPTY: SearchIndex = { documents: 0, words: [], counts: [], places: [], ids: [] };
/** What is known of a question, which is asked about more than once: for its offers, for its words. */
interface Asked {
  key: string;
  scores?: ReadonlyMap<string, number>;
  /** By word and stem. */
  findings: Map<string, Finding>;
}

const NOTHING: Finding = { worth: new Map(), rarity: 0, words: new Map() };
const isStopWord = (word: string) => stopWords.has(word);

/** Searches all that a directory has, in all its languages, and says what a part of it needs. */
export class DirectorySearch {
  #index = EMPTY;
  #lookup: Lookup = () => NOTHING;
  #search: Search = () => new Map();
  #last: Asked = { key: '', findings: new Map() };
  readonly #titles = new Map<string, string[]>();
  /** Made when somebody asks: it reads the lexicons. */
  readonly #makeUnderstanding: () => Understand;
  #understanding: Understand | undefined;

  /** @param lexicon the office's own words */
  constructor(lexicon: OwnLexicon, dictionaries: () => readonly KnownWords[]) {
    const isThere = (stem: string) => this.#hasWord(stem);
    this.#makeUnderstanding = () => understandingWith(lexicon, { dictionaries, isThere });
  }

  /** What questions mean. */
  readonly understand: Understand = (q) => {
    this.#understanding ??= this.#makeUnderstanding();
    return this.#understanding(q);
  };

  /** @param titles of a document that the index will have */
  addTitles(id: string, titles: (string | undefined)[]): void {
    this.#titles.set(id, titles.map(stemTitle));
  }

  /** Before, nothing is found. */
  setIndex(index: SearchIndex): void {
    this.#index = index;
    const find = createLookup(index);
    this.#lookup = (token) => {
      const { findings } = this.#last;
      const key = `${token.word} ${token.stem}`;
      const finding = findings.get(key) ?? find(token);
      findings.set(key, finding);
      return finding;
    };
    const titlesOf = (id: string) => this.#titles.get(id) ?? [];
    this.#search = createSearch(index, { titlesOf, isStopWord }, this.#lookup);
    this.#last = { key: '', findings: new Map() };
  }

  /** The scores of the documents that answer a question, by id. */
  ask(q: string, senses: readonly Sense[] = this.understand(q)): ReadonlyMap<string, number> {
    const asked = this.#about(q, senses);
    asked.scores ??= this.#search(q, senses);
    return asked.scores;
  }

  /** The stems of the directory's words that a question finds in documents that are shown. */
  wordsFound(q: string, senses: readonly Sense[], isShown: (id: string) => boolean): string[] {
    this.#about(q, senses);
    const question = readQuestion(q, isStopWord, senses);
    return wordsFound(question, this.#index, this.#lookup, isShown);
  }

  /** What searching some documents needs; they are in the order given. */
  dataOf(ids: readonly string[]): SearchData {
    const { documents, words, counts, places } = partOf(this.#index, ids);
    const stops = [...stopWords].join(' ');
    return { documents, words: words.join(' '), counts, places, stopWords: stops };
  }

  #about(q: string, senses: readonly Sense[]): Asked {
    const key = JSON.stringify([q, senses]);
    if (this.#last.key !== key) this.#last = { key, findings: new Map() };
    return this.#last;
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
