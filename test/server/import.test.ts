import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import type { DirectoryFile } from '@vielfalt/feed';
import { recordId } from '../../server/src/importing/identity.js';
import { slugOf } from '../../server/src/text/slug.js';
import { importFile } from '../../server/src/importing/import-file.js';
import type { FileImportOptions } from '../../server/src/importing/import-file.js';
import { printFault } from '../../server/src/validation/fault.js';
import { openStore } from '../../server/src/store/open.js';
import type { Store } from '../../server/src/store/store.js';
import { toDirectoryFile } from '../../server/src/export/feed-json.js';
import { directoryFile, NOW, offer, offers, provider, vocabulary } from './fixture.js';

const LATER = NOW + 86_400_000;

/** A directory in memory, and how one imports into it. */
async function emptyDirectory() {
  const store = await openStore('sqlite::memory:');
  const put = async (file: DirectoryFile, options: Partial<FileImportOptions> = {}) => {
    const plan = await importFile(store, file, { now: NOW, ...options });
    if (plan.outcome === 'faults') return plan.faults.map(printFault);
    return plan.outcome === 'refused' ? plan.shrinking : plan.report;
  };
  const find = async (record: string) =>
    (await store.read())?.offers.find((offer) => offer.record === record);
  return { store, put, find };
}

async function counts(plan: ReturnType<Awaited<ReturnType<typeof emptyDirectory>>['put']>) {
  const report = await plan;
  assert.ok('sources' in report, JSON.stringify(report));
  return report.sources[0]?.offers;
}

describe('identity', () => {
  test('the id of a source’s record never changes', () => {
    assert.equal(recordId('offer', 'office', 'kurs-1'), '387b87a7-de0d-51dc-bc61-0a3d96123788');
    assert.equal(recordId('provider', 'office', 'kurs-1'), '076b8729-a095-54dd-a8f0-0c696ecd962e');
  });

  test('a slug is readable whatever the title', () => {
    const slugs: [string, string][] = [
      ['Deutschkurs für Anfänger (A1)', 'deutschkurs-fuer-anfaenger-a1'],
      ['Café „Straße“ – Ž 3', 'cafe-strasse-z-3'],
      ['A\u0308rzte', 'aerzte'],
      ['  Spiel & Spaß!  ', 'spiel-spass'],
      ['دورة', ''],
    ];
    for (const [title, slug] of slugs) assert.equal(slugOf(title), slug);
  });

  test('a slug of any title is one that the schema allows, and short', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (title) => {
        const slug = slugOf(title);
        assert.match(slug, /^([a-z0-9]+(-[a-z0-9]+)*)?$/);
        assert.ok(slug.length <= 70);
        assert.equal(slugOf(slug), slug);
      }),
    );
  });

  test('a long title is cut between words', () => {
    assert.equal(slugOf('wort '.repeat(40)), 'wort-'.repeat(14).slice(0, -1));
  });

  test('titles that two offers have are told apart by town, then by number', async () => {
    const { store, put } = await emptyDirectory();
    const title = 'Sprachcafé';
    await put(
      directoryFile([
        offer('a', { title, locations: [{ town: 'witten' }] }),
        offer('b', { title, locations: [{ town: 'hattingen' }] }),
        offer('c', { title, locations: [{ town: 'witten' }] }),
        offer('d', { title }),
        offer('e', { title: 'عربي' }),
        offer('f', { title: 'عربي' }),
        offer('g', { title: 'Nur einmal', locations: [{ town: 'witten' }] }),
      ]),
    );
    const slugs = (await store.read())?.offers.map(({ slug }) => slug);
    assert.deepEqual(slugs, [
      'sprachcafe-witten',
      'sprachcafe-hattingen',
      'sprachcafe-witten-2',
      'sprachcafe',
      'offer',
      'offer-2',
      'nur-einmal',
    ]);
  });

  test('a slug stays when the title changes, and is never given away', async () => {
    const { put, find } = await emptyDirectory();
    await put(directoryFile([offer('a', { title: 'Alt' })]));
    await put(directoryFile([offer('a', { title: 'Neu' }), offer('b', { title: 'Alt' })]));
    assert.equal((await find('a'))?.slug, 'alt');
    assert.equal((await find('b'))?.slug, 'alt-2');
  });

  test('an id or slug that a record has cannot be changed by a file', async () => {
    const { store, put } = await emptyDirectory();
    await put(directoryFile([offer('a')]));
    const other = '6f1c2e04-97a5-4d8e-8a55-0c9d6a1b2c3d';
    const said = await put(directoryFile([offer('a', { id: other, slug: 'anders' })]));
    assert.ok(Array.isArray(said));
    assert.match(String(said[0]), /offers\[0\]\.id .* is not the id that this record has/);
    assert.match(String(said[1]), /offers\[0\]\.slug .* is not the slug that this record has/);
    assert.equal(await store.revision(), 1);
  });
});

describe('importing', () => {
  test('adds, changes, leaves alone and retires', async () => {
    const { put, find } = await emptyDirectory();
    assert.deepEqual(await counts(put(directoryFile(offers(6)))), {
      added: 6,
      changed: 0,
      unchanged: 0,
      retired: 0,
    });
    const next = directoryFile([...offers(5).slice(1), offer('0', { title: 'Neu' }), offer('neu')]);
    assert.deepEqual(await counts(put(next, { now: LATER })), {
      added: 1,
      changed: 1,
      unchanged: 4,
      retired: 1,
    });
    const dates = { old: '2026-09-07T07:00:00.000Z', now: '2026-09-08T07:00:00.000Z' };
    assert.equal((await find('0'))?.changed, dates.now);
    assert.equal((await find('1'))?.changed, dates.old);
    assert.equal((await find('5'))?.changed, dates.now);
    assert.equal((await find('neu'))?.changed, dates.now);
  });

  test('the same file again changes nothing, in whatever order its members and records stand', async () => {
    const { store, put } = await emptyDirectory();
    const file = directoryFile([
      offer('a', { age: { from: 1, to: 2 }, locations: [{ lat: -0, lng: 7 }] }),
      offer('b'),
    ]);
    await put(file);
    const before = await store.read();
    const turned = directoryFile([
      offer('b'),
      { age: { to: 2, from: 1 }, locations: [{ lng: 7, lat: 0 }], ...offer('a') },
    ]);
    assert.deepEqual(await counts(put(turned, { now: LATER })), {
      added: 0,
      changed: 0,
      unchanged: 2,
      retired: 0,
    });
    assert.deepEqual(await store.read(), before);
  });

  test('with one fault changes nothing at all', async () => {
    const { store, put } = await emptyDirectory();
    await put(directoryFile(offers(2)));
    const before = await store.read();
    await put(directoryFile([...offers(2, { title: 'Neu' }), offer('x', { topics: ['nichts'] })]));
    assert.deepEqual(await store.read(), before);
  });

  test('a provider is named by its record key or by its id', async () => {
    const { put, find } = await emptyDirectory();
    const id = recordId('provider', 'office', 'p');
    await put(directoryFile([offer('a'), offer('b', { provider: id.toUpperCase() })]));
    assert.equal((await find('a'))?.provider, id);
    assert.equal((await find('b'))?.provider, id);
  });

  test('what is retired keeps its name and provider and loses everything else', async () => {
    const { put, find } = await emptyDirectory();
    const contact = { name: 'Erika Musterfrau', phone: '030 23125 123' };
    await put(directoryFile([...offers(9), offer('x', { contact, summary: 'Geheim' })]));
    await put(directoryFile(offers(9)), { now: LATER });
    assert.deepEqual(await find('x'), {
      id: recordId('offer', 'office', 'x'),
      slug: 'angebot-x',
      source: 'office',
      record: 'x',
      provider: recordId('provider', 'office', 'p'),
      status: 'retired',
      changed: '2026-09-08T07:00:00.000Z',
      title: 'Angebot x',
    });
  });

  test('what comes back is published under its old slug', async () => {
    const { put, find } = await emptyDirectory();
    await put(directoryFile(offers(10)));
    await put(directoryFile(offers(9)));
    await put(directoryFile([...offers(9), offer('9', { title: 'Wieder da' })]), { now: LATER });
    const back = await find('9');
    assert.equal(back?.status, 'published');
    assert.equal(back?.slug, 'angebot-9');
    assert.equal(back?.title, 'Wieder da');
    assert.equal(back?.changed, '2026-09-08T07:00:00.000Z');
  });

  test('a tombstone stays as it is while its record stays away', async () => {
    const { store, put } = await emptyDirectory();
    await put(directoryFile(offers(10)));
    await put(directoryFile(offers(9)));
    await put(directoryFile(offers(9)), { now: LATER });
    assert.equal(await store.revision(), 2);
  });
});

describe('retiring much at once', () => {
  test('a fifth of a source goes without asking, more does not', async () => {
    const { store, put } = await emptyDirectory();
    await put(directoryFile(offers(10)));
    assert.deepEqual(await put(directoryFile(offers(7))), [
      { source: 'office', retiring: 3, live: 10 },
    ]);
    assert.equal(await store.revision(), 1);
    assert.equal((await counts(put(directoryFile(offers(8)))))?.retired, 2);
  });

  test('it is done where it is said to be meant', async () => {
    const { put } = await emptyDirectory();
    await put(directoryFile(offers(10)));
    const done = await counts(put(directoryFile([]), { allowRetiring: true }));
    assert.equal(done?.retired, 10);
  });

  test('offers that a file itself retires count too, ended ones do not', async () => {
    const { put } = await emptyDirectory();
    await put(directoryFile([...offers(4), offer('x', { status: 'ended' })]));
    const withStatus = directoryFile([...offers(3), offer('3', { status: 'retired' })]);
    assert.deepEqual(await put(withStatus), [{ source: 'office', retiring: 1, live: 4 }]);
    assert.equal((await counts(put(directoryFile(offers(4)))))?.retired, 1);
  });
});

describe('several sources', () => {
  const sports = { id: 'sports', name: 'Sportbund' };
  const office = { id: 'office', name: 'Tabelle des Büros' };
  const both = directoryFile([offer('a'), offer('a', { source: 'sports' })], {
    sources: [office, sports],
    providers: [provider('p'), provider('p', { source: 'sports' })],
  });
  const live = async (store: Store) =>
    (await store.read())?.offers
      .filter(({ status }) => status !== 'retired')
      .map(({ source, record }) => `${source}/${record}`);

  test('an import of one leaves the other alone', async () => {
    const { store, put } = await emptyDirectory();
    await put(both);
    await put(directoryFile([offer('b')]), { allowRetiring: true });
    assert.deepEqual(await live(store), ['office/b', 'sports/a']);
  });

  test('one alone can be taken out of a file', async () => {
    const { store, put } = await emptyDirectory();
    await put(both, { source: 'sports' });
    assert.deepEqual(await live(store), ['sports/a']);
    assert.match(String(await put(both, { source: 'sprots' })), /Did you mean "sports"\?/);
  });

  test('an offer’s provider is of its own source', async () => {
    const { put } = await emptyDirectory();
    const said = await put({
      ...both,
      providers: [provider('p'), provider('q', { source: 'sports' })],
      offers: [offer('a', { provider: recordId('provider', 'sports', 'q') })],
    });
    assert.match(String(said), /is a provider of the source sports/);
  });

  test('a new vocabulary keeps the terms that other sources use', async () => {
    const { store, put } = await emptyDirectory();
    await put({ ...both, offers: [offer('a', { source: 'sports', topics: ['counselling'] })] });
    const topic = vocabulary.topic.filter(({ id }) => id !== 'counselling');
    const smaller = directoryFile([], { vocabulary: { ...vocabulary, topic } });
    assert.deepEqual(await put(smaller), [
      'vocabulary.topic: lacks "counselling", which records of sports use (1). Keep the term; with replacedBy it means another from now on.',
    ]);
    assert.equal(await store.revision(), 1);
  });

  test('a term that nobody uses may go, and is named', async () => {
    const { put } = await emptyDirectory();
    await put(both);
    const report = await put({ ...both, vocabulary: { ...vocabulary, audience: [] } });
    assert.ok('droppedTerms' in report);
    assert.deepEqual(report.droppedTerms, ['audience women']);
  });
});

describe('an export', () => {
  const rich = directoryFile([
    offer('ü', { title: 'Übung', translations: { en: { by: 'machine', texts: { title: 'Ex' } } } }),
    ...offers(12),
  ]);

  test('into an empty directory gives the same export, tombstones and all', async () => {
    const one = await emptyDirectory();
    await one.put(rich);
    await one.put(directoryFile(rich.offers.slice(0, -1)), { now: LATER });
    const [state] = [await one.store.read()];
    assert.ok(state);
    const exported = JSON.stringify(toDirectoryFile(state));

    const two = await emptyDirectory();
    await two.put(JSON.parse(exported) as DirectoryFile, { now: LATER + 1 });
    const copy = await two.store.read();
    assert.ok(copy);
    assert.equal(JSON.stringify(toDirectoryFile(copy)), exported);
  });

  test('into the directory it came from changes nothing', async () => {
    const { store, put } = await emptyDirectory();
    await put(rich);
    await put(directoryFile(rich.offers.slice(0, -1)));
    const before = await store.read();
    assert.ok(before);
    await put(toDirectoryFile(before), { now: LATER });
    assert.deepEqual(await store.read(), before);
  });

  test('for the public lacks what is for the office alone', async () => {
    const { store, put } = await emptyDirectory();
    await put(
      directoryFile([
        offer('shelter', {
          contact: { name: 'Erika Musterfrau', phone: '030 23125 123' },
          locations: [{ street: 'Versteckweg 1', town: 'witten', visibility: 'on-request' }],
        }),
      ]),
    );
    const state = await store.read();
    assert.ok(state);
    const text = JSON.stringify(toDirectoryFile(state, { publicOnly: true }));
    assert.doesNotMatch(text, /Versteckweg|Musterfrau/);
    assert.match(text, /"record":"shelter"/);
    assert.match(text, /030 23125 123/);
  });
});
