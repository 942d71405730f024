import { tokens } from '../search/tokens.js';

const LETTERS = String.raw`(?:[\p{L}\p{M}\p{N}\p{Cf}]|(?<=\p{Script=Cyrillic})['’](?=\p{Script=Cyrillic}))+`;
/**
 * A word, including spellings for both genders at once, `Schüler*innen`, and the signs of `C++`.
 */
const WORD = String.raw`${LETTERS}(?:(?:[*:_·•]|\/-?)in(?:nen)?(?!\p{L})|\+\+|#(?!\p{L}))?`;
const WORDS = new RegExp(WORD, 'giu');
const HYPHENATED = new RegExp(`${WORD}(?:[-‐‑]${WORD})*`, 'giu');

/** A word of a text as search reads it: folded, and its stems. */
export interface Word {
  /** The word as it is written, and its position. */
  text: string;
  start: number;
  folded: string[];
  stems: string[];
}

/** Words that have been read: the same ones occur in many cards. */
const read = new Map<string, Pick<Word, 'folded' | 'stems'>>();

function readWord(text: string): Pick<Word, 'folded' | 'stems'> {
  let known = read.get(text);
  if (!known) {
    const all = tokens(text);
    known = { folded: all.map(({ word }) => word), stems: all.map(({ stem }) => stem) };
    read.set(text, known);
  }
  return known;
}

/** The words of a text, each with its position in the original text. */
export function wordsIn(text: string): Word[] {
  return [...text.matchAll(WORDS)].map(({ 0: word, index }) => ({
    text: word,
    start: index,
    ...readWord(word),
  }));
}

/** The places in a text, from and to, of the words that have one of the stems. */
export function spansOfStems(text: string, stems: ReadonlySet<string>): [number, number][] {
  return [...text.matchAll(HYPHENATED)].flatMap(({ 0: whole, index }): [number, number][] => {
    // "Deutsch-Kurs" is found as one word as well.
    if (tokens(whole.replace(/[-‐‑]/g, '')).some(({ stem }) => stems.has(stem))) {
      return [[index, index + whole.length]];
    }
    return wordsIn(whole).flatMap((word): [number, number][] => {
      const from = index + word.start;
      return word.stems.some((stem) => stems.has(stem)) ? [[from, from + word.text.length]] : [];
    });
  });
}
