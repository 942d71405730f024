import type { OwnLexicon, Sense } from '@vielfalt/feed';
import type { KnownWords, Understand } from '@vielfalt/feed/meaning';
import {
  PlaceList,
  Tally,
  createIndex,
  createLookup,
  hasWord,
  readQuestion,
  scoreOf,
  weigh,
  wordsByWeight,
  wordsFound,
  type Lookup,
  type SearchIndex,
  type WeighedQuestion,
  type WordMatch,
  type Worth,
} from '@vielfalt/feed/search';
import { searchLanguage, stopWords, understandingWith } from '../languages/languages.js';
import { atOnce } from '../slices.js';

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
    const known = found.get(key);
    if (known) return known;
    const match = lookup(token, isKnown);
    if (found.size >= MOST_REMEMBERED) found.clear();
    found.set(key, match);
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

/** The titles of documents, as `stemText` reads them. */
export interface TitleSource {
  /** Has a question asked: `of` has to give titles only where one may hold the other. */
  ask(text: string): void;
  of(document: number): readonly string[];
}

/** The index of documents that are named by their numbers. */
export interface DocumentIndex extends Omit<SearchIndex, 'ids'> {
  /** The number of documents in this index. */
  size: number;
}

/** The number of documents whose titles are looked at in one step. */
const DOCUMENTS_AT_ONCE = 16_384;
const NONE: readonly string[] = [];

const NO_DOCUMENTS: DocumentIndex = { ...createIndex([]), size: 0 };

/** Searches a whole directory, in all its languages. */
export class DirectorySearch {
  #index = NO_DOCUMENTS;
  #lookup = createLookup(this.#index);
  #titles: TitleSource | undefined;
  /** One that nobody uses: it is as long as the index. */
  #tally: Tally | undefined;
  /** The last question with its meaning, and its results. */
  #last: { asked: string; found: Worth } | undefined;
  /** Reads the meaning of questions. */
  readonly understand: Understand;

  constructor({ lexicon, dictionaries, widen }: SearchWords) {
    const isThere = (stem: string) => hasWord(this.#index.words, stem);
    const understand = understandingWith(lexicon, { dictionaries, isThere });
    this.understand = (q, lang) => widen(q, understand(q, lang && searchLanguage(lang)));
  }

  /** Sets the index; before, nothing is found. */
  setIndex(index: DocumentIndex, titles: TitleSource): void {
    this.#index = index;
    this.#lookup = remembering(createLookup(index));
    this.#titles = titles;
    this.#tally = undefined;
    this.#last = undefined;
  }

  /** The documents that answer a question, and their scores. */
  ask(q: string, senses: readonly Sense[]): Worth {
    const asked = JSON.stringify([q, senses]);
    if (this.#last?.asked !== asked) this.#last = { asked, found: this.#found(q, senses) };
    return this.#last.found;
  }

  #found(q: string, senses: readonly Sense[]): Worth {
    const question = atOnce(this.weigh(q, senses));
    const tally = this.tally();
    const placesOf = (word: number) => new PlaceList(this.#index.places(word));
    for (const concept of question.concepts) {
      atOnce(tally.add(concept, concept.rarity, placesOf));
    }
    return atOnce(this.scored(question, tally));
  }

  /** Looks up the words of a question. */
  weigh(q: string, senses: readonly Sense[]): Generator<undefined, WeighedQuestion> {
    return weigh(readQuestion(q, isStopWord, senses), this.#lookup);
  }

  /** Begins to add up what documents are worth, where nobody else does. */
  tally(): Tally {
    const tally = this.#tally ?? new Tally(this.#index.size);
    this.#tally = undefined;
    return tally;
  }

  /** The documents that answer a question, once all that it asks for has been added up. */
  *scored({ least, text }: WeighedQuestion, tally: Tally): Generator<undefined, Worth> {
    const found = tally.take(least);
    this.#tally = tally;
    const { documents, values } = found;
    const titles = this.#titles;
    for (let from = 0; from < documents.length; from += DOCUMENTS_AT_ONCE) {
      titles?.ask(text);
      const end = Math.min(documents.length, from + DOCUMENTS_AT_ONCE);
      for (let at = from; at < end; at += 1) {
        values[at] = scoreOf(values[at] ?? 0, titles?.of(documents[at] ?? 0) ?? NONE, text);
      }
      yield;
    }
    return found;
  }

  /** The stems of the directory's words that a question finds in documents that are shown. */
  wordsFound(
    q: string,
    senses: readonly Sense[],
    isShown: (document: number) => boolean,
  ): string[] {
    const question = readQuestion(q, isStopWord, senses);
    return wordsFound(question, this.#index, this.#lookup, isShown);
  }

  /** The words that a question finds, by number, the surest and rarest first. */
  wordsByWeight(q: string, senses: readonly Sense[]): number[] {
    return wordsByWeight(readQuestion(q, isStopWord, senses), this.#index, this.#lookup);
  }
}
