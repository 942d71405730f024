import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HtmlValidate } from 'html-validate';
import { sendOfficeLink, sendProviderLink } from '../../server/src/desk/letters/links.js';
import { addressId, sendLetter } from '../../server/src/desk/letters/letters.js';
import { MailError } from '../../server/src/desk/mail.js';
import { findPass } from '../../server/src/desk/passes.js';
import { languages } from '../../server/src/languages/words.js';
import { MONDAY_NOON, provider } from './example.js';
import {
  at,
  BASE,
  checkedOffer,
  DAY,
  directoryOf,
  keepingMailer,
  remindAll,
  storeWith,
  threeProviders,
} from './reminding.js';
import type { Span } from './fixture.js';

const old = '2025-11-01';

/** The mail to one provider in a directory. */
async function reminderTo(
  test: Span,
  one: ReturnType<typeof provider>,
  offers: ReturnType<typeof checkedOffer>[],
  language = 'de',
) {
  const changes = directoryOf([one], offers);
  const { directory } = changes;
  assert.ok(directory);
  const imprint = 'https://office.example.org/imprint';
  const publisher = { ...directory.publisher, address: 'Marktplatz 1\n58452 Witten' };
  const store = await storeWith(test, {
    ...changes,
    directory: { ...directory, imprint, publisher, language },
  });
  const mailer = keepingMailer();
  await remindAll(store, mailer);
  return mailer.mails[0] ?? assert.fail('none was sent');
}

test('a provider reads what the directory says, whom it comes from, and what happens', async (context) => {
  const one = provider(1, at('verein@example.net'));
  const offers = [
    checkedOffer(1, one, old, {
      title: 'Nähtreff',
      schedule: {
        times: [{ dtstart: '2026-01-05T17:00', dtend: '2026-01-05T19:00', freq: 'WEEKLY' }],
      },
      locations: [{ town: 'witten', street: 'Ruhrstraße 5' }],
      checked: { on: old, by: 'Büro' },
    }),
    checkedOffer(2, one, old, { title: 'Schachrunde', status: 'paused' }),
  ];
  const { text } = await reminderTo(context, one, offers);
  const link = /https:\/\/feed\.example\.org\/\S+/g;
  assert.equal(
    text.replace(link, 'LINK'),
    `Guten Tag,

das steht über Sie in „Beispielverzeichnis“. Einiges davon hat lange niemand geprüft. Bitte sehen Sie kurz nach, ob es noch stimmt.

Stimmt alles, genügt ein Klick. Hat sich etwas geändert, schreiben Sie es gleich dort hin. Sie brauchen kein Konto und kein Passwort.

Verein 1 e. V.
====================

* Nähtreff
  Wann: Mo 17–19 Uhr · nächstes Mal Montag, 23. November
  Wo: Witten
  Geprüft am 1. November 2025 von: Büro

* Schachrunde
  Pausiert zurzeit
  Geprüft am 1. November 2025

Ansehen, bestätigen oder ändern:
LINK

Der Link gilt bis 22. Januar 2027. Wer ihn hat, kann für Verein 1 e. V. sprechen: Geben Sie ihn nur weiter, wenn Sie das wollen.

Wenn Sie nichts tun, bleibt alles, wie es ist. Wer die Angebote ansieht, liest dann weiter, wann sie zuletzt geprüft wurden, und wir fragen frühestens in 30 Tagen noch einmal.

Keine Erinnerungen mehr bekommen:
LINK

Freundliche Grüße
Integrationsbüro Beispiel

-- 
Integrationsbüro Beispiel
Marktplatz 1
58452 Witten
buero@example.org
Impressum: https://office.example.org/imprint
`,
  );
});

test('every language has its mail, in its direction and whole', async (context) => {
  const checker = new HtmlValidate({
    extends: ['html-validate:standard'],
    rules: { 'no-inline-style': 'off', 'long-title': 'off', 'require-sri': 'off' },
  });
  for (const tag of languages.spoken) {
    const one = provider(1, { ...at('verein@example.net'), language: tag });
    const {
      text,
      html = '',
      subject,
    } = await reminderTo(context, one, [checkedOffer(1, one, old)]);
    const isRtl = ['ar', 'fa'].includes(tag);
    assert.ok(html.includes(`lang="${tag}" dir="${isRtl ? 'rtl' : 'ltr'}"`), tag);
    assert.doesNotMatch(text + html + subject, /[{}]|undefined|\[object/, tag);
    assert.doesNotMatch(subject, /[\u2066-\u2069]/, tag);
    assert.equal(text.includes('\u2068Beispielverzeichnis\u2069'), isRtl, tag);
    assert.ok(text.includes(`?lang=${tag}`) || tag === 'de', tag);
    const report = await checker.validateString(html);
    assert.deepEqual(
      report.results.flatMap(({ messages }) => messages.map(({ message }) => message)),
      [],
      tag,
    );
  }
});

test('a mail in a language that nobody speaks here is in the directory’s', async (context) => {
  const one = provider(1, { ...at('verein@example.net'), language: 'ja' });
  const { text } = await reminderTo(context, one, [checkedOffer(1, one, old)], 'en');
  assert.match(text, /^Hello,/);
  const two = [
    provider(1, { ...at('a@example.net'), language: 'ar' }),
    provider(2, { ...at('a@example.net'), language: 'uk' }),
  ];
  const offers = two.map((each, n) => checkedOffer(n, each, old));
  const mailer = keepingMailer();
  await remindAll(await storeWith(context, directoryOf(two, offers)), mailer);
  assert.match(mailer.mails[0]?.text ?? '', /^Guten Tag,/);
});

test('names and titles from outside are text, and stay on their line', async (context) => {
  const evil = '<img src=x onerror=alert(1)>"\nhttps://evil.example\r\n\r\nBcc: all@example.org';
  const one = provider(1, { ...at('verein@example.net'), name: evil });
  const offers = [checkedOffer(1, one, old, { title: evil, locations: [{ name: evil }] })];
  const { text, html = '', subject, headers } = await reminderTo(context, one, offers);
  assert.doesNotMatch(html, /<img/);
  assert.doesNotMatch(text, /^\s*(https:\/\/evil|Bcc:)/m);
  assert.doesNotMatch(subject + JSON.stringify(headers), /[\r\n]|\\n/);
});

test('what is private stays private, and nothing is loaded', async (context) => {
  const one = provider(1, {
    contact: { name: 'Frau Geheim', phone: '030 23125 1', email: 'verein@example.net' },
  });
  const hidden = { town: 'witten', street: 'Schutzweg 1', visibility: 'on-request' } as const;
  const offers = [
    checkedOffer(1, one, old, { locations: [hidden], contact: { name: 'Herr Leise' } }),
  ];
  const { text, html = '' } = await reminderTo(context, one, offers);
  assert.doesNotMatch(text + html, /Geheim|Leise|Schutzweg/);
  assert.match(text, /Wo: Witten/);
  assert.doesNotMatch(html, /<(img|script|link|iframe|style)|url\(|src=|background=/i);
});

test('a provider’s link is sent to its own address, in its own language', async (context) => {
  const store = await storeWith(context, threeProviders());
  const mailer = keepingMailer();
  const means = { store, mailer, now: MONDAY_NOON, baseUrl: BASE };
  await sendProviderLink(means, {
    provider: provider(1, { ...at('verein-1@example.net'), language: 'en' }),
  });
  const [mail = assert.fail('none was sent')] = mailer.mails;
  assert.equal(mail.to, 'verein-1@example.net');
  assert.equal(mail.subject, 'Your link to the offers of Verein 1 e. V.');
  const [, secret = ''] = /\/confirm\/([\w-]{43})\?lang=en\n/.exec(mail.text) ?? [];
  const pass = await findPass(store, secret, 'provider', MONDAY_NOON + 60 * DAY - 1);
  assert.equal(pass?.subject, provider(1).id);
  const letters = [...(await store.papers('letter')).values()];
  assert.deepEqual(
    letters.map(({ kind, state }) => [kind, state]),
    [['provider-link', 'sent']],
  );
  await assert.rejects(sendProviderLink(means, { provider: provider(2) }), MailError);
  assert.equal(mailer.mails.length, 1);
});

test('a keeper’s link enters the office for ten minutes', async (context) => {
  const store = await storeWith(context, threeProviders());
  const mailer = keepingMailer();
  const means = { store, mailer, now: MONDAY_NOON, baseUrl: BASE };
  await sendOfficeLink(means, { keeper: 'keeper@office.example' });
  const [mail = assert.fail('none was sent')] = mailer.mails;
  assert.equal(mail.subject, 'Ihre Anmeldung bei „Beispielverzeichnis“');
  const [, secret = ''] = /\/office\/enter\/([\w-]{43})\n/.exec(mail.text) ?? [];
  const last = MONDAY_NOON + 600_000;
  assert.equal(
    (await findPass(store, secret, 'office', last - 1))?.subject,
    'keeper@office.example',
  );
  assert.equal(await findPass(store, secret, 'office', last), undefined);
  assert.equal(await findPass(store, secret, 'provider', MONDAY_NOON), undefined);
});

test('a letter is noted before its mail is handed over, and what became of it after', async (context) => {
  const store = await storeWith(context, threeProviders());
  const states = async () => [...(await store.papers('letter')).values()].map(({ state }) => state);
  const mail = { to: 'Verein@example.net', subject: 's', text: 't' };
  const during: string[][] = [];
  const watching = {
    async send() {
      during.push(await states());
    },
  };
  const letter = { kind: 'office-link', mail } as const;
  await sendLetter({ store, mailer: watching, now: MONDAY_NOON }, letter);
  assert.deepEqual(during, [['sending']]);
  const [kept] = (await store.papers('letter')).values();
  assert.deepEqual(kept, {
    kind: 'office-link',
    address: addressId('verein@example.net'),
    at: '2026-11-23T11:00:00.000Z',
    state: 'sent',
  });
  for (const [error, state] of [
    [new MailError('not now', 'deferred'), 'failed'],
    [new MailError('no', 'refused'), 'bounced'],
    [new MailError('perhaps', 'unknown'), 'sending'],
    [new Error('a bug'), 'sending'],
  ] as const) {
    const mailer = { send: () => Promise.reject(error) };
    const before = new Set((await store.papers('letter')).keys());
    await assert.rejects(sendLetter({ store, mailer, now: MONDAY_NOON }, letter), error);
    const [[, added] = assert.fail(state)] = [...(await store.papers('letter'))].filter(
      ([id]) => !before.has(id),
    );
    assert.equal(added.state, state);
  }
});
