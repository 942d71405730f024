import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { after, describe, test, type TestContext } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { openStore, startService } from '@vielfalt/server';
import { pino } from 'pino';
import { parse } from 'yaml';
import { openAccess, openReplicated } from '../../server/src/store/open.js';
import { ReplicaStore } from '../../server/src/store/replica-store.js';
import { copyDirectory } from '../../server/src/store/sql/copy.js';
import type { Store } from '../../server/src/store/store.js';
import { ask } from '../load/crowd.js';
import { COMMAND } from '../support/built.js';
import { apply } from './apply.js';
import { example, offer } from './example.js';
import { startFeed } from './feed-harness.js';
import { folder } from './fixture.js';
import { launch, until } from './launched.js';
import { PASSWORD, startPostgres } from './postgres.js';
import { replaceDatabase } from './restoring.js';

const COMPOSE = new URL('../../deploy/compose.postgres.yaml', import.meta.url);

const started = await startPostgres({ after });
const missing = 'missing' in started ? started.missing : undefined;
const server = 'missing' in started ? undefined : started;
const skip = missing ?? false;
const restarts =
  skip || (!server?.own && 'TEST_DATABASE_URL names a server that others may be using');

/** A database with the directory of the examples. */
async function directory(): Promise<string> {
  const url = await server!.database();
  await change(url, example());
  return url;
}

async function change(url: string, changes: Parameters<typeof apply>[1]): Promise<void> {
  const store = await openStore(url);
  try {
    await apply(store, changes);
  } finally {
    await store.close();
  }
}

async function json(url: string): Promise<Record<string, unknown>> {
  return (await (await fetch(url)).json()) as Record<string, unknown>;
}

/** A service in this process, with what it says. */
async function serve(context: TestContext, store: Store) {
  let said = '';
  const log = pino(
    new Writable({
      write(chunk, _, done) {
        said += String(chunk);
        done();
      },
    }),
  );
  const service = await startService({ store, port: 0, log });
  context.after(async () => {
    await service.stop();
    await store.close();
  });
  const url = `http://127.0.0.1:${service.port}`;
  const ready = () => json(`${url}/readyz`);
  return {
    url,
    ready,
    shows: (revision: number) =>
      until(`revision ${revision}`, async () => (await ready())['revision'] === revision),
    said: (msg: string) => said.split('\n').filter((line) => line.includes(`"${msg}"`)),
    all: () => said,
  };
}

describe('services with one PostgreSQL', { skip }, () => {
  test('all show what is imported anywhere', async (context) => {
    const url = await directory();
    const two = await Promise.all([launch(context, url), launch(context, url)]);
    const all = (revision: number) =>
      until(`revision ${revision}`, async () => {
        const seen = await Promise.all(two.map((each) => json(`${each.url}/readyz`)));
        return seen.every((each) => each['revision'] === revision);
      });
    await all(1);
    await change(url, { offers: [offer(1, { title: 'Neu' })] });
    await all(2);
    await change(url, { offers: [offer(1, { title: 'Neuer' })] });
    await all(3);
    for (const each of two) {
      assert.match(await (await fetch(`${each.url}/v1/offers?q=neuer`)).text(), /"Neuer"/);
    }
    // One that is killed while something is imported takes nothing along, and leaves no lock behind.
    const store = await openStore(url);
    await store.change(async (transaction) => {
      await transaction.put({ offers: [offer(1, { title: 'Am neuesten' })] });
      await killed(two[0].child);
      return { result: undefined, keep: {} };
    });
    await store.close();
    await until('revision 4', async () => (await json(`${two[1].url}/readyz`))['revision'] === 4);
  });

  test('run with the settings of deploy/compose.postgres.yaml, and stand in for each other', async (context) => {
    const { services } = parse(readFileSync(COMPOSE, 'utf8')) as {
      services: Record<string, { environment: Record<string, string> }>;
    };
    const url = new URL(await server!.database());
    // What is another one here: the database's place, its password, and the folder.
    const { DATABASE_URL = '', ...rest } = services['one']!.environment;
    const address = DATABASE_URL.replace(/postgres\/vielfalt$/, `${url.host}${url.pathname}`);
    assert.notEqual(address, DATABASE_URL);
    const env = {
      ...rest,
      PGPASSWORD: decodeURIComponent(url.password),
      // As compose fills it in where its `.env` names none.
      SMTP_URL: '',
      FILES_FOLDER: folder(context),
    };
    const both = await Promise.all([launch(context, address, env), launch(context, address, env)]);
    const statuses = () =>
      Promise.all(both.map(async (each) => (await fetch(`${each.url}/readyz`)).status));
    assert.deepEqual(await statuses(), [503, 503]);
    await change(url.href, example());
    await until('both are ready', async () => (await statuses()).every((each) => each === 200));
    assert.ok(existsSync(join(env.FILES_FOLDER, 'widget-parts')));
    const home = await (await fetch(`${both[1].url}/`)).text();
    assert.match(home, /https:\/\/feed\.example\.org\//);
    const exited = once(both[0].child, 'exit');
    both[0].child.kill('SIGTERM');
    assert.deepEqual(await exited, [0, null]);
    assert.equal((await fetch(`${both[1].url}/v1/offers`)).status, 200);
  });

  test('what a writer tells is heard before anybody asks', async (context) => {
    const url = await directory();
    const store = await openStore(url);
    context.after(() => store.close());
    let told = 0;
    store.watch!(() => (told += 1));
    await until('that it listens', async () => told > 0);
    const before = told;
    await change(url, { offers: [offer(1, { title: 'Neu' })] });
    await until('a word of it', async () => told > before);
    // Taken back, it is no news.
    const heard = told;
    await store.change(async (transaction) => {
      await transaction.put({ offers: [offer(1, { title: 'Verworfen' })] });
      return { result: undefined };
    });
    await change(url, { offers: [offer(1, { title: 'Neuer' })] });
    await until('a word of the next', async () => told > heard);
    assert.equal(told, heard + 1);
    // Whoever cuts the connection does not make it deaf.
    await server!.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = current_database() AND query LIKE 'LISTEN%'`,
      url,
    );
    await until('that it listens again', async () => told > heard + 1);
  });
});

async function killed(child: ChildProcess): Promise<void> {
  const exited = once(child, 'exit');
  child.kill('SIGKILL');
  await exited;
}

describe('a database that is lost', { skip: restarts }, () => {
  test('costs no answer: what was shown goes on, and what comes then is shown', async (context) => {
    const url = await directory();
    const feed = await serve(context, await openReplicated(url, undefined));
    const paths = ['/', '/v1/offers', '/v1/offers?q=deutsch', '/v1/vocabulary', '/insight'];
    let isOver = false;
    context.after(() => (isOver = true));
    let answers = 0;
    const asking = ask({
      url: feed.url,
      paths,
      connections: 4,
      isOver: () => isOver,
      check: () => void (answers += 1),
    });
    await until('some answers', async () => answers > 200);
    await server!.own!.kill();
    await until('readiness says so', async () => 'storeLostSince' in (await feed.ready()));
    const { revision, storeLostSince } = await feed.ready();
    assert.equal(revision, 1);
    assert.ok(Date.now() - Date.parse(String(storeLostSince)) < 600_000);
    // What nobody has asked before is answered too.
    assert.equal((await fetch(`${feed.url}/v1/offers?q=niemals`)).status, 200);
    const enough = answers + 200;
    await until('further answers', async () => answers > enough);
    await assert.rejects(openStore(url), { name: 'StoreError', trouble: 'unreachable' });
    await server!.own!.start();
    await until('it is found again', async () => !('storeLostSince' in (await feed.ready())));
    await change(url, { offers: [offer(1, { title: 'Danach' })] });
    await feed.shows(2);
    isOver = true;
    const { failures, requests } = await asking;
    assert.deepEqual(failures, []);
    context.diagnostic(`${requests} requests`);
    assert.equal(feed.said('the store cannot be read').length, 1);
    assert.equal(feed.said('the store can be read again').length, 1);
    for (const secret of [PASSWORD, encodeURIComponent(PASSWORD)]) {
      assert.ok(!feed.all().includes(secret));
    }
  });

  test('in the middle of an import, the import says so and has changed nothing', async (context) => {
    const url = await directory();
    const store = await openStore(url);
    context.after(() => store.close());
    const failing = store.change(async (transaction) => {
      await transaction.put({ offers: [offer(1, { title: 'Halb' })] });
      await server!.own!.kill();
      await transaction.put({ offers: [offer(2, { title: 'Halb' })] });
      return { result: undefined, keep: {} };
    });
    await assert.rejects(failing, { trouble: 'unreachable', message: /Nothing was changed\.$/ });
    await server!.own!.start();
    assert.equal(await store.revision(), 1);
    await apply(store, { offers: [offer(1, { title: 'Ganz' })] });
    assert.equal(await store.revision(), 2);
  });

  test('while a change is being kept, leaves open whether it was, and says how to see', async (context) => {
    const url = await directory();
    const store = await openStore(url);
    context.after(() => store.close());
    await server!.query(
      `CREATE FUNCTION cut() RETURNS trigger LANGUAGE plpgsql AS
         $$ BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NULL; END $$;
       CREATE CONSTRAINT TRIGGER cut AFTER INSERT OR UPDATE ON offer
         DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION cut()`,
      url,
    );
    const failing = store.change(async (transaction) => {
      await transaction.put({ offers: [offer(1, { title: 'Vielleicht' })] });
      return { result: undefined, keep: {} };
    });
    await assert.rejects(failing, {
      trouble: 'unreachable',
      message: /which may have been done: vielfalt history says\.$/,
    });
  });

  test('at the start is said, with the way out', async () => {
    const url = server!.address('postgres').replace(/:\d+\//, ':1/');
    const child = spawn(process.execPath, [COMMAND, 'serve'], {
      env: { ...process.env, DATABASE_URL: url, PORT: '0' },
    });
    let said = '';
    child.stderr.on('data', (text) => (said += String(text)));
    assert.deepEqual(await once(child, 'exit'), [4, null]);
    assert.match(said, /^vielfalt serve: The database server of .* cannot be reached: check that/);
  });
});

describe('a replica to read from', { skip }, () => {
  const replace = (place: string, url: string) => replaceDatabase(server!, place, url);

  async function copyOf(url: string): Promise<string> {
    const copy = await server!.database();
    const [from, to] = [
      await openAccess(url, { create: false }),
      await openAccess(copy, { create: true }),
    ];
    await copyDirectory(from, to);
    await Promise.all([from.close(), to.close()]);
    return copy;
  }

  test('is shown as it is, and never makes a service go back', async (context) => {
    const primary = await directory();
    const early = await copyOf(primary);
    await change(primary, { offers: [offer(1, { title: 'Zweite Fassung' })] });
    const replica = await copyOf(primary);
    const feed = await serve(context, await openReplicated(primary, replica));
    await feed.shows(2);
    await replace(replica, early);
    // The service has asked it, and found the earlier revision.
    await until('it is asked', async () => {
      const found = await server!.query(
        `SELECT 1 FROM pg_stat_activity WHERE datname = current_database()
           AND application_name = 'vielfalt' AND query LIKE 'SELECT revision%' AND state = 'idle'`,
        replica,
      );
      return found.length > 0;
    });
    assert.equal((await feed.ready())['revision'], 2);
    assert.match(await (await fetch(`${feed.url}/v1/offers?q=zweite`)).text(), /Zweite Fassung/);
    await change(primary, { offers: [offer(1, { title: 'Dritte Fassung' })] });
    await sleep(600);
    assert.equal((await feed.ready())['revision'], 2);
    await replace(replica, await copyOf(primary));
    await feed.shows(3);
  });

  test('that is away, or has nothing yet, is named', async () => {
    const primary = await directory();
    await assert.rejects(openReplicated(primary, server!.address('nowhere')), {
      trouble: 'unreachable',
      message: /^DATABASE_READ_URL: There is no database "nowhere"/,
    });
    await assert.rejects(openReplicated(primary, await server!.database()), {
      trouble: 'missing',
      message: /^DATABASE_READ_URL: The database .* is empty/,
    });
  });
});

test('of several replicas behind one address, one that lags is not read', async () => {
  const answers = [2, 1, 2, 3];
  const replica = {
    latest: async () => ({ revision: 3, stamp: 'third' }),
    readStamped: async () => ({ state: { revision: answers.shift() }, stamp: '' }),
  } as unknown as Store;
  const primary = { has: async () => true } as unknown as Store;
  const store = new ReplicaStore(primary, replica);
  assert.equal((await store.read())?.revision, 2);
  await assert.rejects(store.read(), { trouble: 'behind', message: /revision 1, and 2 has been/ });
  assert.equal((await store.read())?.revision, 2);
  assert.equal((await store.read())?.revision, 3);
});

test('a name that PostgreSQL cannot keep is not found, as elsewhere', { skip }, async (context) => {
  const PATHS = [
    ...['/v1/offers/%00', '/v1/providers/%00', '/v1/networks/%00', '/v1/similar/a%00b'],
    ...['/offers/%00', '/offers/%00.ics', '/embed/offers/%00', '/shortlist?offers=%00'],
    ...['/v1/reports?about=offers/%00', '/v1/offers?q=a%00b', '/v1/offers/%EF%BF%BD'],
  ];
  const expected = await startFeed(context, { answers: 'memory' });
  const store = await openStore(await directory());
  const found = await startFeed(context, { answers: 'database', store });
  for (const path of PATHS) {
    const { status } = await expected.get(path);
    assert.notEqual(status, 503);
    assert.deepEqual([path, (await found.get(path)).status], [path, status]);
  }
  assert.doesNotMatch(found.logged(), /"level":50/);
});
