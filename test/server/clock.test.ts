import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import type { Schedule } from '@vielfalt/feed';
import { example, offer } from './example.js';
import { startFeed } from './feed-harness.js';

const at = (time: string) => Date.parse(`2026-11-23T${time}:00+01:00`);
const BASE = 'https://feed.example.org';

/** A morning that comes round every week, an afternoon of today alone, something tomorrow. */
const MORNING: Schedule = {
  times: [{ dtstart: '2026-11-02T09:00', dtend: '2026-11-02T11:00', freq: 'WEEKLY' }],
};
const AFTERNOON: Schedule = { times: [{ dtstart: '2026-11-23T15:00' }] };
const TOMORROW: Schedule = { times: [{ dtstart: '2026-11-24T10:00', dtend: '2026-11-24T12:00' }] };

async function start(test: TestContext) {
  const offers = [
    offer(1, { title: 'Am Vormittag', schedule: MORNING }),
    offer(2, { title: 'Heute Nachmittag', schedule: AFTERNOON }),
    offer(3, { title: 'Morgen', schedule: TOMORROW }),
  ];
  return startFeed(test, { changes: { ...example(), offers }, baseUrl: BASE });
}

const maxAge = (header: unknown) => Number(/max-age=(\d+)/.exec(String(header))?.[1]);

describe('as the day goes by', () => {
  it('the order by next date changes, and so does the remembered answer', async (test) => {
    const feed = await start(test);
    const order = async () => {
      const { offers } = await feed.offers('sort=next');
      return offers.map(({ title }) => title);
    };
    feed.setClock(at('08:00'));
    assert.deepEqual(await order(), ['Am Vormittag', 'Heute Nachmittag', 'Morgen']);
    feed.setClock(at('10:59'));
    assert.deepEqual(await order(), ['Am Vormittag', 'Heute Nachmittag', 'Morgen']);
    feed.setClock(at('11:00'));
    assert.deepEqual(await order(), ['Heute Nachmittag', 'Morgen', 'Am Vormittag']);
    feed.setClock(at('15:00'));
    assert.deepEqual(await order(), ['Heute Nachmittag', 'Morgen', 'Am Vormittag']);
    feed.setClock(at('15:01'));
    assert.deepEqual(await order(), ['Morgen', 'Am Vormittag', 'Heute Nachmittag']);
  });

  it('no cache keeps it longer than it is true, and others are kept as before', async (test) => {
    const feed = await start(test);
    const kept = async (path: string) => (await feed.get(path)).headers['cache-control'];
    feed.setClock(at('10:59') + 30_000);
    for (const path of ['/v1/offers?sort=next', '/v1/offers.csv', '/', '/offers/offer-1']) {
      const header = await kept(path);
      assert.equal(maxAge(header), 30, path);
      assert.match(String(header), /s-maxage=30, stale-while-revalidate=0, stale-if-error=0/, path);
    }
    for (const path of ['/v1/offers', '/v1/offers/set', '/v1/offers.ics', '/providers']) {
      assert.equal(maxAge(await kept(path)), 60, path);
    }
    feed.setClock(at('16:00'));
    assert.equal(maxAge(await kept('/v1/offers?sort=next')), 60, 'nothing more today');
  });

  it('pages show what comes next, not what was this morning', async (test) => {
    const feed = await start(test);
    const shown = async (path: string) => (await feed.get(path)).body.toString();
    const dates = (html: string) => [...html.matchAll(/<time datetime="([^"]+)"/g)][0]?.[1];
    feed.setClock(at('08:00'));
    assert.match(await shown('/'), /Mo 9–11 Uhr<\/strong> · nächstes Mal Montag, 23\. November/);
    assert.equal(dates(await shown('/offers/offer-1')), '2026-11-23T09:00');
    feed.setClock(at('20:00'));
    const page = await shown('/');
    assert.match(page, /nächstes Mal Montag, 30\. November/);
    assert.doesNotMatch(page, /Montag, 23\. November/);
    assert.equal(dates(await shown('/offers/offer-1')), '2026-11-30T09:00');
    const table = await shown('/v1/offers.csv');
    assert.match(table, /2026-11-30 09:00/);
    assert.doesNotMatch(table, /2026-11-23 09:00/);
  });
});

describe('cards', () => {
  it('say when an offer comes round, in the language asked for', async (test) => {
    const feed = await start(test);
    const said = async (query: string) => {
      const { offers } = await feed.offers(query);
      return offers.map(({ rhythm }) => rhythm);
    };
    assert.deepEqual(await said('sort=title'), ['Mo 9–11 Uhr', undefined, undefined]);
    assert.deepEqual((await said('sort=title&lang=en'))[0], 'Mon 9:00–11:00');
  });

  it('say appointments beside dates, on pages and in the table', async (test) => {
    const schedule = { ...MORNING, byAppointment: true };
    const changes = {
      ...example(),
      offers: [offer(1, { schedule }), offer(2, { schedule: { byAppointment: true } })],
    };
    const feed = await startFeed(test, { changes });
    const page = (await feed.get('/')).body.toString();
    assert.match(page, /Mo 9–11 Uhr<\/strong> · und nach Vereinbarung · nächstes Mal/);
    assert.match(
      (await feed.get('/providers/provider-1')).body.toString(),
      /und nach Vereinbarung/,
    );
    const rows = (await feed.get('/v1/offers.csv')).body.toString().split('\r\n');
    assert.match(rows[1] ?? '', /09:00–11:00;und nach Vereinbarung;/);
    assert.match(rows[2] ?? '', /;;nach Vereinbarung;/);
  });
});
