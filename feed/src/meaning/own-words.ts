import type { OwnLexicon } from '../model/lexicon.js';
import { tokens, type Token } from '../search/index.js';
import {
  GERMAN,
  INFLECTED,
  Lexicon,
  type KnownWords,
  type LanguageData,
  type Match,
} from './lexicon.js';
import { wordsTaken } from './phrases.js';

/** A language with the words that an office has added: those win where both know as much. */
class WithOwn implements KnownWords {
  readonly #known: KnownWords;
  readonly #own: Lexicon;

  constructor(known: KnownWords, own: Lexicon) {
    this.#known = known;
    this.#own = own;
  }

  get tag(): string {
    return this.#known.tag;
  }

  isStopWord(word: string): boolean {
    return this.#known.isStopWord(word);
  }

  match(words: readonly string[]): Match | undefined {
    const known = this.#known.match(words);
    const own = this.#own.match(words);
    return own && (!known || wins(own, known)) ? own : known;
  }
}

/** A longer phrase is never put aside, nor a word as it is written for mere consonants. */
function wins(own: Match, known: Match): boolean {
  if (own.length !== known.length) return own.length > known.length;
  return own.sureness >= Math.min(known.sureness, INFLECTED);
}

/**
 * What is known of languages, with an office's own words.
 *
 * @param formsOf what is known of a language's words besides what they mean
 */
export function withOwnWords(
  known: readonly KnownWords[],
  lexicon: OwnLexicon,
  formsOf: (tag: string) => Omit<LanguageData, 'tag' | 'concepts'>,
): KnownWords[] {
  return known.map((each) => {
    const { tag } = each;
    const concepts = lexicon.flatMap(({ german, words }): LanguageData['concepts'] => {
      const own = (words[tag] ?? []).map(asLookedUp).filter(Boolean);
      return own.length > 0 ? [[german, own]] : [];
    });
    if (concepts.length === 0) return each;
    return new WithOwn(each, new Lexicon({ ...formsOf(tag), tag, concepts }));
  });
}

/** A word or phrase as questions are read. */
function asLookedUp(phrase: string): string {
  return tokens(phrase)
    .map(({ word }) => word)
    .join(' ');
}

/** What some words of a question are called besides. */
export interface OwnMatch {
  /** From which word of the question on, and how many. */
  at: number;
  length: number;
  /** The German words or names that they stand for. */
  german: string[];
  /** These, and what else they are called. */
  means: string[];
  /** Whether they are such a German word themselves, to which others only add. */
  isHead: boolean;
}

interface Phrase extends Pick<OwnMatch, 'german' | 'means' | 'isHead'> {
  stems: string[];
}

/** German words and names of an office's own, also those of several words. */
export class OwnGerman {
  /** By the stem of their first word. */
  readonly #phrases = new Map<string, Phrase[]>();
  readonly #isStopWord: (word: string) => boolean;

  constructor(lexicon: OwnLexicon, isStopWord: (word: string) => boolean) {
    this.#isStopWord = isStopWord;
    for (const { german, words } of lexicon) {
      const all = [german, ...(words[GERMAN] ?? [])];
      for (const phrase of all) {
        const stems = this.#stemsOf(phrase);
        const means = all.filter((other) => !isSame(this.#stemsOf(other), stems));
        const [first] = stems;
        if (first === undefined || means.length === 0) continue;
        const known = this.#phrases.get(first) ?? [];
        const isHead = phrase === german;
        this.#phrases.set(first, [...known, { stems, german: [german], means, isHead }]);
      }
    }
  }

  /** The longest of its phrases from each word on; what one takes, no other does. */
  read(words: readonly Token[]): OwnMatch[] {
    const found: OwnMatch[] = [];
    for (let at = 0; at < words.length;) {
      const match = this.#match(words, at);
      if (match) found.push(match);
      at += match?.length ?? 1;
    }
    return found;
  }

  /** What a German word or name is called besides. */
  of(german: string): string[] {
    const stems = this.#stemsOf(german);
    const all = this.#phrases.get(stems[0] ?? '') ?? [];
    return all.flatMap((phrase) => (isSame(phrase.stems, stems) ? phrase.means : []));
  }

  #match(words: readonly Token[], at: number): OwnMatch | undefined {
    let best: OwnMatch | undefined;
    for (const { stems, ...said } of this.#phrases.get(words[at]?.stem ?? '') ?? []) {
      const length = wordsTaken(
        stems,
        words.slice(at),
        (stem, token) => token.stem === stem,
        (token) => this.#isStopWord(token.word),
      );
      if (length === 0 || length < (best?.length ?? 0)) continue;
      best = { at, length, ...(best?.length === length ? both(best, said) : said) };
    }
    return best;
  }

  #stemsOf(phrase: string): string[] {
    const all = tokens(phrase);
    return all.filter(({ word }) => !this.#isStopWord(word)).map(({ stem }) => stem);
  }
}

function both(one: Omit<Phrase, 'stems'>, other: Omit<Phrase, 'stems'>): Omit<Phrase, 'stems'> {
  return {
    german: [...one.german, ...other.german],
    means: [...one.means, ...other.means],
    isHead: one.isHead && other.isHead,
  };
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((stem, index) => stem === other[index]);
}
