import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stemmer } from '@orama/stemmers/german';
import { words } from '@vielfalt/feed';
import { stem } from '@vielfalt/feed/search';
import fc from 'fast-check';
import { stemGerman } from '../../feed/src/search/german.js';
import { linesOf } from '../../server/src/languages/languages.js';

test('the German stemmer is Snowball’s', () => {
  const all = new Set(linesOf('de', 'lexicon').flatMap(words));
  const german = [...all].filter((word) => /^[a-z]+$/.test(word));
  assert.ok(german.length > 4_000, `${german.length} words`);
  // In the last, one letter between vowels stands beside another.
  for (const word of [...german, 'ayyuung']) assert.equal(stemGerman(word), stemmer(word), word);
  fc.assert(
    fc.property(
      fc.stringMatching(/^[a-z]{1,12}(en|er|es|ung|isch|lich|keit|heit|s|st|end)$/),
      (word) => {
        assert.equal(stemGerman(word), stemmer(word));
      },
    ),
    { numRuns: 2_000 },
  );
});

test('inflected and feminine forms are one', () => {
  const same = (...forms: string[]) => assert.equal(new Set(forms.map(stem)).size, 1, forms.join());
  same('beratung', 'beratungen');
  same('kurs', 'kurse', 'kursen', 'kurses');
  same('sprachkurs', 'sprachkurse');
  same('lehrer', 'lehrerin', 'lehrerinnen', 'lehrern');
  same('arzt', 'arztin', 'arztinnen');
  assert.notEqual(stem('termin'), stem('term'));
});

test('words in other scripts and numbers stay as they are', () => {
  for (const word of ['курси', 'دروس', '58452', 'c++', 'b1']) assert.equal(stem(word), word);
});
