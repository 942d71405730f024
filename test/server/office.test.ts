import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import type { Offer } from '@vielfalt/feed';
import { propose } from '../../server/src/desk/changes.js';
import { latestDeeds } from '../../server/src/desk/deeds.js';
import { keepReport, waitingReports } from '../../server/src/desk/reports.js';
import type { Mail, Mailer } from '../../server/src/desk/mail.js';
import type { FieldValues } from '../../server/src/store/papers.js';

import { example, MONDAY_NOON, offer, provider } from './example.js';
import { startFeed, type Feed } from './feed-harness.js';
import { Browser, KEEPER, enter, isIn, keptExample, tokenIn } from './office-harness.js';
import { unescaped } from './page-harness.js';

/** A feed whose office has somebody in it. */
async function office(
  context: TestContext,
  offers: Offer[] = example().offers as Offer[],
  more: { mailer?: Mailer } = {},
) {
  const feed = await startFeed(context, { changes: { ...keptExample(), offers }, ...more });
  const browser = await enter(feed);
  return { feed, browser, ...means(feed, browser) };
}

function means(feed: Feed, browser: Browser) {
  const read = async (id: string) => {
    const state = await feed.store.read();
    const found = state?.offers.find((each) => each.id === id);
    assert.ok(found);
    return found;
  };
  return {
    read,
    /** A provider's wish; what it has seen is what there is. */
    wish: async (after: FieldValues, note?: string) => {
      const id = firstOffer(await feed.store.read());
      const shown = (await read(id)) as FieldValues;
      const before = Object.fromEntries(
        Object.keys(after).map((field) => [field, shown[field as keyof FieldValues] ?? null]),
      );
      const { provider } = await read(id);
      const given = { offer: id, provider, before, after, ...(note !== undefined && { note }) };
      const outcome = await propose(feed.store, given, MONDAY_NOON);
      assert.ok(outcome.outcome === 'done', JSON.stringify(outcome));
      await feed.refresh();
      return outcome.id;
    },
    /** The text of the list, in one line. */
    text: async (path = '/office') => {
      const { html } = await browser.get(path);
      const main = /<main[^>]*>([\s\S]*)<\/main>/.exec(html)?.[1] ?? '';
      return unescaped(main.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' '));
    },
    /** Presses a button of an item. */
    press: async (
      section: string,
      item: string,
      act: string,
      more: Record<string, string> = {},
    ) => {
      const token = tokenIn(await browser.get('/office'));
      const { status, headers } = await browser.post('/office', {
        ...{ token, section, item, act },
        ...more,
      });
      assert.equal(status, 303);
      return String(headers['location']);
    },
    deeds: async () => {
      const deeds = await latestDeeds(feed.store, 10);
      return deeds.map(({ keeper, what }) => `${keeper} ${what}`).sort();
    },
  };
}

function firstOffer(state: Awaited<ReturnType<Feed['store']['read']>>): string {
  const found = state?.offers.find(({ title }) => title === 'Deutschkurs am Vormittag');
  assert.ok(found);
  return found.id;
}

test('A proposal is shown field by field, before and after, in the words of the page', async (context) => {
  const { wish, text } = await office(context);
  await wish({ openings: { state: 'full' }, cost: { free: true } }, 'Bitte bald');
  const shown = await text();
  assert.match(shown, /1 Sache wartet|Sachen warten/);
  assert.match(shown, /Deutschkurs am Vormittag/);
  assert.match(shown, /Verein 1 e\. V\. 23\. November 2026/);
  assert.match(shown, /Dazu schreibt der Anbieter: Bitte bald/);
  assert.match(
    shown,
    /Kosten Bisher [^A-Z]*nicht angegeben Neu Kostenlos|Kosten Bisher .* Neu Kostenlos/,
  );
  assert.match(shown, /Plätze Bisher .* Neu Ausgebucht/);
  assert.match(shown, /Alles annehmen Alles ablehnen/);
});

test('Each field is accepted or declined by itself, or all at once', async (context) => {
  const { feed, wish, press, read, deeds } = await office(context);
  const id = firstOffer(await feed.store.read());
  const one = await wish({ openings: { state: 'full' }, cost: { free: true } });
  assert.equal(
    await press('proposals', one, 'accept openings'),
    '/office?said=done&in=proposals#said',
  );
  assert.equal(
    await press('proposals', one, 'decline cost'),
    '/office?said=done&in=proposals#said',
  );
  assert.deepEqual((await read(id)).openings, { state: 'full' });
  assert.equal((await read(id)).cost, undefined);
  assert.deepEqual(
    await deeds(),
    ['accept', 'decline', 'enter'].map((what) => `${KEEPER} ${what}`),
  );
  const all = await wish({ status: 'paused', description: 'Neu beschrieben.' });
  await press('proposals', all, 'accept');
  const { status, description } = await read(id);
  assert.deepEqual({ status, description }, { status: 'paused', description: 'Neu beschrieben.' });
  assert.equal(await press('proposals', all, 'accept'), '/office?said=late&in=proposals#said');
});

test('What has changed since a wish is shown, and accepted only by whoever has seen it', async (context) => {
  const { feed, wish, press, read, text, browser } = await office(context);
  const id = firstOffer(await feed.store.read());
  const proposal = await wish({ cost: { free: true } });
  const now: Offer = { ...(await read(id)), cost: { text: '5 Euro im Monat' } };
  await feed.publish({ offers: [now] });
  assert.match(await text(), /Steht inzwischen da 5 Euro im Monat/);
  assert.equal(await press('proposals', proposal, 'accept'), '/office?said=late&in=proposals#said');
  const { html } = await browser.get('/office');
  const seen = /name="seen-cost" value="(\w+)"/.exec(html)?.[1] ?? '';
  const said = await press('proposals', proposal, 'accept', { 'seen-cost': seen });
  assert.equal(said, '/office?said=done&in=proposals#said');
  assert.deepEqual((await read(id)).cost, { free: true });
});

test('Wishes for one offer stand together', async (context) => {
  const { feed, text } = await office(context);
  const state = await feed.store.read();
  const [one, other] = state!.offers;
  for (const [at, { id, provider }] of [one!, other!, one!].entries()) {
    const given = { offer: id, provider, before: {}, after: { description: `Wunsch ${at}` } };
    await feed.store.change(async (transaction) => {
      const time = new Date(MONDAY_NOON + at).toISOString();
      const wish = { ...given, at: time, decided: {} };
      await transaction.putPapers('proposal', new Map([[`wish-${at}`, wish]]));
      return { result: undefined, keep: {} };
    });
  }
  assert.match(await text(), /Wunsch 0.*Wunsch 2.*Wunsch 1/);
});

test('Each button is named by what it is about', async (context) => {
  const { wish, browser } = await office(context);
  const id = await wish({ openings: { state: 'full' }, cost: { free: true } });
  const { html } = await browser.get('/office');
  const [, list = ''] = html.split('<section');
  const words = (element: string) => {
    const found = new RegExp(`id="${element}"[^>]*>([\\s\\S]*?)</(?:button|h[34])>`).exec(list);
    return (found?.[1] ?? '')
      .replace(/<[^>]*>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim();
  };
  const names = [...list.matchAll(/<button [^>]*aria-labelledby="([^"]+)"/g)].map(([, ids = '']) =>
    ids.split(' ').map(words).join(' '),
  );
  const about = 'Deutschkurs am Vormittag Verein 1 e. V.';
  assert.deepEqual(names.sort(), [
    `Ablehnen Kosten ${about}`,
    `Ablehnen Plätze ${about}`,
    `Alles ablehnen ${about}`,
    `Alles annehmen ${about}`,
    `Annehmen Kosten ${about}`,
    `Annehmen Plätze ${about}`,
  ]);
  assert.ok(list.includes(`id="proposals-${id}"`));
});

test('What has come of a press is said where one lands, once', async (context) => {
  const over = (n: number) => offer(n, { schedule: { validTo: '2026-10-01' } });
  const { press, browser } = await office(context, [over(1), over(2)]);
  const after = async (item: string) => {
    const { html } = await browser.get((await press('ended', item, 'end')).replace(/#.*/, ''));
    return html.replace(/\s+/g, ' ');
  };
  const note = '<p class="note" role="status" id="said" tabindex="-1">Erledigt.</p>';
  const first = await after(over(1).id);
  assert.match(first, new RegExp(`${note} ?<section aria-labelledby="ended">`));
  assert.equal(first.split('id="said"').length, 2);
  // Nothing is left of the section.
  const last = await after(over(2).id);
  assert.equal(last.split(note).length, 2);
  assert.doesNotMatch(last, /aria-labelledby="ended"/);
});

test('An accepted change can be taken back', async (context) => {
  const { feed, wish, press, read, text } = await office(context);
  const id = firstOffer(await feed.store.read());
  await press('proposals', await wish({ status: 'paused' }), 'accept');
  assert.match(await text(), /Angenommene Änderungen .* Zurücknehmen/);
  assert.equal(
    await press('changes', `${id} status`, 'take-back'),
    '/office?said=done&in=changes#said',
  );
  assert.equal((await read(id)).status, 'published');
  assert.equal(
    await press('changes', `${id} status`, 'take-back'),
    '/office?said=late&in=changes#said',
  );
});

test('A report of a visitor waits until it is settled', async (context) => {
  const { feed, press, text } = await office(context);
  const id = firstOffer(await feed.store.read());
  const told = { kind: 'offer', id, reasons: ['times'], text: 'Kommt <b>niemand</b>' } as const;
  await keepReport(feed.store, 'r1', { ...told, reasons: [...told.reasons] }, MONDAY_NOON);
  assert.match(await text(), /Hinweise von Besuchern .*Kommt <b>niemand<\/b> .*Erledigt/);
  assert.equal(await press('reports', 'r1', 'settle'), '/office?said=done&in=reports#said');
  assert.equal((await waitingReports(feed.store)).size, 0);
});

test('What is over and still published is ended by one button, or is right as it is', async (context) => {
  const over = (n: number) =>
    offer(n, {
      title: `Lesung ${n}`,
      schedule: { validTo: '2026-10-01' },
      checked: { on: '2026-09-01', by: 'Büro' },
    });
  const { press, read, text } = await office(context, [over(1), over(2)]);
  assert.match(await text(), /2 Sachen warten/);
  const [first, second] = [over(1).id, over(2).id];
  assert.equal(await press('ended', first, 'end'), '/office?said=done&in=ended#said');
  assert.equal((await read(first)).status, 'ended');
  assert.equal(await press('ended', second, 'fine'), '/office?said=done&in=ended#said');
  assert.match(await text(), /Es wartet nichts/);
});

test('Of what is over, its last day is said, also where all its dates are', async (context) => {
  const on = (n: number, dtstart: string, more: { dtend?: string; text?: string } = {}) => {
    const { text, dtend } = more;
    const times = [{ dtstart, ...(dtend !== undefined && { dtend }) }];
    const schedule = { times, ...(text !== undefined && { text }) };
    return offer(n, { title: `Termin ${n}`, schedule });
  };
  const { text } = await office(context, [
    on(1, '2026-10-02T18:00', { dtend: '2026-10-02T20:00' }),
    on(2, '2025-10-03', { dtend: '2025-10-06' }),
    on(3, '2026-10-04T18:00', { dtend: '2026-10-05T00:00', text: 'im Saal' }),
  ]);
  const shown = await text('/office?only=ended');
  assert.match(shown, /Termin 1 .*bis 2\. Oktober 2026/);
  assert.match(shown, /Termin 2 .*bis 5\. Oktober 2025/);
  assert.match(shown, /Termin 3 .*bis 4\. Oktober 2026 im Saal/);
  assert.doesNotMatch(shown, /nicht bekannt|bitte fragen/i);
});

test('Likely duplicates say where each stands in the table', async (context) => {
  const twice = (n: number) =>
    offer(n, { title: 'Nähen am Montag', checked: { on: '2026-09-01', by: 'Büro' } });
  const { text } = await office(context, [twice(1), twice(2)]);
  assert.match(
    await text(),
    /Stehen wohl doppelt da .*In der Tabelle: Büro, .*In der Tabelle: Büro,/,
  );
});

test('What a provider is trusted with is published at once', async (context) => {
  const { feed, wish, read, browser, text, deeds } = await office(context);
  const page = await browser.get('/office/trust/provider-1');
  const fields = { token: tokenIn(page), field: 'openings' };
  const saved = await browser.post('/office/trust/provider-1', fields);
  assert.equal(saved.headers['location'], '/office/trust/provider-1?said=done');
  assert.match(
    (await browser.get('/office/trust/provider-1')).html,
    /value="openings"[^>]*checked/,
  );
  await wish({ openings: { state: 'free' }, status: 'paused' });
  const { openings, status } = await read(firstOffer(await feed.store.read()));
  assert.deepEqual({ openings, status }, { openings: { state: 'free' }, status: 'published' });
  assert.match(await text(), /Gleich veröffentlicht, 23\. November 2026/);
  assert.deepEqual(await deeds(), [`${KEEPER} enter`, `${KEEPER} trust`]);
});

test('No form works without its session’s token, nor from elsewhere', async (context) => {
  const { feed, wish, browser, read } = await office(context);
  const other = await enter(feed);
  const id = firstOffer(await feed.store.read());
  const proposal = await wish({ status: 'paused' });
  const fields = { section: 'proposals', item: proposal, act: 'accept' };
  const foreign = tokenIn(await other.get('/office'));
  for (const token of ['', 'x', foreign]) {
    const { headers } = await browser.post('/office', { ...fields, token });
    assert.equal(headers['location'], '/office?said=stale#said');
  }
  const token = tokenIn(await browser.get('/office'));
  const froms: Record<string, string>[] = [
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: '' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': 'none' },
  ];
  for (const from of froms) {
    assert.equal((await browser.post('/office', { ...fields, token }, from)).status, 403);
  }
  const trust = await browser.post('/office/trust/provider-1', { field: 'status', token: foreign });
  assert.match(String(trust.headers['location']), /said=stale/);
  await browser.post('/office/leave', { token: foreign });
  assert.equal(await isIn(browser), true);
  assert.equal((await read(id)).status, 'published');
});

test('Nobody outside sees or does anything', async (context) => {
  const { feed, wish, read } = await office(context);
  const proposal = await wish({ status: 'paused' });
  const anybody = new Browser(feed);
  for (const path of [
    '/office',
    '/office?only=proposals',
    '/office/trust',
    '/office/trust/provider-1',
  ]) {
    const { html } = await anybody.get(path);
    assert.equal(/Deutschkurs|Verein 1|keeper@/.test(html), false, path);
  }
  const fields = { section: 'proposals', item: proposal, act: 'accept', token: '' };
  assert.equal((await anybody.post('/office', fields)).headers['location'], '/office');
  assert.equal((await read(firstOffer(await feed.store.read()))).status, 'published');
});

test('What people write is text on the page, whatever it looks like', async (context) => {
  const evil = '<script>alert(1)</script>"\'><img src=x onerror=alert(1)>';
  const { feed, wish, browser } = await office(context, [
    offer(1, { title: evil, schedule: { validTo: '2026-10-01', text: evil } }),
    offer(2, { title: 'Deutschkurs am Vormittag' }),
  ]);
  const id = firstOffer(await feed.store.read());
  await wish(
    {
      description: evil,
      cost: { text: evil },
      schedule: { text: evil },
      contact: { name: evil, role: evil, phone: '030 23125 100' },
    },
    evil,
  );
  const report = { kind: 'offer', id, reasons: [], text: evil, reach: evil } as const;
  await keepReport(feed.store, evil, { ...report, reasons: [] }, MONDAY_NOON);
  const { html } = await browser.get(
    `/office?said=${encodeURIComponent(evil)}&only=${encodeURIComponent(evil)}`,
  );
  assert.ok(html.includes('&lt;script&gt;'));
  assert.equal(html.includes('<script'), false);
  assert.equal(html.includes('<img'), false);
});

test('The pages are nobody else’s: not kept, not framed, without scripts, their address told to nobody', async (context) => {
  const { browser } = await office(context);
  for (const path of ['/office', '/office/trust', `/office/enter/${'A'.repeat(43)}`]) {
    const { headers, html } = await browser.get(path);
    assert.equal(headers['cache-control'], 'no-store');
    assert.equal(headers['x-frame-options'], 'DENY');
    assert.equal(headers['referrer-policy'], 'strict-origin');
    assert.equal(headers['cross-origin-resource-policy'], 'same-origin');
    assert.equal(headers['access-control-allow-origin'], undefined);
    const policy = String(headers['content-security-policy']);
    assert.match(policy, /default-src 'none'/);
    assert.match(policy, /frame-ancestors 'none'/);
    assert.match(policy, /form-action 'self'/);
    assert.doesNotMatch(policy, /script|unsafe/);
    assert.equal(html.includes('A'.repeat(43)), false);
  }
});

test('The keepers’ addresses leave in nothing that others read', async (context) => {
  const feed = await startFeed(context, { changes: keptExample() });
  const paths = [
    '/v1/offers',
    '/v1/offers/offer-1',
    '/v1/providers',
    '/v1/records',
    '/v1/vocabulary',
    '/v1/openapi.json',
    '/v1/offers.csv',
    '/v1/offers.atom',
    '/',
    '/offers/offer-1',
    '/insight',
    '/office',
    '/healthz',
  ];
  for (const path of paths) {
    const { body } = await feed.get(path);
    assert.equal(body.toString().includes('keeper'), false, path);
  }
});

test('A provider whose offers nobody has checked for long gets a link by one button', async (context) => {
  const mails: Mail[] = [];
  const mailer = { send: (mail: Mail) => Promise.resolve(void mails.push(mail)) };
  const { feed, press, text, deeds } = await office(context, [offer(1), offer(2)], { mailer });
  const asked = provider(1, { contact: { email: 'verein@club.example' } });
  await feed.publish({ providers: [asked] });
  assert.match(await text(), /2 Angebote, seit über einem Jahr oder noch nie geprüft/);
  assert.equal(await press('unchecked', asked.id, 'send'), '/office?said=late&in=unchecked#said');

  // Without a public address there is nothing that a link could begin with.
  const { directory } = keptExample();
  await feed.publish({ directory: { ...directory!, baseUrl: feed.url } });
  const sent = '/office?said=sent&in=unchecked#said';
  assert.equal(await press('unchecked', asked.id, 'send'), sent);
  // Pressed twice, it is said again, and sent once.
  assert.equal(await press('unchecked', asked.id, 'send'), sent);
  assert.match(
    await text(sent.replace('#said', '')),
    /^.*Link geschickt am 23\. November 2026 .*Link geschickt am/,
  );
  assert.deepEqual(
    mails.map(({ to }) => to),
    ['verein@club.example'],
  );
  assert.match(mails[0]!.text, /\/confirm\/[\w-]{43}/);
  assert.match(await text(), /Link geschickt am 23\. November 2026/);
  assert.equal((await deeds()).filter((each) => each === `${KEEPER} send`).length, 1);
  feed.setClock(MONDAY_NOON + 3_600_001);
  assert.equal(await press('unchecked', asked.id, 'send'), sent);
  assert.equal(mails.length, 2);
});

test('What an import has overtaken waits until a keeper has seen it', async (context) => {
  const { feed, press, text } = await office(context);
  const id = firstOffer(await feed.store.read());
  const at = '2026-11-20T08:00:00Z';
  const amendment = { offer: id, field: 'status', before: 'published', after: 'paused' } as const;
  await feed.store.change(async (transaction) => {
    const paper = { ...amendment, at, by: KEEPER, imported: 'ended', on: at } as const;
    await transaction.putPapers('overruled', new Map([[`${id} status`, paper]]));
    return { result: undefined, keep: {} };
  });
  assert.match(
    await text(),
    /Von der Tabelle überholt .*Neu Pausiert zurzeit In der Tabelle Beendet/,
  );
  assert.equal(
    await press('overruled', `${id} status`, 'settle'),
    '/office?said=done&in=overruled#said',
  );
  assert.doesNotMatch(await text(), /Von der Tabelle überholt/);
});

test('Accepted changes come as a workbook, to keepers alone', async (context) => {
  const { feed, wish, press, browser } = await office(context);
  await press('proposals', await wish({ status: 'paused' }), 'accept');
  const { status, headers, html } = await browser.get('/office/changes.xlsx');
  assert.equal(status, 200);
  assert.match(String(headers['content-disposition']), /changes-2026-11-23\.xlsx/);
  assert.equal(html.slice(0, 2), 'PK');
  const anybody = await new Browser(feed).get('/office/changes.xlsx');
  assert.equal(anybody.headers['location'], '/office');
});
