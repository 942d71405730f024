import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parse } from 'csv-parse/sync';
import type { ProblemDetails } from '@vielfalt/feed';
import { example, offer } from './example.js';
import { startFeed, type Feed } from './feed-harness.js';

const BASE = 'https://feed.example.org';
const TYPES = {
  '.csv': /^text\/csv; charset=utf-8/,
  '.ics': /^text\/calendar; charset=utf-8$/,
  '.geojson': /^application\/geo\+json$/,
  '.jsonld': /^application\/ld\+json$/,
  '.feed.json': /^application\/feed\+json$/,
  '.atom': /^application\/atom\+xml/,
};

const many = (count: number) => ({
  ...example(),
  offers: Array.from({ length: count }, (_, number) => offer(number)),
});

async function table(feed: Feed, query = ''): Promise<Record<string, string>[]> {
  const { body } = await feed.get(`/v1/offers.csv?${query}`);
  assert.deepEqual([...body.subarray(0, 3)], [0xef, 0xbb, 0xbf]);
  return parse<Record<string, string>>(body, { bom: true, delimiter: ';', columns: true });
}

describe('formats', () => {
  for (const [suffix, type] of Object.entries(TYPES)) {
    it(`travel like the feed: ${suffix}`, async (test) => {
      const feed = await startFeed(test, { baseUrl: BASE });
      const path = `/v1/offers${suffix}`;
      const { status, headers } = await feed.get(path);
      assert.equal(status, 200);
      assert.match(headers['content-type'] ?? '', type);
      const name = `filename="beispielverzeichnis-2026-11-23${suffix}"`;
      assert.ok(headers['content-disposition']?.endsWith(name), headers['content-disposition']);
      assert.match(headers['cache-control'] ?? '', /^public, max-age=60, s-maxage=300/);
      assert.equal(headers.vary, 'Accept-Encoding');
      const same = await feed.get(path, { 'If-None-Match': headers.etag ?? '' });
      assert.deepEqual([same.status, same.body.length], [304, 0]);
      const head = await feed.get(path, {}, 'HEAD');
      assert.deepEqual([head.body.length, head.headers.etag], [0, headers.etag]);
      assert.equal((await feed.get(path, {}, 'POST')).status, 405);
      assert.equal((await feed.get(`${path}?topik=sport`)).status, 400);
    });
  }

  it('are a table whose rows are rows, whatever line breaks cells hold', async (test) => {
    const broken = ['Eins\nZwei', 'Eins\r\nZwei', 'Eins\rZwei', '- eins\n- =2+3'];
    const offers = broken.map((description, index) => offer(index + 1, { description }));
    const feed = await startFeed(test, { changes: { ...example(), offers } });
    const { body } = await feed.get('/v1/offers.csv');
    const records = parse(body, { bom: true, delimiter: ';' });
    assert.equal(records.length, 1 + broken.length);
    // Read as most programs do: outside of quotes every line break ends a row.
    const outside = body.toString().replaceAll(/"(?:[^"]|"")*"/g, '');
    assert.equal(outside.trimEnd().split(/\r\n|\n|\r/).length, 1 + broken.length);
  });

  it('are named by the feed itself, without the page that was asked for', async (test) => {
    const feed = await startFeed(test, { baseUrl: BASE });
    const { headers } = await feed.get('/v1/offers?topic=sport&sort=next&limit=1&page=2');
    const link = String(headers.link);
    assert.ok(link.includes(`<${BASE}/v1/offers.csv?topic=sport&sort=next>; rel="alternate"`));
    assert.ok(link.includes(`<${BASE}/v1/offers.atom?topic=sport>; rel="alternate"`));
    const long = await feed.get(
      `/v1/offers?q=${'wort%20'.repeat(25)}&near=51.4,7.3&lang=de${'&topic=sport'.repeat(30)}`,
    );
    assert.equal(long.status, 200);
    assert.ok(String(long.headers.link).length < 2_500);
  });

  it('come whole up to their limit and lead on beyond it', async (test) => {
    const feed = await startFeed(test, { changes: many(1_010), baseUrl: BASE });
    assert.equal((await table(feed)).length, 1_000);
    const { headers } = await feed.get('/v1/offers.csv');
    assert.ok(String(headers.link).includes(`<${BASE}/v1/offers.csv?page=2>; rel="next"`));
    assert.equal((await table(feed, 'page=2')).length, 10);
    assert.equal((await table(feed, 'limit=7')).length, 7);
    const news = (await feed.get('/v1/offers.feed.json')).json<{ items: []; next_url: string }>();
    assert.equal(news.items.length, 100);
    assert.equal(news.next_url, `${BASE}/v1/offers.feed.json?page=2`);
  });

  it('that tell news take no other order', async (test) => {
    const feed = await startFeed(test);
    const answer = await feed.get('/v1/offers.atom?sort=title');
    assert.equal(answer.status, 400);
    assert.equal(answer.json<ProblemDetails>().problems?.[0]?.parameter, 'sort');
  });

  it('change with the day', async (test) => {
    const feed = await startFeed(test);
    assert.equal((await table(feed)).length, 4);
    feed.setClock(Date.parse('2026-11-24T11:00:00Z'));
    assert.equal((await table(feed)).length, 3);
  });
});

describe('the table', () => {
  it('has readable columns and labels in the language asked for', async (test) => {
    const feed = await startFeed(test, { baseUrl: BASE });
    const [german] = await table(feed, 'topic=language');
    assert.equal(german?.['Titel'], 'Deutschkurs am Vormittag');
    assert.equal(german['Themen'], 'Sprache');
    assert.equal(german['Nächster Termin'], '2026-11-30 09:00', 'at noon, this morning is over');
    assert.equal(german['Wochentage'], 'Montag');
    assert.equal(german['Uhrzeiten'], '09:00–12:00');
    assert.equal(german['Adressen'], 'Hauptstraße 1, Witten');
    assert.equal(german['Seite im Verzeichnis'], `${BASE}/offers/offer-1`);
    const [english] = await table(feed, 'topic=language&lang=en');
    assert.equal(english?.['Topics'], 'Language');
    const [arabic] = await table(feed, 'topic=language&lang=ar');
    assert.equal(arabic?.['العنوان'], 'دورة اللغة الألمانية صباحًا');
  });

  it('holds nothing that a spreadsheet would reckon', async (test) => {
    const titles = ['=1+1', '+49 30 23125 100', '-2', '@SUM(A1)', '\tx', 'a;b "c"\nd'];
    const offers = titles.map((title, number) => offer(number, { title }));
    const feed = await startFeed(test, { changes: { ...example(), offers } });
    const rows = await table(feed);
    const cells = rows.flatMap((row) => Object.values(row));
    assert.deepEqual(
      cells.filter((cell) => /^[=+\-@\t\r]/.test(cell)),
      [],
    );
    assert.ok(cells.includes('a;b "c"\nd'));
  });
});

describe("one offer's calendar", () => {
  it('is beside its page', async (test) => {
    const feed = await startFeed(test, { baseUrl: BASE });
    const { status, headers, body } = await feed.get('/offers/offer-1.ics');
    assert.equal(status, 200);
    assert.equal(headers['content-disposition'], 'attachment; filename="offer-1.ics"');
    const text = body.toString();
    assert.match(text, /DTSTART;TZID=Europe\/Berlin:20260907T090000\r\n/);
    assert.match(text, /RRULE:FREQ=WEEKLY;BYDAY=MO;WKST=MO\r\n/);
    assert.match(text, /URL:https:\/\/feed\.example\.org\/offers\/offer-1\r\n/);
    assert.equal(text.match(/BEGIN:VEVENT/g)?.length, 1);
  });

  it('keeps its id and counts up when the offer changes', async (test) => {
    const feed = await startFeed(test);
    const read = async () => {
      const { body } = await feed.get('/offers/offer-1.ics');
      return body.toString().split('BEGIN:VEVENT')[1] ?? '';
    };
    const value = (text: string, name: string) => new RegExp(`${name}:(.*)\r`).exec(text)?.[1];
    const before = await read();
    const { offers } = example();
    await feed.publish({
      offers: [{ ...offers[0]!, changed: '2026-11-23T10:00:00Z', title: 'A, B; C\\' }],
    });
    const after = await read();
    assert.equal(value(after, 'UID'), value(before, 'UID'));
    assert.ok(Number(value(after, 'SEQUENCE')) > Number(value(before, 'SEQUENCE')));
    assert.equal(value(after, 'LAST-MODIFIED'), '20261123T100000Z');
    assert.equal(value(after, 'SUMMARY'), 'A\\, B\\; C\\\\');
  });

  it('is not there for what is unknown, has gone or has no times', async (test) => {
    const feed = await startFeed(test);
    const status = async (slug: string) => (await feed.get(`/offers/${slug}.ics`)).status;
    assert.equal(await status('unknown'), 404);
    assert.equal(await status('offer-5'), 410);
    assert.equal(await status('offer-4'), 404);
    assert.equal((await feed.get('/offers/offer-1.ics?topic=sport')).status, 400);
  });

  it('holds no dates of an offer that is paused', async (test) => {
    const changes = example();
    changes.offers[0]!.status = 'paused';
    const feed = await startFeed(test, { changes });
    const { body } = await feed.get('/v1/offers.ics');
    assert.doesNotMatch(body.toString(), /VEVENT/);
  });
});
