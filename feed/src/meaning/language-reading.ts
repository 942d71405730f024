import type { WordToken } from '../search/index.js';
import { INFLECTED, type KnownWords, type LexiconMatch } from './lexicon.js';

/** The weight of a stop word as a sign of its language, where a known word counts 1. */
const STOP_WORD = 0.7;
/**
 * The weight for a language where the office has words of it in the question, or the page is in it:
 * slightly more than the difference between an inflected form and the word itself.
 */
const LIKELY = 0.25;
/**
 * The shortest words of another language in a German question: shorter ones resemble too many
 * German ones.
 */
const SHORTEST_BORROWED = 5;

/** A language's reading of a question. */
export interface LanguageReading {
  language: KnownWords;
  matches: FoundMatch[];
  /** The number of known words, weighted by sureness. */
  score: number;
}

/** A match, its first word in the question, and the words typed there. */
export interface FoundMatch extends LexiconMatch {
  at: number;
  asked: string;
}

/**
 * The reading by the language that knows most of a question; undefined where none knows any of it.
 */
export function bestReading(
  languages: readonly KnownWords[],
  typed: readonly string[],
  lang: string | undefined,
): LanguageReading | undefined {
  let best: LanguageReading | undefined;
  let most = 0;
  for (const language of languages) {
    const reading = read(language, typed);
    if (reading.score === 0) continue;
    // Consonants alone may be any language's.
    const sure = reading.matches.filter(({ sureness }) => sureness >= INFLECTED);
    const isOwn = sure.some((match) => match.isOwn);
    const likely = Number(isOwn) + Number(sure.length > 0 && language.tag === lang);
    const all = reading.score + LIKELY * likely;
    if (all > most) [best, most] = [reading, all];
  }
  return best;
}

function read(language: KnownWords, typed: readonly string[]): LanguageReading {
  const matches: FoundMatch[] = [];
  let score = 0;
  for (let at = 0; at < typed.length;) {
    const match = language.match(typed.slice(at));
    if (match) {
      const { length, sureness } = match;
      matches.push({ ...match, at, asked: typed.slice(at, at + length).join(' ') });
      score += sureness * length;
      at += length;
      continue;
    }
    if (language.isStopWord(typed[at] ?? '')) score += STOP_WORD;
    at += 1;
  }
  return { language, matches, score };
}

/** For each word, whether a match takes it. */
export function covered(
  matches: readonly { at: number; length: number }[],
  words: readonly WordToken[],
): boolean[] {
  const are = new Array<boolean>(words.length).fill(false);
  for (const { at, length } of matches) are.fill(true, at, at + length);
  return are;
}

/** Says whether all words of a match are open. */
export function isOpenMatch(
  { at, length }: { at: number; length: number },
  open: readonly boolean[],
): boolean {
  return open.slice(at, at + length).every(Boolean);
}

/** Says whether a word is another language's among words of the deciding one. */
export function isSure({ asked, sureness }: FoundMatch): boolean {
  return sureness >= INFLECTED && asked.length >= SHORTEST_BORROWED;
}
