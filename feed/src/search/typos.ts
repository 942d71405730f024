import Fuse from 'fuse.js/basic';
import { edits } from '../query/nearest.js';
import { firstFrom } from './search-index.js';

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

/**
 * Finds the words of a sorted dictionary that somebody may have meant, by their numbers, with the
 * quality of each: only those that begin as a typo may are looked at. Fuse and `typoQuality`, which
 * is much faster, have to agree. Both look at each word by itself, so that the result does not
 * depend on the dictionary's other words.
 */
export function findTypos(dictionary: readonly string[], asked: string): Map<number, number> {
  const found = new Map<number, number>();
  if (!mayHaveTypos(asked)) return found;
  const [one = '', other = ''] = [asked[0], asked[1]];
  // Fuse counts a swap as two edits.
  const options = { ...OPTIONS, threshold: (mostEdits(asked) + 1) / asked.length };
  for (const start of [one, other + one]) {
    let at = firstFrom(dictionary, start);
    for (let word = dictionary[at]; word?.startsWith(start); word = dictionary[++at]) {
      // The typo is in an ending, which the stem no longer has: "Beratugn".
      const isStem = word.length > 4 && asked.length < word.length + 5 && asked.startsWith(word);
      const quality = isStem ? 0.6 : typoQuality(asked, word);
      if (isStem || (quality > 0 && Fuse.match(asked, word, options).isMatch)) {
        found.set(at, quality);
      }
    }
  }
  return found;
}
