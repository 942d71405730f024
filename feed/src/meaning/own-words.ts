import type { OwnLexicon } from '../model/lexicon.js';
import { tokens } from '../search/index.js';
import {
  INFLECTED,
  Lexicon,
  MOST_MEANINGS,
  type KnownWords,
  type LanguageData,
  type LexiconMatch,
} from './lexicon.js';

/** A language with the words that an office has added, which win where both know as much. */
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

  match(words: readonly string[]): LexiconMatch | undefined {
    const known = this.#known.match(words);
    const own = this.#own.match(words);
    return own && (!known || wins(own, known)) ? { ...own, isOwn: true } : known;
  }
}

/**
 * Says whether the office's match wins: never over a longer phrase, nor with mere consonants over a
 * word as it is written.
 */
function wins(own: LexiconMatch, known: LexiconMatch): boolean {
  if (own.length !== known.length) return own.length > known.length;
  return own.sureness >= Math.min(known.sureness, INFLECTED);
}

/** Words for one German word, of one language, that search looks at; an import has no more. */
export const MOST_OTHER_WORDS = 100;

/** Words of one language that search looks at; an import has no more. */
export const MOST_WORDS_OF_LANGUAGE = 20_000;

/**
 * Adds an office's own words to languages.
 *
 * @param formsOf gives a language's knowledge of words besides their meaning
 */
export function withOwnWords(
  known: readonly KnownWords[],
  lexicon: OwnLexicon,
  formsOf: (tag: string) => Omit<LanguageData, 'tag' | 'concepts'>,
): KnownWords[] {
  return known.map((each) => {
    const { tag } = each;
    const concepts = conceptsOf(lexicon, tag);
    if (concepts.length === 0) return each;
    return new WithOwn(each, new Lexicon({ ...formsOf(tag), tag, concepts }));
  });
}

/**
 * The words of a language; for a word with more meanings than are looked for, the first of them.
 */
function conceptsOf(lexicon: OwnLexicon, tag: string): LanguageData['concepts'] {
  const meanings = new Map<string, number>();
  let left = MOST_WORDS_OF_LANGUAGE;
  return lexicon.flatMap(({ german, words }): LanguageData['concepts'] => {
    const own = (words[tag] ?? []).slice(0, MOST_OTHER_WORDS).map(asLookedUp);
    const taken = [...new Set(own)].filter((word) => {
      const count = (meanings.get(word) ?? 0) + 1;
      meanings.set(word, count);
      return word && count <= MOST_MEANINGS && left-- > 0;
    });
    return taken.length > 0 ? [[german, taken]] : [];
  });
}

/** A word or phrase as questions are read. */
function asLookedUp(phrase: string): string {
  return tokens(phrase)
    .map(({ word }) => word)
    .join(' ');
}
