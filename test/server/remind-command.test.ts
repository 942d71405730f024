import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { openStore } from '../../server/src/store/open.js';
import type { Changes } from '../../server/src/store/store.js';
import { COMMAND } from '../support/built.js';
import { freePort } from '../support/free-port.js';
import { apply } from './apply.js';
import { provider } from './example.js';
import type { Span } from './fixture.js';
import { readMail, startMailServer } from './mail-server.js';
import { at, BASE, checkedOffer, directoryOf, threeProviders } from './reminding.js';
import { workplace } from './workplace.js';

const ADDRESSES = ['verein-1@example.net', 'verein-2@example.net', 'verein-3@example.net'];

/** A place with a directory in a file, and the command with settings. */
async function office(test: Span, changes: Changes = threeProviders()) {
  const { vielfalt, place, path, database } = workplace(test);
  const url = `sqlite:${database}`;
  const withStore = async <Result>(
    work: (store: Awaited<ReturnType<typeof openStore>>) => Promise<Result>,
  ) => {
    const store = await openStore(url);
    try {
      return await work(store);
    } finally {
      await store.close();
    }
  };
  await withStore((store) => apply(store, changes));
  const remind = (env: Record<string, string>, ...args: string[]) =>
    vielfalt(['remind', ...args], { env: { BASE_URL: BASE, ...env } });
  return { remind, place, path, url, withStore };
}

test('a run says what it did; the next one says who was asked', async (context) => {
  const { remind } = await office(context);
  const server = await startMailServer(context);
  const first = await remind({ SMTP_URL: server.url });
  assert.deepEqual(first, {
    code: 0,
    stdout: 'Mails sent: 3, about 3 providers and 3 offers\n',
    stderr: '',
  });
  assert.deepEqual(server.mails.map(({ to }) => to).sort(), ADDRESSES);
  const second = await remind({ SMTP_URL: server.url });
  assert.deepEqual(second, {
    code: 0,
    stdout: 'Mails sent: 0\n\nAsked within the last 30 days: 3\n',
    stderr: '',
  });
  assert.equal(server.mails.length, 3);
});

test('a run for a directory that nobody keeps says that proposals would wait unseen', async (context) => {
  const { directory, ...others } = threeProviders();
  const { keepers: _, ...deserted } = directory!;
  const { remind } = await office(context, { ...others, directory: deserted });
  const { code, stderr } = await remind({}, '--dry-run');
  assert.equal(code, 0);
  assert.match(stderr, /Nobody may enter \/office: .* Write "keepers"/);
});

test('a run that is killed between the mail and its record sends nothing twice, and loses nobody', async (context) => {
  const { remind, place, url } = await office(context);
  let child: ReturnType<typeof spawn> | undefined;
  const server = await startMailServer(context, {
    async onMail() {
      if (!child) return;
      // The server has it, and says so to nobody.
      const dead = once(child, 'exit');
      child.kill('SIGKILL');
      await dead;
      child = undefined;
    },
  });
  child = spawn(process.execPath, [COMMAND, 'remind'], {
    cwd: place,
    env: { ...process.env, DATABASE_URL: url, BASE_URL: BASE, SMTP_URL: server.url },
    stdio: 'ignore',
  });
  const [, signal] = (await once(child, 'exit')) as [number | null, string | null];
  assert.equal(signal, 'SIGKILL');
  const { code, stdout } = await remind({ SMTP_URL: server.url });
  assert.equal(code, 0);
  assert.deepEqual(server.mails.map(({ to }) => to).sort(), ADDRESSES);
  assert.match(stdout, /^Mails sent: 2, about 2 providers and 2 offers$/m);
  assert.match(
    stdout,
    /Perhaps asked: .*\n {2}Verein \d e\. V\. \(verein-\d@example\.net\): \d{4}-/,
  );
});

test('two runs at once send each mail once', async (context) => {
  const { remind } = await office(context);
  const server = await startMailServer(context);
  const runs = await Promise.all([
    remind({ SMTP_URL: server.url }),
    remind({ SMTP_URL: server.url }),
  ]);
  assert.deepEqual(
    runs.map(({ code }) => code),
    [0, 0],
  );
  assert.deepEqual(server.mails.map(({ to }) => to).sort(), ADDRESSES);
});

test('a run that is told to stop finishes the mail that is under way', async (context) => {
  const { remind, place, url, withStore } = await office(context);
  const server = await startMailServer(context, {
    onMail: () => void child.kill('SIGTERM'),
  });
  const child = spawn(process.execPath, [COMMAND, 'remind'], {
    cwd: place,
    env: { ...process.env, DATABASE_URL: url, BASE_URL: BASE, SMTP_URL: server.url },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const said = child.stdout.setEncoding('utf8').toArray();
  const [code] = (await once(child, 'exit')) as [number | null];
  assert.equal(code, 0);
  assert.match((await said).join(''), /Mails sent: 1, .*\n\nNot asked any more, .*\n.*\n.*\n$/);
  const letters = await withStore((store) => store.papers('letter'));
  assert.deepEqual(
    [...letters.values()].map(({ state }) => state),
    ['sent'],
  );
  assert.equal((await remind({ SMTP_URL: server.url })).code, 0);
  assert.deepEqual(server.mails.map(({ to }) => to).sort(), ADDRESSES);
});

test('a rehearsal shows every mail, and sends and changes nothing', async (context) => {
  const { remind, withStore } = await office(context);
  const { code, stdout } = await remind({}, '--dry-run');
  assert.equal(code, 0);
  assert.equal(stdout.match(/^To: verein-\d@example\.net$/gm)?.length, 3);
  assert.match(stdout, /^Subject: Stimmt das noch\?/m);
  assert.match(stdout, /https:\/\/feed\.example\.org\/confirm\/SECRET\n/);
  assert.match(stdout, /A dry run: nothing was sent or changed\. Mails to send: 3,/);
  for (const kind of ['letter', 'pass'] as const) {
    assert.equal((await withStore((store) => store.papers(kind))).size, 0);
  }
});

test('one provider is asked by itself, by the name in its address', async (context) => {
  const { remind } = await office(context);
  const server = await startMailServer(context);
  const only = await remind({ SMTP_URL: server.url }, '--to', 'provider-2');
  assert.equal(only.code, 0);
  assert.deepEqual(
    server.mails.map(({ to }) => to),
    ['verein-2@example.net'],
  );
  const fresh = await remind({ SMTP_URL: server.url }, '--to', 'provider-3', '--after', '9999');
  assert.equal(fresh.code, 0);
  assert.match(
    fresh.stdout,
    /^provider-3 has no offer .* more than 9999 days: there is nothing to ask/,
  );
  const unknown = await remind({ SMTP_URL: server.url }, '--to', 'nobody');
  assert.equal(unknown.code, 2);
  assert.match(unknown.stderr, /There is no provider "nobody"/);
});

test('mails are written into a folder instead', async (context) => {
  const { remind, path } = await office(context);
  const { code } = await remind({ MAIL_FOLDER: 'mails' });
  assert.equal(code, 0);
  const mails = readdirSync(path('mails')).map((name) =>
    readMail(readFileSync(path(`mails/${name}`), 'utf8')),
  );
  assert.deepEqual(mails.map(({ headers }) => headers.get('to')).sort(), ADDRESSES);
});

test('the office is told whom it has to ask in another way', async (context) => {
  const providers = [
    provider(1),
    provider(2, at('a@example.net,b@example.net')),
    provider(3, at('verein-3@example.net')),
    provider(4, { contact: { name: 'Frau Geheim', email: 'verein-4@example.net' } }),
  ];
  const offers = providers.map((each, n) => checkedOffer(n, each, '2025-01-01'));
  const { remind } = await office(context, directoryOf(providers, offers));
  const server = await startMailServer(context, {
    refuse: (address) => (address === 'verein-3@example.net' ? '550 5.1.1 unknown' : undefined),
  });
  const { code, stdout } = await remind({ SMTP_URL: server.url });
  assert.equal(code, 1);
  assert.match(
    stdout,
    /Not taken by the mail server:\n {2}Verein 3 e\. V\. \(verein-3@example\.net\): .*unknown/,
  );
  assert.match(
    stdout,
    /no mail reaches them:\n {2}Verein 1 e\. V\.: no e-mail address\n {2}Verein 2 e\. V\.: no mail can be sent to a@example\.net,b@example\.net\n/,
  );
  assert.doesNotMatch(stdout, /Geheim/);
  assert.doesNotMatch(server.mails.map(({ mail }) => mail.raw).join(), /Geheim/);
  const next = await remind({ SMTP_URL: server.url });
  assert.equal(next.code, 0);
  assert.match(
    next.stdout,
    /Verein 3 e\. V\. \(verein-3@example\.net\): mails come back since \d{4}-/,
  );
});

test('what comes back, and who wants no more, is noted and taken back', async (context) => {
  const { remind } = await office(context);
  const server = await startMailServer(context);
  const bounced = await remind({}, '--bounced', 'Verein-1@example.net');
  assert.deepEqual(bounced, {
    code: 0,
    stdout: 'verein-1@example.net (Verein 1 e. V.) gets no reminders any more.\n',
    stderr: '',
  });
  await remind({}, '--stop', 'verein-2@example.net');
  await remind({}, '--stop', 'verein-3@example.net');
  await remind({}, '--again', 'verein-3@example.net');
  const { stdout } = await remind({ SMTP_URL: server.url });
  assert.deepEqual(
    server.mails.map(({ to }) => to),
    ['verein-3@example.net'],
  );
  assert.match(stdout, /Verein 1 .*: mails come back since/);
  assert.match(stdout, /Verein 2 .*: wants no reminders since/);
  const nobody = await remind({}, '--bounced', 'nobody@example.net');
  assert.equal(nobody.code, 1);
  assert.match(nobody.stderr, /nobody@example\.net is no provider's address: nothing was noted/);
});

test('what stands in the way is said, and nothing is half done', async (context) => {
  const { remind, withStore } = await office(context);
  const wrong: [Record<string, string>, string[], number, RegExp][] = [
    [{}, [], 2, /No mail can be sent\. Set SMTP_URL .* or MAIL_FOLDER/],
    [{ BASE_URL: '' }, [], 2, /Set BASE_URL to the public address/],
    [{ SMTP_URL: 'mail' }, [], 2, /SMTP_URL is no address/],
    [{}, ['--after', 'soon'], 2, /--after is "soon"; it must be a number of days/],
    [{}, ['--stop', 'a@example.net', '--dry-run'], 2, /--stop is noted by itself/],
    [{}, ['--afther', '3'], 2, /Did you mean --after\?/],
    [{}, ['sv-annen'], 2, /--to ID/],
  ];
  for (const [env, args, code, words] of wrong) {
    const said = await remind(env, ...args);
    assert.equal(said.code, code, said.stderr);
    assert.match(said.stderr, words);
  }
  const gone = await remind({ SMTP_URL: `smtp://u:hunter22@127.0.0.1:${await freePort()}` });
  assert.equal(gone.code, 4);
  assert.match(gone.stdout, /Not taken by the mail server:\n.*ECONNREFUSED/);
  assert.match(
    gone.stdout,
    /Not asked any more, since the run ended:\n {2}Verein 2 .*\n {2}Verein 3 /,
  );
  assert.doesNotMatch(gone.stdout + gone.stderr, /hunter/);
  assert.equal((await withStore((store) => store.papers('pass'))).size, 0);
  const server = await startMailServer(context);
  assert.equal((await remind({ SMTP_URL: server.url })).code, 0);
  assert.equal(server.mails.length, 3);
});
