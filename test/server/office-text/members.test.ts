import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { words } from '@vielfalt/feed';
import { MemberReader } from '../../../server/src/office-text/index.js';

const NAMES = [
  ...['Kita Sonne', 'Brückenbau, Witten', 'Haus für Eltern sowie Kinder', 'Sport & Spiel e. V.'],
  ...['Amt für Jugend, Familie und Sport', '1. FC Witten', 'Wer hilft wem?'],
];
const reader = new MemberReader(
  NAMES.map((name, at) => ({ name, source: 'office', record: `p${at}` })),
  'office',
);

const name = fc.oneof(
  fc.constantFrom(...NAMES),
  fc.constantFrom('Hort am Bach', 'Caritas', 'Jobcenter EN', 'Verein Ä', 'Trea(t)ff', 'p1'),
  fc.constantFrom('Lesen und mehr, e. V.', 'Schule (Nord, Süd)', 'Frau Holle e. V.', '3 × Mut'),
);
const around = fc.constantFrom(
  ...['@', '@', '@', '@ ?', '„@“', '"@"', '@ (Leitung)', '@ (Frau Muster)', 'evtl. @', '@ u. a.'],
  ...['@ (info@hort.example)', '@, Tel. 030 23125 100', 'www.hort.example @', '@ (angefragt)'],
  ...['@ <info@hort.example>', '- @', '• @', 'Gäste: @', '@ und weitere', '@, 58452 Witten'],
);
const separator = fc.constantFrom(', ', '; ', '\n', ',\n', ' | ', ' sowie ', ' / ', ' • ');
const cell = fc
  .tuple(fc.array(fc.tuple(name, around), { minLength: 1, maxLength: 6 }), separator)
  .map(([entries, between]) =>
    entries.map(([each, form]) => form.replace('@', () => each)).join(between),
  );

/** All words of what was read, whether it became a member or was remarked on. */
function said(text: string): Set<string> {
  return new Set(words(JSON.stringify(reader.list(text)).replaceAll('\\n', ' ')));
}

describe('a cell of members', () => {
  test('loses no word: each is in a member, in a remark, or sets two apart', () => {
    fc.assert(
      fc.property(cell, (text) => {
        const found = said(text);
        // A key stands for its provider.
        const lost = words(text).filter((word) => !found.has(word) && word !== 'sowie');
        assert.deepEqual(lost, []);
      }),
      { numRuns: 500 },
    );
  });

  test('names nobody twice, and no way to reach anybody', () => {
    fc.assert(
      fc.property(cell, (text) => {
        const { members } = reader.list(text);
        const names = members.map((member) => ('name' in member ? member.name : member.provider));
        const keys = names.map((each) => words(each).join(' '));
        assert.equal(new Set(keys).size, keys.length);
        assert.ok(
          names.every((each) => !/@|030 23125|Muster/.test(each)),
          names.join('; '),
        );
      }),
      { numRuns: 500 },
    );
  });

  test('reads the same again from what it has read', () => {
    fc.assert(
      fc.property(cell, (text) => {
        const { members } = reader.list(text);
        const names = members.map((member) => ('name' in member ? member.name : member.provider));
        assert.deepEqual(
          reader.list(names.join('\n'), ['\n']).members.map((member) => ({ ...member, web: 0 })),
          members.map((member) => ({ ...member, web: 0 })),
        );
      }),
      { numRuns: 500 },
    );
  });

  test('may be any text at all, and long, without taking long', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
        assert.ok(reader.list(text));
        assert.ok(reader.one(text));
      }),
    );
    const many = Array.from({ length: 1_000 }, (_, at) => `Verein Nummer ${at}`);
    const { members, remarks } = reader.list(many.join(', '));
    assert.deepEqual([members.length, remarks.length], [500, 500]);
    assert.match(remarks[0]?.reason ?? '', /^is one more than the 500 members/);
    assert.equal(reader.list('x'.repeat(100_000)).rest.length, 1);
    assert.equal(reader.list('1. '.repeat(10_000)).members.length <= 1, true);
  });
});
