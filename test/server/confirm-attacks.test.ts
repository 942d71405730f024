import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { HtmlValidate } from 'html-validate';
import { issuePass, passId, revokePasses } from '../../server/src/desk/passes.js';
import { uuid } from '../support/records.js';
import { fillForm, formOn, linkFor, sendForm } from './confirm-harness.js';
import { example, MONDAY_NOON, offer, provider } from './example.js';
import { startFeed, type Feed } from './feed-harness.js';
import { visit } from './page-harness.js';

const BASE = 'https://feed.example.org/below';
const EVIL = `"><script>alert(1)</script><img src=x onerror='alert(2)'>&amp;\u202e\r\nBcc: evil@example.net`;

const changes = {
  ...example(),
  providers: [provider(1, { contact: { email: 'haus@example.org' } }), provider(3)],
  offers: [
    offer(1, { title: 'Kochgruppe' }),
    offer(2, { title: 'Nähen' }),
    offer(4, { title: 'Fremdes', provider: uuid(3) }),
  ],
};

async function start(test: TestContext): Promise<{ feed: Feed; link: string }> {
  const feed = await startFeed(test, { changes, baseUrl: BASE });
  return { feed, link: await linkFor(feed) };
}

/** All that was ever said to the directory, and what it says. */
async function everything({ store }: Feed): Promise<string> {
  const kinds = ['proposal', 'confirmation', 'amendment', 'report', 'refusal'] as const;
  const papers = await Promise.all(kinds.map(async (kind) => [...(await store.papers(kind))]));
  return JSON.stringify([await store.read(), papers]);
}

describe('a secret that is none', () => {
  it('leads to one and the same page, whatever it was', async (test) => {
    const { feed, link } = await start(test);
    const revoked = await linkFor(feed, { subject: uuid(3) });
    await feed.store.change(async (transaction) => {
      await revokePasses(transaction, { purpose: 'provider', subject: uuid(3) }, MONDAY_NOON);
      return { result: undefined, keep: {} };
    });
    const secret = link.slice('/confirm/'.length);
    const bad = [
      revoked,
      await linkFor(feed, { now: MONDAY_NOON - 61 * 86_400_000 }),
      await linkFor(feed, { purpose: 'office', subject: 'buero@example.org' }),
      await linkFor(feed, { purpose: 'session', subject: uuid(1) }),
      await linkFor(feed, { subject: uuid(99) }),
      `/confirm/${passId(secret)}`,
      `${link}A`,
      link.slice(0, -1),
      `${link.slice(0, -1)}${link.endsWith('A') ? 'B' : 'A'}`,
      link.toLowerCase(),
      '/confirm/x',
      '/confirm/..%2f..%2fetc',
      `/confirm/${encodeURIComponent(EVIL)}`,
      `/confirm/${'a'.repeat(3_000)}`,
    ];
    const pages = await Promise.all(bad.map((address) => visit(feed, address)));
    for (const [at, page] of pages.entries()) {
      assert.equal(page.status, 404, bad[at]);
      assert.equal(page.html, pages[0]?.html, bad[at]);
    }
    assert.match(pages[0]!.text, /Dieser Link gilt nicht.*60 Tage.*buero@example\.org/);
    assert.equal((await visit(feed, link)).status, 200);
  });

  it('can do nothing by a form either', async (test) => {
    const { feed, link } = await start(test);
    const { fields } = formOn(await visit(feed, link), link, 'all=yes');
    const before = await everything(feed);
    for (const query of [
      'all=yes',
      'right=offer-1',
      'change=offer-1',
      'gone=offer-1',
      'stop=yes',
    ]) {
      const form = { ...fields, status: 'ended', openings: 'full', step: 'send', why: 'stranger' };
      assert.equal((await sendForm(feed, `/confirm/${'a'.repeat(43)}?${query}`, form)).status, 404);
    }
    assert.equal(await everything(feed), before);
  });

  it('may be guessed 30 times an hour from one network, where a right one goes on working', async (test) => {
    const { feed, link } = await start(test);
    const from = (address: string) => ({ 'X-Forwarded-For': address });
    for (let at = 0; at < 30; at++) {
      const guess = `/confirm/${String(at).padStart(43, 'x')}`;
      assert.equal((await visit(feed, guess, from(`203.0.113.${at}`))).status, 404);
    }
    const wrong = `/confirm/${'y'.repeat(43)}`;
    const refused = await visit(feed, wrong, from('203.0.113.99'));
    assert.equal(refused.status, 429);
    assert.equal(refused.headers['retry-after'], '3600');
    assert.match(refused.text, /Dieser Link gilt nicht/);
    assert.equal((await visit(feed, link, from('203.0.113.99'))).status, 200);
    assert.equal((await visit(feed, wrong, from('198.51.100.1'))).status, 404);
    feed.setClock(MONDAY_NOON + 3_600_000);
    assert.equal((await visit(feed, wrong, from('203.0.113.99'))).status, 404);
  });
});

describe('a secret that is right', () => {
  it('stands nowhere: not on its pages, not in the log, not in what a mistake is told with', async (test) => {
    const { feed, link } = await start(test);
    const secret = link.slice('/confirm/'.length);
    const pages = ['', '?lang=ar', '?change=offer-1', '?gone=offer-1', '?stop=yes', '?done=all'];
    for (const query of pages) {
      const page = await visit(feed, link + query, { Referer: `https://evil.example/${secret}` });
      assert.equal(page.status, 200, query);
      assert.ok(!page.html.includes(secret), query);
      assert.ok(!JSON.stringify(page.headers).includes(secret), query);
      assert.equal(page.headers['referrer-policy'], 'no-referrer');
      assert.equal(page.headers['cache-control'], 'no-store');
      assert.match(
        String(page.headers['content-security-policy']),
        /^default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'$/,
      );
      assert.doesNotMatch(page.html, /rel="canonical"|hreflang="[^"]*"\s+href="https|og:url/);
    }
    const sent = await fillForm(feed, link, 'right=offer-1');
    assert.ok(!String(sent.headers.location).includes(secret));
    const wrong = [
      await feed.get(link, {}, 'DELETE'),
      await sendForm(feed, link, '{}', { 'Content-Type': 'application/json' }),
      await sendForm(feed, link, `a=${'x'.repeat(270_000)}`),
      await sendForm(feed, link, 'a=b', { 'Sec-Fetch-Site': 'cross-site' }),
    ];
    assert.deepEqual(
      wrong.map(({ status }) => status),
      [405, 415, 413, 403],
    );
    for (const answer of wrong) {
      const said = 'body' in answer ? answer.body.toString() : answer.html;
      assert.ok(!said.includes(secret));
    }
    assert.ok(!feed.logged().includes(secret));
    const kept = JSON.stringify([...(await feed.store.papers('pass'))]);
    assert.ok(!kept.includes(secret));
  });

  it('leads out to other places without telling them where from', async (test) => {
    const feed = await startFeed(test, {
      changes: {
        ...changes,
        offers: [offer(1, { contact: { web: 'https://example.org/kurse' } })],
      },
    });
    const { html } = await visit(feed, await linkFor(feed));
    for (const [tag] of html.matchAll(/<a\s[^>]*href="(?:https?:|mailto:|tel:)[^>]*>/g)) {
      if (/href="https?:/.test(tag) && html.indexOf(tag) < html.indexOf('</main>')) {
        assert.match(tag, /rel="[^"]*noreferrer/);
      }
    }
    assert.match(html, /https:\/\/example\.org\/kurse/);
  });

  it('speaks for its provider alone', async (test) => {
    const { feed, link } = await start(test);
    const before = await everything(feed);
    const { fields } = formOn(await visit(feed, `${link}?change=offer-1`), link, 'change=');
    const theirs = await linkFor(feed, { subject: uuid(3) });
    const foreign = formOn(await visit(feed, theirs), theirs, 'right=offer-4');
    for (const name of ['offer-4', uuid(1004), 'offer-99', EVIL, '', 'constructor', '__proto__']) {
      const of = encodeURIComponent(name);
      const forms = [
        await sendForm(feed, `${link}?right=${of}`, foreign.fields),
        await sendForm(feed, `${link}?change=${of}`, { ...fields, openings: 'full', step: 'send' }),
        await sendForm(feed, `${link}?gone=${of}`, { status: 'ended' }),
      ];
      assert.deepEqual(
        forms.map(({ status }) => status),
        [409, 409, 409],
        name,
      );
      for (const query of ['change', 'gone']) {
        const page = await visit(feed, `${link}?${query}=${of}`);
        assert.equal(page.status, 200);
        assert.match(
          page.text,
          /Stimmt das noch\? Dieses Angebot ist beendet oder wurde zurückgez/,
        );
        assert.doesNotMatch(page.text, /Fremdes/);
      }
    }
    assert.equal(await everything(feed), before);
  });

  it('does not see what others have proposed', async (test) => {
    const { feed, link } = await start(test);
    const theirs = await linkFor(feed, { subject: uuid(3) });
    const sent = await fillForm(feed, `${theirs}?gone=offer-4`, 'gone=', { status: 'ended' });
    const page = await visit(feed, `${link}?${sent.location.split('?')[1]}`);
    assert.match(page.text, /Stimmt das noch\?/);
    assert.doesNotMatch(page.text, /Fremdes|angekommen/);
  });

  it('is not enough for a form of another website', async (test) => {
    const { feed, link } = await start(test);
    const { action, fields } = formOn(await visit(feed, link), link, 'all=yes');
    const before = await everything(feed);
    const others: Record<string, string>[] = [
      { 'Sec-Fetch-Site': 'cross-site' },
      { 'Sec-Fetch-Site': 'same-site' },
      { Origin: 'https://evil.example' },
    ];
    for (const headers of others) {
      assert.equal((await sendForm(feed, action, fields, headers)).status, 403);
    }
    assert.equal(await everything(feed), before);
    assert.equal(
      (await sendForm(feed, action, fields, { 'Sec-Fetch-Site': 'same-origin' })).status,
      303,
    );
  });

  it('may send 600 forms an hour', async (test) => {
    const { feed, link } = await start(test);
    const statuses = new Set<number>();
    for (let at = 0; at < 600; at += 50) {
      const sent = Array.from({ length: 50 }, () => sendForm(feed, `${link}?right=offer-1`, {}));
      for (const { status } of await Promise.all(sent)) statuses.add(status);
    }
    assert.deepEqual([...statuses], [409]);
    const { fields } = formOn(await visit(feed, link), link, 'right=offer-1');
    assert.equal((await sendForm(feed, `${link}?right=offer-1`, fields)).status, 429);
  });
});

describe('hand-made forms', () => {
  it('hold nothing but text: no HTML comes out as HTML', async (test) => {
    const { feed, link } = await start(test);
    const validator = new HtmlValidate({
      extends: ['html-validate:standard'],
      rules: { 'long-title': 'off', 'no-trailing-whitespace': 'off', 'void-style': 'off' },
    });
    const names = [
      'when',
      'cost',
      'registration',
      'until',
      'registration-text',
      'openings',
      'role',
      'phone',
      'email',
      'web',
      'description',
      'note',
      'seen',
      'again',
      'free',
    ];
    const evil = Object.fromEntries(names.map((name) => [name, EVIL]));
    const pages = [
      await sendForm(feed, `${link}?change=offer-1`, evil),
      await sendForm(feed, `${link}?change=offer-1`, {
        when: EVIL,
        description: EVIL,
        cost: EVIL,
        note: EVIL,
        role: EVIL,
      }),
    ];
    const sure = formOn(pages[1]!, link, 'change=');
    const sent = await sendForm(feed, sure.action, { ...sure.fields, step: 'send' });
    assert.equal(sent.status, 303);
    pages.push({ ...(await visit(feed, sent.location)), location: '' });
    for (const page of pages) {
      assert.doesNotMatch(page.html, /<script|<img src=x/);
      assert.match(page.html, /&lt;script&gt;alert\(1\)/);
      const { results } = await validator.validateString(page.html);
      assert.deepEqual(
        results.flatMap(({ messages }) =>
          messages.map(({ ruleId, message }) => `${ruleId}: ${message}`),
        ),
        [],
      );
    }
    assert.ok(!Object.keys(sent.headers).includes('bcc'));
  });

  it('with values that no form has are read as nothing, or refused', async (test) => {
    const { feed, link } = await start(test);
    const address = `${link}?change=offer-1`;
    const { fields } = formOn(await visit(feed, address), address, 'change=');
    const odd: Record<string, string>[] = [
      { openings: 'sold-out' },
      { status: 'retired' },
      { again: 'yes' },
      { title: 'Neu', provider: uuid(3), id: uuid(1004) },
      { step: 'publish' },
      { __proto__x: 'y', constructor: 'z' },
    ];
    for (const each of odd) {
      const { status } = await sendForm(feed, address, {
        ...fields,
        ...each,
      });
      assert.ok(status === 422 || status === 303, `${JSON.stringify(each)} ${status}`);
    }
    const kept = [...(await feed.store.papers('proposal')).values()];
    for (const { after } of kept) {
      assert.ok(Object.keys(after).every((field) => ['openings', 'status'].includes(field)));
      assert.notEqual(after.status, 'retired');
    }
    for (const status of ['published', 'retired', 'paused ', EVIL, '']) {
      assert.equal((await sendForm(feed, `${link}?gone=offer-1`, { status })).status, 200, status);
    }
  });

  it('publish nothing that turns text round or breaks a line where there is one', async (test) => {
    const { feed, link } = await start(test);
    const sent = await sendForm(feed, `${link}?change=offer-1`, {
      role: '\u202eKurs\u2028büro\r\nam \u2066Markt\u2069',
      cost: '10\u2029€\n\u202d im Monat',
      description: 'Wir\u2028kochen \u202eund\ufeff backen\u061c',
      note: '\u202eGern\u202c',
      step: 'send',
    });
    assert.equal(sent.status, 303);
    const [proposal] = [...(await feed.store.papers('proposal')).values()];
    const { contact, cost, description } = proposal!.after;
    assert.equal(contact?.role, 'Kurs büro am Markt');
    assert.equal(cost?.text, '10 € im Monat');
    assert.equal(description, 'Wir\nkochen und backen\u061c');
    assert.equal(proposal!.note, 'Gern');
    const gone = { status: 'ended', note: '\u202eZu\u2028Ende' };
    await sendForm(feed, `${link}?gone=offer-2`, gone);
    const notes = [...(await feed.store.papers('proposal')).values()].map(({ note }) => note);
    assert.deepEqual(notes.sort(), ['Gern', 'Zu\nEnde']);
  });

  it('are as long as people count: a sign of two code units is one', async (test) => {
    const { feed, link } = await start(test);
    const note = '😀'.repeat(2_000);
    const form = { openings: 'full', note };
    assert.equal((await sendForm(feed, `${link}?change=offer-1`, form)).status, 303);
    const long = await sendForm(feed, `${link}?change=offer-1`, { ...form, note: `${note}😀` });
    assert.match(long.text, /2\.001 Zeichen, 2\.000 sind möglich/);
  });

  it('keep no character that a database refuses, and end where a field ends', async (test) => {
    const { feed, link } = await start(test);
    const sent = await sendForm(
      feed,
      `${link}?change=offer-1`,
      'description=a%00b%08c%C3%28%ED%A0%80&step=send',
    );
    assert.equal(sent.status, 303);
    const [proposal] = [...(await feed.store.papers('proposal')).values()];
    assert.match(proposal?.after.description ?? '', /^abc/);
    assert.doesNotMatch(proposal?.after.description ?? '', /[\p{Cc}\p{Cs}]/u);
    const long = await sendForm(feed, `${link}?change=offer-1`, {
      description: 'x'.repeat(20_001),
    });
    assert.match(long.text, /20\.001 Zeichen, 20\.000 sind möglich/);
  });
});

describe('passes', () => {
  it('of an office open no provider’s pages', async (test) => {
    const { feed } = await start(test);
    const secret = await feed.store.change(async (transaction) => {
      const pass = { purpose: 'office', subject: uuid(1) } as const;
      const result = await issuePass(transaction, pass, { now: MONDAY_NOON, lifetime: 600_000 });
      return { result, keep: {} };
    });
    assert.equal((await visit(feed, `/confirm/${secret}`)).status, 404);
  });
});
