import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { networkMembers, type DirectoryFile, type FileNetwork } from '@vielfalt/feed';
import { toDirectoryFile } from '../../server/src/export/feed-json.js';
import { importFile } from '../../server/src/importing/import-file.js';
import type { FileImportOptions } from '../../server/src/importing/import-file.js';
import type { Detail } from '../../server/src/importing/merge.js';
import { undoLastImport } from '../../server/src/importing/undo.js';
import { openStore } from '../../server/src/store/open.js';
import { printFault } from '../../server/src/validation/fault.js';
import { directoryFile, network, NOW, offer, offers, provider } from './fixture.js';

/** A directory in memory, and how one imports into it. */
async function emptyDirectory() {
  const store = await openStore('sqlite::memory:');
  const attempt = (file: DirectoryFile, options: Partial<FileImportOptions> = {}) =>
    importFile(store, file, { now: NOW, ...options });
  const networks = async () => (await store.read())?.networks ?? [];
  return {
    store,
    networks,
    put: async (file: DirectoryFile, options: Partial<FileImportOptions> = {}) => {
      const done = await attempt(file, options);
      assert.ok(done.outcome === 'done', JSON.stringify(done));
      return done.report;
    },
    /** What stands in the way of an import. */
    faults: async (...list: FileNetwork[]) => {
      const done = await attempt(withNetworks(list));
      assert.equal(done.outcome, 'faults');
      return done.outcome === 'faults' ? done.faults.map(printFault) : [];
    },
    find: async (record: string) => (await networks()).find((each) => each.record === record),
  };
}

function withNetworks(networks: FileNetwork[], more: Partial<DirectoryFile> = {}): DirectoryFile {
  return directoryFile([], { networks, ...more });
}

describe('networks in a file', () => {
  test('are added, changed, left alone and retired like offers', async () => {
    const { store, put, find } = await emptyDirectory();
    const all = ['1', '2', '3', '4', '5', '6'].map((key) => network(key));
    const [first] = (await put(withNetworks(all))).sources;
    assert.deepEqual(first?.networks, { added: 6, changed: 0, unchanged: 0, retired: 0 });
    const [, second, ...rest] = all;
    assert.ok(second);
    const next = withNetworks([{ ...second, aim: 'Ankommen' }, ...rest]);
    const [report] = (await put(next)).sources;
    assert.deepEqual(report?.networks, { added: 0, changed: 1, unchanged: 4, retired: 1 });
    assert.equal((await find('1'))?.status, 'retired');
    assert.equal((await find('2'))?.aim, 'Ankommen');
    assert.equal((await find('3'))?.slug, 'netzwerk-3');
    assert.equal(await store.revision(), 2);
    await put(next);
    assert.equal(await store.revision(), 2);
  });

  test('a retired one keeps its name and address, and nothing else', async () => {
    const { put, find } = await emptyDirectory();
    const aim = 'Streng öffentlich';
    await put(withNetworks([network('1', { aim, members: [{ name: 'Kita Sonne' }] })]));
    await put(withNetworks([]), { allowRetiring: true });
    const { id, changed, ...gone } = (await find('1')) ?? { id: '', changed: '' };
    assert.ok(id && changed);
    assert.deepEqual(gone, {
      ...{ source: 'office', record: '1', slug: 'netzwerk-1', name: 'Netzwerk 1' },
      status: 'retired',
    });
  });

  test('a file that has no list of them says nothing of them', async () => {
    const { put, find } = await emptyDirectory();
    await put(withNetworks([network('1')]));
    const [report] = (await put(directoryFile(offers(2)))).sources;
    assert.equal(report?.networks, undefined);
    assert.equal((await find('1'))?.status, 'published');
  });

  test('a list that is cut stops the import, whatever the offers', async () => {
    const { store } = await emptyDirectory();
    const all = ['1', '2', '3'].map((key) => network(key));
    await importFile(store, withNetworks(all), { now: NOW });
    const refused = await importFile(store, withNetworks(all.slice(1)), { now: NOW });
    assert.deepEqual(refused, {
      outcome: 'refused',
      shrinking: [{ source: 'office', list: 'networks', retiring: 1, live: 3 }],
    });
  });

  test('two of one name are told apart by their place', async () => {
    const { put, find } = await emptyDirectory();
    const name = 'Runder Tisch';
    await put(
      withNetworks([
        network('1', { name, places: ['witten'] }),
        network('2', { name, places: ['hattingen'] }),
      ]),
    );
    assert.equal((await find('1'))?.slug, 'runder-tisch-witten');
    assert.equal((await find('2'))?.slug, 'runder-tisch-hattingen');
  });

  test('a rehearsal names them and what would change', async () => {
    const { put } = await emptyDirectory();
    await put(withNetworks([network('1')]));
    const details: Detail[] = [];
    const file = withNetworks([network('1', { members: [{ name: 'Kita Sonne' }] })]);
    await put(file, { dryRun: true, onDetail: (detail) => details.push(detail) });
    assert.deepEqual(details, [
      {
        ...{ kind: 'network', what: 'changed', source: 'office', record: '1' },
        name: 'Netzwerk 1',
        differences: [{ path: 'members', after: [{ name: 'Kita Sonne' }] }],
      },
    ]);
  });

  test('undoing retires what was added and brings back what was changed', async () => {
    const { store, put, find } = await emptyDirectory();
    await put(withNetworks([network('1')]));
    await put(withNetworks([network('1', { aim: 'Neu' }), network('2')]));
    const undone = await undoLastImport(store, { now: NOW });
    assert.ok(undone.outcome === 'done');
    assert.deepEqual(undone.sources[0]?.networks, {
      ...{ added: 0, changed: 1, unchanged: 0, retired: 1 },
    });
    assert.equal((await find('1'))?.aim, undefined);
    assert.equal((await find('2'))?.status, 'retired');
    const [latest] = await store.history();
    assert.equal(latest?.sources[0]?.networks?.retired, 1);
  });

  test('go out and come in again the same', async () => {
    const { store, put } = await emptyDirectory();
    await put(
      withNetworks([
        network('1', {
          ...{ aim: 'Ankommen', topics: ['language'], places: ['witten'] },
          members: [{ provider: 'p' }, { name: 'Kita Sonne', web: 'https://kita.example.org' }],
          coordinator: { name: 'Büro für Vielfalt' },
          schedule: { times: [{ dtstart: '2026-09-08T17:00', freq: 'WEEKLY', byday: ['TU'] }] },
          translations: { en: { by: 'person', texts: { name: 'Network 1' } } },
        }),
        network('2', { status: 'retired' }),
      ]),
    );
    const before = await store.read();
    assert.ok(before);
    const copy = await emptyDirectory();
    await copy.put(toDirectoryFile(before));
    assert.deepEqual(await copy.store.read(), before);
  });
});

describe('members in a file', () => {
  test('are named by the key or the id of a provider, of another source too', async () => {
    const { store, put, find } = await emptyDirectory();
    const town = { id: 'town', name: 'Stadt' };
    await put({
      ...directoryFile([]),
      sources: [town],
      providers: [provider('q', { source: 'town' })],
    });
    const [elsewhere] = (await store.read())?.providers ?? [];
    assert.ok(elsewhere);
    const members = [{ provider: 'p' }, { provider: elsewhere.id.toUpperCase() }];
    await put(withNetworks([network('1', { members, coordinator: { provider: 'p' } })]));
    const own = (await store.read())?.providers.find(({ record }) => record === 'p');
    const found = await find('1');
    assert.deepEqual(found?.members, [{ provider: own?.id }, { provider: elsewhere.id }]);
    assert.deepEqual(found?.coordinator, { provider: own?.id });
  });

  test('that are no provider are faults, with the nearest key', async () => {
    const { faults } = await emptyDirectory();
    assert.deepEqual(
      await faults(network('1', { members: [{ name: 'Kita' }, { provider: 'x' }] })),
      [
        'networks[0].members[1].provider (record "1"): "x" is neither a provider of the source office nor an id. Write its name instead: { "name": … }.',
      ],
    );
  });

  test('that are both a provider and a name, or nothing, are faults', async () => {
    const { store } = await emptyDirectory();
    const file: unknown = {
      ...directoryFile([]),
      networks: [{ ...network('1'), coordinator: {}, members: [{ provider: 'p', name: 'P' }] }],
    };
    const done = await importFile(store, file, { now: NOW });
    assert.ok(done.outcome === 'faults');
    const reason = 'does not have the fields that belong together';
    assert.deepEqual(
      done.faults.map(({ path, record, reason: why }) => [path, record, why]),
      [
        ['networks[0].members[0]', '1', reason],
        ['networks[0].coordinator', '1', reason],
      ],
    );
    assert.equal(done.faults[0]?.remedy, 'Write either provider, or name, web.');
  });

  test('of which one value is wrong have that fault, not that of all', async () => {
    const { store } = await emptyDirectory();
    const members: unknown[] = [
      { name: 'Kita', web: 'www.kita.example' },
      { name: '' },
      { provider: 7 },
      { web: 'https://kita.example.org' },
    ];
    const networks = [{ ...network('1'), members }];
    const file: unknown = { ...directoryFile([]), networks };
    const done = await importFile(store, file, { now: NOW });
    assert.ok(done.outcome === 'faults');
    assert.deepEqual(done.faults.map(printFault), [
      'networks[0].members[0].web (record "1"): "www.kita.example" is not a web address. Write it like https://www.example.org/.',
      'networks[0].members[1].name (record "1"): "" is empty. Leave a field out where nothing is known.',
      'networks[0].members[2].provider (record "1"): 7 is not text in quotes.',
      'networks[0].members[3] (record "1"): {"web":"https://kita.example.org"} does not have the fields that belong together. Write either provider, or name, web.',
    ]);
  });

  test('a provider that has gone is still a member: the office decides', async () => {
    const { put, find } = await emptyDirectory();
    await put(directoryFile([offer('1')], { providers: [provider('p'), provider('q')] }));
    await put(
      withNetworks([network('1', { members: [{ provider: 'q' }] })], { offers: [offer('1')] }),
    );
    assert.equal((await find('1'))?.members?.length, 1);
  });

  test('a provider whose source has not come yet is a member from then on', async () => {
    const { store, put, find } = await emptyDirectory();
    const later = '6f1c2e04-97a5-4d8e-8a55-0c9d6a1b2c3d';
    await put(withNetworks([network('1', { members: [{ provider: later }] })]));
    const elsewhere = provider('q', { source: 'town', id: later });
    const sources = [{ id: 'town', name: 'Stadt' }];
    await put({ ...directoryFile([]), sources, providers: [elsewhere] });
    const { networks, providers } = (await store.read()) ?? { networks: [], providers: [] };
    const members = networkMembers(networks, providers, () => 0);
    assert.deepEqual(members.of((await find('1'))?.id ?? ''), [{ provider: later }]);
  });

  test('terms that the vocabulary lacks are faults', async () => {
    const { faults } = await emptyDirectory();
    assert.deepEqual(await faults(network('1', { places: ['wittn'], topics: ['language'] })), [
      'networks[0].places[0] (record "1"): "wittn" is no place of the vocabulary. Did you mean "witten"?',
    ]);
  });

  test('and meetings that contradict themselves are', async () => {
    const { faults } = await emptyDirectory();
    const times = [{ dtstart: '2026-09-08T17:00', dtend: '2026-09-08T16:00' }];
    const [said] = await faults(network('1', { schedule: { times } }));
    assert.match(said ?? '', /networks\[0\]\.schedule\.times\[0\]\.dtend .* is not after dtstart/);
  });
});
