import { MAX_WORDS } from '../query/query.js';
import { fold, words } from '../text.js';
import { isQuestionWord, isStopWord } from './stop-words.js';

/** The share of the words that a document must have, where there are three and more. */
const SHARE = 0.6;
/** The share where somebody asks in a sentence, which says more than any document does. */
const SENTENCE_SHARE = 0.5;

/**
 * How many folded letters of a question count. Folding makes text longer: one sign may stand for
 * four words (U+FDFA), and each costs a look at all words there are.
 */
const MOST_LETTERS = 2 * MAX_WORDS;

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
  const all = bounded(words(q));
  const telling = all.filter((word) => word.length > 1 && !isStopWord(word));
  const kept = telling.length > 0 ? telling : all;
  const distinct = [...new Set(kept)];
  const pairs = new Map<string, Question['pairs'][number]>();
  all.slice(1).forEach((second, index) => {
    const first = all[index] ?? '';
    const of: [number, number] = [distinct.indexOf(first), distinct.indexOf(second)];
    if (of.includes(-1) || first === second) return;
    pairs.set(`${first} ${second}`, { word: fold(first + second), of });
  });
  const isSentence = /[?؟]/.test(q) || isQuestionWord(all[0] ?? '');
  return {
    words: distinct,
    pairs: [...pairs.values()],
    needed: needed(distinct.length, isSentence),
  };
}

/** The first words, as far as they are not too much to look for. */
function bounded(all: string[]): string[] {
  let letters = 0;
  return all.filter((word) => (letters += word.length) <= MOST_LETTERS);
}

function needed(count: number, isSentence: boolean): number {
  if (isSentence) return Math.ceil(count * SENTENCE_SHARE);
  return count <= 2 ? count : Math.ceil(count * SHARE);
}
