import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import {
  createTraits,
  likenessOf,
  similar,
  toCard,
  type Card,
  type Likeness,
  type TermCounts,
  type TraitsOf,
  type Offer,
} from '@vielfalt/feed';
import { TERMS, TREE, offer, uuid } from './fixtures.js';

/** A town with a point a little to the south of another. */
const terms = {
  ...TERMS,
  place: {
    ...TERMS.place,
    witten: { label: 'Witten', lat: 51.44, lng: 7.34 },
    hattingen: { label: 'Hattingen', lat: 51.4, lng: 7.19 },
  },
};

/** Cards of offers, each of a provider of its own unless it says which. */
function cardsOf(offers: Partial<Offer>[]): Card[] {
  return offers.map((fields, n) =>
    toCard(offer({ provider: uuid(100 + n), title: `Offer ${n}`, ...fields }), {
      ...{ tree: TREE, language: 'de', lang: 'de', order: n },
    }),
  );
}

/** Counts the terms of all the directory's offers. */
function countTerms(cards: readonly Card[], traits: TraitsOf): TermCounts {
  const topics = new Map<string, number>();
  const audiences = new Map<string, number>();
  for (const card of cards) {
    const { topic, audience } = traits(card);
    for (const id of topic) topics.set(id, (topics.get(id) ?? 0) + 1);
    for (const id of audience) audiences.set(id, (audiences.get(id) ?? 0) + 1);
  }
  return { offers: cards.length, topics, audiences };
}

/** Those that are like something among all cards, with their titles. */
function found(wanted: Likeness, cards: readonly Card[], all: readonly Card[] = cards) {
  const traits = createTraits(TREE);
  return similar(wanted, cards, { terms, tree: TREE, traits, counts: countTerms(all, traits) });
}

/** The neighbours of the first card. */
function neighbours(cards: Card[]) {
  return found(likenessOf(cards.slice(0, 1), terms), cards);
}

const titles = (list: ReturnType<typeof found>) => list.map(({ card }) => card.title);

describe('who else does this', () => {
  test('others who share a topic, with the reason', () => {
    const cards = cardsOf([
      { topics: ['german'], audiences: ['parents'], locations: [{ town: 'witten' }] },
      { topics: ['sport'] },
      { topics: ['german'], audiences: ['parents'], locations: [{ town: 'hattingen' }] },
    ]);
    assert.deepEqual(
      neighbours(cards).map(({ card, reason }) => [card.title, reason]),
      [['Offer 2', { topics: ['german'], audiences: ['parents'], km: 11.3 }]],
    );
  });

  test('a part of a topic is shared with those who name the whole, not with its other parts', () => {
    const cards = cardsOf([{ topics: ['literacy'] }, { topics: ['learning'] }, { topics: [] }]);
    assert.deepEqual(
      neighbours(cards).map(({ reason }) => reason.topics),
      [['learning']],
    );
    const parts = cardsOf([{ topics: ['literacy'] }, { topics: ['german'] }]);
    assert.deepEqual(
      neighbours(parts).map(({ reason }) => reason.topics),
      [['german']],
      'what literacy is a part of',
    );
  });

  test('a rare topic counts more than one that everybody has', () => {
    const common = Array.from({ length: 8 }, () => ({ topics: ['sport'] }));
    const cards = cardsOf([
      { topics: ['sport', 'literacy'] },
      ...common,
      { title: 'Rare', topics: ['literacy'] },
    ]);
    assert.equal(titles(neighbours(cards))[0], 'Rare');
  });

  test('who is near comes before who is far, and who is for others after both', () => {
    const here = { lat: 51.44, lng: 7.34 };
    const cards = cardsOf([
      { topics: ['sport'], audiences: ['parents'], locations: [here] },
      { title: 'Others', topics: ['sport'], audiences: ['refugees'], locations: [here] },
      { title: 'Far', topics: ['sport'], locations: [{ lat: 51.44, lng: 7.46 }] },
      { title: 'Near', topics: ['sport'], locations: [{ lat: 51.44, lng: 7.36 }] },
    ]);
    assert.deepEqual(titles(neighbours(cards)), ['Near', 'Others', 'Far']);
  });

  test('each provider once, at most five of them', () => {
    const cards = cardsOf([
      { topics: ['sport'], audiences: ['parents'] },
      { title: 'Less like', topics: ['sport'], provider: uuid(200) },
      { title: 'Most like', topics: ['sport'], audiences: ['parents'], provider: uuid(200) },
      ...Array.from({ length: 8 }, () => ({ topics: ['sport'] })),
    ]);
    const shown = titles(neighbours(cards));
    assert.equal(shown.length, 5);
    assert.equal(shown[0], 'Most like');
    assert.ok(!shown.includes('Less like'));
  });

  test('nobody learns how far away a place on request is', () => {
    const cards = cardsOf([
      { topics: ['sport'], locations: [{ town: 'witten' }] },
      { topics: ['sport'], locations: [{ town: 'witten', visibility: 'on-request' }] },
    ]);
    assert.deepEqual(neighbours(cards)[0]?.reason, { topics: ['sport'], audiences: [] });
  });

  test('for what is missing, those who have the audience will do', () => {
    const cards = cardsOf([
      { title: 'Audience', topics: ['sport'], audiences: ['parents'] },
      { title: 'Neither', topics: ['sport'] },
      { title: 'Topic', topics: ['german'] },
    ]);
    const wanted: Likeness = { topics: ['german'], audiences: ['parents'], points: [] };
    assert.deepEqual(titles(found(wanted, cards)), ['Topic']);
    assert.deepEqual(titles(found({ ...wanted, anyTopic: true }, cards)).sort(), [
      'Audience',
      'Topic',
    ]);
  });
});

const some = <Value>(...values: Value[]) => fc.subarray(values);
const anyOffers = fc.array(
  fc.record({
    provider: fc.integer({ min: 0, max: 6 }).map(uuid),
    topics: some('learning', 'german', 'literacy', 'sport'),
    audiences: some('families', 'parents', 'refugees'),
    locations: some(
      { town: 'witten' },
      { town: 'hattingen' },
      { lat: 51.42, lng: 7.3 },
      { town: 'witten', visibility: 'on-request' as const },
    ),
  }),
  { minLength: 1, maxLength: 14 },
);

describe('whatever the offers', () => {
  test('nobody is their own neighbour, and none comes without a reason', () => {
    fc.assert(
      fc.property(anyOffers, (offers) => {
        const cards = cardsOf(offers);
        for (const { card, reason } of neighbours(cards)) {
          assert.notEqual(card.provider, cards[0]?.provider);
          assert.ok(reason.topics.length > 0);
        }
      }),
    );
  });

  test('the order of the candidates does not matter', () => {
    fc.assert(
      fc.property(
        anyOffers.chain((offers) => {
          const cards = cardsOf(offers);
          const all = { minLength: cards.length, maxLength: cards.length };
          return fc.tuple(fc.constant(cards), fc.shuffledSubarray(cards, all));
        }),
        ([cards, shuffled]) => {
          const wanted = likenessOf(cards.slice(0, 1), terms);
          assert.deepEqual(found(wanted, shuffled), found(wanted, cards));
        },
      ),
    );
  });

  test('those inside a lock come in the order that they have without it', () => {
    fc.assert(
      fc.property(anyOffers, (offers) => {
        const cards = cardsOf(offers.map((fields, n) => ({ ...fields, provider: uuid(100 + n) })));
        const wanted = likenessOf(cards.slice(0, 1), terms);
        const inside = cards.filter((_card, n) => n % 2 === 0);
        const whole = titles(found(wanted, cards, cards));
        const locked = titles(found(wanted, inside, cards));
        const kept = whole.filter((title) => inside.some((card) => card.title === title));
        assert.deepEqual(locked.slice(0, kept.length), kept);
      }),
    );
  });
});
