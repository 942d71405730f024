import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ProblemDetails } from '@vielfalt/feed';
import { openStore, startService } from '@vielfalt/server';
import { pino } from 'pino';
import { Limits } from '../../server/src/desk/limits.js';
import { readReportForm, takeReport } from '../../server/src/desk/report-form.js';
import {
  eraseReports,
  keepReport,
  settleReport,
  waitingReports,
} from '../../server/src/desk/reports.js';
import { formKey, issueTicket } from '../../server/src/desk/tickets.js';
import type { ReportFault } from '../../server/src/desk/report-form.js';
import { example, MONDAY_NOON, offer } from './example.js';
import { keptExample } from './office-harness.js';
import { startFeed, type Feed } from './feed-harness.js';
import { visit } from './page-harness.js';
import { OFFER_FORM, WRITTEN, elementTicket, pageTicket, send, waiting } from './reports.js';

const ABOUT = 'offers/offer-1';
const OFFER = { kind: 'offer', id: String(example().offers[0]?.id) } as const;
const DAY = 24 * 60 * 60_000;
/** A proxy beside the service tells where a visitor comes from. */
const from = (address: string) => ({ 'x-forwarded-for': address });

/** Sends a report as an element does. */
async function report(feed: Feed, fields: Record<string, string>, headers = {}) {
  const answer = await send(feed, '/v1/reports', { about: ABOUT, ...fields }, headers);
  const body = (await answer.json()) as Partial<ProblemDetails> & { received?: boolean };
  return { status: answer.status, headers: answer.headers, body };
}

const wrongField = ({ body }: { body: Partial<ProblemDetails> }) => body.problems?.[0]?.parameter;

describe('a report from an element', () => {
  it('comes from any website, without a preflight, and its answer may be read', async (test) => {
    const feed = await startFeed(test, { changes: keptExample() });
    assert.equal((await feed.offers('')).directory.reports, true);
    const headers = { origin: 'https://town.example', 'sec-fetch-site': 'cross-site' };
    const fields = { ticket: await elementTicket(feed), wrong: 'closed', text: 'Zu.' };
    const sent = await report(feed, fields, headers);
    assert.deepEqual([sent.status, sent.body], [200, { received: true }]);
    assert.equal(sent.headers.get('access-control-allow-origin'), '*');
    assert.equal(sent.headers.get('access-control-allow-credentials'), null);
    assert.equal(sent.headers.get('set-cookie'), null);
    assert.equal((await waiting(feed)).length, 1);
  });

  it('may ask before, where a page adds headers to all requests', async (test) => {
    const feed = await startFeed(test, { changes: keptExample() });
    const { status, headers } = await feed.get('/v1/reports', {}, 'OPTIONS');
    assert.equal(status, 200);
    assert.match(String(headers['access-control-allow-methods']), /POST/);
  });

  it('is told what is wrong with it, and where the form is not one', async (test) => {
    const feed = await startFeed(test, { changes: keptExample() });
    const ticket = await elementTicket(feed);
    assert.equal(wrongField(await report(feed, { ticket })), 'text');
    assert.equal(wrongField(await report(feed, { ticket, text: 'x'.repeat(2_001) })), 'text');
    assert.equal(
      wrongField(await report(feed, { ticket, text: 'x', reach: 'x'.repeat(201) })),
      'text',
    );
    assert.equal(wrongField(await report(feed, { ticket, text: 'x', website: 'x' })), 'website');
    for (const about of ['offers/nothing', 'networks/network-1', '', 'offers/']) {
      assert.equal((await report(feed, { ticket, about, text: 'x' })).status, 404, about);
    }
    assert.equal((await report(feed, { ticket, about: 'offers/offer-5', text: 'x' })).status, 410);
    const json = { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } };
    assert.equal((await fetch(`${feed.url}/v1/reports`, json)).status, 415);
    assert.equal((await feed.get('/v1/reports', {}, 'PUT')).status, 405);
    assert.deepEqual(await waiting(feed), []);
  });

  it('takes no body that is far too large', async (test) => {
    const feed = await startFeed(test, { changes: keptExample() });
    const ticket = await elementTicket(feed);
    const sent = await report(feed, { ticket, text: 'x'.repeat(1_000_000) });
    assert.equal(sent.status, 413);
    assert.deepEqual(await waiting(feed), []);
  });

  it('stands in the OpenAPI document', async (test) => {
    const feed = await startFeed(test, { changes: keptExample() });
    const { paths } = (await feed.get('/v1/openapi.json')).json<{
      paths: Record<string, Record<string, { requestBody?: { content: object } }>>;
    }>();
    assert.deepEqual(Object.keys(paths['/v1/reports'] ?? {}), ['get', 'post']);
    assert.deepEqual(Object.keys(paths['/v1/reports']?.['post']?.requestBody?.content ?? {}), [
      'application/x-www-form-urlencoded',
    ]);
  });
});

describe('the ticket of a report', () => {
  it('is good from some seconds on and for a day', async (test) => {
    const feed = await startFeed(test, { changes: keptExample() });
    const ticket = await elementTicket(feed);
    const at = async (later: number, text: string) => {
      feed.setClock(MONDAY_NOON + later);
      return wrongField(await report(feed, { ticket, text }));
    };
    assert.equal(await at(2_900, 'a'), 'ticket');
    assert.equal(await at(DAY + 1_000, 'b'), 'ticket');
    assert.deepEqual(await waiting(feed), []);
    assert.equal(await at(3_000, 'c'), undefined);
    assert.equal((await waiting(feed)).length, 1);
  });

  it('cannot be forged, changed, or used for another record', async (test) => {
    const feed = await startFeed(test, { changes: keptExample() });
    const ticket = await elementTicket(feed);
    const [time = '', id = '', signature = ''] = ticket.split('.');
    const forged = [
      '',
      '..',
      'null',
      `${time}.${id}.`,
      `${time}.${id}.${'A'.repeat(signature.length)}`,
      `${(MONDAY_NOON - DAY * 9).toString(36)}.${id}.${signature}`,
      `${time}.${'A'.repeat(id.length)}.${signature}`,
      issueTicket(Buffer.alloc(32), `offer ${OFFER.id}`, MONDAY_NOON),
    ];
    for (const each of forged) {
      assert.equal(wrongField(await report(feed, { ticket: each, text: 'x' })), 'ticket', each);
    }
    const other = { ticket, about: 'offers/offer-4', text: 'x' };
    assert.equal(wrongField(await report(feed, other)), 'ticket');
    assert.deepEqual(await waiting(feed), []);
  });

  it('is good for one report, however often that is sent', async (test) => {
    const feed = await startFeed(test, { changes: keptExample() });
    const ticket = await elementTicket(feed);
    for (const _ of [1, 2]) {
      assert.equal((await report(feed, { ticket, text: 'Zu.' })).status, 200);
    }
    assert.equal(wrongField(await report(feed, { ticket, text: 'Etwas anderes.' })), 'ticket');
    assert.deepEqual(
      (await waiting(feed)).map(({ text }) => text),
      ['Zu.'],
    );
  });

  it('is good for all processes of a database, and lasts over a restart', async (test) => {
    const store = await openStore('sqlite::memory:');
    test.after(() => store.close());
    const [one, two] = await Promise.all([formKey(store), formKey(store)]);
    assert.equal(one.length, 32);
    assert.ok(one.equals(two));
    assert.ok(one.equals(await formKey(store)));
  });
});

describe('reports', () => {
  it('that say the same of a record within a day are one', async (test) => {
    const feed = await startFeed(test, { changes: keptExample() });
    const say = async (text: string, later: number, about = ABOUT) => {
      const ticket = await elementTicket(feed, about);
      feed.setClock(WRITTEN + later);
      assert.equal((await report(feed, { ticket, about, text, wrong: 'times' })).status, 200);
    };
    await say('Jetzt um 10 Uhr', 0);
    await say('jetzt  um\n10 uhr ', 1_000);
    assert.equal((await waiting(feed)).length, 1);
    await say('Jetzt um 10 Uhr', 2_000, 'offers/offer-4');
    await say('Jetzt um 11 Uhr', 3_000);
    assert.equal((await waiting(feed)).length, 3);
    feed.setClock(MONDAY_NOON + DAY);
    const { ticket } = (await feed.get(`/v1/reports?about=${ABOUT}`)).json<{ ticket: string }>();
    feed.setClock(WRITTEN + DAY);
    await report(feed, { ticket, text: 'Jetzt um 10 Uhr', wrong: 'times' });
    assert.equal((await waiting(feed)).length, 4, 'a day later it is said anew');
  });

  it('are kept as written, without characters that steer what shows them', async (test) => {
    const feed = await startFeed(test, { changes: keptExample() });
    const evil = '\u202eKAT\u202c\u2066<b>&amp;\u2069\0\x1b[2J\x07\x9b ‌می‌خواهم';
    const said = 'KAT<b>&amp;[2J ‌می‌خواهم';
    const ticket = await elementTicket(feed);
    await report(feed, { ticket, text: `${evil}\r\n\tx`, reach: evil, wrong: evil });
    const [kept] = await waiting(feed);
    assert.deepEqual(
      [kept?.text, kept?.reach, kept?.reasons],
      [`${said}\n\tx`, said.replace(/\s+/g, ' '), []],
    );
  });

  it('are as long as people count, on one line where the form has one', async (test) => {
    const feed = await startFeed(test, { changes: keptExample() });
    const ticket = await elementTicket(feed);
    const text = `${'😀'.repeat(1_999)}\u2028`;
    const reach = `Kim\u2028${'😀'.repeat(196)}`;
    assert.equal(wrongField(await report(feed, { ticket, text: `${text}😀😀` })), 'text');
    assert.equal((await report(feed, { ticket, text: `${text}!`.slice(2), reach })).status, 200);
    const [kept] = await waiting(feed);
    assert.equal(kept?.text, `${'😀'.repeat(1_998)}\n!`);
    assert.equal(kept.reach, `Kim ${'😀'.repeat(196)}`);
  });

  it('are part of nothing that others see', async (test) => {
    const feed = await startFeed(test, { changes: keptExample() });
    const fields = { ticket: await elementTicket(feed), text: 'Seltsamwort', reach: 'Seltsamwort' };
    await report(feed, fields, from('203.0.113.7'));
    await feed.refresh();
    const paths = [
      '/offers/offer-1',
      '/v1/offers',
      '/v1/offers/offer-1',
      '/v1/records',
      '/v1/offers?q=Seltsamwort',
      `${OFFER_FORM}?text=Seltsamwort`,
      '/insight',
      '/v1/openapi.json',
    ];
    for (const path of paths) {
      const text = (await feed.get(path)).body.toString();
      assert.doesNotMatch(text.replaceAll(`q=Seltsamwort`, ''), /Seltsamwort|203\.0\.113/, path);
    }
    assert.doesNotMatch(feed.logged(), /Seltsamwort|203\.0\.113/);
    const papers = JSON.stringify([...(await feed.store.papers('report'))]);
    assert.doesNotMatch(papers, /203\.0\.113/, 'nothing is kept of who sent it');
  });

  it('wait until somebody settles them, and are erased 90 days later', async (test) => {
    const feed = await startFeed(test, { changes: keptExample() });
    const { store } = feed;
    for (const text of ['eins', 'zwei']) {
      await report(feed, { ticket: await elementTicket(feed), text });
    }
    const [id = ''] = (await waitingReports(store)).keys();
    const settled = MONDAY_NOON + DAY;
    assert.equal(await settleReport(store, id, 'anna@example.org', settled), true);
    assert.equal(await settleReport(store, id, 'eve@example.org', settled + 1), true);
    assert.equal(await settleReport(store, 'nothing', 'anna@example.org', settled), false);
    assert.deepEqual((await store.papers('report', [id])).get(id)?.settled, {
      at: new Date(settled).toISOString(),
      by: 'anna@example.org',
    });
    assert.equal((await waiting(feed)).length, 1);
    await eraseReports(store, settled + 90 * DAY - 1);
    assert.equal((await store.papers('report')).size, 2);
    await eraseReports(store, settled + 90 * DAY);
    assert.deepEqual([...(await store.papers('report')).keys()].includes(id), false);
    await eraseReports(store, settled + 900 * DAY);
    assert.equal((await waiting(feed)).length, 1, 'one that waits is never erased');
  });
});

describe('a service', () => {
  it('erases reports that were settled long enough ago', async (test) => {
    const store = await openStore('sqlite::memory:');
    test.after(() => store.close());
    const said = { ...OFFER, reasons: [], text: 'Zu.' };
    await keepReport(store, 'old', said, MONDAY_NOON - 200 * DAY);
    await keepReport(store, 'new', said, MONDAY_NOON - 100 * DAY);
    await settleReport(store, 'old', 'anna@example.org', MONDAY_NOON - 90 * DAY);
    await settleReport(store, 'new', 'anna@example.org', MONDAY_NOON - 89 * DAY);
    const log = pino({ level: 'silent' });
    const service = await startService({ store, port: 0, log, clock: () => MONDAY_NOON });
    test.after(() => service.stop());
    while ((await store.papers('report')).has('old')) {
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    assert.deepEqual([...(await store.papers('report')).keys()], ['new']);
  });
});

describe('a flood of reports', () => {
  it('from one network is stopped, with the way left, and others still get through', async (test) => {
    const feed = await startFeed(test, { changes: keptExample() });
    const say = async (text: string, address: string) => {
      const ticket = await elementTicket(feed, 'offers/offer-4');
      const fields = { ticket, text, about: 'offers/offer-4' };
      return report(feed, fields, from(address));
    };
    for (let at = 1; at <= 9; at++) {
      const sent = await report(
        feed,
        { ticket: await elementTicket(feed), text: `Nr. ${at}` },
        from(`198.51.100.${at}`),
      );
      assert.equal(sent.status, 200);
    }
    assert.equal((await say('zehn', '198.51.100.200')).status, 200);
    const stopped = await say('elf', '198.51.100.201');
    assert.equal(stopped.status, 429);
    assert.equal(stopped.headers.get('retry-after'), '3600');
    assert.match(stopped.body.detail ?? '', /fehler@example\.org/);
    assert.equal((await say('anderswo', '203.0.113.1')).status, 200);
    feed.setClock(WRITTEN);
    const ticket = await pageTicket(feed);
    const page = await send(feed, OFFER_FORM, { ticket, text: 'zwölf' }, from('198.51.100.9'));
    assert.equal(page.status, 429);
    const html = await page.text();
    assert.match(html, /role="alert"[^]*href="mailto:fehler@example\.org/);
    assert.match(html, /zwölf<\/textarea/, 'nothing that was written is lost');
  });

  it('about one record is stopped, and reports about others get through', async (test) => {
    const feed = await startFeed(test, { changes: keptExample() });
    const statuses: number[] = [];
    for (let at = 1; at <= 12; at++) {
      const ticket = await elementTicket(feed);
      statuses.push((await report(feed, { ticket, text: `${at}` }, from(`203.0.${at}.1`))).status);
    }
    assert.deepEqual(statuses, [...Array.from({ length: 10 }, () => 200), 429, 429]);
    const about = 'offers/offer-4';
    const ticket = await elementTicket(feed, about);
    assert.equal(
      (await report(feed, { ticket, about, text: 'x' }, from('203.0.99.1'))).status,
      200,
    );
  });

  it('of ten thousand in a minute, from as many networks, leaves a hundred, and ten of one record', async (test) => {
    const store = await openStore('sqlite::memory:');
    test.after(() => store.close());
    const key = await formKey(store);
    const limits = new Limits();
    let now = MONDAY_NOON;
    const clock = () => now;
    const say = async (id: string, network: string) => {
      const subject = { kind: 'offer', id } as const;
      const ticket = issueTicket(key, `offer ${id}`, now - 5_000);
      const form = readReportForm(new URLSearchParams({ ticket, text: `Nr. ${network}` }));
      return takeReport(form, subject, { network }, { store, clock, limits });
    };
    const flood = async (about: (at: number) => string) => {
      const outcomes = new Map<ReportFault | undefined, number>();
      for (let at = 0; at < 10_000; at++) {
        now += 6;
        const outcome = await say(about(at), `network ${at}`);
        outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
      }
      return [...outcomes];
    };
    assert.deepEqual(await flood(() => 'one'), [
      [undefined, 10],
      ['many', 9_990],
    ]);
    assert.deepEqual(await flood((at) => `offer ${at % 500}`), [
      [undefined, 90],
      ['many', 9_910],
    ]);
    assert.equal((await store.papers('report')).size, 100);
    // What was refused is not even counted, so that others' limits are kept, too.
    assert.equal(limits.take('something else', 1, 1_000, now), true);
    now += 60 * 60_000;
    assert.equal(await say('offer 900', 'network 900'), undefined, 'an hour later it goes on');
  });

  it('over years does not fill the database', async (test) => {
    const store = await openStore('sqlite::memory:');
    test.after(() => store.close());
    const one = { kind: 'offer', reasons: [] } as const;
    const waitingNow = new Map(
      Array.from({ length: 1_995 }, (_, at) => [
        `r${at}`,
        { ...one, reasons: [], id: `o${at}`, text: 'x', at: new Date(MONDAY_NOON).toISOString() },
      ]),
    );
    await store.change(async (transaction) => {
      await transaction.putPapers('report', waitingNow);
      return { result: undefined, keep: {} };
    });
    const outcomes: string[] = [];
    for (let at = 0; at < 7; at++) {
      const said = { ...one, reasons: [], id: `n${at}`, text: 'y' };
      outcomes.push(await keepReport(store, `n${at}`, said, MONDAY_NOON + at * DAY));
    }
    assert.deepEqual(outcomes, ['kept', 'kept', 'kept', 'kept', 'kept', 'full', 'full']);
    const ofOne: string[] = [];
    const empty = await openStore('sqlite::memory:');
    test.after(() => empty.close());
    for (let at = 0; at < 22; at++) {
      const said = { ...one, reasons: [], id: 'o', text: `${at}` };
      ofOne.push(await keepReport(empty, `n${at}`, said, MONDAY_NOON + at * DAY));
    }
    assert.deepEqual(ofOne.slice(-3), ['kept', 'full', 'full']);
  });

  it('does not change what is shown', async (test) => {
    const feed = await startFeed(test, { changes: keptExample() });
    const before = (await feed.offers('')).directory.revision;
    await report(feed, { ticket: await elementTicket(feed), wrong: 'closed' });
    await feed.refresh();
    assert.equal((await feed.offers('')).directory.revision, before);
    await feed.publish({ offers: [offer(1, { title: 'Neu' })] });
    assert.equal((await waiting(feed)).length, 1, 'nor does an import change reports');
    assert.match((await visit(feed, '/offers/offer-1')).text, /Neu/);
  });
});
