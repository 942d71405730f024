import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { LEVELS, printRequest, type Location, type Query } from '@vielfalt/feed';
import { demoFeed } from './demo-feed.js';
import { example, offer, provider } from './example.js';
import { startFeed, type Feed } from './feed-harness.js';

const FORMATS = ['.csv', '.ics', '.geojson', '.jsonld', '.feed.json', '.atom'];

interface GeoJson {
  total: number;
  located: number;
  features: { properties: { offer: string } }[];
}

const some = (...values: string[]) => fc.subarray(values, { minLength: 1, maxLength: 2 });

/** Queries that the demo directory has something for, most of the time. */
const members = {
  q: fc.constantFrom('deutsch', 'sport kinder', 'beratung', 'nähen', 'garten'),
  topic: some('language', 'sport', 'education', 'everyday-help'),
  audience: some('women', 'families', 'refugees'),
  kind: some('course', 'counselling', 'event', 'group'),
  place: some('witten', 'hattingen', 'gevelsberg', 'ennepe-ruhr-kreis'),
  spoken: some('de', 'ar', 'uk'),
  level: fc.constantFrom(...LEVELS),
  age: fc.integer({ min: 0, max: 90 }),
  day: some('mo', 'we', 'sa'),
  time: some('morning', 'evening'),
  near: fc.constant({ lat: 51.4436, lng: 7.3353 }),
  sort: fc.constantFrom('title', 'next', 'checked'),
  lang: fc.constantFrom('de', 'en', 'ar'),
  free: fc.constant(true as const),
  stepfree: fc.constant(true as const),
  openings: fc.constant(true as const),
  women: fc.constant(true as const),
};

const query: fc.Arbitrary<Query> = fc
  .tuple(
    fc.record(members),
    fc.uniqueArray(fc.constantFrom(...Object.keys(members)), { minLength: 2, maxLength: 4 }),
  )
  .map(([all, names]) =>
    Object.fromEntries(Object.entries(all).filter(([name]) => names.includes(name))),
  );

async function read(feed: Feed, path: string) {
  const answer = await feed.get(path);
  assert.equal(answer.status, 200, `${path}: ${answer.body.toString()}`);
  return answer;
}

/** The ids of the JSON answer, page by page, and of those among them that have a point. */
async function asked(feed: Feed, text: string) {
  const cards = [];
  for (let page = 1, total = 1; cards.length < total; page++) {
    const answer = await feed.offers(`${text}&limit=100&page=${page}`);
    total = answer.total;
    cards.push(...answer.offers);
  }
  const located = cards.filter(({ locations }) => locations?.some(({ lat }) => lat !== undefined));
  return { all: cards.map(({ id }) => id), located: located.map(({ id }) => id) };
}

describe('the formats', () => {
  it('hold the offers of the JSON answer in its order, whatever is asked', async () => {
    const feed = await demoFeed();
    let found = 0;
    for (const each of fc.sample(query, 300)) {
      const text = printRequest({ query: each, lock: {} });
      const { all, located } = await asked(feed, text);
      const table = (await read(feed, `/v1/offers.csv?${text}`)).body;
      const rows = parse(table, { bom: true, delimiter: ';' });
      const map = (await read(feed, `/v1/offers.geojson?${text}`)).json<GeoJson>();
      assert.deepEqual(
        rows.slice(1).map((row) => row.at(-1)),
        all,
        text,
      );
      const onMap = map.features.map(({ properties }) => properties.offer);
      assert.deepEqual([...new Set(onMap)], located, text);
      assert.deepEqual([map.total, map.located], [all.length, located.length], text);
      found += all.length;
    }
    assert.ok(found > 2_000, `${found} offers in 300 answers`);
  });

  it('stay inside a lock', async (test) => {
    const feed = await startFeed(test);
    for (const suffix of FORMATS) {
      const { body } = await read(feed, `/v1/offers${suffix}?within.topic=sport&topic=language`);
      assert.doesNotMatch(body.toString(), /Deutschkurs am Vormittag/, suffix);
      const wrong = await feed.get(`/v1/offers${suffix}?within.topic=sprot`);
      assert.equal(wrong.status, 400, suffix);
    }
  });

  it('tell nothing that is on request or not public', async (test) => {
    const secret = fc.stringMatching(/^[A-Z][a-z]{8,12}$/).map((word) => `Geheim${word}`);
    const schedule = { times: [{ dtstart: '2026-12-01T09:00', freq: 'WEEKLY' as const }] };
    for (const word of fc.sample(secret, 10)) {
      const place: Location = {
        ...{ name: word, street: `${word} 9`, postalCode: '58999', locality: word },
        ...{ town: 'witten', district: 'hattingen', lat: 51.98765, lng: 7.98765 },
        visibility: 'on-request',
      };
      const contact = { name: word, role: 'Empfang' };
      const { name: _, ...address } = place;
      const kinds = ['course', 'counselling', 'event', undefined];
      const offers = kinds.map((kind, number) =>
        offer(number, { ...(kind && { kind }), locations: [place], contact, schedule }),
      );
      const providers = [provider(1, { address, contact })];
      const changes = { ...example(), providers, offers };
      const feed = await startFeed(test, { changes });
      const paths = [...FORMATS.map((suffix) => `/v1/offers${suffix}`), '/offers/offer-0.ics'];
      for (const path of paths) {
        const text = (await read(feed, path)).body.toString().replaceAll('\r\n ', '');
        assert.doesNotMatch(text, /Geheim|58999|\.98765/, path);
        if (!path.includes('geojson')) assert.match(text, /Angebot 0/, path);
      }
      await feed.stop();
    }
  });
});
