import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  facet,
  everyChoice,
  firstOf,
  lineage,
  toggled,
  type Lock,
  type Query,
  type Terms,
} from '@vielfalt/feed';

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

describe('a facet with many values', () => {
  const many = (count: number) => ({
    spoken: Array.from({ length: count }, (_, index) => ({ value: `l${index}`, count: index })),
    day: Array.from({ length: count }, (_, index) => ({ value: `d${index}`, count: index })),
  });
  const listed = (count: number, query: Query = {}, kept?: string[]) =>
    facet('spoken', { facets: many(count), query, lock: {}, terms }, kept).map(
      ({ value }) => value,
    );

  test('begins with what is chosen, then what shows most offers; a few keep their order', () => {
    assert.deepEqual(listed(9, { spoken: ['l2'] }).slice(0, 3), ['l2', 'l8', 'l7']);
    assert.deepEqual(listed(3, { spoken: ['l2'] }), ['l0', 'l1', 'l2']);
    const days = facet('day', { facets: many(9), query: {}, lock: {}, terms });
    assert.equal(days[0]?.value, 'd0');
  });

  test('keeps the order that somebody is choosing from; what is new comes last', () => {
    const kept = ['l3', 'l1', 'l0', 'l2'];
    assert.deepEqual(listed(5, { spoken: ['l2'] }, kept), [...kept, 'l4']);
  });

  test('hides nothing that is chosen, nor so little that leading to it takes as much room', () => {
    const choices = (count: number, chosen: number[] = []) =>
      Array.from({ length: count }, (_, index) => ({ isChosen: chosen.includes(index), depth: 0 }));
    assert.equal(firstOf(choices(10)).length, 10);
    assert.equal(firstOf(choices(11)).length, 8);
    assert.equal(firstOf(choices(12, [9, 11])).length, 12);
    assert.equal(firstOf(choices(13, [9, 11])).length, 10);
  });

  test('can be searched whole, inside the lock', () => {
    const all = (lock: Lock) =>
      everyChoice('place', { facets, query: {}, lock, terms }).map(({ value }) => value);
    assert.deepEqual(all({}), ['county', 'witten', 'annen', 'herbede', 'hattingen']);
    assert.deepEqual(all({ place: ['witten'] }), ['annen', 'herbede']);
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
