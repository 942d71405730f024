import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { marks } from '@vielfalt/feed/marks';
import { stem, tokens } from '@vielfalt/feed/search';

const marked = (text: string, ...found: string[]) =>
  marks(text, found).map(([start, end]) => text.slice(start, end));

describe('the words that a question finds are marked', () => {
  test('whole, inflected, and in compounds that are found', () => {
    const text = 'Deutschkurse: der Kurs am Nachmittag, Kursleitung';
    assert.deepEqual(marked(text, 'deutschkurs', 'kurs'), ['Deutschkurse', 'Kurs']);
    assert.deepEqual(marked(text), []);
  });

  test('with umlauts, however they are written', () => {
    assert.deepEqual(marked('Nähen, Naehen, na\u0308hen', stem('nahen')), [
      'Nähen',
      'Naehen',
      'na\u0308hen',
    ]);
  });

  test('with spellings for both genders', () => {
    for (const word of ['Schüler*innen', 'Schüler:innen', 'Schüler/-innen', 'Schüler(innen)']) {
      assert.deepEqual(marked(`Für ${word}, auch neue`, stem('schuler')), [word]);
    }
    assert.deepEqual(marked('Kurs (in Witten)', 'kurs'), ['Kurs']);
  });

  test('in other scripts, with vowel signs and apostrophes', () => {
    assert.deepEqual(marked('دَوْرَةُ اللغة', ...tokens('دورة').map((each) => each.stem)), ['دَوْرَةُ']);
    assert.deepEqual(marked("для сім'ї та дітей", ...tokens('сімї').map((each) => each.stem)), [
      "сім'ї",
    ]);
  });

  test('with hyphens: the parts, or all of it', () => {
    assert.deepEqual(marked('Eltern-Kind-Gruppe', 'kind'), ['Kind']);
    assert.deepEqual(marked('Eltern-Kind-Gruppe', stem('elternkindgruppe')), [
      'Eltern-Kind-Gruppe',
    ]);
    assert.deepEqual(marked('Kind - Gruppe', stem('kindgruppe')), []);
  });

  test('and lie beside one another, in their order, in any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const all = tokens(text).map((each) => each.stem);
        let last = 0;
        for (const [start, end] of marks(text, all)) {
          assert.ok(start >= last && end > start && end <= text.length);
          last = end;
        }
      }),
    );
  });
});
