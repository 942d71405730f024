import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { ConfigError, readMailSettings } from '../../server/src/config.js';
import { mailerOf } from '../../server/src/desk/letters/mailer.js';
import { smtpMailer } from '../../server/src/desk/letters/smtp-mailer.js';
import { isMailable, MailError, type Mail } from '../../server/src/desk/mail.js';
import { freePort } from '../support/free-port.js';
import { folder } from './fixture.js';
import { readMail, startMailServer } from './mail-server.js';

const OFFICE = { name: 'Büro für Vielfalt', address: 'buero@example.org' };
const MAIL: Mail = {
  to: 'verein@example.net',
  subject: 'Stimmt das noch?',
  text: 'Grüße aus dem Büro\n',
  html: '<p>Grüße aus dem Büro</p>',
};

/** The settings of some environment, as a mailer. */
function mailerFor(environment: Record<string, string>) {
  const mailer = mailerOf(readMailSettings(environment));
  assert.ok(mailer);
  return mailer;
}

function fate(sending: Promise<void>): Promise<MailError> {
  return sending.then(
    () => assert.fail('it was sent'),
    (error: unknown) => {
      assert.ok(error instanceof MailError, String(error));
      return error;
    },
  );
}

test('a mail arrives with both parts, from the office', async (context) => {
  const server = await startMailServer(context);
  await mailerFor({ SMTP_URL: server.url }).send(MAIL, OFFICE);
  const [{ mail, to } = assert.fail('none came')] = server.mails;
  assert.equal(to, 'verein@example.net');
  assert.equal(mail.headers.get('from'), 'Büro für Vielfalt <buero@example.org>');
  assert.equal(mail.headers.get('to'), 'verein@example.net');
  assert.equal(mail.headers.get('subject'), 'Stimmt das noch?');
  assert.equal(mail.headers.get('auto-submitted'), 'auto-generated');
  assert.equal(mail.headers.has('reply-to'), false);
  assert.match(mail.headers.get('message-id') ?? '', /@example\.org>$/);
  assert.equal(mail.text.trimEnd(), 'Grüße aus dem Büro');
  assert.equal(mail.html.trimEnd(), '<p>Grüße aus dem Büro</p>');
});

test('another sender is named by MAIL_FROM, and answers still reach the office', async (context) => {
  const server = await startMailServer(context);
  const from = (MAIL_FROM: string) => mailerFor({ SMTP_URL: server.url, MAIL_FROM });
  await from('Verzeichnis <no-reply@example.com>').send(MAIL, OFFICE);
  await from('no-reply@example.com').send(MAIL, { name: 'Büro' });
  const [named, bare] = server.mails.map(({ mail }) => mail.headers);
  assert.equal(named?.get('from'), 'Verzeichnis <no-reply@example.com>');
  assert.equal(named.get('reply-to'), 'Büro für Vielfalt <buero@example.org>');
  assert.equal(bare?.get('from'), 'Büro <no-reply@example.com>');
  assert.equal(bare.has('reply-to'), false);
});

test('without any sender nothing is sent, and the error says what to set', async (context) => {
  const server = await startMailServer(context);
  const error = await fate(mailerFor({ SMTP_URL: server.url }).send(MAIL, { name: 'Büro' }));
  assert.match(error.message, /Set MAIL_FROM/);
  assert.equal(error.fate, 'failed');
  assert.deepEqual(server.mails, []);
});

test('line breaks in names and subjects begin no header', async (context) => {
  const server = await startMailServer(context);
  const evil = 'Verein\r\nBcc: all@example.org\u2028X-Evil: yes';
  await mailerFor({ SMTP_URL: server.url }).send(
    { ...MAIL, subject: evil },
    { ...OFFICE, name: evil },
  );
  const [{ mail, to } = assert.fail('none came')] = server.mails;
  assert.equal(to, 'verein@example.net');
  assert.equal(mail.headers.has('bcc'), false);
  assert.equal(mail.headers.has('x-evil'), false);
  assert.equal(mail.headers.get('subject'), 'Verein Bcc: all@example.org X-Evil: yes');
});

const ODD = [
  'a@example.org,b@example.org',
  'a@example.org\r\nRCPT TO:<b@example.org>',
  '<a@example.org>',
  '"a b"@example.org',
  'Name <a@example.org>',
  'a..b@example.org',
  'a@example',
  'a@-example.org',
  'a@[127.0.0.1]',
  'müller@example.org',
  `${'a'.repeat(65)}@example.org`,
  `a@${'b.'.repeat(130)}org`,
];

test('odd addresses are not written to', async (context) => {
  const server = await startMailServer(context);
  const mailer = mailerFor({ SMTP_URL: server.url });
  for (const to of ODD) {
    assert.equal((await fate(mailer.send({ ...MAIL, to }, OFFICE))).fate, 'refused', to);
  }
  assert.deepEqual(server.mails, []);
  for (const fine of ["o'neil+x@example.org", 'Info@Bücher.example', 'a.b@x.y.example']) {
    assert.equal(isMailable(fine), true, fine);
  }
});

test('a refused address is told from a server in trouble', async (context) => {
  const answers: Record<string, [string, string]> = {
    'gone@example.net': ['550 5.1.1 no such mailbox', 'refused'],
    'old@example.net': ['551 moved away', 'refused'],
    'busy@example.net': ['450 4.2.0 come back later', 'deferred'],
    'policy@example.net': ['550 5.7.1 relaying denied', 'deferred'],
  };
  const server = await startMailServer(context, { refuse: (address) => answers[address]?.[0] });
  const mailer = mailerFor({ SMTP_URL: server.url });
  for (const [to, [words, expected]] of Object.entries(answers)) {
    const error = await fate(mailer.send({ ...MAIL, to }, OFFICE));
    assert.equal(error.fate, expected, to);
    assert.ok(error.message.includes(words.slice(4)), error.message);
  }
  await mailer.send(MAIL, OFFICE);
  assert.deepEqual(
    server.mails.map(({ to }) => to),
    [MAIL.to],
  );
});

test('a server that is not there, or asks for a password, is named; the password is not', async (context) => {
  const port = await freePort();
  const gone = await fate(mailerFor({ SMTP_URL: `smtp://127.0.0.1:${port}` }).send(MAIL, OFFICE));
  assert.equal(gone.fate, 'failed');
  assert.ok(gone.message.includes(`127.0.0.1:${port}`), gone.message);

  const server = await startMailServer(context, {
    server: {
      authOptional: false,
      allowInsecureAuth: true,
      onAuth: (_, __, done) => done(new Error('Invalid password')),
    },
  });
  const url = server.url.replace('//', '//office:hunter-22@');
  const wrong = await fate(mailerFor({ SMTP_URL: url }).send(MAIL, OFFICE));
  assert.equal(wrong.fate, 'failed');
  assert.match(wrong.message, /Look at the user and the password in SMTP_URL/);
  assert.doesNotMatch(`${wrong.message} ${JSON.stringify(wrong)}`, /hunter/);
});

test('a server that can is spoken to in secret, with the password', async (context) => {
  const server = await startMailServer(context, { server: { authOptional: false } });
  const url = server.url.replace('//', '//office%40example.org:p%3A%2Fw@');
  await mailerFor({ SMTP_URL: url }).send(MAIL, OFFICE);
  const [{ encrypted, user } = assert.fail('none came')] = server.mails;
  assert.deepEqual({ encrypted, user }, { encrypted: true, user: 'office@example.org' });
});

test('a password goes to another machine only in secret, and only to whom a certificate names', async (context) => {
  const open = await startMailServer(context, { server: { disabledCommands: ['STARTTLS'] } });
  const odd = await startMailServer(context);
  const sent = (port: number) => {
    // This machine by a name that does not say so.
    const server = { host: '0.0.0.0', port, secure: false, user: 'u', password: 'p' };
    return fate(smtpMailer(server, undefined).send(MAIL, OFFICE));
  };
  assert.match((await sent(open.port)).message, /STARTTLS/);
  assert.match((await sent(odd.port)).message, /NODE_EXTRA_CA_CERTS/);
  assert.deepEqual([...open.mails, ...odd.mails], []);
});

/** A server that says each of some words after each line that it reads, and is silent afterwards. */
async function talkingServer(context: TestContext, words: string[], end?: 'breaks off') {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket.on('error', () => undefined));
    const left = [...words];
    socket.write(left.shift() ?? '');
    socket.on('data', (data) => {
      const isContent = !/^(EHLO|HELO|MAIL|RCPT|DATA|QUIT|RSET)/.test(data.toString());
      if (isContent && !data.toString().endsWith('\r\n.\r\n')) return;
      const next = left.shift();
      if (next !== undefined) socket.write(next);
      else if (end) socket.destroy();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  context.after(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { host: '127.0.0.1', port, secure: false };
}

const HELLO = ['220 hello\r\n', '250 me\r\n'];
const TAKES = [...HELLO, '250 sender ok\r\n', '250 recipient ok\r\n', '354 go on\r\n'];

test('who broke off before the mail has not got it, who broke off after it may have it', async (context) => {
  const early = await talkingServer(context, [...HELLO, '250 sender ok\r\n'], 'breaks off');
  assert.equal((await fate(smtpMailer(early, undefined).send(MAIL, OFFICE))).fate, 'failed');
  const late = await talkingServer(context, TAKES, 'breaks off');
  assert.equal((await fate(smtpMailer(late, undefined).send(MAIL, OFFICE))).fate, 'unknown');
  const refusing = await talkingServer(context, [...TAKES, '554 5.6.0 not such a mail\r\n']);
  assert.equal((await fate(smtpMailer(refusing, undefined).send(MAIL, OFFICE))).fate, 'deferred');
  const closing = await talkingServer(context, [...HELLO, '421 going down\r\n'], 'breaks off');
  assert.equal((await fate(smtpMailer(closing, undefined).send(MAIL, OFFICE))).fate, 'failed');
});

test('a server that falls silent is left', async (context) => {
  const silent = await talkingServer(context, []);
  assert.equal((await fate(smtpMailer(silent, undefined, 50).send(MAIL, OFFICE))).fate, 'failed');
  const late = await talkingServer(context, TAKES);
  assert.equal((await fate(smtpMailer(late, undefined, 50).send(MAIL, OFFICE))).fate, 'unknown');
});

test('mails are caught in a folder, for their owner alone', async (context) => {
  const place = join(folder(context), 'mails');
  const mailer = mailerFor({ MAIL_FOLDER: place });
  await mailer.send(MAIL, OFFICE);
  await mailer.send(MAIL, OFFICE);
  const names = readdirSync(place);
  assert.equal(names.length, 2);
  const [name = ''] = names;
  assert.match(name, /\.eml$/);
  assert.equal(statSync(join(place, name)).mode & 0o777, 0o600);
  const mail = readMail(readFileSync(join(place, name), 'utf8'));
  assert.equal(mail.headers.get('to'), 'verein@example.net');
  assert.match(mail.text, /Grüße aus dem Büro/);
});

test('a folder that cannot be written to is named', async (context) => {
  const place = folder(context);
  const file = join(place, 'file');
  writeFileSync(file, '');
  mkdirSync(join(place, 'fine'));
  const error = await fate(mailerFor({ MAIL_FOLDER: join(file, 'mails') }).send(MAIL, OFFICE));
  assert.match(error.message, /MAIL_FOLDER .*file\/mails/);
});

test('settings say where a mail goes, with usual ports', () => {
  const by = (SMTP_URL: string) => readMailSettings({ SMTP_URL })?.by;
  const host = 'mail.example.org';
  assert.deepEqual(by(`smtp://${host}`), { host, port: 587, secure: false });
  assert.deepEqual(by(`smtps://${host}`), { host, port: 465, secure: true });
  assert.deepEqual(by('smtp://a%40b:c%3Ad@[::1]:25/'), {
    ...{ host: '::1', port: 25, secure: false },
    ...{ user: 'a@b', password: 'c:d' },
  });
  assert.deepEqual(readMailSettings({ MAIL_FOLDER: 'mails' })?.by, { folder: 'mails' });
  assert.equal(readMailSettings({ MAIL_FROM: 'a@example.org' }), undefined);
  const from = (MAIL_FROM: string) => readMailSettings({ MAIL_FOLDER: 'x', MAIL_FROM })?.from;
  const mailbox = { name: 'Amt, Büro 2', address: 'a@example.org' };
  assert.deepEqual(from('"Amt, Büro 2" <a@example.org>'), mailbox);
  assert.deepEqual(from('Amt, Büro 2 <a@example.org>'), mailbox);
  assert.deepEqual(from(' a@example.org '), { name: '', address: 'a@example.org' });
});

const WRONG: [Record<string, string>, RegExp][] = [
  [{ SMTP_URL: 'mail.example.org' }, /SMTP_URL is no address; it must be such as smtp:/],
  [{ SMTP_URL: 'https://u:s3cret@example.org' }, /does not begin with smtp:\/\/ or smtps:\/\//],
  [{ SMTP_URL: 'smtp://u:s3cret@' }, /SMTP_URL/],
  [{ SMTP_URL: 'smtp://u:s3cret/@example.org' }, /SMTP_URL/],
  [{ SMTP_URL: 'smtp://u:s3cret@example.org/inbox' }, /goes on behind the server/],
  [{ SMTP_URL: 'smtp://u:s3cret@example.org?pool=true' }, /goes on behind the server/],
  [{ SMTP_URL: 'smtp://s3cret@example.org' }, /a user without a password/],
  [{ SMTP_URL: 'smtp://u:s3cret%@example.org' }, /a % in its user or password/],
  [{ SMTP_URL: 'smtp://example.org', MAIL_FOLDER: 'x' }, /SMTP_URL and MAIL_FOLDER are both set/],
  [{ MAIL_FOLDER: 'x', MAIL_FROM: 'office' }, /MAIL_FROM is "office"; it must be an e-mail/],
  [{ MAIL_FOLDER: 'x', MAIL_FROM: 'a <b@c.example> d' }, /MAIL_FROM is/],
];

test('wrong settings are explained, without their password', () => {
  for (const [environment, expected] of WRONG) {
    assert.throws(
      () => readMailSettings(environment),
      (error) => {
        assert.ok(error instanceof ConfigError, JSON.stringify(environment));
        assert.match(error.message, expected);
        assert.doesNotMatch(error.message, /s3cret/);
        return true;
      },
    );
  }
});
