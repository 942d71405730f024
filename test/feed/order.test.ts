import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { SORTS, nextOf, printQuery, type Card, type Offer, type Query } from '@vielfalt/feed';
import { anyOffers, anyQuery } from './arbitraries.js';
import { TODAY, answererOf, cards, idsOf, offer, titles, whole } from './fixtures.js';

const near = { lat: 51.44, lng: 7.33 };

/** Queries with every order. */
const anySorted = fc
  .tuple(anyQuery, fc.constantFrom(...SORTS))
  .map(([query, sort]) => ({ near, km: 100, ...query, sort }))
  .map(({ near: point, km, ...query }) =>
    query.sort === 'distance' ? { ...query, near: point, km } : query,
  );

test('the order does not depend on the order of the data', () => {
  fc.assert(
    fc.property(anyOffers, anySorted, fc.func(fc.integer()), (offers, query, rank) => {
      const all = cards(offers);
      const mixed = all.toSorted((a, b) => rank(a.id) - rank(b.id));
      assert.deepEqual(whole(answererOf(mixed), query), whole(answererOf(all), query));
    }),
  );
});

test('two offers stand in the same order whatever else is loaded', () => {
  fc.assert(
    fc.property(anyOffers, anySorted, fc.func(fc.boolean()), (offers, query, keep) => {
      const all = cards(offers);
      const some = all.filter(({ id }) => keep(id));
      const kept = new Set(idsOf(some));
      assert.deepEqual(
        idsOf(whole(answererOf(some, all), query).offers),
        idsOf(whole(answererOf(all), query).offers).filter((id) => kept.has(id)),
      );
    }),
  );
});

test('the pages put together are the whole, each offer once', () => {
  fc.assert(
    fc.property(anyOffers, anySorted, fc.integer({ min: 1, max: 7 }), (offers, query, limit) => {
      const answerer = answererOf(cards(offers));
      const all = whole(answerer, query);
      const pages = Array.from({ length: Math.ceil(all.total / limit) + 1 }, (_, index) =>
        answerer({ query: { ...query, limit, page: index + 1 }, lock: {} }),
      );
      assert.deepEqual(idsOf(pages.flatMap((page) => page.offers)), idsOf(all.offers));
      for (const page of pages) assert.equal(page.total, all.total);
    }),
  );
});

test('offers with one title stand by their ids', () => {
  const offers = [3, 1, 2].map(() => offer({ title: 'Same' }));
  const all = whole(answererOf(cards(offers).toReversed()), {}).offers;
  assert.deepEqual(idsOf(all), idsOf(all).toSorted());
});

const at = (lat: number) => ({ locations: [{ lat, lng: near.lng }] });
const checkedOn = (day: string) => ({ checked: { on: day } });
const on = (day: string) => ({ schedule: { times: [{ dtstart: `${day}T10:00` }] } });

/** Offers in the order that is expected of each sort; `A unknown` comes last though A is first by title. */
const EXPECTED: { query: Query; offers: Partial<Offer>[] }[] = [
  {
    query: { sort: 'distance', near, km: 100 },
    offers: [
      { title: 'Near', ...at(51.45) },
      { title: 'Far, also nearer', locations: [{ lat: 51.6, lng: 7.3 }, ...at(51.47).locations] },
      { title: 'Far', ...at(51.5) },
    ],
  },
  {
    query: { sort: 'next' },
    offers: [
      { title: 'Today', ...on(TODAY) },
      { title: 'Tomorrow', ...on('2026-09-08') },
      { title: 'C next year', ...on('2027-01-08') },
      { title: 'A unknown' },
      { title: 'B by appointment', schedule: { byAppointment: true } },
    ],
  },
  {
    query: {},
    offers: [
      { title: 'Today', ...on(TODAY), ...checkedOn('2025-10-01') },
      { title: 'Tomorrow', ...on('2026-09-08'), ...checkedOn('2026-01-01') },
      { title: 'C without a date, checked lately', ...checkedOn('2026-09-01') },
      { title: 'B without a date, checked before', ...checkedOn('2026-08-01') },
      { title: 'A unknown' },
      { title: 'Today, checked long ago', ...on(TODAY), ...checkedOn('2025-09-01') },
      { title: 'A full', ...on(TODAY), ...checkedOn('2026-09-01'), openings: { state: 'full' } },
      { title: 'A paused, checked before', ...checkedOn('2026-08-01'), status: 'paused' },
    ],
  },
  {
    query: { place: ['witten'] },
    offers: [
      { title: 'There', locations: [{ town: 'witten' }] },
      { title: 'Next door', locations: [{ town: 'hattingen' }], serves: ['witten'], ...on(TODAY) },
    ],
  },
  {
    query: { sort: 'checked' },
    offers: [
      { title: 'New', checked: { on: '2026-09-01' } },
      { title: 'Old', checked: { on: '2025-09-01' } },
      { title: 'A unknown' },
      { title: 'B unreadable', checked: { on: 'lately' } },
      { title: 'C unreadable', checked: { on: 'never' } },
    ],
  },
  {
    query: { sort: 'title' },
    offers: [{ title: 'Apfel' }, { title: 'Äpfel' }, { title: 'Birne' }],
  },
  {
    query: { q: 'Nähen' },
    offers: [
      { title: 'Nähen' },
      { title: 'Nähen am Abend' },
      { title: 'A course', description: 'Nähen und Stricken.' },
    ],
  },
];

for (const { query, offers } of EXPECTED) {
  test(`${printQuery(query) || 'nothing asked'}: first what fits best, last what is unknown`, () => {
    assert.deepEqual(
      titles(offers.toReversed().map(offer), query),
      offers.map(({ title }) => title),
    );
  });
}

test('without a wish: by relevance where there are words, by distance where there is a point', () => {
  const offers = [
    offer({ title: 'A course', description: 'Nähen', ...at(51.5) }),
    offer({ title: 'Nähen', ...at(51.45) }),
  ];
  assert.deepEqual(titles(offers, {}), ['A course', 'Nähen']);
  assert.deepEqual(titles(offers, { q: 'nähen' }), ['Nähen', 'A course']);
  assert.deepEqual(titles(offers, { near }), ['Nähen', 'A course']);
  assert.deepEqual(titles(offers, { near, sort: 'title' }), ['A course', 'Nähen']);
});

test('an order that has nothing to go by is the order of titles', () => {
  const offers = [offer({ title: 'B' }), offer({ title: 'A' })];
  for (const sort of SORTS) assert.deepEqual(titles(offers, { sort }), ['A', 'B'], sort);
});

test('next: what is over today no longer counts, what is running does', () => {
  const daily = (from: string, to?: string) => ({
    schedule: {
      times: [
        {
          dtstart: `${TODAY}T${from}`,
          ...(to && { dtend: `${TODAY}T${to}` }),
          freq: 'WEEKLY' as const,
        },
      ],
    },
  });
  const all = cards([
    offer({ title: 'Morning', ...daily('09:00', '11:00') }),
    offer({ title: 'Noon', ...daily('12:00') }),
    offer({ title: 'Tomorrow', ...on('2026-09-08') }),
    offer({ title: 'Whole day', schedule: { times: [{ dtstart: TODAY }] } }),
  ]);
  const order = (time: string) => {
    const next = ({ upcoming = [] }: Pick<Card, 'upcoming'>) =>
      nextOf(upcoming, { date: TODAY, time });
    const { offers } = answererOf(all)({ query: { sort: 'next' }, lock: {} }, next);
    return offers.map(({ title }) => title).join(', ');
  };
  assert.equal(order('08:00'), 'Whole day, Morning, Noon, Tomorrow');
  assert.equal(order('10:59'), 'Whole day, Morning, Noon, Tomorrow');
  assert.equal(order('11:00'), 'Whole day, Noon, Tomorrow, Morning');
  assert.equal(order('12:01'), 'Whole day, Tomorrow, Morning, Noon');
});

test('a lock’s place counts as one that was asked for, unless the visitor asks for one inside it', () => {
  const offers = cards([
    offer({ title: 'A', locations: [{ town: 'hattingen' }], serves: ['witten'] }),
    offer({ title: 'B', locations: [{ town: 'witten' }], serves: ['hattingen'] }),
  ]);
  const first = (query: Query) =>
    answererOf(offers)({ query, lock: { place: ['witten'] } }).offers[0]?.title;
  assert.equal(first({}), 'B');
  assert.equal(first({ place: ['hattingen'] }), 'A');
});

test('of what fits words equally well, the usual order decides', () => {
  const at = (day: string) => ({ times: [{ dtstart: `${day}T09:00`, dtend: `${day}T10:00` }] });
  const same = (title: string, fields: Partial<Offer> = {}) =>
    offer({ title: `${title} Nähen`, ...fields });
  const offers = [
    same('A'),
    same('B', { checked: { on: '2026-01-01', by: 'office' } }),
    same('C', { checked: { on: '2026-02-01', by: 'office' } }),
    same('D', { schedule: at('2027-01-02') }),
    same('E', { schedule: at('2027-01-01') }),
  ];
  const found = whole(answererOf(cards(offers)), { q: 'nähen' }).offers;
  assert.deepEqual(
    found.map(({ title }) => title[0]),
    ['E', 'D', 'C', 'B', 'A'],
  );
});
