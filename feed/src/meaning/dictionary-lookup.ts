import type { WordToken } from '../search/index.js';
import { isOpenMatch, isSure, type FoundMatch, type LanguageReading } from './language-reading.js';
import type { KnownWords } from './lexicon.js';

/** The most words looked up in dictionaries: each costs access to a file. */
const MOST_LOOKED_UP = 12;

/** A dictionary's match for some words. */
export interface DictionaryMatch extends FoundMatch {
  /** The dictionary's language. */
  tag: string;
}

/** The state of a question whose words the lexicons have been asked for. */
export interface LeftOver {
  words: readonly WordToken[];
  /** For each word, whether nothing else knows it. */
  areOpen: readonly boolean[];
  /** The same for words known by their consonants alone. */
  areGuessed: readonly boolean[];
  /** The language that decides, where it is not German. */
  language: string | undefined;
  /** Tells whether other words of the question are German. */
  isSomeGerman: boolean;
  /** Says whether texts of the directory have a word. */
  isInTexts: (word: WordToken) => boolean;
}

/** Looks up words in dictionaries that nothing else knows. */
export function lookUp(
  dictionaries: readonly KnownWords[],
  { words, areOpen, areGuessed, language, isSomeGerman, isInTexts }: LeftOver,
): DictionaryMatch[] {
  const open = firstOf(
    areOpen.map((is, at) => is || areGuessed[at] === true),
    MOST_LOOKED_UP,
  );
  const found: DictionaryMatch[] = [];
  const take = (some: readonly KnownWords[], isWanted: (match: FoundMatch) => boolean) => {
    const readings = some.map((each) => readOpen(each, words, open));
    for (const reading of readings.sort((one, other) => other.score - one.score)) {
      for (const match of reading.matches) {
        const isGuess = areGuessed.slice(match.at, match.at + match.length).includes(true);
        const isBetter = !isGuess || (match.sureness === 1 && isSure(match));
        if (!isOpenMatch(match, open) || !isBetter || !isWanted(match)) continue;
        open.fill(false, match.at, match.at + match.length);
        found.push({ ...match, tag: reading.language.tag });
      }
    }
  };
  const isDecided = language !== undefined;
  take(
    dictionaries.filter(({ tag }) => tag === language),
    () => true,
  );
  // From other languages, only words that are not in the directory as they are and do not match
  // by chance.
  take(
    dictionaries.filter(({ tag }) => tag !== language),
    (match) =>
      (isDecided || !words.slice(match.at, match.at + match.length).some(isInTexts)) &&
      (isSure(match) || !(isSomeGerman || isDecided)),
  );
  return found;
}

/** The flags again, of which at most so many stay true. */
function firstOf(all: readonly boolean[], most: number): boolean[] {
  let left = most;
  return all.map((each) => each && left-- > 0);
}

/** A dictionary's reading of words that nothing else knows. */
function readOpen(
  language: KnownWords,
  words: readonly WordToken[],
  open: readonly boolean[],
): LanguageReading {
  const matches: FoundMatch[] = [];
  let score = 0;
  for (let at = 0; at < words.length; at++) {
    const end = open.indexOf(false, at);
    const typed = words.slice(at, end < 0 ? undefined : end).map(({ word }) => word);
    const match = language.match(typed);
    if (!match) continue;
    matches.push({ ...match, at, asked: typed.slice(0, match.length).join(' ') });
    score += match.sureness * match.length;
    at += match.length - 1;
  }
  return { language, matches, score };
}
