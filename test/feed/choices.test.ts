import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { facet, lineage, toggled, type Lock, type Query, type Terms } from '@vielfalt/feed';

const term = (label: string, parent?: string) => ({ label, ...(parent && { parent }) });

const terms: Terms = {
  topic: {},
  audience: {},
  kind: {},
  place: {
    county: term('Kreis'),
    witten: term('Witten', 'county'),
    annen: term('Annen', 'witten'),
    herbede: term('Herbede', 'witten'),
    hattingen: term('Hattingen', 'county'),
    this: term('This', 'that'),
    that: term('That', 'this'),
  },
  language: {},
};

const facets = {
  place: ['county', 'witten', 'annen', 'herbede', 'hattingen'].map((value, index) => ({
    value,
    count: 9 - index,
  })),
};

const shown = (query: Query = {}, lock: Lock = {}) =>
  facet('place', { facets, query, lock, terms }).map(
    ({ value, depth, isChosen, isPartly }) =>
      `${'-'.repeat(depth)}${value}${isChosen ? '!' : ''}${isPartly ? '~' : ''}`,
  );

describe('what there is to choose', () => {
  test('leaves out the whole county, which narrows nothing down', () => {
    assert.deepEqual(shown(), ['witten', 'hattingen']);
  });

  test('opens what is chosen, and what something chosen lies below', () => {
    assert.deepEqual(shown({ place: ['witten'] }), ['witten!', '-annen', '-herbede', 'hattingen']);
    assert.deepEqual(shown({ place: ['annen'] }), ['witten~', '-annen!', '-herbede', 'hattingen']);
  });

  test('shows what is chosen, even the whole', () => {
    assert.deepEqual(shown({ place: ['county'] }), ['county!', '-witten', '-hattingen']);
  });

  test('stays inside a lock', () => {
    assert.deepEqual(shown({}, { place: ['witten'] }), ['annen', 'herbede']);
    assert.deepEqual(shown({}, { at: ['hattingen'] }), []);
    assert.deepEqual(shown({}, { place: ['witten', 'hattingen'] }), ['witten', 'hattingen']);
  });

  test('ends where parents go in a circle', () => {
    assert.deepEqual(lineage('place', 'this', terms), ['this', 'that']);
  });
});

describe('choosing', () => {
  const chosen = (place: string[] | undefined, value: string) =>
    toggled('place', value, place ? { place } : {}, terms).place;

  test('adds a value, or takes it back', () => {
    assert.deepEqual(chosen(undefined, 'witten'), ['witten']);
    assert.deepEqual(chosen(['witten'], 'hattingen'), ['witten', 'hattingen']);
    assert.equal(chosen(['witten'], 'witten'), undefined);
  });

  test('replaces what lies above and below', () => {
    assert.deepEqual(chosen(['witten', 'hattingen'], 'annen'), ['hattingen', 'annen']);
    assert.deepEqual(chosen(['annen', 'herbede'], 'witten'), ['witten']);
  });
});
