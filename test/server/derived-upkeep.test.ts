import assert from 'node:assert/strict';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it, type TestContext } from 'node:test';
import { importFile } from '@vielfalt/server';
import { demoDirectory } from '../../demo/directory.mjs';
import { deriveEdition } from '../../server/src/editions/derive.js';
import { openInDatabase } from '../../server/src/editions/open.js';
import { PROGRAM, prepareEdition } from '../../server/src/editions/prepare.js';
import { openStore } from '../../server/src/store/open.js';
import { ReplicaStore } from '../../server/src/store/replica-store.js';
import { StoreError } from '../../server/src/store/error.js';
import type { Changes, Store } from '../../server/src/store/store.js';
import { apply } from './apply.js';
import { MONDAY_NOON } from './example.js';
import { folder } from './fixture.js';

const DATE = '2026-11-23';

const prepared = join(folder({ after }), 'prepared.sqlite');

/** The demo directory with a whole edition, to be copied. */
before(async () => {
  const store = await openStore(`sqlite:${prepared}`);
  await importFile(store, demoDirectory(DATE), { now: MONDAY_NOON });
  await prepareEdition(store, () => [DATE]);
  await store.close();
});

function demoIn(context: TestContext) {
  const path = join(folder(context), 'directory.sqlite');
  copyFileSync(prepared, path);
  return async () => {
    const store = await openStore(`sqlite:${path}`);
    context.after(() => store.close());
    return store;
  };
}

const opening = () => openInDatabase((store) => (datesOf) => prepareEdition(store, datesOf));

async function publishedBy(open: ReturnType<typeof opening>, store: Store) {
  const published = await open(store, () => []);
  assert.ok(published);
  await published.prepare(DATE);
  return published;
}

/** A new title of one of the offers. */
async function titled(store: Store, title: string): Promise<Changes> {
  const [first] = (await store.read())?.offers.filter(({ status }) => status !== 'retired') ?? [];
  assert.ok(first);
  return { offers: [{ ...first, title }] };
}

const newest = (store: Store) => store.editions!.newest(PROGRAM);

const isBehind = (error: unknown) => error instanceof StoreError && error.trouble === 'behind';

describe('a derived edition', () => {
  it('is made once, however many need it, and by whom is not killed at once', async (context) => {
    const open = demoIn(context);
    const stores = await Promise.all([open(), open(), open()]);
    const [first] = stores;
    await apply(first, await titled(first, 'Xylophonbau'));
    // As if it had been killed while it wrote.
    context.mock.method(first.editions!, 'derive', () => Promise.reject(new Error('killed')));
    await assert.rejects(deriveEdition(first.editions!, PROGRAM), /killed/);
    const whole = await newest(first);
    assert.deepEqual([whole?.revision, whole?.base], [1, undefined]);
    const others = stores.slice(1);
    const made = await Promise.all(others.map((each) => deriveEdition(each.editions!, PROGRAM)));
    assert.deepEqual(made, [true, true]);
    const derived = await newest(first);
    assert.deepEqual([derived?.revision, derived?.base], [2, whole?.id]);
  });

  it('is not made of what has been changed while it was read', async (context) => {
    const store = await demoIn(context)();
    const editions = store.editions!;
    await apply(store, await titled(store, 'Xylophonbau'));
    const derive = editions.derive.bind(editions);
    let tries = 0;
    context.mock.method(editions, 'derive', async (...asked: Parameters<typeof derive>) => {
      tries += 1;
      if (tries === 1) await apply(store, await titled(store, 'Quaggazucht'));
      return derive(...asked);
    });
    const published = await publishedBy(opening(), store);
    assert.equal(tries, 2);
    assert.equal(published.revision, 3);
    const found = await published.answersOn(DATE).count({ query: { q: 'Quaggazucht' }, lock: {} });
    assert.equal(found, 1);
  });

  it('is none where something has changed that all offers depend on, or much has', async (context) => {
    const open = demoIn(context);
    const store = await open();
    const state = await store.read();
    const [provider] = state?.providers ?? [];
    const [network] = state?.networks ?? [];
    assert.ok(state && provider && network);
    const many = state.offers
      .slice(0, 251)
      .map((each) => ({ ...each, changed: '2026-11-23T08:00:00Z' }));
    const changes: Changes[] = [
      { directory: { ...state.directory, title: 'Anders' } },
      { providers: [{ ...provider, name: 'Anders' }] },
      {
        providers: [
          { ...provider, id: '00000000-0000-4000-8000-000000000001', slug: 'n', record: 'n' },
        ],
      },
      { networks: [{ ...network, name: 'Anders' }] },
      { offers: many },
    ];
    for (const each of changes) {
      const own = await demoIn(context)();
      await apply(own, each);
      assert.equal(
        await deriveEdition(own.editions!, PROGRAM),
        false,
        JSON.stringify(each).slice(0, 80),
      );
    }
    const contact = { ...provider.contact, email: 'neu@example.org' };
    await apply(store, { providers: [{ ...provider, contact }], offers: many.slice(2) });
    assert.equal(await deriveEdition(store.editions!, PROGRAM), true);
  });

  it('goes with the whole one when the next but one is there: whoever reads it opens anew', async (context) => {
    const open = demoIn(context);
    const [store, other] = [await open(), await open()];
    const opener = opening();
    await apply(store, await titled(store, 'Xylophonbau'));
    const second = await publishedBy(opener, store);
    const state = await store.read();
    assert.ok(state);
    await apply(other, { directory: { ...state.directory, title: 'Anders' } });
    const whole = await publishedBy(opening(), other);
    assert.equal(await second.answersOn(DATE).count({ query: { q: 'Xylophonbau' }, lock: {} }), 1);
    await apply(other, await titled(other, 'Zyklotronkunde'));
    await publishedBy(opening(), other);
    await other.editions!.removeBefore((await newest(other))!.id, Date.now());
    await assert.rejects(second.answersOn(DATE).within({}), isBehind);
    await assert.rejects(second.answersOn(DATE).offer('there-is-none'), isBehind);
    assert.equal((await whole.answersOn(DATE).records(undefined, 1, 1)).offers.length, 0);
    const last = await publishedBy(opener, store);
    assert.equal(last.revision, 4);
    assert.equal(await last.answersOn(DATE).count({ query: { q: 'Zyklotronkunde' }, lock: {} }), 1);
  });

  it('is never read by half from a copy of the database that is behind', async (context) => {
    const open = demoIn(context);
    const [primary, replica] = [await open(), await open()];
    const store = new ReplicaStore(primary, replica);
    const opener = opening();
    await publishedBy(opener, store);
    await apply(store, await titled(primary, 'Xylophonbau'));
    const read = context.mock.method(replica.editions!, 'byIds');
    assert.equal(await deriveEdition(store.editions!, PROGRAM), true);
    assert.equal(read.mock.callCount(), 0, 'it is derived from what the database itself has');
    const late = context.mock.method(replica.editions!, 'changes', async () => []);
    await assert.rejects(publishedBy(opener, store), isBehind);
    late.mock.restore();
    const published = await publishedBy(opener, store);
    assert.equal(
      await published.answersOn(DATE).count({ query: { q: 'Xylophonbau' }, lock: {} }),
      1,
    );
  });
});
