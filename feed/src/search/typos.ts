import Fuse from 'fuse.js/basic';
import { edits } from './edits.js';
import { isStopWord } from './stop-words.js';

/** From this length on a word may have two typos. */
const LONG = 8;
/** Shorter words have too many neighbours that mean something else: "lesen", "leben". */
const MIDDLE = 6;
const SHORTEST = 4;

/**
 * How surely `word` is what somebody meant who typed `asked`, 0 to 1; both folded. A function of
 * the two words alone.
 */
export function typoQuality(asked: string, word: string): number {
  if (asked.length < SHORTEST || /\d/.test(asked) || isStopWord(word)) return 0;
  const count = edits(asked, word, asked.length < LONG ? 1 : 2);
  const isOtherStart = asked[0] !== word[0] && asked[0] !== word[1];
  if (count === 1 && asked.length >= LONG) return 1;
  if (isOtherStart) return 0;
  if (count === 2) return asked.length < LONG ? 0 : 0.6;
  const isReplaced = asked.length === word.length && !isSwapped(asked, word);
  return count === 1 && !(isReplaced && asked.length < MIDDLE) ? 1 : 0;
}

function isSwapped(a: string, b: string): boolean {
  return [...a].sort().join('') === [...b].sort().join('');
}

/** Finds the words of a dictionary that somebody may have meant. */
export type TypoFinder = (asked: string) => { index: number; quality: number }[];

/**
 * Fuse proposes and `typoQuality` decides. Fuse looks at each word by itself (no limit, no norms,
 * no order), so that what it proposes does not depend on the dictionary's other words.
 */
export function createTypoFinder(dictionary: readonly string[]): TypoFinder {
  const byLength = new Map<number, number[]>();
  dictionary.forEach((word, index) => {
    const known = byLength.get(word.length);
    if (known) known.push(index);
    else byLength.set(word.length, [index]);
  });
  const engines = new Map<number, Fuse<string>>();

  function engineFor(length: number): Fuse<string> {
    let engine = engines.get(length);
    if (!engine) {
      const words = (byLength.get(length) ?? []).map((index) => dictionary[index] ?? '');
      engine = new Fuse(words, {
        threshold: 0.5,
        ignoreLocation: true,
        ignoreFieldNorm: true,
        shouldSort: false,
        isCaseSensitive: true,
      });
      engines.set(length, engine);
    }
    return engine;
  }

  return (asked) => {
    if (asked.length < SHORTEST) return [];
    const most = asked.length < LONG ? 1 : 2;
    const found: ReturnType<TypoFinder> = [];
    for (let length = asked.length - most; length <= asked.length + most; length++) {
      for (const { item, refIndex } of engineFor(length).search(asked)) {
        const quality = typoQuality(asked, item);
        const index = byLength.get(length)?.[refIndex];
        if (quality > 0 && index !== undefined) found.push({ index, quality });
      }
    }
    return found;
  };
}
