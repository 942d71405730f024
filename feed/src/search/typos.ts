import Fuse from 'fuse.js/basic';
import { edits } from '../query/nearest.js';
import type { WordList } from './word-list.js';

/** From this length on a word may have two typos. */
const LONG = 8;
/** Shorter words have too many neighbours that mean something else: "lesen", "leben". */
const MIDDLE = 6;
const SHORTEST = 4;

/**
 * The sureness, 0 to 1, that somebody who typed `asked` meant `word`; both folded. It depends only
 * on the two words. A first letter is seldom wrong, so it must be right or swapped with the second:
 * "mieten" is not "bieten".
 */
function typoQuality(asked: string, word: string): number {
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

const OPTIONS = { ignoreLocation: true, isCaseSensitive: true };

/** The most letters that an ending takes from a word with a typo in it. */
const ENDING = 4;

/**
 * Finds the words of a dictionary that somebody may have meant. Fuse and `typoQuality`, which is
 * much faster, have to agree. Both look at each word by itself, so that the result does not depend
 * on the dictionary's other words.
 */
export function findTypos(
  dictionary: WordList,
  asked: string,
): { index: number; quality: number }[] {
  if (!mayHaveTypos(asked)) return [];
  const most = mostEdits(asked);
  // Fuse counts a swap as two edits.
  const options = { ...OPTIONS, threshold: (most + 1) / asked.length };
  const found: { index: number; quality: number }[] = [];
  for (const [from, to] of startingAlike(dictionary, asked)) {
    for (let index = from; index < to; index++) {
      const more = dictionary.lengthOf(index) - asked.length;
      if (more > most || more < -ENDING) continue;
      const word = dictionary.at(index);
      // The typo is in an ending, which the stem no longer has: "Beratugn".
      if (word.length > 4 && asked.startsWith(word)) found.push({ index, quality: 0.6 });
      else {
        const quality = typoQuality(asked, word);
        if (quality > 0 && Fuse.match(asked, word, options).isMatch) found.push({ index, quality });
      }
    }
  }
  return found;
}

/**
 * The numbers of the words that begin with the asked word's first letter, or with its first two
 * swapped, in their order: each from one number up to another.
 */
function startingAlike(dictionary: WordList, asked: string): [from: number, to: number][] {
  const [one = '', other = ''] = [asked[0], asked[1]];
  const starts = one === other ? [one] : [one, other + one];
  return starts
    .sort()
    .map((start) => [dictionary.firstFrom(start), dictionary.firstFrom(`${start}\uffff`)]);
}
