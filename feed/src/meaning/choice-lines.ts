import { fold } from '../text.js';

/** The surroundings of a name that means a filter, all folded: `für …`, `… için`, `بال…`. */
export interface Pattern {
  name: string;
  before: string[];
  /** The text attached to the name's first and last word. */
  prefix: string;
  suffix: string;
  behind: string[];
}

/** Words with a number among them, `#`, which goes into the filter's value. */
export interface NumberPhrase {
  name: string;
  value: string;
  words: string[];
}

/** The ways of naming filters in one language. */
export interface ChoicePhrases {
  /** Words or phrases that are a filter by themselves. */
  phrases: { name: string; value: string; words: string[] }[];
  numbers: NumberPhrase[];
  /** Patterns in which a name of the vocabulary is a filter. */
  patterns: Pattern[];
  /** Patterns in which it is not one. */
  not: Pattern[];
  /** Names that are mostly another word: they are filters only in a pattern. Name, then word. */
  doubtful: ReadonlySet<string>;
}

/** The place of a name in a line. */
const NAME = '…';
const YES = 'yes';

/**
 * Reads the lines of a language's `choices.txt`: `day=sa: samstags; am Samstag`, `free: gratis`,
 * `audience: für …`, `not place: … Straße; Ende`.
 *
 * @throws Error naming a line that has no filter with a colon
 */
export function readChoiceLines(lines: readonly string[]): ChoicePhrases {
  const read: ChoicePhrases & { doubtful: Set<string> } = {
    phrases: [],
    numbers: [],
    patterns: [],
    not: [],
    doubtful: new Set(),
  };
  for (const line of lines) {
    const [, isNot, name = '', value, text = ''] =
      /^\s*(not )?([a-z]+)(?:=([^:\s]*(?::00[^:\s]*)*))?:(?!\d)(.*)$/.exec(line) ?? [];
    if (!name) throw new Error(`"${line}" has no filter with a colon behind it.`);
    for (const said of text.split(';')) {
      if (!said.trim()) continue;
      const words = wordsOf(said);
      if (said.includes(NAME)) {
        (isNot ? read.not : read.patterns).push({ name, ...around(said) });
      } else if (isNot) {
        read.doubtful.add(`${name} ${words.join(' ')}`);
      } else if (said.includes('#')) {
        read.numbers.push({ name, value: value ?? '', words: wordsOf(said, /[\p{L}\p{M}]+|#/gu) });
      } else {
        read.phrases.push({ name, value: value ?? YES, words });
      }
    }
  }
  return read;
}

function wordsOf(text: string, word = /[\p{L}\p{M}\p{N}]+/gu): string[] {
  return fold(text).match(word) ?? [];
}

function around(said: string): Omit<Pattern, 'name'> {
  const [start = '', end = ''] = said.split(NAME);
  const before = wordsOf(start);
  const behind = wordsOf(end);
  const isOnto = (text: string, at: RegExp) => at.test(text);
  return {
    prefix: isOnto(start, /[\p{L}\p{M}]$/u) ? (before.pop() ?? '') : '',
    suffix: isOnto(end, /^[\p{L}\p{M}]/u) ? (behind.shift() ?? '') : '',
    before,
    behind,
  };
}
