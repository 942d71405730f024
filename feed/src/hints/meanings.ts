import type { Sense } from '../model/wire.js';
import { isSameLanguage } from '../wording/language.js';
import { wordsIn } from './words.js';

/** The language that texts are searched in; questions in it need no explanation. */
export const GERMAN = 'de';
/** Languages that people also write in Latin letters, to be read aloud as such. */
const OTHER_SCRIPT = /^(ar|bg|fa|ru|uk)\b/;

/** The meaning that some words of a question were taken for. */
export interface QuestionMeaning {
  /** As the visitor has typed them. */
  asked: string;
  /** BCP 47 */
  language: string;
  /** German words, the likeliest first. */
  means: readonly string[];
}

/** The meanings of a question in another language: its own words, not the folded ones. */
export function meaningsOf(q: string, senses: readonly Sense[]): QuestionMeaning[] {
  const typed = wordsIn(q).flatMap((word) => word.folded.map((folded) => ({ ...word, folded })));
  return senses.flatMap(({ asked, language, means }) => {
    if (means.length === 0 || isSameLanguage(language, GERMAN)) return [];
    const words = asked.split(' ');
    const at = typed.findIndex((_, from) =>
      words.every((word, index) => typed[from + index]?.folded === word),
    );
    const [first, last] = [typed[at], typed[at + words.length - 1]];
    const text = first && last ? q.slice(first.start, last.start + last.text.length) : asked;
    return [{ asked: text, language, means }];
  });
}

/** The language of what was typed, and its script where that is not the usual one (BCP 47). */
export function askedTag({ asked, language }: QuestionMeaning): string {
  const isLatin = OTHER_SCRIPT.test(language) && /\p{Script=Latin}/u.test(asked);
  return isLatin ? `${language}-Latn` : language;
}
