import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { DAYS, FLAGS, TIMES_OF_DAY, type Facets, type Query } from '@vielfalt/feed';
import { anyLock, anyOffers, anyQuery } from './arbitraries.js';
import { TERMS, TREE, answererOf, cards, offer, whole } from './fixtures.js';

const today = (list: 'topic' | 'audience' | 'kind' | 'place') =>
  Object.keys(TERMS[list]).filter((id) => TREE.current(list, id) === id);

/** Every value that a facet may have, and retired terms left out. */
const VALUES: Record<string, string[]> = {
  topic: today('topic'),
  audience: today('audience'),
  kind: today('kind'),
  place: today('place'),
  spoken: ['de', 'ar', 'ar-sy', 'uk'],
  day: [...DAYS],
  time: Object.keys(TIMES_OF_DAY),
  ...Object.fromEntries(FLAGS.map((flag) => [flag, ['yes']])),
};

const choosing = (query: Query, facet: string, value: string): Query => ({
  ...query,
  [facet]: value === 'yes' ? true : [value],
});

const counts = (facets: Facets, facet: string) =>
  Object.fromEntries((facets[facet] ?? []).map(({ value, count }) => [value, count]));

test('each count is what choosing the value alone would find, all else staying', () => {
  fc.assert(
    fc.property(anyOffers, anyQuery, anyLock, (offers, query, lock) => {
      const answerer = answererOf(cards(offers));
      const { facets } = whole(answerer, query, lock);
      assert.deepEqual(Object.keys(facets).toSorted(), Object.keys(VALUES).toSorted());
      for (const [facet, listed] of Object.entries(facets)) {
        for (const { value, count } of listed) {
          const { total } = whole(answerer, choosing(query, facet, value), lock);
          assert.equal(count, total, `${facet}=${value}`);
        }
      }
    }),
  );
});

test('what is not listed would find nothing; an audience, nothing but what is for everyone', () => {
  fc.assert(
    fc.property(anyOffers, anyQuery, anyLock, (offers, query, lock) => {
      const answerer = answererOf(cards(offers));
      const { facets } = whole(answerer, query, lock);
      for (const [facet, values] of Object.entries(VALUES)) {
        for (const value of values) {
          if (value in counts(facets, facet)) continue;
          const found = whole(answerer, choosing(query, facet, value), lock).offers;
          const own = found.filter((card) => facet !== 'audience' || card.audiences?.length);
          assert.deepEqual(own, [], `${facet}=${value}`);
        }
      }
    }),
  );
});

const OFFERS = cards([
  offer({ topics: ['literacy'], locations: [{ town: 'witten' }], online: true }),
  offer({ topics: ['literacy', 'german'], locations: [{ town: 'hattingen' }] }),
  offer({ topics: ['sport'], locations: [{ town: 'witten' }], audiences: ['parents'] }),
]);
const facetsOf = (query: Query) => answererOf(OFFERS)({ query, lock: {} }).facets;

test('a parent counts each offer below it once', () => {
  assert.deepEqual(counts(facetsOf({}), 'topic'), {
    learning: 2,
    german: 2,
    literacy: 2,
    sport: 1,
  });
});

test('a facet’s own choice is left out, so that a second value can be added', () => {
  const facets = facetsOf({ topic: ['sport'] });
  assert.deepEqual(counts(facets, 'topic'), { learning: 2, german: 2, literacy: 2, sport: 1 });
  assert.deepEqual(counts(facets, 'place'), { county: 1, witten: 1 });
  assert.deepEqual(counts(facets, 'online'), {});
});

test('a choice that finds nothing stays listed, so that it can be taken back', () => {
  const facets = facetsOf({ topic: ['sport'], place: ['hattingen'], free: true });
  assert.equal(counts(facets, 'topic')['sport'], 0);
  assert.equal(counts(facets, 'place')['hattingen'], 0);
  assert.deepEqual(counts(facets, 'free'), { yes: 0 });
});

test('a retired term that a website still uses counts as what took over from it', () => {
  const {
    german,
    'german-old': old,
    learning,
  } = counts(facetsOf({ topic: ['german-old'] }), 'topic');
  assert.deepEqual([german, old, learning], [2, 2, 2]);
  assert.ok(!('german-old' in counts(facetsOf({}), 'topic')));
});

test('an offer for everyone counts for each audience', () => {
  assert.deepEqual(counts(facetsOf({}), 'audience'), { families: 3, parents: 3 });
});

test('an offer that serves a place counts for it, for all in it and for what it lies in', () => {
  const { facets } = whole(answererOf(cards([offer({ serves: ['witten'] })])), {});
  assert.deepEqual(counts(facets, 'place'), { county: 1, witten: 1, annen: 1 });
});

test('values come in the vocabulary’s order, days and times in the week’s and the day’s', () => {
  const weekly = (byday: string[], time: string) => ({
    dtstart: `2026-09-01T${time}`,
    freq: 'WEEKLY' as const,
    byday,
  });
  const times = [weekly(['SU', 'TU'], '18:00'), weekly(['MO'], '09:00')];
  const { facets } = whole(answererOf(cards([offer({ schedule: { times } })])), {});
  assert.deepEqual(Object.keys(counts(facets, 'day')), ['mo', 'tu', 'su']);
  assert.deepEqual(Object.keys(counts(facets, 'time')), ['morning', 'evening']);
  assert.deepEqual(Object.keys(counts(facetsOf({}), 'place')), ['county', 'witten', 'hattingen']);
});
