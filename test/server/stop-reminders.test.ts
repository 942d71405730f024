import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startFeed } from './feed-harness.js';
import { BASE, keepingMailer, remindAll, threeProviders } from './reminding.js';

/** A feed whose providers have been asked, and the path of the first one's link to stop that. */
async function asked(context: Parameters<typeof startFeed>[0]) {
  const feed = await startFeed(context, { changes: threeProviders() });
  const mailer = keepingMailer();
  await remindAll(feed.store, mailer);
  const [mail = assert.fail('none was sent')] = mailer.mails;
  const [, path = ''] =
    /<https:\/\/feed\.example\.org(\/letters\/stop\/[\w-]{43})>/.exec(
      mail.headers?.['List-Unsubscribe'] ?? '',
    ) ?? [];
  assert.ok(mail.text.includes(`${BASE}${path}\n`), 'people have the same link');
  const refusals = async () =>
    [...(await feed.store.papers('refusal')).values()].map(({ why }) => why);
  const post = (init: RequestInit = {}) => fetch(feed.url + path, { method: 'POST', ...init });
  const { store, url } = feed;
  const get: typeof feed.get = (...given) => feed.get(...given);
  return { store, url, path, refusals, post, get, logged: () => feed.logged() };
}

test('opening the link asks once more, and changes nothing', async (context) => {
  const { get, path, refusals } = await asked(context);
  for (const method of ['GET', 'HEAD']) assert.equal((await get(path, {}, method)).status, 200);
  const { headers, body } = await get(path);
  assert.match(
    body.toString(),
    /<form method="post">\s*<p><button[^>]*>Keine Erinnerungen mehr schicken/,
  );
  assert.deepEqual(await refusals(), []);
  assert.equal(headers['cache-control'], 'no-store');
  assert.equal(headers['referrer-policy'], 'no-referrer');
  assert.doesNotMatch(String(headers['content-security-policy']), /script-src/);
  const [secret = ''] = path.split('/').slice(-1);
  assert.ok(!body.toString().includes(secret), 'the secret stands nowhere on the page');
  const english = await get(`${path}?lang=en`);
  assert.match(english.body.toString(), /Send no more reminders/);
});

test('pressing the button stops reminders, as does one click in a mail program', async (context) => {
  for (const body of [
    new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }),
    (() => {
      const form = new FormData();
      form.set('List-Unsubscribe', 'One-Click');
      return form;
    })(),
    undefined,
  ]) {
    const { store, post, refusals } = await asked(context);
    const answer = await post(body && { body });
    assert.equal(answer.status, 200);
    assert.match(await answer.text(), /An diese Adresse schicken wir keine Erinnerungen mehr/);
    assert.equal((await post()).status, 200);
    assert.deepEqual(await refusals(), ['unwanted']);
    const mailer = keepingMailer();
    await remindAll(store, mailer, { now: Date.parse('2027-06-01T10:00:00Z') });
    assert.deepEqual(
      mailer.mails.map(({ to }) => to),
      ['verein-2@example.net', 'verein-3@example.net'],
    );
  }
});

test('what is no link, or is one for something else, stops nothing', async (context) => {
  const { get, url, store, refusals } = await asked(context);
  const mailer = keepingMailer();
  await remindAll(store, mailer, { now: Date.parse('2027-06-01T10:00:00Z') });
  const [, provider = ''] = /\/confirm\/([\w-]{43})/.exec(mailer.mails[0]?.text ?? '') ?? [];
  for (const secret of ['x'.repeat(43), provider, "'--", '%00']) {
    const answer = await fetch(`${url}/letters/stop/${secret}`, { method: 'POST' });
    assert.ok([400, 410].includes(answer.status), `${secret}: ${answer.status}`);
  }
  const gone = await get(`/letters/stop/${'x'.repeat(43)}`);
  assert.equal(gone.status, 410);
  assert.match(gone.body.toString(), /mailto:buero@example\.org/);
  assert.deepEqual(await refusals(), []);
});

test('another website stops nothing, and a flood of a form is not read', async (context) => {
  const { post, refusals } = await asked(context);
  const foreign = await post({ headers: { 'sec-fetch-site': 'cross-site' } });
  assert.equal(foreign.status, 403);
  assert.deepEqual(await refusals(), []);
  const large = await post({ body: 'x'.repeat(1_000_000) });
  assert.equal(large.status, 200);
});

test('the log has no secrets', async (context) => {
  const { post, get, path, logged } = await asked(context);
  await get(path);
  await post();
  const [secret = ''] = path.split('/').slice(-1);
  assert.ok(!logged().includes(secret));
});
