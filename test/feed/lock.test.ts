import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  offersWithin,
  parseQuery,
  parseRequest,
  printQuery,
  printRequest,
  type Card,
  type Lock,
  type Query,
} from '@vielfalt/feed';
import { anyLock, anyOffers, anyQuery } from './arbitraries.js';
import {
  PROVIDERS,
  TODAY,
  TREE,
  answererOf,
  cards,
  idsOf,
  offer,
  titles,
  whole,
} from './fixtures.js';

const inside = (all: Card[], lock: Lock) =>
  offersWithin(all, lock, { tree: TREE, providers: PROVIDERS, today: TODAY });

/** Without a lock's place the order may be another, since what happens there comes first. */
const isOrderedAlike = (lock: Lock, query: Query) => !lock.place || query.place !== undefined;

test('an answer is inside the lock, whatever the query', () => {
  fc.assert(
    fc.property(anyOffers, anyLock, anyQuery, (offers, lock, query) => {
      const all = cards(offers);
      const allowed = new Set(idsOf(inside(all, lock)));
      const { total, offers: page } = answererOf(all)({ query, lock });
      for (const { id } of page) assert.ok(allowed.has(id));
      assert.ok(total <= allowed.size);
    }),
  );
});

test('a lock and a query find what both find: one filters after the other', () => {
  fc.assert(
    fc.property(anyOffers, anyLock, anyQuery, (offers, lock, query) => {
      const all = cards(offers);
      const answerer = answererOf(all);
      const both = whole(answerer, query, lock);
      const locked = new Set(idsOf(whole(answerer, lock).offers));
      const found = idsOf(whole(answerer, query).offers);
      const compared = (ids: string[]) => (isOrderedAlike(lock, query) ? ids : ids.toSorted());
      assert.deepEqual(
        compared(idsOf(both.offers)),
        compared(found.filter((id) => locked.has(id))),
      );
      assert.equal(both.total, both.offers.length);
    }),
  );
});

test('near and far agree: over the locked set alone the answer is the same', () => {
  fc.assert(
    fc.property(anyOffers, anyLock, anyQuery, (offers, lock, query) => {
      const all = cards(offers);
      const far = answererOf(all)({ query, lock });
      const set = inside(all, lock);
      assert.deepEqual(answererOf(set, all)({ query, lock }), far);
      const { offers: page, ...counts } = answererOf(set, all)({ query, lock: {} });
      assert.deepEqual(counts, { total: far.total, facets: far.facets });
      if (isOrderedAlike(lock, query)) assert.deepEqual(page, far.offers);
    }),
  );
});

test('a further lock never adds an offer', () => {
  fc.assert(
    fc.property(anyOffers, anyLock, anyLock, anyQuery, (offers, lock, more, query) => {
      const answerer = answererOf(cards(offers));
      const before = new Set(idsOf(whole(answerer, query, lock).offers));
      // A second value in a list is an alternative; only new names narrow.
      const after = idsOf(whole(answerer, query, { ...more, ...lock }).offers);
      for (const id of after) assert.ok(before.has(id));
    }),
  );
});

test('the same question locked and asked by hand narrows twice, not wider', () => {
  const offers = [
    offer({ title: 'Both', topics: ['german', 'sport'] }),
    offer({ title: 'German', topics: ['german'] }),
    offer({ title: 'Sport', topics: ['sport'] }),
  ];
  assert.deepEqual(titles(offers, { topic: ['sport'] }, { topic: ['german'] }), ['Both']);
  assert.deepEqual(titles(offers, { topic: ['german', 'sport'] }, { topic: ['german'] }), [
    'Both',
    'German',
  ]);
  assert.deepEqual(titles(offers, { topic: ['learning'] }, { topic: ['german'] }), [
    'Both',
    'German',
  ]);
  assert.deepEqual(titles(offers, {}, { topic: ['german'], place: ['witten'] }), []);
});

test('a lock of unknown words is closed', () => {
  const offers = [offer({ topics: ['german'], serves: ['county'], spoken: [{ language: 'de' }] })];
  const locks: Lock[] = [
    { topic: ['no-such-topic'] },
    { place: ['constructor'] },
    { at: ['__proto__'] },
    { kind: ['x'] },
    { provider: ['nobody'] },
    { spoken: ['xx'] },
    { time: ['constructor'] },
    { topic: [] },
  ];
  for (const lock of locks) assert.deepEqual(titles(offers, {}, lock), [], JSON.stringify(lock));
});

test('a visitor’s address cannot carry a lock, nor a lock’s parameter a wish', () => {
  fc.assert(
    fc.property(anyLock, anyLock, anyQuery, (lock, other, query) => {
      const foreign = printRequest({ query: {}, lock: other });
      const address = [printQuery(query), foreign].filter(Boolean).join('&');
      assert.deepEqual(parseQuery(address).query, query);
      const sent = parseRequest(new URLSearchParams(printRequest({ query, lock })));
      assert.deepEqual(sent.request.lock, lock);
    }),
  );
});
