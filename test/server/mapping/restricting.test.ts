import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { mapOne } from './mapping-harness.js';

/** Whom an offer is for, what people read beside, and what was said. */
function read(cell: string, fields: Record<string, string> = { audiences: 'Wer' }) {
  const { offer, remarks } = mapOne(fields, { Wer: cell });
  return {
    audiences: offer.audiences,
    text: offer.description,
    said: remarks.map(({ reason }) => reason).join(),
  };
}

describe('for whom', () => {
  test('who is understood in full is who it is for', () => {
    const all = read('Jugendliche, Erwachsene');
    assert.deepEqual(all, { audiences: ['youth', 'adults'], text: undefined, said: '' });
    for (const [word, id] of [
      ['Alleinerziehende', 'single-parents'],
      ['Arbeitslose', 'job-seekers'],
      ['Menschen mit Migrationshintergrund', 'migrants'],
      ['pflegende Angehörige', 'family-carers'],
      ['Senioren', 'seniors'],
    ] as const) {
      assert.deepEqual(read(word).audiences, [id], word);
    }
  });

  test('a list understood in part leaves nobody out, and people read all of it', () => {
    const { audiences, text, said } = read('Jugendliche, Zirkusleute');
    assert.equal(audiences, undefined);
    assert.match(text ?? '', /Wer: Jugendliche, Zirkusleute/);
    assert.match(said, /Zirkusleute.*restricts nothing/);
  });

  test('so does one that names some beside all', () => {
    for (const cell of ['Alle, besonders Frauen', 'Frauen; alle Interessierten']) {
      const { audiences, text } = read(cell);
      assert.equal(audiences, undefined, cell);
      assert.match(text ?? '', /Frauen/);
    }
    assert.deepEqual(read('alle'), { audiences: undefined, text: undefined, said: '' });
  });

  test('so does a word with an exception in brackets', () => {
    for (const cell of ['Jugendliche (außer Azubis)', 'Kinder, Frauen (nicht Schwangere)']) {
      const { audiences, text } = read(cell);
      assert.equal(audiences, undefined, cell);
      assert.match(text ?? '', new RegExp(cell.replace(/[()]/g, '.')));
    }
    assert.deepEqual(read('Senioren (60 plus)').audiences, ['seniors']);
    const terms = { audiences: '{ column: Wer, terms: { "Jugendliche (außer Azubis)": youth } }' };
    assert.deepEqual(read('Jugendliche (außer Azubis)', terms).audiences, ['youth']);
  });

  test('what the mapping says of a word counts', () => {
    const fields = { audiences: '{ column: Wer, terms: { Zirkusleute: ignore } }' };
    assert.deepEqual(read('Jugendliche, Zirkusleute', fields).audiences, ['youth']);
  });

  test('columns are understood together', () => {
    const { offer } = mapOne(
      { audiences: '{ columns: [Wer, Auch] }' },
      { Wer: 'Jugendliche', Auch: 'Zirkusleute' },
    );
    assert.equal(offer.audiences, undefined);
    assert.match(offer.description ?? '', /Jugendliche[^]*Zirkusleute/);
  });
});

test('places that are served: understood in part, none is left out', () => {
  const { offer, remarks } = mapOne({ serves: 'Gebiet' }, { Gebiet: 'Witten, Mondtal' });
  assert.equal(offer.serves, undefined);
  assert.match(offer.description ?? '', /Witten, Mondtal/);
  assert.match(remarks[0]?.reason ?? '', /restricts nothing/);
  assert.deepEqual(mapOne({ serves: 'G' }, { G: 'Witten' }).offer.serves, ['witten']);
});

test('what finds an offer stays, where a list beside is not understood', () => {
  const { offer } = mapOne(
    { topics: 'Themen', spoken: 'Sprachen' },
    { Themen: 'Sport, Zirkus', Sprachen: 'Deutsch, Klingonisch' },
  );
  assert.deepEqual(offer.topics, ['sport']);
  assert.deepEqual(offer.spoken, [{ language: 'de' }]);
});

test('ages and levels are understood whole or not at all', () => {
  for (const [field, cell] of [
    ['age', '6–10 Jahre, 14–16 Jahre'],
    ['age', 'ab 6 Monaten'],
    ['level', 'A1, B2'],
  ] as const) {
    const { offer } = mapOne({ [field]: 'Zelle' }, { Zelle: cell });
    assert.equal(offer[field], undefined, cell);
    assert.match(offer.description ?? '', new RegExp(cell.slice(0, 4)));
  }
});
