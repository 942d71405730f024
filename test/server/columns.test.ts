import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  cardsOn,
  createAnswerer,
  createTraits,
  distanceTo,
  termHeads,
  termTree,
  toCard,
  type Card,
  type HolidayCalendar,
  type Offer,
  type Point,
  type ProviderHead,
  type Request,
  type Vocabulary,
} from '@vielfalt/feed';
import { importFile, openStore } from '@vielfalt/server';
import { demoDirectory } from '../../demo/directory.mjs';
import { Moment } from '../../server/src/answers/moment.js';
import { answerOrdinals, scoredOffers } from '../../server/src/columns/answer.js';
import { OfferColumns } from '../../server/src/columns/columns.js';
import { hasBit } from '../../server/src/columns/bits.js';
import { dayColumns } from '../../server/src/columns/day.js';
import { ProviderHeads } from '../../server/src/columns/provider-heads.js';
import { atOnce } from '../../server/src/slices.js';
import { anyLock, anyOffers, anyQuery } from '../feed/arbitraries.js';
import { offer, PROVIDERS, TODAY, VOCABULARY } from '../feed/fixtures.js';
import { generatedRequests } from '../e2e/requests.js';
import { MONDAY_NOON } from './example.js';

const ZONE = 'Europe/Berlin';
const HOUR = 3_600_000;

interface Kept {
  offers: readonly Offer[];
  vocabulary: Vocabulary;
  providers: Record<string, ProviderHead>;
  calendar?: HolidayCalendar | undefined;
}

/** The columns of some offers, and their cards as the feed answers from them. */
function columnsOf({ offers, vocabulary, providers, calendar }: Kept) {
  const terms = termHeads(vocabulary, 'de', 'de');
  const tree = termTree(terms);
  const cards = offers
    .toSorted((a, b) => a.title.localeCompare(b.title, 'de') || (a.id < b.id ? -1 : 1))
    .map((each, order) => toCard(each, { tree, language: 'de', lang: 'de', order }));
  const filters = { traits: createTraits(tree), tree };
  const heads = ProviderHeads.of(Object.values(providers));
  const all = atOnce(OfferColumns.of(cards, { ...filters, terms, providers: heads }));
  const days = new Map<string, ReturnType<typeof dayOf>>();
  const dayOf = (date: string) => ({
    columns: atOnce(dayColumns(date, cards, { offers: all, filters, calendar })),
    shown: cardsOn(date, cards, calendar),
  });
  return {
    cards,
    all,
    on(date: string) {
      const day = days.get(date) ?? dayOf(date);
      days.set(date, day);
      return { ...day, data: { terms, providers, traits: filters.traits } };
    },
  };
}

/**
 * Asks the columns and the feed's own answerer the same, at an instant.
 * @param scores what the query's words find, by the ids of cards
 * @returns the number of offers that both have found
 */
function compared(
  directory: ReturnType<typeof columnsOf>,
  request: Request,
  scores: ReadonlyMap<string, number>,
  now: number,
): number {
  const [here, there] = [new Moment(now, ZONE), new Moment(now, ZONE)];
  const { cards } = directory;
  const { columns, shown, data } = directory.on(here.date);
  const head = { language: 'de', date: here.date };
  const answer = createAnswerer(
    { ...data, directory: head, offers: shown },
    () => scores,
    there.next,
  );
  const expected = answer(request);
  const ordinals = new Map(cards.map(({ id }, ordinal) => [id, ordinal]));
  const ids = [...scores.keys()];
  const worth = {
    documents: Uint32Array.from(ids.keys()),
    values: Float64Array.from(scores.values()),
  };
  const found = scoredOffers(worth, cards.length, (document) => ordinals.get(ids[document] ?? ''));
  const words = request.query.q === undefined ? undefined : found;
  const { total, page, facets } = atOnce(answerOrdinals(request, columns, words, here.next));
  assert.deepEqual(
    { total, offers: page.map((ordinal) => cards[ordinal]?.id), facets },
    { ...expected, offers: expected.offers.map(({ id }) => id) },
    JSON.stringify(request),
  );
  // A page with nothing on it stays as it is, whatever comes next.
  if (page.length > 0) assert.equal(here.until, there.until);
  return page.length;
}

/** Scores of some of the offers, many of them the same. */
const anyScores = (cards: readonly Card[]) =>
  fc
    .array(fc.constantFrom(0, 0, 1.5, 2, 7.25), {
      minLength: cards.length,
      maxLength: cards.length,
    })
    .map((scores) => {
      const found = cards.map(({ id }, at): [string, number] => [id, scores[at] ?? 0]);
      // Search knows documents that are no cards, too.
      return new Map([...found.filter(([, score]) => score > 0), ['elsewhere', 3]]);
    });

/** Instants of a hundred days round one, the changes of the clock and midnight among them. */
const anyInstant = (middle: number) =>
  fc.oneof(
    fc.integer({ min: -45 * 24 * 60, max: 65 * 24 * 60 }).map((min) => middle + min * 60_000),
    fc
      .tuple(fc.integer({ min: -45, max: 65 }), fc.constantFrom(-1, 0, 1, 60_000))
      .map(([days, after]) => Date.parse(TODAY) + days * 24 * HOUR - 2 * HOUR + after),
    fc.constantFrom(...['2026-10-25T00:59:59Z', '2026-10-25T01:00:00Z'].map(Date.parse)),
  );

async function demo(): Promise<Kept> {
  const store = await openStore('sqlite::memory:');
  try {
    await importFile(store, demoDirectory('2026-11-23'), { now: MONDAY_NOON });
    const state = await store.read();
    assert.ok(state);
    const heads = state.providers.map(({ id, slug, name }) => [id, { id, slug, name }] as const);
    const { offers, vocabulary, directory } = state;
    return {
      offers: offers.filter(({ status }) => status !== 'retired'),
      ...{ vocabulary, providers: Object.fromEntries(heads), calendar: directory.calendar },
    };
  } finally {
    await store.close();
  }
}

describe('columns find the same as the answerer of the feed, in the same order', () => {
  it('among offers of which this and that is known, whatever is asked and when', () => {
    const anyDirectory = fc
      .array(anyOffers, { minLength: 3, maxLength: 5 })
      .map((offers) =>
        columnsOf({ offers: offers.flat(), vocabulary: VOCABULARY, providers: PROVIDERS }),
      );
    let found = 0;
    fc.assert(
      fc.property(
        anyDirectory.chain((directory) =>
          fc.tuple(fc.constant(directory), anyScores(directory.cards)),
        ),
        anyQuery,
        fc.oneof(fc.constant({}), anyLock),
        fc.constantFrom(1, 1, 1, 2),
        anyInstant(Date.parse(`${TODAY}T10:00:00Z`)),
        ([directory, scores], query, lock, page, now) => {
          found += compared(directory, { query: { ...query, page }, lock }, scores, now);
        },
      ),
      { numRuns: 1_500 },
    );
    assert.ok(found > 1_000, `only ${found} offers were compared`);
  });

  it('in the demo directory', async (test) => {
    const directory = columnsOf(await demo());
    const requests = generatedRequests(40, 15).flat();
    let found = 0;
    fc.assert(
      fc.property(
        fc.oneof(
          fc.constantFrom(...requests),
          fc.record({ query: anyQuery, lock: fc.constant({}) }),
        ),
        anyScores(directory.cards),
        fc.record(
          { limit: fc.integer({ min: 1, max: 60 }), page: fc.integer({ min: 2, max: 5 }) },
          { requiredKeys: [], noNullPrototype: true },
        ),
        fc.constantFrom(-1, 0, 3, 20).chain((days) => anyInstant(MONDAY_NOON + days * 24 * HOUR)),
        ({ query, lock }, scores, part, now) => {
          // A few days only: each has to be made once.
          const near = MONDAY_NOON + (now % (4 * 24 * HOUR));
          found += compared(directory, { query: { ...query, ...part }, lock }, scores, near);
        },
      ),
      { numRuns: 700 },
    );
    test.diagnostic(`${found} offers on all pages`);
    assert.ok(found > 3_000, `only ${found} offers were compared`);
  });

  it('how far away offers are, round the poles and the date line too', () => {
    const degree = (most: number) =>
      fc.oneof(
        fc.double({ min: -most, max: most, noNaN: true }),
        fc.constantFrom(-most, most, 0, most - 0.001),
      );
    const anyPoint = fc.record({ lat: degree(90), lng: degree(180) });
    const offset = fc.double({ min: -1.5, max: 1.5, noNaN: true });
    fc.assert(
      fc.property(
        anyPoint,
        fc.integer({ min: 1, max: 100 }),
        fc.array(fc.tuple(offset, fc.oneof(offset, degree(180)), anyPoint), { maxLength: 8 }),
        (point, km, around) => {
          const near = ([lat, lng, elsewhere]: [number, number, Point]) => ({
            locations: [moved(point, lat, lng), elsewhere],
          });
          const offers = around.map((each) => offer(near(each)));
          const { all, cards } = columnsOf({
            ...{ offers, vocabulary: VOCABULARY, providers: PROVIDERS },
          });
          const { offers: found, distances } = all.near(point, km);
          for (const [ordinal, card] of cards.entries()) {
            const expected = distanceTo(card, point) ?? Infinity;
            assert.equal(hasBit(found, ordinal), expected <= km, `${expected}`);
            if (expected <= km) assert.equal(distances[ordinal], expected);
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});

/** A point so many degrees further, over the date line but not over a pole. */
function moved({ lat, lng }: Point, north: number, east: number): Point {
  const across = lng + east;
  return {
    lat: Math.max(-90, Math.min(90, lat + north)),
    lng: across > 180 ? across - 360 : across < -180 ? across + 360 : across,
  };
}
