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
 * the two words alone. A first letter is seldom wrong, so it must be right or swapped with the
 * second: "mieten" is not "bieten".
 */
export function typoQuality(asked: string, word: string): number {
  if (!mayHaveTypos(asked) || isStopWord(word)) return 0;
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

function letters(word: string): string {
  return [...word].sort().join('');
}

/** Finds the words of a dictionary that somebody may have meant. */
export type TypoFinder = (asked: string) => { index: number; quality: number }[];

/** The words of one length with one first letter: only these can be meant by what is typed. */
interface Shelf {
  words: string[];
  /** In the dictionary. */
  indices: number[];
}

/**
 * Fuse proposes and `typoQuality` decides. Fuse looks at each word by itself (no limit, no norms,
 * no order), so that what it proposes does not depend on the dictionary's other words.
 */
export function createTypoFinder(dictionary: readonly string[]): TypoFinder {
  const shelves = new Map<string, Shelf>();
  dictionary.forEach((word, index) => {
    const key = shelfOf(word[0], word.length);
    const shelf = shelves.get(key) ?? { words: [], indices: [] };
    shelf.words.push(word);
    shelf.indices.push(index);
    shelves.set(key, shelf);
  });

  return (asked) => {
    if (!mayHaveTypos(asked)) return [];
    const most = mostEdits(asked);
    // Fuse counts a swap as two edits.
    const threshold = (most + 1) / asked.length;
    const found: ReturnType<TypoFinder> = [];
    for (const start of new Set(asked.slice(0, 2))) {
      for (let length = asked.length - most; length <= asked.length + most; length++) {
        const shelf = shelves.get(shelfOf(start, length));
        if (!shelf) continue;
        const fuse = new Fuse(shelf.words, { ...OPTIONS, threshold });
        for (const { item, refIndex } of fuse.search(asked)) {
          const quality = typoQuality(asked, item);
          const index = shelf.indices[refIndex];
          if (quality > 0 && index !== undefined) found.push({ index, quality });
        }
      }
    }
    return found;
  };
}

const OPTIONS = {
  ignoreLocation: true,
  ignoreFieldNorm: true,
  shouldSort: false,
  isCaseSensitive: true,
};

function shelfOf(start: string | undefined, length: number): string {
  return `${start}${length}`;
}
