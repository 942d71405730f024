import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { example, MONDAY_NOON, offer, provider } from './example.js';
import { keptExample } from './office-harness.js';
import { startFeed } from './feed-harness.js';
import { linksTo, unescaped, visit } from './page-harness.js';
import { OFFER_FORM, WRITTEN, pageTicket, send, ticketIn, waiting } from './reports.js';

describe('the form for what is wrong, as a page', () => {
  it('is led to from offers and providers, and is right in their language', async (test) => {
    const feed = await startFeed(test, { changes: keptExample() });
    for (const path of ['/offers/offer-1', '/providers/provider-1']) {
      const page = await visit(feed, path);
      assert.deepEqual(linksTo(page, /^Fehler melden$/), [`${path}/report`]);
      const form = await visit(feed, `${path}/report?lang=ar`);
      assert.equal(form.status, 200);
      assert.match(form.html, /<html lang="ar" dir="rtl">/);
      assert.match(form.html, new RegExp(`<form method="post" action="${path}/report\\?lang=ar"`));
      assert.match(form.text, /هل هناك خطأ؟/);
    }
  });

  it('takes a report, and thanks at an address of its own', async (test) => {
    const feed = await startFeed(test, { changes: keptExample() });
    const ticket = await pageTicket(feed);
    const sent = await send(feed, `${OFFER_FORM}?lang=en`, {
      ticket,
      wrong: ['closed', 'other'],
      text: 'Seit Mai zu.\r\nSteht an der Tür.',
      reach: ' 030 23125-123 ',
    });
    assert.equal(sent.status, 303);
    assert.equal(sent.headers.get('location'), `${OFFER_FORM}?sent=yes&lang=en`);
    assert.deepEqual(await waiting(feed), [
      {
        kind: 'offer',
        id: example().offers[0]?.id,
        reasons: ['closed', 'other'],
        text: 'Seit Mai zu.\nSteht an der Tür.',
        reach: '030 23125-123',
        at: new Date(WRITTEN).toISOString(),
      },
    ]);
    const thanks = await visit(feed, sent.headers.get('location') ?? '');
    assert.match(thanks.text, /Your report has arrived/);
    assert.deepEqual(linksTo(thanks, /^Back to: Deutschkurs/), ['/offers/offer-1?lang=en']);
  });

  it('takes one about a provider', async (test) => {
    const feed = await startFeed(test, { changes: keptExample() });
    const path = '/providers/provider-1/report';
    const sent = await send(feed, path, { ticket: await pageTicket(feed, path), wrong: 'contact' });
    assert.equal(sent.status, 303);
    const [report] = await waiting(feed);
    assert.deepEqual(
      [report?.kind, report?.id, report?.reasons, report?.text],
      ['provider', example().providers[0]?.id, ['contact'], ''],
    );
  });

  it('asks for one thing at least, and keeps what else was written', async (test) => {
    const feed = await startFeed(test, { changes: keptExample() });
    const ticket = await pageTicket(feed);
    const sent = await send(feed, OFFER_FORM, { ticket, text: ' \n ', reach: 'a@example.org' });
    assert.equal(sent.status, 422);
    const html = await sent.text();
    assert.match(html, /role="alert"[^]*Kreuzen Sie bitte etwas an/);
    assert.match(
      html,
      /<title>Kreuzen Sie bitte etwas an/,
      'whoever hears the page hears it first',
    );
    assert.match(html, /value="a@example\.org"/);
    assert.equal(ticketIn(html), ticket, 'the same form is sent again');
    assert.deepEqual(await waiting(feed), []);
  });

  it('asks to send again what came sooner than a person could write', async (test) => {
    const feed = await startFeed(test, { changes: keptExample() });
    const ticket = await pageTicket(feed);
    feed.setClock(MONDAY_NOON + 2_000);
    const fields = { ticket, wrong: 'times', text: 'Jetzt um 10 Uhr' };
    const early = await send(feed, OFFER_FORM, fields);
    assert.equal(early.status, 422);
    const html = await early.text();
    assert.match(html, /Bitte schicken Sie es noch einmal ab/);
    assert.match(html, /value="times" checked/);
    assert.match(html, /<textarea[^>]*>\s*Jetzt um 10 Uhr<\/textarea/);
    feed.setClock(WRITTEN);
    const again = await send(feed, OFFER_FORM, { ...fields, ticket: ticketIn(html) });
    assert.equal(again.status, 303);
    assert.equal((await waiting(feed)).length, 1);
  });

  it('has a field that no person sees, and takes nothing where it is filled in', async (test) => {
    const feed = await startFeed(test, { changes: keptExample() });
    const { html } = await visit(feed, OFFER_FORM);
    assert.match(html, /<div hidden>[^]*name="website"[^]*?<\/div>/);
    const fields = {
      ticket: await pageTicket(feed),
      wrong: 'closed',
      website: 'https://x.example',
    };
    const sent = await send(feed, OFFER_FORM, fields);
    assert.equal(sent.status, 422);
    const again = await sent.text();
    assert.doesNotMatch(again, /x\.example/, 'whoever reads it sends it again without');
    assert.deepEqual(await waiting(feed), []);
  });

  it('changes nothing when it is looked at, and lets nobody keep or frame it', async (test) => {
    const feed = await startFeed(test, { changes: keptExample() });
    for (const path of [OFFER_FORM, `${OFFER_FORM}?sent=yes`, `${OFFER_FORM}?wrong=closed`]) {
      const { headers } = await visit(feed, path);
      assert.equal(headers['cache-control'], 'no-store');
      assert.equal(headers['x-robots-tag'], 'noindex');
      assert.match(String(headers['content-security-policy']), /frame-ancestors 'none'/);
    }
    assert.deepEqual(await waiting(feed), []);
  });

  it('is sent from a page of the directory alone', async (test) => {
    const feed = await startFeed(test, { changes: keptExample() });
    const fields = { ticket: await pageTicket(feed), wrong: 'closed' };
    const foreign = { 'sec-fetch-site': 'cross-site', origin: 'https://elsewhere.example' };
    assert.equal((await send(feed, OFFER_FORM, fields, foreign)).status, 403);
    assert.deepEqual(await waiting(feed), []);
  });

  it('shows whatever is written as text', async (test) => {
    const feed = await startFeed(test, { changes: keptExample() });
    await feed.publish({ offers: [offer(6, { title: '<script>x</script>"onload=' })] });
    const path = '/offers/offer-6/report';
    const evil = '</textarea><script>alert(1)</script>"><img onerror=x>';
    const ticket = await pageTicket(feed, path);
    const fields = { ticket, text: evil, reach: evil, website: evil, wrong: evil };
    const html = await (await send(feed, path, fields)).text();
    assert.doesNotMatch(html, /<script>|<img/);
    assert.ok(unescaped(html).includes(`${evil}</textarea>`), 'and keeps it for another try');
    const [ticketPart] = /name="ticket" value="[^>]*/.exec(
      await (await send(feed, path, { wrong: 'closed', ticket: evil })).text(),
    ) ?? [''];
    assert.doesNotMatch(ticketPart, /alert/);
  });

  it('is not there for what is not, or not any more', async (test) => {
    const feed = await startFeed(test, { changes: keptExample() });
    assert.equal((await visit(feed, '/offers/nothing/report')).status, 404);
    assert.equal((await visit(feed, '/offers/offer-5/report')).status, 410);
    assert.equal((await visit(feed, '/providers/provider-2/report')).status, 410);
    assert.equal((await visit(feed, '/networks/network-1/report')).status, 404);
    assert.equal((await visit(feed, '/offers/offer-1/report/more')).status, 404);
  });

  it('is not there where the office has a form of its own or no address, or nobody reads it', async (test) => {
    const { directory, ...rest } = keptExample();
    const { reportTo, ...silent } = directory!;
    const { keepers: _, ...deserted } = directory!;
    for (const record of [
      { ...silent, reportTo: 'https://office.example/@form' },
      silent,
      deserted,
    ]) {
      const changes = { ...rest, directory: record };
      const feed = await startFeed(test, { changes });
      assert.equal((await visit(feed, OFFER_FORM)).status, 404);
      assert.doesNotMatch((await visit(feed, '/offers/offer-1')).html, /offer-1\/report/);
      assert.equal((await feed.offers('')).directory.reports, undefined);
      assert.equal((await feed.get('/v1/reports?about=offers/offer-1')).status, 404);
    }
  });

  it('leads to the directory that a record comes from', async (test) => {
    const origin = {
      directory: 'https://north.example/',
      id: '0b2f6a1e-9a53-5c0e-8d86-2f4e1b0c9d12',
      name: 'Angebote Nord',
      page: 'https://north.example/offers/cafe',
      reportTo: 'fehler@north.example',
    };
    const feed = await startFeed(test, { changes: keptExample() });
    await feed.publish({ providers: [provider(3, { origin })], offers: [offer(6, { origin })] });
    for (const path of ['/offers/offer-6', '/providers/provider-3']) {
      const [letter = ''] = linksTo(await visit(feed, path), /^Fehler melden$/);
      assert.match(letter, /^mailto:fehler@north\.example/);
      const page = await visit(feed, `${path}/report`);
      assert.match(page.text, /kommt aus einem anderen Verzeichnis/);
      assert.doesNotMatch(page.html, /<form method="post"/);
      assert.deepEqual(linksTo(page, /^Angebote Nord$/), [origin.page]);
      assert.equal((await send(feed, `${path}/report`, { wrong: 'closed' })).status, 200);
      const about = path.slice(1);
      assert.equal((await feed.get(`/v1/reports?about=${about}`)).status, 409);
    }
    assert.deepEqual(await waiting(feed), []);
  });
});
