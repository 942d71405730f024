import type { Sense } from '../model/wire.js';
import { MAX_WORDS } from '../query/query.js';
import { fold } from '../text.js';
import { stem } from './stem.js';
import { phoneNumbers, tokens, withoutPhoneNumbers, type Token } from './tokens.js';

/**
 * How many folded letters of a question count. Folding makes text longer: one sign may stand for
 * four words (U+FDFA), and each costs a look at all words there are.
 */
const MOST_LETTERS = 2 * MAX_WORDS;

/** How much less a translation counts than the word itself, and a word for the same in German. */
const TRANSLATED = 0.9;
const SYNONYM = 0.5;
const GERMAN = 'de';

/** Something that a question asks for, in one word or some. */
export interface Asked {
  /** Ways to say it, with how surely each is meant, 0 to 1. */
  ways: { tokens: Token[]; weight: number }[];
  /** Whether the first way is in another language than the rest. */
  isTranslated: boolean;
}

/** What a visitor typed, as search understands it. */
export interface Question {
  asked: Asked[];
  /** Neighbours written together, `hausaufgaben hilfe`: they stand for both. */
  pairs: { token: Token; of: [number, number] }[];
  /** All its words, for comparing with a title. */
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
  const numbers = phoneNumbers(q).map((number) => ({ word: number, stem: number }));
  const text = all.map(({ stem: each }) => each).join(' ');
  const covered = new Array<Sense | undefined>(all.length);
  const asked: Asked[] = [];
  /** Which of `asked` a word has become. */
  const at = new Map<number, number>();
  for (const sense of senses) place(sense, all, covered);
  const tells = (index: number, { word }: Token) => {
    const sense = covered[index];
    return sense ? sense.means.length > 0 : word.length > 1 && !isStopWord(word);
  };
  const some = all.some((token, index) => tells(index, token));
  const seen = new Map<string, number>();
  all.forEach((token, index) => {
    if (some && !tells(index, token)) return;
    const sense = covered[index];
    const isNext = sense !== undefined && covered[index - 1] === sense;
    if (isNext) {
      asked.at(-1)?.ways[0]?.tokens.push(token);
      return;
    }
    const known = sense ? undefined : seen.get(token.stem);
    if (known !== undefined) {
      at.set(index, known);
      return;
    }
    const ways: Asked['ways'] = [{ tokens: [token], weight: 1 }];
    const isTranslated = sense !== undefined && sense.language !== GERMAN;
    for (const means of sense?.means ?? []) {
      const meant = tokens(means).filter(({ word }) => !isStopWord(word));
      if (meant.length === 0) continue;
      ways.push({ tokens: meant, weight: isTranslated ? TRANSLATED : SYNONYM });
    }
    at.set(index, asked.push({ ways, isTranslated }) - 1);
    seen.set(token.stem, asked.length - 1);
  });
  const pairs = new Map<string, Question['pairs'][number]>();
  all.slice(1).forEach((second, index) => {
    const [a, b] = [at.get(index), at.get(index + 1)];
    const first = all[index];
    if (a === undefined || b === undefined || a === b || !first) return;
    const word = fold(first.word + second.word);
    pairs.set(word, { token: { word, stem: stem(word) }, of: [a, b] });
  });
  asked.push(
    ...numbers.map((token) => ({
      ways: [{ tokens: [token], weight: 1 }],
      isTranslated: false,
    })),
  );
  return { asked, pairs: [...pairs.values()], text };
}

/** Marks the words that a sense is about, unless they are taken. */
function place(sense: Sense, all: readonly Token[], covered: (Sense | undefined)[]) {
  const words = sense.asked.split(' ');
  for (let at = 0; at + words.length <= all.length; at++) {
    const isHere = words.every(
      (word, index) => all[at + index]?.word === word && !covered[at + index],
    );
    if (isHere) covered.fill(sense, at, at + words.length);
  }
}

/** The first words, as far as they are not too much to look for. */
function bounded(all: Token[]): Token[] {
  let letters = 0;
  return all.filter(({ word }) => (letters += word.length) <= MOST_LETTERS);
}
