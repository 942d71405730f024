import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { default as addFormats } from 'ajv-formats';
import {
  readAreasAnswer,
  readPointsAnswer,
  type AreasAnswer,
  type PointsAnswer,
  type Vocabulary,
} from '@vielfalt/feed';
import { example, offer } from './example.js';
import { startFeed, type Feed } from './feed-harness.js';
import { attempt, directory, offersInside, ask, printed } from './lock-attempts.js';
import fc from 'fast-check';

const SQUARE = [
  [
    [7.3, 51.4],
    [7.4, 51.4],
    [7.4, 51.5],
    [7.3, 51.4],
  ],
];

/** The example, with a shape of Witten. */
function drawn() {
  const changes = example();
  const place: Vocabulary['place'] = changes.vocabulary.place.map((term) =>
    term.id === 'witten' ? { ...term, area: SQUARE } : term,
  );
  return { ...changes, vocabulary: { ...changes.vocabulary, place } };
}

async function pointsOf(feed: Feed, query = ''): Promise<PointsAnswer> {
  const { status, json } = await feed.get(`/v1/points?${query}`);
  assert.equal(status, 200, query);
  return json<PointsAnswer>();
}

/** Each point with the titles of what is there. */
const shown = ({ points, offers }: PointsAnswer) =>
  points.map(({ offers: at, ...point }) => ({ ...point, titles: at.map((n) => offers[n]?.title) }));

describe('GET /v1/points', () => {
  it('tells of all offers where they happen, or the middle of their town', async (test) => {
    const feed = await startFeed(test);
    const answer = await pointsOf(feed);
    assert.deepEqual(shown(answer), [
      {
        lat: 51.44,
        lng: 7.34,
        town: 'witten',
        street: 'Hauptstraße 1',
        titles: ['Deutschkurs am Vormittag'],
      },
      { lat: 51.44, lng: 7.34, town: 'witten', isRough: true, titles: ['Schutzwohnung'] },
      { lat: 51.4, lng: 7.19, town: 'hattingen', isRough: true, titles: ['Turnen'] },
    ]);
    assert.equal(answer.offers.length, 4, 'the outing is at no point');
    assert.equal(answer.total, 4);
    assert.deepEqual(answer.offers[0], {
      slug: 'offer-1',
      title: 'Deutschkurs am Vormittag',
      provider: 'Verein 1 e. V.',
    });
    assert.deepEqual(Object.keys(answer.terms.place), ['county', 'witten', 'hattingen']);
    assert.deepEqual(readPointsAnswer(answer), answer);
  });

  it('keeps to itself what is told on request', async (test) => {
    const feed = await startFeed(test);
    const { body } = await feed.get('/v1/points');
    assert.doesNotMatch(body.toString(), /Geheim|Verborgene|51\.4321|7\.3321/);
  });

  it('says titles in the language asked for, and in which language they are', async (test) => {
    const feed = await startFeed(test);
    const { offers } = await pointsOf(feed, 'lang=ar&topic=language');
    assert.deepEqual(
      offers.map(({ title, language }) => [title, language]),
      [['دورة اللغة الألمانية صباحًا', 'ar']],
    );
  });

  it('puts together what is at one point, each offer once', async (test) => {
    const changes = example();
    const here = { town: 'witten', name: 'Treff', lat: 51.45, lng: 7.35 };
    const feed = await startFeed(test, {
      changes: {
        ...changes,
        offers: [
          offer(1, { locations: [here, { ...here, lat: 51.450001 }] }),
          offer(2, { locations: [here, { town: 'hattingen' }] }),
        ],
      },
    });
    assert.deepEqual(
      shown(await pointsOf(feed)).map(({ name, town, titles }) => [name, town, titles]),
      [
        ['Treff', 'witten', ['Angebot 1', 'Angebot 2']],
        [undefined, 'hattingen', ['Angebot 2']],
      ],
    );
  });

  it('has the offers of /v1/offers for any query and lock', async (test) => {
    const feed = await startFeed(test, { changes: directory() });
    for (const query of [
      '',
      'topic=language',
      'q=Ox7',
      'place=annen&spoken=ar',
      'within.place=witten',
      'within.topic=sport&place=herdecke',
      'near=51.4,7.3&km=3',
    ]) {
      const { offers } = await pointsOf(feed, query);
      const list = await feed.offers(`limit=100&${query}`);
      assert.deepEqual(
        offers.map(({ slug }) => slug),
        list.offers.map(({ slug }) => slug),
        query,
      );
    }
  });

  it('tells under a lock of nothing outside', async (test) => {
    const feed = await startFeed(test, { changes: directory() });
    const inside = new Map<string, Promise<Set<string>>>();
    await attempt(
      feed,
      fc.constant('/v1/points'),
      (fixed) => {
        const key = printed(fixed, [], false);
        if (!inside.has(key)) inside.set(key, offersInside(feed, fixed));
        return inside.get(key)!;
      },
      150,
    );
    assert.equal((await ask(feed, '/v1/points?within.place=nowhere')).status, 400);
  });

  it('refuses an order, a page and what it does not know, each by its name', async (test) => {
    const feed = await startFeed(test);
    for (const [query, parameter] of [
      ['sort=title', 'sort'],
      ['limit=5', 'limit'],
      ['page=2', 'page'],
      ['place=wittn', 'place'],
      ['colour=red', 'colour'],
      ['within.place=wittn', 'within.place'],
    ] as const) {
      const { status, json } = await feed.get(`/v1/points?${query}`);
      assert.equal(status, 400, query);
      const { problems } = json<{ problems: { parameter: string }[] }>();
      assert.deepEqual(
        problems.map((each) => each.parameter),
        [parameter],
      );
    }
  });
});

describe('GET /v1/areas', () => {
  it('has the shapes of places, which the vocabulary leaves out', async (test) => {
    const feed = await startFeed(test, { changes: drawn() });
    const answer = (await feed.get('/v1/areas')).json<AreasAnswer>();
    assert.deepEqual(answer.areas, { witten: SQUARE });
    assert.equal(answer.terms.place['witten']?.label, 'Witten');
    assert.deepEqual(readAreasAnswer(answer), answer);
    const { body } = await feed.get('/v1/vocabulary');
    assert.doesNotMatch(body.toString(), /"area"/);
  });

  it('is empty where the vocabulary has no shapes, and takes nothing but a language', async (test) => {
    const feed = await startFeed(test);
    assert.deepEqual((await feed.get('/v1/areas?lang=en')).json<AreasAnswer>().areas, {});
    assert.equal((await feed.get('/v1/areas?place=witten')).status, 400);
  });
});

describe('what a map is drawn from', () => {
  it('keeps to its schema, and need not be sent twice', async (test) => {
    const feed = await startFeed(test, { changes: drawn() });
    for (const [path, name] of [
      ['/v1/points?lang=ar', 'points-answer'],
      ['/v1/areas', 'areas-answer'],
    ] as const) {
      const ajv = new Ajv2020({ strict: false });
      addFormats.default(ajv);
      const validate = ajv.compile((await feed.get(`/v1/schema/${name}.json`)).json<object>());
      const { json, headers } = await feed.get(path);
      validate(json());
      assert.deepEqual(validate.errors, null, path);
      const again = await feed.get(path, { 'If-None-Match': String(headers['etag']) });
      assert.equal(again.status, 304);
    }
  });
});
