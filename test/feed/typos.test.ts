import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import Fuse from 'fuse.js/basic';
import { edits } from '../../feed/src/query/nearest.js';
import { findTypos } from '../../feed/src/search/typos.js';

const lettersOf = (word: string) => [...word].sort().join('');

/** The sureness with which a word is meant, whatever other words there are; 0: it is not. */
function plainQuality(asked: string, word: string): number {
  if (word.length > 4 && asked.length < word.length + 5 && asked.startsWith(word)) return 0.6;
  const isSwapped = asked[0] === word[1] && asked[1] === word[0];
  if (asked[0] !== word[0] && !isSwapped) return 0;
  const most = asked.length < 8 ? 1 : 2;
  const count = edits(asked, word, most);
  if (count === 0 || count > most) return 0;
  const options = {
    ignoreLocation: true,
    isCaseSensitive: true,
    threshold: (most + 1) / asked.length,
  };
  if (!Fuse.match(asked, word, options).isMatch) return 0;
  if (count === 2) return 0.6;
  const isReplaced = asked.length === word.length && lettersOf(asked) !== lettersOf(word);
  return isReplaced && asked.length < 6 ? 0 : 1;
}

/** Few letters, so that words resemble each other; of Cyrillic, and of two code units. */
const letter = fc.constantFrom('a', 'b', 'e', 'n', 'ж', '\u{1d4b3}');
const word = fc.string({ unit: letter, minLength: 1, maxLength: 12 });

test('of a whole dictionary, a question finds the words that looking at each one finds', () => {
  let found = 0;
  fc.assert(
    fc.property(fc.array(word, { maxLength: 80 }), word, word, (words, asked, more) => {
      const [one = '', two = ''] = asked;
      const alike = [asked.slice(1), two + one + asked.slice(2), asked + more.slice(0, 2)];
      const list = [...new Set([...words, ...alike, asked.slice(0, -4)])].filter(Boolean).sort();
      const plain = list.flatMap((each, index) => {
        const quality = asked.length < 4 ? 0 : plainQuality(asked, each);
        return quality > 0 ? [[index, quality] as const] : [];
      });
      found += plain.length;
      assert.deepEqual(findTypos(list, asked), new Map(plain));
    }),
    { numRuns: 2_000 },
  );
  assert.ok(found > 500, `only ${found} typos were found`);
});
