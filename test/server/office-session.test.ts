import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { startService } from '@vielfalt/server';
import { pino } from 'pino';
import { MailError, type Mail } from '../../server/src/desk/mail.js';
import { MONDAY_NOON } from './example.js';
import { startFeed } from './feed-harness.js';
import { Browser, KEEPER, enter, entryOf, isIn, keptExample, tokenIn } from './office-harness.js';

const HOUR = 3_600_000;

test('A keeper enters by a link, once, and leaves', async (context) => {
  const feed = await startFeed(context, { changes: keptExample() });
  const browser = new Browser(feed);
  const link = await entryOf(feed);
  const shown = await browser.get(link);
  assert.equal(shown.status, 200);
  assert.match(shown.html, /<button[^>]*>Büro öffnen<\/button>/);
  const entered = await browser.post(link);
  assert.equal(entered.status, 303);
  assert.equal(entered.headers['location'], '/office');
  assert.equal(await isIn(browser), true);
  // The link is used up.
  assert.equal((await new Browser(feed).post(link)).status, 410);
  assert.equal((await new Browser(feed).get(link)).status, 410);

  const token = tokenIn(await browser.get('/office'));
  const cookies = new Map(browser.cookies);
  await browser.post('/office/leave', { token });
  assert.deepEqual([...browser.cookies], []);
  // The cookie is worth nothing any more, wherever else it is.
  const other = new Browser(feed);
  for (const [name, value] of cookies) other.cookies.set(name, value);
  assert.equal(await isIn(other), false);
});

test('Looking at a link changes nothing: programs that read mails do', async (context) => {
  const feed = await startFeed(context, { changes: keptExample() });
  const link = await entryOf(feed);
  for (let time = 0; time < 3; time++) {
    const seen = await new Browser(feed).get(link);
    assert.equal(seen.headers['set-cookie'], undefined);
  }
  assert.equal((await new Browser(feed).post(link)).status, 303);
});

test('A link is over after ten minutes', async (context) => {
  const feed = await startFeed(context, { changes: keptExample() });
  const link = await entryOf(feed);
  feed.setClock(MONDAY_NOON + 10 * 60_000);
  assert.equal((await new Browser(feed).post(link)).status, 410);
});

test('Whoever has ceased to be a keeper is out at the next request', async (context) => {
  const feed = await startFeed(context, { changes: keptExample() });
  const browser = await enter(feed);
  const link = await entryOf(feed);
  await feed.store.change(async (transaction) => {
    await transaction.put({ directory: keptExample([]).directory! });
    return { result: undefined, keep: {} };
  });
  assert.equal(await isIn(browser), false);
  assert.equal((await browser.post(link)).status, 410);
});

test('A session lasts for twelve hours after the last request, and for a week at most', async (context) => {
  const feed = await startFeed(context, { changes: keptExample() });
  const browser = await enter(feed);
  const isInAfter = (hours: number) => {
    feed.setClock(MONDAY_NOON + hours * HOUR);
    return isIn(browser);
  };
  for (let hours = 0; hours < 7 * 24; hours += 11) assert.equal(await isInAfter(hours), true);
  assert.equal(await isInAfter(7 * 24), false);

  const idle = await startFeed(context, { changes: keptExample() });
  const left = await enter(idle);
  idle.setClock(MONDAY_NOON + 12 * HOUR);
  assert.equal(await isIn(left), false);
});

test('The cookie is for the office alone, and where there is TLS no other host can set it', async (context) => {
  const plain = await startFeed(context, { changes: keptExample() });
  const entered = await new Browser(plain).post(await entryOf(plain));
  assert.match(
    String(entered.headers['set-cookie']),
    /^office=[\w-]{43}; Path=\/office; HttpOnly; SameSite=Strict$/,
  );
  const baseUrl = 'https://feed.example.org';
  const feed = await startFeed(context, { changes: keptExample(), baseUrl });
  const browser = new Browser(feed);
  const { headers } = await browser.post(await entryOf(feed), {}, { origin: baseUrl });
  assert.match(
    String(headers['set-cookie']),
    /^__Host-office=[\w-]{43}; Path=\/; Secure; HttpOnly; SameSite=Strict$/,
  );
  // The same under the name that any page of the domain could set.
  const forged = new Browser(feed);
  forged.cookies.set('office', browser.cookies.get('__Host-office') ?? '');
  assert.equal(await isIn(forged), false);
  assert.equal(await isIn(browser), true);
});

test('A session that somebody else has made up, or set, is never taken over', async (context) => {
  const feed = await startFeed(context, { changes: keptExample() });
  for (const secret of ['', 'x', 'A'.repeat(43), '../../x', '%00']) {
    const guessing = new Browser(feed);
    guessing.cookies.set('office', secret);
    assert.equal(await isIn(guessing), false);
  }
  const browser = new Browser(feed);
  browser.cookies.set('office', 'B'.repeat(43));
  await browser.post(await entryOf(feed));
  assert.notEqual(browser.cookies.get('office'), 'B'.repeat(43));
  // Neither a link's secret nor what the database holds is a session.
  const link = await entryOf(feed);
  const passes = await feed.store.papers('pass');
  for (const stolen of [link.split('/').at(-1)!, ...passes.keys()]) {
    const thief = new Browser(feed);
    thief.cookies.set('office', stolen);
    assert.equal(await isIn(thief), false);
  }
});

test('Asking for a link tells nobody who is a keeper', async (context) => {
  const mails: Mail[] = [];
  const mailer = { send: (mail: Mail) => Promise.resolve(void mails.push(mail)) };
  const baseUrl = 'http://feed.example.org';
  const feed = await startFeed(context, { changes: keptExample(), mailer, baseUrl });
  const ask = (address: string) =>
    new Browser(feed).post('/office/link', { address }, { origin: baseUrl });
  const unknown = await ask('nobody@office.example');
  const known = await ask(` ${KEEPER.toUpperCase()} `);
  assert.equal(known.status, 303);
  const { date: _, ...headers } = known.headers;
  const { date: __, ...others } = unknown.headers;
  assert.deepEqual(headers, others);
  while (mails.length === 0) await pause(5);
  assert.equal(mails.length, 1);
  assert.equal(mails[0]!.to, KEEPER);
  const [, link = ''] = /http:\/\/feed\.example\.org(\/office\/enter\/[\w-]{43})/.exec(
    mails[0]!.text,
  )!;
  assert.equal((await new Browser(feed).post(link, {}, { origin: baseUrl })).status, 303);
});

test('Of very many requests for links most are refused', async (context) => {
  const mails: Mail[] = [];
  const mailer = { send: (mail: Mail) => Promise.resolve(void mails.push(mail)) };
  const feed = await startFeed(context, { changes: keptExample(), mailer });
  const ask = () => new Browser(feed).post('/office/link', { address: KEEPER });
  const answers = [];
  for (let time = 0; time < 11; time++) answers.push(await ask());
  assert.deepEqual(
    answers.map(({ status }) => status),
    [...Array<number>(10).fill(303), 429],
  );
});

test('Nobody elsewhere can lock a keeper out', async (context) => {
  const mails: Mail[] = [];
  const mailer = { send: (mail: Mail) => Promise.resolve(void mails.push(mail)) };
  const baseUrl = 'http://feed.example.org';
  const feed = await startFeed(context, { changes: keptExample(), mailer, baseUrl });
  const ask = async (network: number) => {
    const headers = { origin: baseUrl, 'x-forwarded-for': `198.51.${network}.1` };
    const { status } = await new Browser(feed).post('/office/link', { address: KEEPER }, headers);
    assert.equal(status, 303);
  };
  const sent = async () => {
    // Letters are noted one after another: this comes after those that were begun.
    await feed.store.change(() => Promise.resolve({ result: undefined }));
    return (await feed.store.papers('letter')).size;
  };
  for (let time = 0; time < 8; time++) await ask(1);
  assert.equal(await sent(), 5);
  await ask(2);
  assert.equal(await sent(), 6);
  for (let network = 3; network < 9; network++) {
    for (let time = 0; time < 5; time++) await ask(network);
  }
  assert.equal(await sent(), 20);
});

test('That a keeper’s link could not be sent the operator reads, without the address', async (context) => {
  const mailer = { send: () => Promise.reject(new MailError(`no ${KEEPER}`, 'refused')) };
  const baseUrl = 'http://feed.example.org';
  const feed = await startFeed(context, { changes: keptExample(), mailer, baseUrl });
  const asked = await new Browser(feed).post(
    '/office/link',
    { address: KEEPER },
    { origin: baseUrl },
  );
  assert.equal(asked.headers['location'], '/office?said=sent');
  while (!feed.logged().includes('could not be sent')) await pause(5);
  assert.match(
    feed.logged(),
    /"level":50.*"letter":"office-link","fate":"refused","reason":"no …"/,
  );
  assert.equal(feed.logged().includes(KEEPER), false);
});

test('Nothing of a secret is logged', async (context) => {
  const feed = await startFeed(context, { changes: keptExample() });
  const link = await entryOf(feed);
  const browser = new Browser(feed);
  await browser.get(link);
  await browser.post(link);
  await browser.get('/office');
  const secrets = [link.split('/').at(-1)!, browser.cookies.get('office')!];
  for (const secret of secrets) assert.equal(feed.logged().includes(secret), false);
  const papers = JSON.stringify([
    ...(await feed.store.papers('pass')),
    ...(await feed.store.papers('deed')),
  ]);
  for (const secret of secrets) assert.equal(papers.includes(secret), false);
});

test('Several processes of one database share who is in', async (context) => {
  const feed = await startFeed(context, { changes: keptExample() });
  const browser = await enter(feed);
  const { store } = feed;
  const log = pino({ enabled: false });
  const second = await startService({ store, port: 0, log, clock: () => MONDAY_NOON });
  context.after(() => second.stop());
  const there = new Browser({ ...feed, url: `http://127.0.0.1:${second.port}` });
  for (const [name, value] of browser.cookies) there.cookies.set(name, value);
  assert.equal(await isIn(there), true);
  await there.post('/office/leave', { token: tokenIn(await there.get('/office')) });
  assert.equal(await isIn(browser), false);
});
