import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, describe, it, type TestContext } from 'node:test';
import { readConfig } from '../../server/src/config.js';
import { openInDatabase } from '../../server/src/editions/open.js';
import { PROGRAM, prepareEdition } from '../../server/src/editions/prepare.js';
import { openAtHome } from '../../server/src/home.js';
import { openStore } from '../../server/src/store/open.js';
import { ReplicaStore } from '../../server/src/store/replica-store.js';
import { SqlStore } from '../../server/src/store/sql/sql-store.js';
import { openSqlite } from '../../server/src/store/sqlite/sqlite-access.js';
import { StoreError } from '../../server/src/store/error.js';
import type { DirectoryState, Store } from '../../server/src/store/store.js';
import { COMMAND } from '../support/built.js';
import { answersContract } from './answers.contract.js';
import { apply } from './apply.js';
import { drivers } from './drivers.js';
import { example, offer } from './example.js';
import { startFeed } from './feed-harness.js';
import { folder } from './fixture.js';
import { startPostgres } from './postgres.js';
import { workplace } from './workplace.js';

const DATE = '2026-11-23';

const open = openInDatabase((store) => (datesOf) => prepareEdition(store, datesOf));

/** Opens what is in a store, with a day of it. */
async function publishedIn(store: Store, date = DATE) {
  const published = await open(store, () => []);
  assert.ok(published);
  await published.prepare(date);
  return published;
}

/** The same after it has been filled with a state. */
async function openState(store: Store, state: DirectoryState, date: string) {
  for (let revision = await store.revision(); revision < state.revision; revision += 1) {
    await apply(store, state);
  }
  return (await publishedIn(store, date)).answersOn(date);
}

for (const [name, driver] of drivers) {
  if (!driver) continue;
  answersContract(`the database, by ${name}`, async (state, date) =>
    openState(new SqlStore(await openSqlite(driver, ':memory:', { create: true })), state, date),
  );
}

const server = await startPostgres({ after });
if (!('missing' in server)) {
  answersContract('the database, PostgreSQL', async (state, date) => {
    const store = await openStore(await server.database());
    after(() => store.close());
    return openState(store, state, date);
  });
}

/** A database with the directory of the examples, and stores of it. */
async function exampleIn(context: TestContext) {
  const url = `sqlite:${join(folder(context), 'directory.sqlite')}`;
  const openAgain = async () => {
    const store = await openStore(url);
    context.after(() => store.close());
    return store;
  };
  const store = await openAgain();
  await apply(store, example());
  return { url, store, openAgain };
}

/** Changes what all offers depend on, so that an edition is made as a whole. */
const titled = (title: string) => ({
  directory: { ...example().directory, title },
  offers: [offer(1, { title })],
});

describe('an edition', () => {
  it('is answered from while the next one is made, and goes after that', async (context) => {
    const { store } = await exampleIn(context);
    const first = (await publishedIn(store)).answersOn(DATE);
    const title = async (answers: typeof first) => (await answers.card(offer(1).id, {}))?.title;
    await apply(store, titled('Zweite Fassung'));
    const second = (await publishedIn(store)).answersOn(DATE);
    assert.equal(await title(first), 'Deutschkurs am Vormittag');
    assert.equal(await title(second), 'Zweite Fassung');
    assert.equal(await first.count({ query: { q: 'zweite' }, lock: {} }), 0);
    assert.equal(await second.count({ query: { q: 'zweite' }, lock: {} }), 1);
    await apply(store, titled('Dritte Fassung'));
    assert.equal(await title((await publishedIn(store)).answersOn(DATE)), 'Dritte Fassung');
    assert.equal(await title(second), 'Zweite Fassung');
    const gone = (error: unknown) => error instanceof StoreError && error.trouble === 'behind';
    await assert.rejects(first.within({}), gone);
    await assert.rejects(first.offer('offer-1'), gone);
  });

  it('is made once, however many need it', async (context) => {
    const { openAgain } = await exampleIn(context);
    const stores = await Promise.all([openAgain(), openAgain(), openAgain()]);
    const made = await Promise.all(stores.map((store) => prepareEdition(store, () => [DATE])));
    assert.ok(made[0]);
    assert.deepEqual(made, [made[0], made[0], made[0]]);
  });

  it('that somebody began and left is made by another after a minute', async (context) => {
    const { store, openAgain } = await exampleIn(context);
    const now = Date.now();
    const claim = (at: number) => store.editions!.claim(PROGRAM, at);
    const claimed = await claim(now - 59_000);
    assert.ok(claimed.is === 'mine');
    const { id } = claimed.edition;
    assert.equal((await claim(now)).is, 'taken');
    assert.equal(await store.editions!.touch(id, now - 61_000), true);
    const made = await prepareEdition(await openAgain(), () => []);
    assert.equal(made?.revision, 1);
    assert.ok(made.id > id);
    assert.equal(await store.editions!.touch(id, now), false, 'what was left is removed');
  });

  it('is of one moment: what is changed while it is read is read anew', async (context) => {
    const { store } = await exampleIn(context);
    const editions = store.editions!;
    const read = editions.writtenByIds.bind(editions);
    let isChanged = false;
    context.mock.method(editions, 'writtenByIds', async (...asked: Parameters<typeof read>) => {
      if (asked[0] === 'offer' && !isChanged) {
        isChanged = true;
        await apply(store, titled('Zweite Fassung'));
      }
      return read(...asked);
    });
    const published = await publishedIn(store);
    assert.ok(isChanged);
    assert.equal(published.revision, 2);
    const news = await published.answersOn(DATE).count({ query: { q: 'zweite' }, lock: {} });
    assert.equal(news, 1);
  });

  it('by another program is none', async (context) => {
    const { store } = await exampleIn(context);
    await publishedIn(store);
    assert.equal((await store.editions!.latest(PROGRAM))?.revision, 1);
    assert.equal(await store.editions!.latest('another program'), undefined);
  });

  it('has today and the next day, and no earlier ones', async (context) => {
    const { store } = await exampleIn(context);
    const days = async () =>
      (await store.editions!.partNames(edition!.id))
        .filter((name) => name.startsWith('day'))
        .sort();
    const edition = await prepareEdition(store, () => ['2026-11-23', '2026-11-24']);
    assert.deepEqual(await days(), ['day 2026-11-23', 'day 2026-11-24']);
    await prepareEdition(store, () => ['2026-11-24']);
    assert.deepEqual(await days(), ['day 2026-11-24']);
  });
});

describe('editions that are read from a replica', () => {
  it('are made in the database that is written to, and never older than before', async (context) => {
    const { store, openAgain } = await exampleIn(context);
    const replica = await openAgain();
    const both = new ReplicaStore(store, replica);
    const claims = context.mock.method(replica.editions!, 'claim');
    const first = await store.latest();
    await apply(store, titled('Zweite Fassung'));
    const published = await publishedIn(both);
    assert.equal((await published.answersOn(DATE).offer('offer-1'))?.title, 'Zweite Fassung');
    assert.equal(claims.mock.callCount(), 0);
    context.mock.method(replica.editions!, 'latest', async () => ({ id: 1, ...first }));
    await assert.rejects(publishedIn(both), {
      trouble: 'behind',
      message: /revision 1, and 2 has/,
    });
  });
});

describe('the home of answers', () => {
  const isInStore = async (context: TestContext, offers?: number, home?: 'memory' | 'database') => {
    const { store } = await exampleIn(context);
    if (offers) context.mock.method(store.editions!, 'offers', async () => offers);
    return (await openAtHome(home)(store, () => []))?.isInStore;
  };

  it('is memory up to 20,000 offers, and the database for more', async (context) => {
    assert.equal(await isInStore(context), false);
    assert.equal(await isInStore(context, 20_000), false);
    assert.equal(await isInStore(context, 20_001), true);
  });

  it('is what the setting says', async (context) => {
    assert.equal(await isInStore(context, 20_001, 'memory'), false);
    assert.equal(await isInStore(context, 5, 'database'), true);
    assert.equal(readConfig({ ANSWERS: 'database' }).answers, 'database');
    assert.equal(readConfig({}).answers, undefined);
    assert.throws(
      () => readConfig({ ANSWERS: 'disk' }),
      /ANSWERS is "disk"; it must be memory or database/,
    );
  });
});

describe('a service that answers from the database', () => {
  it('shows what is published, and the next day', async (context) => {
    const feed = await startFeed(context, { answers: 'database' });
    assert.equal((await feed.offers('q=turnen')).total, 1);
    await feed.publish(titled('Zweite Fassung'));
    assert.equal((await feed.offers('q=zweite')).total, 1);
    const { total } = await feed.offers('');
    feed.setClock(Date.parse('2026-11-24T11:00:00Z'));
    assert.equal((await feed.offers('')).total, total - 1);
    const page = await feed.get('/', { Accept: 'text/html' });
    assert.match(page.body.toString(), /Zweite Fassung/);
  });

  it('says so where that is lost, but for what it remembers', async (context) => {
    const feed = await startFeed(context, { answers: 'database' });
    await feed.offers('q=turnen');
    assert.equal((await feed.get('/readyz')).status, 200);
    await feed.store.close();
    await assert.rejects(feed.refresh());
    assert.equal((await feed.get('/readyz')).status, 503);
    assert.equal((await feed.get('/v1/offers?q=turnen')).status, 200);
    const { status, headers, body } = await feed.get('/v1/offers?q=deutsch');
    assert.deepEqual([status, headers['retry-after']], [503, '5']);
    assert.match(body.toString(), /cannot be read at the moment/);
  });

  it('goes on with the revision before where a new one cannot be prepared', async (context) => {
    const feed = await startFeed(context, { answers: 'database' });
    const { editions } = feed.store;
    const latest = context.mock.method(editions!, 'latest', async () => {
      throw new StoreError('refused', 'The user may only read.');
    });
    await feed.publish(titled('Zweite Fassung'));
    for (const _ of [1, 2, 3]) await feed.refresh();
    assert.equal(latest.mock.callCount(), 1);
    const { status, body } = await feed.get('/readyz');
    assert.equal(status, 200);
    const { revision, preparingFails } = JSON.parse(body.toString()) as Record<string, unknown>;
    assert.equal(revision, 1);
    assert.match(String(preparingFails), /after revision 1 cannot be prepared: this one is shown/);
    assert.equal((await feed.offers('q=turnen')).total, 1);
    latest.mock.restore();
    context.mock.method(performance, 'now', () => Number.MAX_SAFE_INTEGER);
    await feed.refresh();
    const after = await feed.get('/readyz');
    assert.deepEqual(JSON.parse(after.body.toString()), { revision: 2 });
  });

  it('has a process of its own make what it needs', { timeout: 60_000 }, async (context) => {
    const { url } = await exampleIn(context);
    const child = spawn(process.execPath, [COMMAND, 'serve'], {
      env: { ...process.env, PORT: '0', DATABASE_URL: url, ANSWERS: 'database' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    context.after(() => child.kill('SIGTERM'));
    const said: string[] = [];
    for await (const line of createInterface(child.stdout)) {
      const { msg, port } = JSON.parse(line) as { msg: string; port?: number };
      said.push(msg);
      if (port === undefined) continue;
      const answer = await fetch(`http://127.0.0.1:${port}/v1/offers?q=turnen`);
      assert.equal(((await answer.json()) as { total: number }).total, 1);
      break;
    }
    assert.ok(said.includes('preparing'));
  });
});

describe('vielfalt prepare', () => {
  it('makes ready what is answered from, once for each revision', async (context) => {
    const { vielfalt, database } = workplace(context);
    const store = await openStore(`sqlite:${database}`);
    context.after(() => store.close());
    const empty = await vielfalt(['prepare']);
    assert.equal(empty.code, 4);
    assert.match(empty.stderr, /The database is empty/);
    await apply(store, example());
    const made = new Set<number | undefined>();
    for (const _ of [1, 2]) {
      const { code, stdout } = await vielfalt(['prepare']);
      assert.deepEqual([code, stdout], [0, 'Revision 1 is ready to be answered from.\n']);
      made.add((await store.editions!.latest(PROGRAM))?.id);
    }
    assert.equal(made.size, 1);
  });
});
