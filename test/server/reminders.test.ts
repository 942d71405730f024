import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addressId, forgetLetters } from '../../server/src/desk/letters/letters.js';
import { smtpMailer } from '../../server/src/desk/letters/smtp-mailer.js';
import { noteRefusal, reminderId } from '../../server/src/desk/letters/standing.js';
import { MailError, type MailFate } from '../../server/src/desk/mail.js';
import { findPass } from '../../server/src/desk/passes.js';
import { MONDAY_NOON, offer, provider } from './example.js';
import { startMailServer } from './mail-server.js';
import {
  at,
  checkedOffer,
  DAY,
  directoryOf,
  keepingMailer,
  remindAll,
  storeWith,
  threeProviders,
} from './reminding.js';

const sent = { kind: 'sent' } as const;
const secretsIn = (text: string) =>
  [...text.matchAll(/\/confirm\/([\w-]{43})/g)].map(([, secret = '']) => secret);

test('each address gets one mail by the mail server, and the letter is noted', async (context) => {
  const store = await storeWith(context, threeProviders());
  const server = await startMailServer(context);
  const by = { host: '127.0.0.1', port: server.port, secure: false };
  const outcomes = await remindAll(store, smtpMailer(by, undefined));
  assert.deepEqual([...outcomes.values()], [sent, sent, sent]);
  assert.deepEqual(server.mails.map(({ to }) => to).sort(), [
    'verein-1@example.net',
    'verein-2@example.net',
    'verein-3@example.net',
  ]);
  const [{ mail } = assert.fail('none came')] = server.mails;
  assert.equal(mail.headers.get('from'), 'Integrationsbüro Beispiel <buero@example.org>');
  assert.equal(
    mail.headers.get('subject'),
    'Stimmt das noch? Ihre Angebote in „Beispielverzeichnis“',
  );
  assert.match(
    mail.headers.get('list-unsubscribe') ?? '',
    /^<https:\/\/feed\.example\.org\/letters\/stop\/[\w-]{43}>, <mailto:buero@example\.org\?subject=stop>$/,
  );
  assert.equal(mail.headers.get('list-unsubscribe-post'), 'List-Unsubscribe=One-Click');
  const letters = await store.papers('letter');
  assert.deepEqual(letters.get(reminderId(addressId('Verein-1@example.net'))), {
    kind: 'reminder',
    address: addressId('verein-1@example.net'),
    provider: provider(1).id,
    at: '2026-11-23T11:00:00.000Z',
    state: 'sent',
  });
});

test('the link in the mail speaks for the provider, for sixty days', async (context) => {
  const store = await storeWith(context, threeProviders());
  const mailer = keepingMailer();
  await remindAll(store, mailer);
  const [mail = assert.fail('none was sent')] = mailer.mails;
  const [secret = ''] = secretsIn(mail.text);
  assert.deepEqual(secretsIn(mail.html ?? ''), [secret]);
  const pass = await findPass(store, secret, 'provider', MONDAY_NOON + 60 * DAY - 1);
  assert.equal(pass?.subject, provider(1).id);
  assert.equal(await findPass(store, secret, 'provider', MONDAY_NOON + 60 * DAY), undefined);
  assert.match(mail.text, /Der Link gilt bis 22\. Januar 2027/);
});

test('nobody is asked twice within thirty days, and then again', async (context) => {
  const store = await storeWith(context, threeProviders());
  const mailer = keepingMailer();
  await remindAll(store, mailer);
  const [again] = (await remindAll(store, mailer, { now: MONDAY_NOON + 30 * DAY - 1 })).values();
  assert.deepEqual(again, {
    kind: 'held',
    hindrance: { why: 'written', since: '2026-11-23T11:00:00.000Z' },
  });
  assert.equal(mailer.mails.length, 3);
  await remindAll(store, mailer, { now: MONDAY_NOON + 30 * DAY });
  assert.equal(mailer.mails.length, 6);
});

test('two runs at once ask nobody twice', async (context) => {
  const store = await storeWith(context, threeProviders());
  const mailer = keepingMailer();
  await Promise.all([remindAll(store, mailer), remindAll(store, mailer)]);
  assert.deepEqual(mailer.mails.map(({ to }) => to).sort(), [
    'verein-1@example.net',
    'verein-2@example.net',
    'verein-3@example.net',
  ]);
});

test('an address of several providers gets one mail, with a link for each', async (context) => {
  const [one, other, third] = [
    provider(1, at('haus@example.net')),
    provider(2, at('Haus@Example.net')),
    provider(3, at('sonst@example.net')),
  ];
  const offers = [
    checkedOffer(1, one, '2025-11-01'),
    // Nobody has to ask about these two, but they are the same people's.
    checkedOffer(2, one, '2026-11-20'),
    checkedOffer(3, other, '2026-11-20'),
    checkedOffer(4, third, '2026-11-20'),
  ];
  const store = await storeWith(context, directoryOf([one, other, third], offers));
  const mailer = keepingMailer();
  await remindAll(store, mailer);
  const [mail = assert.fail('none was sent'), ...more] = mailer.mails;
  assert.deepEqual(more, []);
  for (const shown of ['Verein 1 e. V.', 'Verein 2 e. V.', 'Angebot 1', 'Angebot 2', 'Angebot 3']) {
    assert.ok(mail.text.includes(shown), shown);
  }
  assert.ok(!mail.text.includes('Angebot 4'));
  const passes = await Promise.all(
    secretsIn(mail.text).map((secret) => findPass(store, secret, 'provider', MONDAY_NOON)),
  );
  assert.deepEqual(
    passes.map((pass) => pass?.subject),
    [one.id, other.id],
  );
});

test('what is old is told from what was confirmed, changed, over, paused, or is not ours', async (context) => {
  const names = ['old', 'confirmed', 'changed', 'never', 'over', 'gone', 'foreign', 'paused'];
  const providers = names.map((name, n) => provider(n, at(`${name}@example.net`)));
  const origin = {
    ...{ directory: 'https://other.example', id: provider(90).id, name: 'Anderes' },
    page: 'https://other.example/offers/x',
  };
  const of = (name: string) => providers[names.indexOf(name)] ?? assert.fail(name);
  const schedule = { times: [{ dtstart: '2026-10-01T10:00', dtend: '2026-10-01T11:00' }] };
  const old = '2026-05-26'; // 181 days ago
  const offers = [
    checkedOffer(1, of('old'), old),
    checkedOffer(2, of('confirmed'), old),
    offer(3, { provider: of('changed').id, changed: '2026-05-28T08:00:00Z' }),
    offer(4, { provider: of('never').id, changed: '2026-05-26T08:00:00Z' }),
    checkedOffer(5, of('over'), old, { schedule }),
    checkedOffer(6, of('gone'), old, { status: 'retired' }),
    checkedOffer(7, of('foreign'), old, { origin }),
    checkedOffer(8, of('paused'), old, { status: 'paused' }),
  ];
  const store = await storeWith(context, directoryOf(providers, offers));
  await store.change(async (transaction) => {
    const on = { on: '2026-11-01', by: 'Verein' };
    await transaction.putPapers('confirmation', new Map([[offer(2).id, on]]));
    return { result: undefined, keep: {} };
  });
  const mailer = keepingMailer();
  await remindAll(store, mailer);
  assert.deepEqual(mailer.mails.map(({ to }) => to.split('@')[0]).sort(), [
    'never',
    'old',
    'paused',
  ]);
  const [one] = (await remindAll(store, mailer, { after: 0, only: of('confirmed').id })).keys();
  assert.equal(one, 'confirmed@example.net');
  assert.match(mailer.mails.at(-1)?.text ?? '', /Geprüft am 1\. November 2026 von: Verein/);
});

test('who has no address, or an odd one, is named instead', async (context) => {
  const [none, odd, privately] = [
    provider(1),
    provider(2, at('a@example.net,b@example.net')),
    provider(3, { contact: { name: 'Frau Geheim', phone: '030 23125 1' } }),
  ];
  const offers = [none, odd, privately].map((each, n) => checkedOffer(n, each, '2025-01-01'));
  const store = await storeWith(context, directoryOf([none, odd, privately], offers));
  const mailer = keepingMailer();
  assert.equal((await remindAll(store, mailer)).size, 0);
  assert.deepEqual(mailer.mails, []);
});

test('an address that is refused is asked no more; one that must wait is asked next time', async (context) => {
  const store = await storeWith(context, threeProviders());
  const answers: Record<string, string> = {
    'verein-1@example.net': '550 5.1.1 no such mailbox',
    'verein-2@example.net': '450 4.2.0 come back later',
  };
  const server = await startMailServer(context, { refuse: (address) => answers[address] });
  const mailer = smtpMailer({ host: '127.0.0.1', port: server.port, secure: false }, undefined);
  const fates = async () =>
    [...(await remindAll(store, mailer)).values()].map((each) =>
      each.kind === 'unsent' ? each.fate : each.kind,
    );
  assert.deepEqual(await fates(), ['refused', 'deferred', 'sent']);
  // What nobody has got opens nothing: two passes remain, of the mail that was sent.
  assert.equal((await store.papers('pass')).size, 2);
  delete answers['verein-2@example.net'];
  assert.deepEqual(await fates(), ['held', 'sent', 'held']);
  assert.deepEqual(server.mails.map(({ to }) => to).sort(), [
    'verein-2@example.net',
    'verein-3@example.net',
  ]);
  const id = addressId('verein-1@example.net');
  assert.equal((await store.papers('refusal')).get(id)?.why, 'bounced');
  assert.equal((await store.papers('letter')).get(reminderId(id))?.state, 'bounced');
});

test('where no mail can be sent, the run ends, and all are asked next time', async (context) => {
  const store = await storeWith(context, threeProviders());
  const failing = (fate: MailFate) => ({
    send: () => Promise.reject(new MailError('no server', fate)),
  });
  assert.equal((await remindAll(store, failing('failed'))).size, 1);
  assert.equal((await store.papers('pass')).size, 0);
  const mailer = keepingMailer();
  await remindAll(store, mailer);
  assert.equal(mailer.mails.length, 3);
});

test('a mail that may have been sent is not sent again, and its links stay valid', async (context) => {
  const store = await storeWith(context, threeProviders());
  const lost = keepingMailer();
  const unsure = {
    send: async (...given: Parameters<typeof lost.send>) => {
      await lost.send(...given);
      throw new MailError('broke off', 'unknown');
    },
  };
  assert.deepEqual(
    [...(await remindAll(store, unsure)).values()],
    [{ kind: 'unsent', fate: 'unknown', message: 'broke off' }],
  );
  const [secret = ''] = secretsIn(lost.mails[0]?.text ?? '');
  assert.ok(await findPass(store, secret, 'provider', MONDAY_NOON));
  const mailer = keepingMailer();
  const [first] = (await remindAll(store, mailer)).values();
  assert.deepEqual(first, {
    kind: 'held',
    hindrance: { why: 'perhaps', since: '2026-11-23T11:00:00.000Z' },
  });
  assert.deepEqual(
    mailer.mails.map(({ to }) => to),
    ['verein-2@example.net', 'verein-3@example.net'],
  );
  await remindAll(store, mailer, { now: MONDAY_NOON + 30 * DAY, only: provider(1).id });
  assert.equal(mailer.mails.at(-1)?.to, 'verein-1@example.net');
});

test('who wants no reminders, or whose mails come back, gets none until that is taken back', async (context) => {
  const store = await storeWith(context, threeProviders());
  const note = (address: string, why: 'bounced' | 'unwanted' | undefined) =>
    noteRefusal(store, address, { why, now: MONDAY_NOON });
  await note('verein-1@example.net', 'unwanted');
  await note('VEREIN-2@example.net', 'bounced');
  const mailer = keepingMailer();
  const outcomes = await remindAll(store, mailer);
  assert.deepEqual(
    [...outcomes.values()].map((each) => (each.kind === 'held' ? each.hindrance.why : each.kind)),
    ['unwanted', 'bounced', 'sent'],
  );
  await note('verein-2@example.net', undefined);
  await remindAll(store, mailer);
  assert.deepEqual(
    mailer.mails.map(({ to }) => to),
    ['verein-3@example.net', 'verein-2@example.net'],
  );
});

test('letters are forgotten after a year', async (context) => {
  const store = await storeWith(context, threeProviders());
  await remindAll(store, keepingMailer(), { only: provider(1).id });
  await remindAll(store, keepingMailer(), { now: MONDAY_NOON + DAY, only: provider(2).id });
  await forgetLetters(store, MONDAY_NOON + 365 * DAY + 1);
  const kept = [...(await store.papers('letter')).values()].map((letter) => letter.provider);
  assert.deepEqual(kept, [provider(2).id]);
});
