import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Offer, Provider } from '@vielfalt/feed';
import { demoFeed } from './demo-feed.js';
import { example, offer, provider } from './example.js';
import { startFeed, type Feed } from './feed-harness.js';
import { visit } from './page-harness.js';

type Thing = { '@type': string } & Record<string, unknown>;
interface DataFeed {
  '@context': string;
  license: string;
  dataFeedElement: Thing[];
}
interface Position {
  type: string;
  geometry: { type: string; coordinates: [number, number] };
  id: string;
  properties: { address: string };
}

const things = (value: unknown): Thing[] => {
  if (typeof value !== 'object' || value === null) return [];
  const inside = Object.values(value).flatMap(things);
  return '@type' in value ? [value as Thing, ...inside] : inside;
};

/** Where all towns of the example lie. */
const COUNTY = { addressRegion: 'Kreis', addressCountry: 'DE' };

describe('linked data', () => {
  it('have what search engines require of each type', async () => {
    const feed = await demoFeed();
    const answer = (await feed.get('/v1/offers.jsonld')).json<DataFeed>();
    assert.equal(answer['@context'], 'https://schema.org');
    assert.match(answer.license, /^https:\/\/creativecommons\.org/);
    const all = answer.dataFeedElement;
    const of = (type: string) => things(all).filter((thing) => thing['@type'] === type);
    for (const event of of('Event')) {
      assert.match(String(event['startDate']), /^\d{4}-\d\d-\d\d(T\d\d:\d\d:00[+-]\d\d:\d\d)?$/);
      assert.ok(event['name']);
      assert.ok(event['eventStatus']);
      assert.ok(event['location'], JSON.stringify(event));
    }
    for (const place of of('Place')) assert.ok(place['address'], JSON.stringify(place));
    for (const course of of('Course')) {
      assert.ok(course['name'] && course['provider'] && course['hasCourseInstance']);
    }
    const { offers } = (await feed.store.read())!;
    const described = offers.filter(({ summary, description }) => summary ?? description);
    const urls = described.map(({ slug }) => `https://feed.example.org/offers/${slug}`);
    for (const thing of all.filter(({ url }) => urls.includes(String(url)))) {
      assert.ok(thing['description'], JSON.stringify(thing));
    }
    for (const schedule of of('Schedule')) assert.ok(schedule['repeatFrequency']);
    const types = new Set(all.map((thing) => thing['@type']));
    assert.deepEqual([...types].sort(), ['Course', 'Event', 'EventSeries', 'Service']);
    for (const thing of all) {
      const url = String(thing['url']);
      assert.ok(url.startsWith('https://feed.example.org/offers/'));
      assert.equal(thing['@id'], `${url}#offer`);
    }
    assert.doesNotMatch(JSON.stringify(answer), /:null|:""|:\[\]/);
  });

  it('say when, where, for whom and for how much', async (test) => {
    const meeting: Partial<Offer> = {
      title: 'Frauentreff',
      kind: 'event',
      only: 'women',
      audiences: ['women'],
      cost: { amount: 3.5 },
      locations: [{ name: 'Haus', street: 'Weg 1', town: 'witten', lat: 51.4, lng: 7.3 }],
      schedule: {
        times: [{ dtstart: '2026-12-07T18:00', dtend: '2026-12-07T20:00' }],
      },
    };
    const changes = { ...example(), offers: [offer(1, meeting)] };
    const feed = await startFeed(test, { changes });
    const [event] = (await feed.get('/v1/offers.jsonld')).json<DataFeed>().dataFeedElement;
    assert.equal(event?.['startDate'], '2026-12-07T18:00:00+01:00');
    assert.equal(event['endDate'], '2026-12-07T20:00:00+01:00');
    assert.equal(event['isAccessibleForFree'], false);
    assert.equal((event['offers'] as Thing)['price'], 3.5);
    assert.equal((event['audience'] as Thing)['suggestedGender'], 'female');
    assert.deepEqual((event['location'] as Thing)['address'], {
      '@type': 'PostalAddress',
      streetAddress: 'Weg 1',
      addressLocality: 'Witten',
      ...COUNTY,
    });
  });
});

describe('a provider in linked data', () => {
  const about = async (feed: Feed) => {
    const { html } = await visit(feed, '/providers/provider-1');
    const [, text = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(html) ?? [];
    return JSON.parse(text) as Thing;
  };
  const withAddress = (address: Provider['address']) => {
    const changes = { ...example(), providers: [provider(1, { address })] };
    return { changes, baseUrl: 'https://feed.example.org' };
  };

  it('is a business that one can go to, with what search engines require of it', async (test) => {
    const address = { street: 'Weg 1', postalCode: '58452', town: 'witten', lat: 51.4, lng: 7.3 };
    const found = await about(await startFeed(test, withAddress(address)));
    assert.equal(found['@type'], 'LocalBusiness');
    assert.equal(found['name'], 'Verein 1 e. V.');
    assert.deepEqual(found['address'], {
      '@type': 'PostalAddress',
      streetAddress: 'Weg 1',
      postalCode: '58452',
      addressLocality: 'Witten',
      ...COUNTY,
    });
    assert.deepEqual(found['geo'], { '@type': 'GeoCoordinates', latitude: 51.4, longitude: 7.3 });
  });

  it('is an organisation and no place, where its address is on request', async (test) => {
    const address = {
      ...{ street: 'Geheimweg 1', town: 'witten', lat: 51.4, lng: 7.3 },
      visibility: 'on-request' as const,
    };
    const found = await about(await startFeed(test, withAddress(address)));
    assert.equal(found['@type'], 'Organization');
    assert.doesNotMatch(JSON.stringify(found), /Geheimweg|51\.4/);
  });
});

describe('the way to a page', () => {
  const wayTo = async (feed: Feed, path: string) => {
    const { html } = await visit(feed, path);
    const all = [...html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/g)];
    const found = all
      .map(([, text = '']) => JSON.parse(text) as Thing)
      .find((each) => each['@type'] === 'BreadcrumbList');
    return found?.['itemListElement'] as { position: number; name: string; item?: string }[];
  };

  it('is told to search engines, this page last', async (test) => {
    const baseUrl = 'https://feed.example.org/verzeichnis';
    const feed = await startFeed(test, { baseUrl });
    for (const path of ['/offers/offer-1', '/providers/provider-1', '/topics/language?lang=ar']) {
      const way = await wayTo(feed, path);
      assert.deepEqual(
        way.map(({ position }) => position),
        way.map((_, index) => index + 1),
      );
      const above = way.slice(0, -1);
      assert.ok(above.length > 0, path);
      for (const { name, item } of above) assert.ok(name && item?.startsWith(baseUrl), path);
      assert.ok(way.at(-1)?.name && !way.at(-1)?.item, path);
    }
    const [home, list, self] = await wayTo(feed, '/providers/provider-1');
    assert.deepEqual(
      [home?.name, list?.name, self?.name],
      ['Alle Angebote', 'Alle Anbieter', 'Verein 1 e. V.'],
    );
    assert.equal(list?.item, `${baseUrl}/providers`);
  });

  it('is not told of what has gone', async (test) => {
    const offers = [offer(1, { status: 'ended' })];
    const feed = await startFeed(test, {
      changes: { ...example(), offers },
      baseUrl: 'https://feed.example.org',
    });
    assert.equal(await wayTo(feed, '/offers/offer-1'), undefined);
  });
});

describe('the map', () => {
  it('has a point for each place that everybody may know (RFC 7946)', async (test) => {
    const locations = [
      { town: 'witten', street: 'Weg 1', lat: 51.44, lng: 7.34 },
      { town: 'hattingen', lat: 51.4, lng: 7.19 },
      { town: 'witten' },
    ];
    const changes = { ...example(), offers: [offer(1, { locations }), offer(2)] };
    const feed = await startFeed(test, { changes });
    const map = (await feed.get('/v1/offers.geojson')).json<Record<string, unknown>>();
    assert.equal(map['type'], 'FeatureCollection');
    assert.deepEqual([map['total'], map['offers'], map['located']], [2, 2, 1]);
    const features = map['features'] as Position[];
    assert.deepEqual(
      features.map(({ type, geometry }) => [type, geometry]),
      [
        ['Feature', { type: 'Point', coordinates: [7.34, 51.44] }],
        ['Feature', { type: 'Point', coordinates: [7.19, 51.4] }],
      ],
    );
    assert.equal(new Set(features.map(({ id }) => id)).size, 2);
    assert.equal(features[0]?.properties.address, 'Weg 1, Witten');
  });
});

it('a post box is no place to go: it has a number of its own, and no point', async (test) => {
  const box = {
    street: 'Postfach 12 34',
    postalCode: '58452',
    town: 'witten',
    lat: 51.4,
    lng: 7.3,
  };
  const changes = {
    ...example(),
    providers: [provider(1, { address: box })],
    offers: [offer(1, { locations: [box] })],
  };
  const feed = await startFeed(test, { changes });
  const linked = (await feed.get('/v1/offers.jsonld')).json<DataFeed>();
  const [place] = things(linked).filter((thing) => thing['@type'] === 'Place');
  assert.deepEqual(place?.['address'], {
    '@type': 'PostalAddress',
    ...{ postOfficeBoxNumber: '12 34', postalCode: '58452', addressLocality: 'Witten' },
    ...COUNTY,
  });
  assert.equal(place?.['geo'], undefined);
  const positions = (await feed.get('/v1/offers.geojson')).json<{ features: unknown[] }>();
  assert.equal(positions.features.length, 0);
  assert.equal(
    (await feed.get('/v1/offers?near=51.4,7.3&km=50')).json<{ total: number }>().total,
    0,
  );
});

describe('appointments in linked data', () => {
  const weekly = {
    dtstart: '2026-11-02T09:00',
    dtend: '2026-11-02T12:00',
    freq: 'WEEKLY' as const,
  };
  const schedule = { times: [weekly], byAppointment: true };
  const locations = [{ name: 'Haus', street: 'Weg 1', town: 'witten' }];

  it('are said beside dates and without them, of every type', async (test) => {
    const offers = [
      offer(1, { kind: 'counselling', schedule, contact: { web: 'https://example.org/termin' } }),
      offer(2, { kind: 'course', schedule }),
      offer(3, { kind: 'event', schedule, locations }),
      offer(4, { kind: 'counselling', schedule: { byAppointment: true } }),
      offer(5, { kind: 'counselling', schedule: { times: [weekly] } }),
    ];
    const feed = await startFeed(test, { changes: { ...example(), offers } });
    const actions = async (path: string) =>
      (await feed.get(path))
        .json<DataFeed>()
        .dataFeedElement.map((thing) => [thing['@type'], thing['potentialAction']]);
    const action = { '@type': 'ScheduleAction', name: 'nach Vereinbarung' };
    assert.deepEqual(await actions('/v1/offers.jsonld?sort=title'), [
      ['Service', { ...action, target: 'https://example.org/termin' }],
      ['Course', action],
      ['EventSeries', action],
      ['Service', action],
      ['Service', undefined],
    ]);
    const [[, english] = []] = await actions('/v1/offers.jsonld?sort=title&lang=en');
    assert.match(JSON.stringify(english), /by appointment/i);
  });
});
