import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { DirectoryFile } from '@vielfalt/feed';
import { importFile } from '../../server/src/importing/import-file.js';
import { undoLastImport } from '../../server/src/importing/undo.js';
import { openStore } from '../../server/src/store/open.js';
import type { DirectoryState } from '../../server/src/store/store.js';
import { directory, directoryFile, NOW, offer, offers, provider } from './fixture.js';

const HOUR = 3_600_000;

/** A directory in memory whose clock moves on an hour with each deed. */
async function emptyDirectory() {
  const store = await openStore('sqlite::memory:');
  let now = NOW;
  return {
    store,
    put: (file: DirectoryFile, name = 'angebote.csv') =>
      importFile(store, file, {
        now: (now += HOUR),
        file: { name, hash: 'ab12' },
        allowRetiring: true,
      }),
    undo: (options = {}) => undoLastImport(store, { now: (now += HOUR), ...options }),
    state: async () => {
      const state = await store.read();
      assert.ok(state);
      return state;
    },
  };
}

/** All but what tells that something has happened at all. */
function content({ offers, providers, networks, ...state }: DirectoryState) {
  const live = <Item extends { status?: string; changed?: string }>(records: Item[]) =>
    records.filter(({ status }) => status !== 'retired').map((item) => ({ ...item, changed: '' }));
  const lists = { offers: live(offers), providers: live(providers), networks: live(networks) };
  return { ...state, revision: 0, ...lists };
}

describe('taking an import back', () => {
  test('brings back what it changed and retired, and retires what it added', async () => {
    const { put, undo, state } = await emptyDirectory();
    await put(directoryFile(offers(3), { providers: [provider('p'), provider('q')] }));
    const before = await state();
    await put(
      directoryFile([offer('0', { title: 'Neu' }), offer('1'), offer('9')], {
        directory: { ...directory, title: 'Anders' },
      }),
    );
    const done = await undo();
    assert.equal(done.outcome, 'done');
    const after = await state();
    assert.deepEqual(content(after), content(before));
    assert.equal(after.revision, 3);
    const added = after.offers.find(({ record }) => record === '9');
    assert.equal(added?.status, 'retired');
    assert.equal(added?.changed, new Date(NOW + 3 * HOUR).toISOString());
    assert.ok(done.outcome === 'done');
    assert.deepEqual(done.sources, [
      {
        source: 'office',
        providers: { added: 0, changed: 1, unchanged: 0, retired: 0 },
        offers: { added: 0, changed: 2, unchanged: 0, retired: 1 },
      },
    ]);
  });

  test('again takes back the import before', async () => {
    const { put, undo, state } = await emptyDirectory();
    await put(directoryFile([offer('a', { title: 'Eins' })]));
    await put(directoryFile([offer('a', { title: 'Zwei' })]));
    await put(directoryFile([offer('a', { title: 'Drei' })]));
    const titles = [];
    for (let times = 0; times < 2; times++) {
      await undo();
      titles.push((await state()).offers[0]?.title);
    }
    assert.deepEqual(titles, ['Zwei', 'Eins']);
    await undo();
    assert.equal((await state()).offers[0]?.status, 'retired');
    assert.deepEqual(await undo(), { outcome: 'nothing' });
  });

  test('passes over an import that changed nothing', async () => {
    const { put, undo, state } = await emptyDirectory();
    await put(directoryFile([offer('a', { title: 'Eins' })]));
    await put(directoryFile([offer('a', { title: 'Zwei' })]));
    await put(directoryFile([offer('a', { title: 'Zwei' })]));
    await undo();
    assert.equal((await state()).offers[0]?.title, 'Eins');
  });

  test('is itself kept in the history, and a rehearsal of it is not', async () => {
    const { store, put, undo } = await emptyDirectory();
    await put(directoryFile(offers(2)), 'september.xlsx');
    await undo({ dryRun: true });
    assert.equal((await store.history()).length, 1);
    await undo();
    const [last, first] = await store.history();
    assert.deepEqual([last?.undid, last?.revision, last?.file], [1, 2, undefined]);
    assert.deepEqual(first?.file, { name: 'september.xlsx', hash: 'ab12' });
    assert.equal(first?.sources[0]?.offers?.added, 2);
  });

  test('is refused where what was before is not kept any more', async () => {
    const { put, undo, store } = await emptyDirectory();
    await put(directoryFile([offer('a', { title: 'Runde 0' })]));
    for (let round = 1; round <= 10; round++)
      await put(directoryFile([offer('a', { title: `Runde ${round}` })]));
    for (let times = 0; times < 5; times++) await undo();
    const revision = await store.revision();
    const refused = await undo();
    assert.equal(refused.outcome, 'forgotten');
    assert.equal(await store.revision(), revision);
  });

  test('what comes again after it is what it was', async () => {
    const { put, undo, state } = await emptyDirectory();
    await put(directoryFile(offers(1)));
    await put(directoryFile(offers(3)));
    const before = await state();
    await undo();
    await put(directoryFile(offers(3)));
    assert.deepEqual(content(await state()), content(before));
  });
});
