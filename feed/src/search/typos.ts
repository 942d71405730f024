import Fuse from 'fuse.js/basic';
import { edits } from './edits.js';

/** From this length on a word may have two typos. */
const LONG = 8;
/** Shorter words have too many neighbours that mean something else: "lesen", "leben". */
const MIDDLE = 6;
const SHORTEST = 4;

/**
 * How surely `word` is what somebody meant who typed `asked`, 0 to 1; both folded. A function of
 * the two words alone. A first letter is seldom wrong, so it must be right or swapped with the
 * second: "mieten" is not "bieten".
 */
export function typoQuality(asked: string, word: string): number {
  if (!mayHaveTypos(asked)) return 0;
  const isSwappedStart = asked[0] === word[1] && asked[1] === word[0];
  if (asked[0] !== word[0] && !isSwappedStart) return 0;
  const most = mostEdits(asked);
  const count = edits(asked, word, most);
  if (count === 0 || count > most) return 0;
  if (count === 2) return 0.6;
  const isReplaced = asked.length === word.length && letters(asked) !== letters(word);
  return isReplaced && asked.length < MIDDLE ? 0 : 1;
}

function mayHaveTypos(asked: string): boolean {
  return asked.length >= SHORTEST && !/\d/.test(asked);
}

function mostEdits(asked: string): number {
  return asked.length < LONG ? 1 : 2;
}

/** The letters of a word as bits, several letters to a bit in other scripts. */
function letterSet(word: string): number {
  let set = 0;
  for (let at = 0; at < word.length; at++) set |= 1 << (word.charCodeAt(at) & 31);
  return set;
}

function bits(set: number): number {
  let count = 0;
  for (let rest = set; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}

function letters(word: string): string {
  return [...word].sort().join('');
}

/** Finds the words of a dictionary that somebody may have meant. */
export type TypoFinder = (asked: string) => { index: number; quality: number }[];

/**
 * Fuse proposes and `typoQuality` decides. Fuse looks at each word by itself, so that what it
 * proposes does not depend on the dictionary's other words.
 */
export function createTypoFinder(dictionary: readonly string[]): TypoFinder {
  /** The words of one length with one first letter: only these can be meant by what is typed. */
  const shelves = new Map<string, { word: string; index: number; letters: number }[]>();
  dictionary.forEach((word, index) => {
    const key = shelfOf(word[0], word.length);
    const shelf = shelves.get(key);
    const entry = { word, index, letters: letterSet(word) };
    if (shelf) shelf.push(entry);
    else shelves.set(key, [entry]);
  });

  return (asked) => {
    if (!mayHaveTypos(asked)) return [];
    const most = mostEdits(asked);
    // Fuse counts a swap as two edits.
    const options = { ...OPTIONS, threshold: (most + 1) / asked.length };
    const own = letterSet(asked);
    const found: ReturnType<TypoFinder> = [];
    for (const start of new Set(asked.slice(0, 2))) {
      for (let length = asked.length - most; length <= asked.length + most; length++) {
        for (const { word, index, letters: others } of shelves.get(shelfOf(start, length)) ?? []) {
          // An edit changes two letters of the set at most.
          if (bits(own ^ others) > 2 * most) continue;
          if (!Fuse.match(asked, word, options).isMatch) continue;
          const quality = typoQuality(asked, word);
          if (quality > 0) found.push({ index, quality });
        }
      }
    }
    return found;
  };
}

const OPTIONS = { ignoreLocation: true, isCaseSensitive: true };

function shelfOf(start: string | undefined, length: number): string {
  return `${start}${length}`;
}
