import type { Sense } from '../model/wire.js';
import { MAX_WORDS } from '../query/limits.js';
import { fold } from '../text.js';
import { stem } from './stem.js';
import { phoneNumbers, tokens, withoutPhoneNumbers, type WordToken } from './tokens.js';

/**
 * The number of folded letters of a question that count. Folding makes text longer: one sign may
 * stand for four words (U+FDFA), and each costs a look at all words there are.
 */
const MOST_LETTERS = 2 * MAX_WORDS;

/**
 * Factors by which a translation counts less than the word itself, a less likely one, and a German
 * word for the same.
 */
const TRANSLATED = 0.9;
const ALSO_TRANSLATED = 0.75;
const SYNONYM = 0.65;
const GERMAN = 'de';

/** A way to say something. */
export interface Phrasing {
  tokens: WordToken[];
  /** The certainty that it is meant, 0 to 1. */
  weight: number;
  /** Tells whether its words are a lexicon's, and so without typos. */
  isKnown?: boolean;
}

/** Something that a question asks for, in one word or some. */
export interface QueryConcept {
  /** Ways to say it, the typed one first. */
  ways: Phrasing[];
  /** Tells whether the first way is in another language than the rest. */
  isTranslated: boolean;
  /** Its weight beside the rest. */
  weight: number;
}

/** A visitor's words, as search understands them. */
export interface Question {
  asked: QueryConcept[];
  /** Neighbours written together, `hausaufgaben hilfe`: they stand for both. */
  pairs: { token: WordToken; of: [number, number] }[];
  /** The stems of all its words, for comparing with a title's. */
  text: string;
}

/**
 * Reads a question.
 *
 * @param isStopWord says of a folded word whether it stands in questions about anything; such words
 *   are left out unless there is nothing else, and so are single letters
 */
export function readQuestion(
  q: string,
  isStopWord: (word: string) => boolean,
  senses: readonly Sense[] = [],
): Question {
  const all = bounded(tokens(withoutPhoneNumbers(q)));
  const covered = coverage(all, senses);
  const tells = ({ word }: WordToken, index: number) => {
    const sense = covered[index];
    return sense ? sense.means.length > 0 : word.length > 1 && !isStopWord(word);
  };
  const someTell = all.some(tells);
  const asked: QueryConcept[] = [];
  /**
   * The index in `asked` that a word has become: by its place in the question, and by its sense or
   * its stem.
   */
  const at: (number | undefined)[] = [];
  const known = new Map<Sense | string, number>();
  all.forEach((token, index) => {
    if (someTell && !tells(token, index)) return;
    const sense = covered[index];
    const key = sense ?? token.stem;
    let found = known.get(key);
    if (sense && found !== undefined && covered[index - 1] === sense) {
      const own = asked[found]?.ways[0]?.tokens;
      // What is said again is asked once.
      if (own && own.length < sense.asked.split(' ').length) own.push(token);
      return;
    }
    if (found === undefined) {
      found = asked.push(askedBy(token, sense, isStopWord)) - 1;
      known.set(key, found);
    }
    at[index] = found;
  });
  for (const number of phoneNumbers(q)) {
    asked.push(askedBy({ word: number, stem: number }, undefined, isStopWord));
  }
  return { asked, pairs: pairsOf(all, at), text: stemmed(all) };
}

/** The concept that a word asks for, or the first word of those that a sense is about. */
function askedBy(
  token: WordToken,
  sense: Sense | undefined,
  isStopWord: (word: string) => boolean,
): QueryConcept {
  const isTranslated = sense !== undefined && sense.language !== GERMAN;
  const ways: Phrasing[] = [{ tokens: [token], weight: 1 }];
  sense?.means.forEach((means, at) => {
    const meant = tokens(means).filter(({ word }) => !isStopWord(word));
    const translated = at ? ALSO_TRANSLATED : TRANSLATED;
    const weight = isTranslated ? translated : SYNONYM;
    if (meant[0]) ways.push({ tokens: meant, weight, isKnown: true });
  });
  return { ways, isTranslated, weight: sense?.weight ?? 1 };
}

/** Words as one text, by which questions and titles are compared. */
export function stemmed(all: readonly WordToken[]): string {
  return all.map(({ stem: each }) => each).join(' ');
}

/**
 * Neighbours that ask for two things, written together.
 *
 * @param at for each word which of the things asked it has become
 */
function pairsOf(
  all: readonly WordToken[],
  at: readonly (number | undefined)[],
): Question['pairs'] {
  const pairs = new Map<string, Question['pairs'][number]>();
  all.slice(1).forEach((second, index) => {
    const [a, b] = [at[index], at[index + 1]];
    const first = all[index];
    if (a === undefined || b === undefined || a === b || !first) return;
    const word = fold(first.word + second.word);
    pairs.set(word, { token: { word, stem: stem(word) }, of: [a, b] });
  });
  return [...pairs.values()];
}

/** For each word: the first sense that is about it. */
function coverage(all: readonly WordToken[], senses: readonly Sense[]): (Sense | undefined)[] {
  const covered = new Array<Sense | undefined>(all.length);
  for (const sense of senses) {
    const words = sense.asked.split(' ');
    for (let at = 0; at + words.length <= all.length; at++) {
      const isHere = words.every(
        (word, index) => all[at + index]?.word === word && !covered[at + index],
      );
      if (isHere) covered.fill(sense, at, at + words.length);
    }
  }
  return covered;
}

/** The first words, as far as they are not too much to look for. */
function bounded(all: WordToken[]): WordToken[] {
  let letters = 0;
  return all.filter(({ word }) => (letters += word.length) <= MOST_LETTERS);
}
