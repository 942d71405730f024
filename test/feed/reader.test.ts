import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import {
  SORTS,
  createAnswerer,
  nextFrom,
  readNetworkAnswer,
  readNetworksAnswer,
  readOfferAnswer,
  readOffersAnswer,
  readProviderAnswer,
  readQuestionAnswer,
  readSetAnswer,
  toPublicNetwork,
  toPublicOffer,
  toPublicProvider,
  wholeCard,
  type NetworkAnswer,
  type NetworksAnswer,
  type OfferAnswer,
  type OffersAnswer,
  type ProviderAnswer,
  type QuestionAnswer,
  type SetAnswer,
} from '@vielfalt/feed';
import { anyOffers } from './arbitraries.js';
import {
  TERMS,
  answererOf,
  card,
  carried,
  network,
  offer,
  provider,
  setAnswer,
} from './fixtures.js';

const READERS = [
  readOffersAnswer,
  readSetAnswer,
  readOfferAnswer,
  readProviderAnswer,
  readNetworksAnswer,
  readNetworkAnswer,
];

const full = offer({
  description: 'Sewing.',
  contact: { name: 'Kim Muster', namePublic: true, phone: '030 23125 123' },
  locations: [{ street: 'Weg 1', lat: 51.4, lng: 7.3, stepFree: 'yes' }],
  schedule: { times: [{ dtstart: '2026-09-08T09:00', exdate: ['2026-09-15'] }], text: 'Mostly' },
  registration: { needed: true, until: '2026-09-30', web: 'https://example.org/join' },
  eligibility: { text: 'Anybody', marks: ['residence-status'] },
  links: [{ label: 'More', url: 'https://example.org' }],
  practice: {
    ...{ reason: 'Parents stay.', since: '2023-09-01', results: 'Twelve found work.' },
    needs: { people: 'Two', money: '500 € a year', rooms: 'A kitchen', partners: 'A school' },
    ask: { role: 'Office', phone: '030 23125 124' },
  },
  translations: {
    en: {
      by: 'person',
      texts: { title: 'Sewing', cost: 'None', practiceReason: 'They stay.', practiceRooms: 'One' },
    },
  },
  sourceUrl: 'https://example.org/row',
  interpretation: false,
});

function offersAnswer({ search: _, ...set }: SetAnswer): OffersAnswer {
  const { total, facets } = answererOf(set.offers)({ query: {}, lock: {} });
  const links = { self: '/v1/offers', set: '/v1/offers/set' };
  return { ...set, total, facets, links };
}

describe('what a feed answers reads back unchanged', () => {
  test('offers and sets', () => {
    fc.assert(
      fc.property(anyOffers, (offers) => {
        const set = setAnswer([...offers, full]);
        assert.deepEqual(readSetAnswer(carried(set)), set);
        const page = readOffersAnswer(carried(offersAnswer(set)));
        assert.ok(page);
        assert.deepEqual({ ...page, offers: page.offers.map(wholeCard) }, offersAnswer(set));
      }),
      { numRuns: 50 },
    );
  });

  test('what a question means; an earlier feed says less of it', () => {
    const answer: QuestionAnswer = {
      senses: [{ asked: 'курси', language: 'uk', means: ['Kurs'] }],
      found: ['kurs'],
      choices: [
        { asked: 'Witten', start: 0, end: 6, name: 'place', value: 'witten', label: 'Witten' },
      ],
      nearest: [{ name: 'topic', value: 'sport', label: 'Sport', total: 2 }],
    };
    assert.deepEqual(readQuestionAnswer(carried(answer)), answer);
    assert.deepEqual(readQuestionAnswer({ senses: [] }), { senses: [] });
    const odd = { senses: [], found: [1], choices: [{ asked: 'Witten' }], nearest: 'none' };
    assert.deepEqual(readQuestionAnswer(odd), { senses: [], found: [], choices: [] });
  });

  test('one offer', () => {
    const { directory } = setAnswer([]);
    const answer: OfferAnswer = {
      directory,
      offer: toPublicOffer(full),
      card: card(full, 'en'),
      provider: { id: 'p', slug: 'club', name: 'Club', logo: '/logo/club.png' },
      terms: TERMS,
    };
    assert.deepEqual(readOfferAnswer(carried(answer)), answer);
  });

  test('one provider', () => {
    const answer: ProviderAnswer = {
      directory: setAnswer([]).directory,
      provider: toPublicProvider(
        provider({
          status: 'published',
          changed: '2026-09-01T00:00:00Z',
          checked: { on: '2026-08-01', by: 'Office' },
          address: { street: 'Weg 1', town: 'witten', visibility: 'public' },
          networks: ['Sport'],
          web: 'https://example.org',
        }),
      ),
      offers: 4,
      networks: [
        {
          ...{ id: 'n', slug: 'table', name: 'Round table', language: 'en' },
          translation: { language: 'de', by: 'person', texts: { name: 'Runder Tisch' } },
          others: [
            { provider: { id: 'p', slug: 'club', name: 'Club' }, coordinates: true },
            { name: 'Nursery', web: 'https://nursery.example.org' },
          ],
        },
      ],
      terms: TERMS,
    };
    assert.deepEqual(readProviderAnswer(carried(answer)), answer);
  });

  test('networks', () => {
    const answer: NetworksAnswer = {
      directory: setAnswer([]).directory,
      total: 2,
      networks: [
        {
          ...{ id: 'n', slug: 'table', name: 'Round table', members: 7 },
          ...{ topics: ['german'], places: ['witten'], coordinator: { provider: 'p' } },
          next: { start: '2026-09-08T17:00', end: '2026-09-08T19:00' },
          rhythm: 'Di 17–19 Uhr',
        },
        { id: 'm', slug: 'group', name: 'Group', members: 0, coordinator: { name: 'Nursery' } },
      ],
      providers: { p: { id: 'p', slug: 'club', name: 'Club' } },
      terms: TERMS,
    };
    assert.deepEqual(readNetworksAnswer(carried(answer)), answer);
  });

  test('one network', () => {
    const answer: NetworkAnswer = {
      directory: setAnswer([]).directory,
      network: toPublicNetwork(
        network({
          ...{ status: 'published', changed: '2026-09-01T00:00:00Z', language: 'en' },
          ...{ aim: 'Meet.', places: ['witten'], topics: ['german'], web: 'https://example.org' },
          checked: { on: '2026-08-01', by: 'Office' },
          members: [{ name: 'Nursery' }],
          coordinator: { name: 'Nursery' },
          schedule: { times: [{ dtstart: '2026-09-08T17:00' }], closed: ['school-holidays'] },
          contact: { role: 'Coordination', phone: '030 23125 123' },
          links: [{ label: 'Minutes', url: 'https://example.org/minutes' }],
          translations: { de: { by: 'person', texts: { name: 'Runder Tisch' } } },
        }),
      ),
      translation: { language: 'de', by: 'person', texts: { name: 'Runder Tisch' } },
      members: [{ name: 'Nursery', coordinates: true }],
      upcoming: [{ start: '2026-09-08T17:00' }],
      rhythm: 'Di 17 Uhr',
      terms: TERMS,
    };
    assert.ok(!('members' in answer.network) && !('record' in answer.network));
    assert.deepEqual(readNetworkAnswer(carried(answer)), answer);
  });
});

const good = offer({ title: 'Good' });

/** The set with one more field, or another value in place of one. */
function changed(path: readonly (string | number)[], value: unknown): unknown {
  const set = carried(setAnswer([good, full])) as Record<string, unknown>;
  let at = set;
  for (const name of path.slice(0, -1)) at = at[name] as typeof at;
  at[path.at(-1) ?? ''] = value;
  return set;
}
const read = (path: readonly (string | number)[], value: unknown) =>
  readSetAnswer(changed(path, value));
const shown = (answer: SetAnswer | undefined) => answer?.offers.map(({ title }) => title);

describe('what is broken is left out, the rest stays', () => {
  const whole = readSetAnswer(carried(setAnswer([good, full])));
  const all = shown(whole);

  test('an offer among others', () => {
    const broken = [null, 1, 'x', [], {}, { id: 'x', title: 'Bad' }];
    for (const value of broken) assert.deepEqual(shown(read(['offers', 0], value)), all?.slice(1));
    for (const name of ['id', 'slug', 'title', 'provider', 'status', 'order']) {
      for (const value of [undefined, null, '', ' ', [], {}, true]) {
        assert.deepEqual(shown(read(['offers', 0, name], value)), all?.slice(1), name);
      }
    }
  });

  test('a field of an offer: a word of a newer feed, another type', () => {
    const value = (name: string, given: unknown) =>
      (read(['offers', 0, name], given)?.offers[0] as Record<string, unknown> | undefined)?.[name];
    assert.equal(value('summary', 12), undefined);
    assert.equal(value('only', 'everybody'), undefined);
    assert.equal(value('online', 'yes'), undefined);
    assert.equal(value('openings', { state: 'plenty' }), undefined);
    assert.deepEqual(value('topics', ['german', 5, null, '']), ['german']);
    assert.deepEqual(value('age', { from: '18', to: 27 }), { to: 27 });
    assert.deepEqual(value('schedule', { times: [{}, { dtstart: '2026-09-08T09:00' }] }), {
      times: [{ dtstart: '2026-09-08T09:00' }],
    });
  });

  test('fields that nobody knows', () => {
    for (const path of [['new'], ['directory', 'new'], ['offers', 0, 'new'], ['terms', 'new']]) {
      assert.deepEqual(read(path, { a: 1 }), whole);
    }
  });

  test('providers, terms, lists of terms', () => {
    assert.deepEqual(read(['providers'], { a: null, b: { id: 'b' } })?.providers, {});
    assert.deepEqual(read(['terms', 'topic'], { a: {}, b: { label: 'B' } })?.terms.topic, {
      b: { label: 'B' },
    });
    assert.deepEqual(read(['terms', 'kind'], 7)?.terms.kind, {});
    assert.deepEqual(read(['terms'], null)?.terms.place, {});
  });

  test('without what everything rests on there is no answer', () => {
    assert.equal(read(['directory'], undefined), undefined);
    assert.equal(read(['offers'], {}), undefined);
    assert.equal(read(['directory', 'timeZone'], undefined), undefined);
    assert.equal(read(['directory', 'timeZone'], 'Europe/Nowhere'), undefined);
  });
});

/** Times that look right and are not. */
const anySchedule = fc.record({
  times: fc.array(
    fc.record({
      dtstart: fc.constantFrom('soon', '2026-02-30T09:00', '2026-09-08T09:00', '9999-12-31T23:00'),
      freq: fc.constantFrom('WEEKLY', 'MONTHLY', 'YEARLY'),
      interval: fc.constantFrom(0, 0.5, 1, 1e9),
      byday: fc.constantFrom(['XX'], ['MO'], []),
    }),
    { minLength: 1, maxLength: 3 },
  ),
});

describe('whatever arrives', () => {
  test('nothing is thrown', () => {
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), fc.anything()), (json) => {
        for (const reader of READERS) reader(json);
      }),
    );
  });

  test('what is let through can be answered from', () => {
    const hostile = fc.constantFrom('__proto__', 'constructor', ['constructor'], ['__proto__']);
    const change = fc.oneof(
      fc.tuple(fc.constantFrom(...Object.keys(card(full)), 'topics', 'kind', 'taught'), hostile),
      fc.tuple(fc.constantFrom(...Object.keys(card(full))), fc.jsonValue()),
      fc.tuple(fc.constant('schedule'), anySchedule),
    );
    fc.assert(
      fc.property(change, ([field, value]) => {
        const answer = read(['offers', 0, field], value);
        assert.ok(answer);
        const all = new Map(answer.offers.map(({ id }) => [id, 1]));
        const ask = createAnswerer(answer, () => all, nextFrom(answer.directory.date));
        const near = { lat: 51, lng: 7 };
        for (const sort of SORTS) {
          ask({ query: { q: 'good', sort, near, day: ['mo'] }, lock: { topic: ['german'] } });
          ask({ query: { sort }, lock: {} });
        }
      }),
      { numRuns: 300 },
    );
  });

  test('a feed cannot reach the objects of the page', () => {
    const json =
      '{"a":1,"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}';
    for (const name of ['directory', 'providers', 'terms', 'facets']) {
      readOffersAnswer({
        ...(carried(setAnswer([])) as object),
        [name]: JSON.parse(json) as unknown,
      });
    }
    assert.ok(!('polluted' in {}));
  });
});
