import { fold, words } from '../text.js';
import { isQuestionWord, isStopWord } from './stop-words.js';

/** The share of the words that a document must have, where there are three and more. */
const SHARE = 0.6;
/** The share where somebody asks in a sentence, which says more than any document does. */
const SENTENCE_SHARE = 0.5;

/** What a visitor typed, as search understands it. */
export interface Question {
  /** Distinct folded words that tell something. */
  words: string[];
  /** Neighbours written together, `hausaufgaben hilfe`: they stand for the words at both indices. */
  pairs: { word: string; of: [number, number] }[];
  /** How many of the words a document must have. */
  needed: number;
}

/**
 * Reads a question. Stop words and single letters are left out unless there is nothing else. One or
 * two words must all be there; of three and more, six in ten; of a sentence that asks, half.
 */
export function readQuestion(q: string): Question {
  const all = words(q);
  const telling = all.filter((word) => word.length > 1 && !isStopWord(word));
  const kept = telling.length > 0 ? telling : all;
  const distinct = [...new Set(kept)];
  const pairs = all.slice(1).flatMap((second, index) => {
    const first = all[index] ?? '';
    const of: [number, number] = [distinct.indexOf(first), distinct.indexOf(second)];
    return of.includes(-1) || first === second ? [] : [{ word: fold(first + second), of }];
  });
  const isSentence = /[?؟]/.test(q) || isQuestionWord(all[0] ?? '');
  return { words: distinct, pairs, needed: needed(distinct.length, isSentence) };
}

function needed(count: number, isSentence: boolean): number {
  if (isSentence) return Math.ceil(count * SENTENCE_SHARE);
  return count <= 2 ? count : Math.ceil(count * SHARE);
}
