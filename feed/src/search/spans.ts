import { fold } from '../text.js';

/** A word of a text: its folded form, and its position in UTF-16 code units. */
export interface WordSpan {
  word: string;
  start: number;
  end: number;
}

/** Letters and digits with the signs that belong to them; an apostrophe within a Cyrillic word. */
const WORD =
  /[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}\p{Cf}]|(?<=\p{Script=Cyrillic})['’ʼ](?=\p{Script=Cyrillic}))*/gu;

/** The words of a text in order, in any script, and their positions. */
export function spans(text: string): WordSpan[] {
  return [...text.matchAll(WORD)].map(({ 0: word, index }) => ({
    word: fold(word),
    start: index,
    end: index + word.length,
  }));
}
