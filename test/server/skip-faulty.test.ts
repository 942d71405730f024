import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { DirectoryFile } from '@vielfalt/feed';
import type { ImportOptions } from '../../server/src/importing/apply-import.js';
import { printFault } from '../../server/src/validation/fault.js';
import { importFile } from '../../server/src/importing/import-file.js';
import type { Detail } from '../../server/src/importing/merge.js';
import { openStore } from '../../server/src/store/open.js';
import { directoryFile, NOW, offer, offers, provider, vocabulary } from './fixture.js';

async function emptyDirectory() {
  const store = await openStore('sqlite::memory:');
  const put = (file: DirectoryFile, options: Partial<ImportOptions> = {}) =>
    importFile(store, file, { now: NOW, skipFaulty: true, ...options });
  const live = async () =>
    ((await store.read())?.offers ?? [])
      .filter(({ status }) => status !== 'retired')
      .map(({ record, title }) => `${record}: ${title}`);
  return { store, put, live };
}

describe('leaving out what has faults', () => {
  test('takes the other records and names what was left out', async () => {
    const { put, live } = await emptyDirectory();
    const outcome = await put(
      directoryFile([
        offer('a'),
        offer('b', { topics: ['nichts'] }),
        offer('a', { title: 'Noch einmal' }),
      ]),
    );
    assert.ok(outcome.outcome === 'done');
    assert.deepEqual(await live(), ['a: Angebot a']);
    assert.deepEqual(
      outcome.report.skipped.map(({ path }) => path),
      ['offers[1].topics[0]', 'offers[2].record'],
    );
  });

  test('leaves a record that the directory has as it is', async () => {
    const { put, live } = await emptyDirectory();
    await put(directoryFile(offers(10)));
    await put(directoryFile([...offers(8), offer('8', { title: 'Neu', age: { from: 9, to: 1 } })]));
    const kept = await live();
    assert.equal(kept.length, 9);
    assert.equal(kept.at(-1), '8: Angebot 8');
  });

  test('leaves out the offers of a provider with faults, and keeps what is there of them', async () => {
    const { put, live, store } = await emptyDirectory();
    const two = { providers: [provider('p'), provider('q')] };
    await put(directoryFile([offer('a'), offer('b', { provider: 'q' })], two));
    const outcome = await put(
      directoryFile([offer('a'), offer('b', { provider: 'q', title: 'Neu' })], {
        providers: [provider('p'), provider('q', { address: { lat: 51 } })],
      }),
    );
    assert.ok(outcome.outcome === 'done');
    assert.match(
      outcome.report.skipped.map(printFault).join('\n'),
      /"q" is a provider that has faults itself/,
    );
    assert.deepEqual(await live(), ['a: Angebot a', 'b: Angebot b']);
    const names = (await store.read())?.providers.map(({ status }) => status);
    assert.deepEqual(names, ['published', 'published']);
  });

  test('cannot leave out a fault of the file as a whole', async () => {
    const { put, live } = await emptyDirectory();
    await put(
      directoryFile([offer('a', { source: 'sports', topics: ['counselling'] })], {
        sources: [{ id: 'sports', name: 'Sportbund' }],
        providers: [provider('p', { source: 'sports' })],
      }),
    );
    const topic = vocabulary.topic.filter(({ id }) => id !== 'counselling');
    const outcome = await put(directoryFile([], { vocabulary: { ...vocabulary, topic } }));
    assert.equal(outcome.outcome, 'faults');
    assert.deepEqual(await live(), ['a: Angebot a']);
  });
});

describe('a dry run', () => {
  test('tells field by field what would change, and changes nothing', async () => {
    const { put, store } = await emptyDirectory();
    const contact = { phone: '030 23125 100' };
    await put(
      directoryFile([
        offer('a', { contact, topics: ['language'], locations: [{ street: 'Am Markt 1' }] }),
        offer('b'),
        ...offers(5),
      ]),
    );
    const before = await store.read();
    const details: Detail[] = [];
    const outcome = await put(
      directoryFile([
        offer('a', {
          title: 'Neu',
          contact: { phone: '030 23125 101', email: 'a@verein.example' },
          topics: ['language', 'counselling'],
          locations: [{ street: 'Am Markt 2' }],
        }),
        offer('c'),
        ...offers(5),
      ]),
      { dryRun: true, onDetail: (detail) => details.push(detail) },
    );
    assert.ok(outcome.outcome === 'done');
    assert.deepEqual(await store.read(), before);
    assert.equal((await store.history()).length, 1);
    const common = { kind: 'offer', source: 'office' };
    assert.deepEqual(details, [
      {
        ...common,
        what: 'changed',
        record: 'a',
        name: 'Neu',
        differences: [
          { path: 'title', before: 'Angebot a', after: 'Neu' },
          { path: 'topics', before: ['language'], after: ['language', 'counselling'] },
          { path: 'locations[0].street', before: 'Am Markt 1', after: 'Am Markt 2' },
          { path: 'contact.phone', before: '030 23125 100', after: '030 23125 101' },
          { path: 'contact.email', after: 'a@verein.example' },
        ],
      },
      { ...common, what: 'added', record: 'c', name: 'Angebot c' },
      { ...common, what: 'retired', record: 'b', name: 'Angebot b' },
    ]);
  });
});
