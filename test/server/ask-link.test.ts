import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { noteRefusal } from '../../server/src/desk/letters/standing.js';
import { MailError, type Mail } from '../../server/src/desk/mail.js';
import { fillForm, sendForm } from './confirm-harness.js';
import { example, MONDAY_NOON, provider } from './example.js';
import { startFeed, type Feed } from './feed-harness.js';
import { visit } from './page-harness.js';

const BASE = 'https://feed.example.org';

const changes = {
  ...example(),
  providers: [
    provider(1, { contact: { email: 'haus@example.org' } }),
    provider(3),
    provider(4, {
      contact: { email: 'nebenan@example.org' },
      origin: {
        directory: 'https://other.example/',
        id: provider(4).id,
        name: 'Nebenan',
        page: 'https://other.example/providers/nebenan',
      },
    }),
    provider(5, { status: 'retired' }),
    ...[6, 7, 8, 9].map((at) => provider(at, { contact: { email: `p${at}@example.org` } })),
  ],
};

interface Post extends Feed {
  mails: Mail[];
  /** Waits until a further mail to an address has been handed over; they go one after another. */
  mailTo(address: string): Promise<Mail>;
}

async function start(test: TestContext, { isSlow = false } = {}): Promise<Post> {
  const mails: Mail[] = [];
  const waiting: { address: string; hand: (mail: Mail) => void }[] = [];
  const mailer = {
    send: (mail: Mail) => {
      mails.push(mail);
      for (const { address, hand } of waiting) if (address === mail.to) hand(mail);
      return isSlow ? new Promise<void>(() => undefined) : Promise.resolve();
    },
  };
  const feed = await startFeed(test, { changes, baseUrl: BASE, mailer });
  const mailTo = (address: string) =>
    new Promise<Mail>((hand) => {
      waiting.push({ address, hand });
    });
  return { ...feed, mails, mailTo };
}

describe('“Is this you?” on a provider’s page', () => {
  it('is a quiet line with a form, and the page can be kept as before', async (test) => {
    const feed = await start(test);
    const page = await visit(feed, '/providers/provider-1');
    assert.match(page.html, /<summary>Sind Sie das\?<\/summary>/);
    assert.match(page.html, /<form method="post" action="\/providers\/provider-1\/link">/);
    assert.match(String(page.headers['cache-control']), /public/);
    assert.ok(!page.html.includes('type="hidden"'), 'it is the same for everybody');
    assert.match((await visit(feed, '/providers/provider-1?lang=ar')).html, /link\?lang=ar/);
    const foreign = await visit(feed, '/providers/provider-4');
    assert.doesNotMatch(foreign.html, /Sind Sie das/);
  });

  it('is not there where no mail can be sent', async (test) => {
    const feed = await startFeed(test, { changes, baseUrl: BASE });
    assert.doesNotMatch((await visit(feed, '/providers/provider-1')).html, /Sind Sie das/);
    assert.equal((await sendForm(feed, '/providers/provider-1/link', {})).status, 404);
    const homeless = await startFeed(test, { changes, mailer: { send: () => Promise.resolve() } });
    assert.doesNotMatch((await visit(homeless, '/providers/provider-1')).html, /Sind Sie das/);
  });

  it('sends the link to the address that the office knows, and it works', async (test) => {
    const feed = await start(test);
    const mailed = feed.mailTo('haus@example.org');
    const sent = await sendForm(feed, '/providers/provider-1/link', {});
    assert.deepEqual([sent.status, sent.location], [303, '/providers/provider-1/link?sent=yes']);
    const { to, text } = await mailed;
    assert.equal(to, 'haus@example.org');
    const [, path] = /https:\/\/feed\.example\.org(\/confirm\/[\w-]{43})/.exec(text) ?? [];
    assert.match((await visit(feed, path ?? '')).text, /Stimmt das noch\?/);
    assert.match(
      (await visit(feed, sent.location)).text,
      /Sehen Sie in Ihr Postfach Wenn das Büro eine E-Mail-Adresse von Verein 1 e\. V\. hat/,
    );
  });

  it('is sent in the provider’s language, whatever that of whoever asks', async (test) => {
    const feed = await start(test);
    const mailed = feed.mailTo('haus@example.org');
    const sent = await sendForm(feed, '/providers/provider-1/link?lang=ar', {});
    assert.equal(sent.location, '/providers/provider-1/link?sent=yes&lang=ar');
    const { subject, text } = await mailed;
    assert.match(subject, /^Ihr Link/);
    assert.doesNotMatch(text, /lang=/);
  });

  it('says the same whether or not there is an address', async (test) => {
    const feed = await start(test);
    const known = await sendForm(feed, '/providers/provider-1/link', {});
    const unknown = await sendForm(feed, '/providers/provider-3/link', {});
    const plain = ({ status, headers, html }: typeof known) =>
      JSON.stringify([status, { ...headers, date: '' }, html]);
    assert.equal(plain(unknown), plain(known));
    const page = async (at: number) =>
      (await visit(feed, `/providers/provider-${at}/link?sent=yes`)).html.replaceAll(
        /(?:Verein |provider-)\d/g,
        '',
      );
    assert.equal(await page(3), await page(1));
    assert.ok(!(await page(1)).includes('haus@example.org'));
  });

  it('answers before the mail is handed over', async (test) => {
    const feed = await start(test, { isSlow: true });
    const mailed = feed.mailTo('haus@example.org');
    assert.equal((await sendForm(feed, '/providers/provider-1/link', {})).status, 303);
    await mailed;
  });

  it('tells the operator alone that no mail can be sent, and names nobody', async (test) => {
    const refusal = 'says of <haus@example.org>: no, smtp://office:geheim@mail.example.org';
    const mailer = { send: () => Promise.reject(new MailError(refusal)) };
    const feed = await startFeed(test, { changes, baseUrl: BASE, mailer });
    const logs = () => feed.logged().match(/.*a letter could not be sent.*/g) ?? [];
    const sent = await sendForm(feed, '/providers/provider-1/link', {});
    assert.equal(sent.location, '/providers/provider-1/link?sent=yes');
    // One that has no address is nothing that an operator could mend.
    await sendForm(feed, '/providers/provider-3/link', {});
    while (logs().length === 0) await pause(5);
    const { level, letter, fate, reason } = JSON.parse(logs().join()) as Record<string, unknown>;
    assert.deepEqual([level, letter, fate], [50, 'provider-link', 'failed']);
    assert.equal(reason, 'says of <…>: no, …');
  });

  it('changes nothing by being looked at', async (test) => {
    const feed = await start(test);
    for (const method of ['GET', 'HEAD']) {
      assert.equal((await feed.get('/providers/provider-1/link', {}, method)).status, 200);
    }
    assert.match((await visit(feed, '/providers/provider-1/link')).text, /Link zuschicken/);
    assert.equal((await feed.store.papers('pass')).size, 0);
    assert.equal(feed.mails.length, 0);
  });

  it('goes to one provider three times an hour for one network, ten times in all, without saying so', async (test) => {
    const feed = await start(test);
    for (let network = 0; network < 4; network++) {
      const from = { 'X-Forwarded-For': `198.51.${network}.1` };
      for (let at = 0; at < 5; at++) {
        const sent = await sendForm(feed, '/providers/provider-1/link', {}, from);
        assert.equal(sent.location, '/providers/provider-1/link?sent=yes');
      }
      const further = feed.mailTo('p7@example.org');
      await sendForm(feed, '/providers/provider-7/link', {}, from);
      await further;
      const sent = feed.mails.filter(({ to }) => to === 'haus@example.org');
      assert.equal(sent.length, Math.min(10, 3 * (network + 1)));
    }
    feed.mails.length = 0;
    const mailed = feed.mailTo('p6@example.org');
    await sendForm(feed, '/providers/provider-6/link', {});
    await mailed;
    assert.deepEqual(
      feed.mails.map(({ to }) => to),
      ['p6@example.org'],
    );
    feed.setClock(MONDAY_NOON + 3_600_000);
    const later = feed.mailTo('haus@example.org');
    await sendForm(feed, '/providers/provider-1/link', {});
    assert.equal((await later).to, 'haus@example.org');
  });

  it('is sent for one network ten times an hour', async (test) => {
    const feed = await start(test);
    const from = (address: string) => ({ 'X-Forwarded-For': address });
    for (const at of [1, 1, 1, 6, 6, 6, 7, 7, 7, 8, 9]) {
      await sendForm(feed, `/providers/provider-${at}/link`, {}, from('203.0.113.5'));
    }
    const mailed = feed.mailTo('p9@example.org');
    await sendForm(feed, '/providers/provider-9/link', {}, from('198.51.100.5'));
    await mailed;
    assert.equal(feed.mails.length, 11);
    assert.equal(feed.mails.filter(({ to }) => to === 'p9@example.org').length, 1);
  });

  it('goes to no address whose reader has said “that is not us”, until that is taken back or it changes', async (test) => {
    const feed = await start(test);
    const ask = async () => {
      const mailed = feed.mailTo('haus@example.org');
      await sendForm(feed, '/providers/provider-1/link', {});
      return mailed;
    };
    const linkIn = ({ text }: Mail) => /\/confirm\/[\w-]{43}/.exec(text)?.[0] ?? '';
    const [link, old] = [linkIn(await ask()), linkIn(await ask())];
    const say = (path: string, why: string) => fillForm(feed, `${path}?stop=yes`, 'stop=', { why });
    await say(link, 'stranger');
    // Another of their links does not take it back.
    await say(old, 'unwanted');
    const further = feed.mailTo('p6@example.org');
    const from = { 'X-Forwarded-For': '198.51.100.5' };
    const silent = await sendForm(feed, '/providers/provider-1/link', {}, from);
    assert.equal(silent.location, '/providers/provider-1/link?sent=yes');
    await sendForm(feed, '/providers/provider-6/link', {}, from);
    await further;
    assert.equal(feed.mails.filter(({ to }) => to === 'haus@example.org').length, 2);
    assert.doesNotMatch(feed.logged(), /could not be sent/);

    const other = provider(1, { contact: { email: 'neu@example.org' } });
    await feed.publish({ providers: [other] });
    // What they say of their old address is not said of the new one.
    await say(old, 'stranger');
    const arrived = feed.mailTo('neu@example.org');
    await sendForm(feed, '/providers/provider-1/link', {}, from);
    await arrived;

    await feed.publish({ providers: [changes.providers[0]!] });
    await noteRefusal(feed.store, 'haus@example.org', { why: undefined, now: MONDAY_NOON });
    feed.setClock(MONDAY_NOON + 3_600_000);
    await ask();
  });

  it('still goes to whoever wants no reminders', async (test) => {
    const feed = await start(test);
    await noteRefusal(feed.store, 'haus@example.org', { why: 'unwanted', now: MONDAY_NOON });
    const mailed = feed.mailTo('haus@example.org');
    await sendForm(feed, '/providers/provider-1/link', {});
    await mailed;
  });

  it('is nothing for those that are not there, or kept elsewhere', async (test) => {
    const feed = await start(test);
    for (const slug of ['provider-4', 'provider-5', 'nobody', '%22%3E%3Cscript%3E', '..%2f..']) {
      assert.equal((await sendForm(feed, `/providers/${slug}/link`, {})).status, 404, slug);
    }
    assert.equal(feed.mails.length, 0);
  });

  it('cannot be asked for by another website', async (test) => {
    const feed = await start(test);
    const headers = { 'Sec-Fetch-Site': 'cross-site' };
    assert.equal((await sendForm(feed, '/providers/provider-1/link', {}, headers)).status, 403);
  });
});
