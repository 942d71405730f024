import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe, test, type TestContext } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { openStore, startService, type Changes } from '@vielfalt/server';
import { pino } from 'pino';
import { openInDatabase } from '../../server/src/editions/open.js';
import { prepareEdition } from '../../server/src/editions/prepare.js';
import { openAtHome, type AnswersHome } from '../../server/src/home.js';
import { openReplicated } from '../../server/src/store/open.js';
import { StoreError } from '../../server/src/store/error.js';
import { apply } from './apply.js';
import { drivers } from './drivers.js';
import { example, MONDAY_NOON, offer } from './example.js';
import { startFeed } from './feed-harness.js';
import { folder } from './fixture.js';
import { startPostgres } from './postgres.js';
import { restorablePostgres, restorableSqlite, type Restorable } from './restoring.js';

const DATE = '2026-11-23';
const TABLES_1 = readFileSync(new URL('tables-1.sql', import.meta.url), 'utf8');

const server = await startPostgres({ after });
const [driver] = drivers.flatMap(([, each]) => each ?? []);
assert.ok(driver);
const sqlite = restorableSqlite(driver);
const engines: [name: string, engine: Restorable][] = [['SQLite', sqlite]];
if (!('missing' in server)) engines.push(['PostgreSQL', restorablePostgres(server)]);

const titled = (title: string): Changes => ({
  offers: [offer(1, { title, locations: [{ town: 'witten' }] })],
});

/** Imports, and makes what is answered from, as another machine would. */
async function publish(url: string, ...all: Changes[]): Promise<void> {
  const store = await openStore(url);
  for (const changes of all) await apply(store, changes);
  await prepareEdition(store, () => [DATE]);
  await store.close();
}

/** A directory whose second revision is backed up. */
async function backedUp(context: TestContext, engine: Restorable) {
  const url = await engine.make(context);
  await publish(url, example(), titled('Vor der Sicherung'));
  return { url, backup: await engine.dump(context, url) };
}

/** Offers in Hattingen alone, ahead of all others by title: each number means another offer then. */
const OTHERS: Changes = {
  offers: [1, 2, 3, 4, 5, 6].map((number) =>
    offer(10 + number, { title: `A ${number}`, locations: [{ town: 'hattingen' }] }),
  ),
};

for (const [name, engine] of engines) {
  describe(`a directory that was restored, in ${name}`, () => {
    for (const answers of ['memory', 'database'] satisfies AnswersHome[]) {
      test(`is shown by services that answer from ${answers}, with nothing done`, async (context) => {
        const { url, backup } = await backedUp(context, engine);
        await publish(url, titled('Verlorene Fassung'));
        const store = await openStore(url);
        const service = await startService({
          ...{ store, port: 0, log: pino({ level: 'silent' }), clock: () => MONDAY_NOON },
          open: openAtHome(answers),
        });
        context.after(async () => {
          await service.stop();
          await store.close();
        });
        const at = `http://127.0.0.1:${service.port}`;
        const revision = async () => {
          const answer = (await (await fetch(`${at}/readyz`)).json()) as { revision?: number };
          return answer.revision;
        };
        assert.equal(await revision(), 3);
        const inWitten = `${at}/v1/offers?within.place=witten`;
        const before = await fetch(inWitten);
        const etag = before.headers.get('etag') ?? '';
        assert.match(await before.text(), /Verlorene Fassung/);

        await publish(backup, withFirst(OTHERS));
        await engine.restore(url, backup);
        const seen: string[] = [];
        for (let tries = 0; !seen.at(-1)?.includes('Andere Fassung'); tries++) {
          assert.ok(tries < 1200, 'waited in vain for what was restored');
          // Asked in other words each time: nothing is remembered.
          const answer = await fetch(`${inWitten}&q=fassung+wort${tries}`);
          if (answer.status === 200) seen.push(await answer.text());
          else assert.equal(answer.status, 503);
          await sleep(50);
        }
        for (const text of seen) assert.doesNotMatch(text, /"A \d"/, 'what the lock excludes');
        assert.equal(await revision(), 3);
        const again = await fetch(inWitten, { headers: { 'If-None-Match': etag } });
        assert.equal(again.status, 200);
        assert.match(await again.text(), /Andere Fassung/);
      });
    }

    test('never gives records to whoever has opened what was there before', async (context) => {
      const { url, backup } = await backedUp(context, engine);
      await publish(url, titled('Verlorene Fassung'));
      const store = await openStore(url);
      context.after(() => store.close());
      const open = openInDatabase((each) => (datesOf) => prepareEdition(each, datesOf));
      const published = await open(store, () => []);
      assert.ok(published);
      await published.prepare(DATE);
      const answers = published.answersOn(DATE);
      await publish(backup, withFirst(OTHERS));
      await engine.restore(url, backup);
      const gone = (error: unknown) => error instanceof StoreError && error.trouble === 'behind';
      const all = async (items: AsyncIterable<unknown>) => {
        for await (const _ of items);
      };
      // In PostgreSQL the first question finds that its connection has gone.
      await store.latest().catch(() => store.latest());
      await assert.rejects(answers.within({ place: ['witten'] }), gone);
      await assert.rejects(answers.offer(offer(1).id), gone);
      await assert.rejects(answers.offers([offer(1).id]), gone);
      await assert.rejects(answers.card(offer(1).id, {}), gone);
      await assert.rejects(answers.records(undefined, 1, 10), gone);
      await assert.rejects(answers.records('2026-01-01T00:00:00Z', 1, 10), gone);
      await assert.rejects(answers.tombstones('2026-01-01T00:00:00Z'), gone);
      await assert.rejects(all(answers.listed('offer')), gone);
      await assert.rejects(all(answers.listed('provider')), gone);
      await assert.rejects(answers.providers(), gone);
    });

    test('is another revision, though the number is the same', async (context) => {
      const { url, backup } = await backedUp(context, engine);
      const store = await openStore(url);
      context.after(() => store.close());
      const earlier = await store.latest();
      await apply(store, titled('Verlorene Fassung'));
      const lost = await store.latest();
      assert.deepEqual([await store.has(earlier), await store.has(lost)], [true, true]);
      await publish(backup, titled('Andere Fassung'));
      await engine.restore(url, backup);
      const now = await store.latest().catch(() => store.latest());
      assert.deepEqual([now.revision, lost.revision], [3, 3]);
      assert.notEqual(now.stamp, lost.stamp);
      assert.deepEqual([await store.has(earlier), await store.has(lost)], [true, false]);
      assert.equal((await store.readStamped())?.stamp, now.stamp);
    });
  });
}

/** The same, and the offer that is there already in another version. */
function withFirst({ offers = [] }: Changes): Changes {
  const first = offer(1, { title: 'Andere Fassung', locations: [{ town: 'witten' }] });
  return { offers: [first, ...offers] };
}

test('a database of an earlier version gets a stamp for the revision that it has', async (context) => {
  const path = join(folder(context), 'directory.sqlite');
  const connection = await driver.open(path, { create: true });
  await connection.exec(TABLES_1);
  await connection.close();
  const store = await openStore(`sqlite:${path}`);
  context.after(() => store.close());
  const latest = await store.latest();
  assert.equal(latest.revision, 7);
  assert.match(latest.stamp, /^[0-9a-f]{32}$/);
  assert.equal(await store.has(latest), true);
});

describe('a database to read from', () => {
  test('with another directory is refused at the start', async (context) => {
    const [one, other] = [await sqlite.make(context), await sqlite.make(context)];
    await publish(one, example());
    await publish(other, example());
    await assert.rejects(openReplicated(one, other), {
      trouble: 'foreign',
      message: /DATABASE_READ_URL holds another directory .* its revision 1 is not in the history/,
    });
    await (await openReplicated(one, await sqlite.dump(context, one))).close();
  });

  test('that becomes another directory is not shown, and the log says so once', async (context) => {
    const { url, backup } = await backedUp(context, sqlite);
    await publish(url, titled('Dritte Fassung'));
    const copy = await sqlite.dump(context, url);
    const feed = await startFeed(context, {
      store: await openReplicated(url, copy),
      answers: 'memory',
    });
    const shows = async () => (await feed.get('/v1/offers')).body.toString();
    await publish(backup, titled('Fremde Fassung'));
    await sqlite.restore(copy, backup);
    for (const _ of [1, 2]) await assert.rejects(feed.refresh(), { trouble: 'foreign' });
    assert.match(await shows(), /Dritte Fassung/);
    assert.equal(feed.logged().match(/holds another directory/g)?.length, 2, 'message and stack');
    // The database itself was restored, too: then that is what there is.
    await sqlite.restore(url, backup);
    await feed.refresh();
    assert.match(await shows(), /Fremde Fassung/);
  });

  test('goes back where the database itself has gone back', async (context) => {
    const { url, backup } = await backedUp(context, sqlite);
    await publish(url, titled('Dritte Fassung'));
    const copy = await sqlite.dump(context, url);
    const both = await openReplicated(url, copy);
    context.after(() => both.close());
    await both.read();
    await sqlite.restore(copy, backup);
    assert.equal((await both.latest()).revision, 3);
    await assert.rejects(both.read(), { trouble: 'behind' });
    await sqlite.restore(url, backup);
    assert.equal((await both.latest()).revision, 2);
    assert.equal((await both.read())?.revision, 2);
  });
});
