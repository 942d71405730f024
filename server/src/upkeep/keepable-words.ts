import { fold, words } from '@vielfalt/feed';
import { stopWords, wordForms } from '../languages/languages.js';

/** The most letters of a question, and the most of its words, that look like a need and not like a story. */
const MOST_LETTERS = 60;
const MOST_WORDS = 4;
/** The letters that a word has at least and at most. */
const LETTERS = { least: 3, most: 30 };

/** Signs of a number, a mail, a web address or an account. */
const TELLING = /[\p{N}@+_\\/]|:\/\/|\bwww\b|\p{L}\.\p{L}{2,}/iu;

/** Words that come with a name, folded. */
const WITH_NAMES = new Set(
  [
    'herr herrn hr dr prof familie fam mr mrs ms mister miss monsieur mme madame bay bayan sayın',
    'pan pani domnul doamna пан пані господин госпожа госпожо السيد السيدة آقای خانم',
    'heiße name adım nazywam numesc зовут звати казвам اسمي',
  ].flatMap((line) => line.split(' ').map(fold)),
);

/** In front of a capital, a way to address a woman; else the word for one. */
const ADDRESSED = /(?:^|\s)(?:Frau|Fr\.|Fräulein)\s+\p{Lu}/u;

/**
 * The words of a question that may be kept, folded: those that say what somebody needs. Of a question
 * that may say who somebody is nothing is kept: with a digit, an address, a title, or many words.
 * @param lang the language of the page
 */
export function keepableWords(q: string, lang: string): string[] {
  if (q.length > MOST_LETTERS || TELLING.test(q) || ADDRESSED.test(q)) return [];
  const all = words(q);
  if (all.length > MOST_WORDS || all.some((word) => WITH_NAMES.has(word))) return [];
  const { stopWords: own } = wordForms(lang);
  const telling = all.filter((word) => !stopWords.has(word) && !own.has(word));
  return [...new Set(telling)].filter(
    ({ length }) => length >= LETTERS.least && length <= LETTERS.most,
  );
}
