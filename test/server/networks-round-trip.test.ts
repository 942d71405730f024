import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import fc from 'fast-check';
import type { DirectoryFile, FileMember, FileNetwork, Recurrence } from '@vielfalt/feed';
import { toDirectoryFile } from '../../server/src/export/feed-json.js';
import { printExport } from '../../server/src/export/print-export.js';
import { InputFile } from '../../server/src/files/input-file.js';
import { applyImport, importFile } from '../../server/src/importing/import-file.js';
import { openImport } from '../../server/src/importing/open-import.js';
import { openStore } from '../../server/src/store/open.js';
import { NASTY } from './export-arbitraries.js';
import { directoryFile, folder, network, NOW, offer, provider } from './fixture.js';

const ELSEWHERE = '6f1c2e04-97a5-4d8e-8a55-0c9d6a1b2c3d';
const FORMATS = ['json', 'csv', 'xlsx'] as const;

const line = fc.oneof(
  fc.constantFrom('Runder Tisch', 'Kita „Sonne“', 'Büro e. V.', 'Haus, Hof; Garten'),
  fc.constantFrom(...NASTY.map((text) => text.replace(/\s+/g, ' ').trim()).filter(Boolean)),
);
const text = fc.oneof(line, fc.constantFrom('Zwei\n\nAbsätze:\n- eins\n- zwei', 'هدف', '=1+1'));
const day = fc
  .integer({ min: 0, max: 700 })
  .map((days) => new Date(Date.UTC(2026, 0, 1 + days)).toISOString().slice(0, 10));
const moment = day.map((date) => `${date}T17:30`);

/** Meetings: once, or a series with days that are left out and others that are added. */
const recurrence: fc.Arbitrary<Recurrence> = fc.oneof(
  fc.record({ dtstart: fc.oneof(day, moment) }),
  fc.record(
    {
      dtstart: moment,
      freq: fc.constant('WEEKLY' as const),
      interval: fc.integer({ min: 1, max: 4 }),
      byday: fc.subarray(['MO', 'WE', 'FR'], { minLength: 1 }),
      until: fc.constant('2028-12-31'),
      exdate: fc.uniqueArray(day, { minLength: 1, maxLength: 4 }),
      rdate: fc.uniqueArray(day, { minLength: 1, maxLength: 2 }),
    },
    { requiredKeys: ['dtstart', 'freq', 'byday'] },
  ),
  fc.record(
    {
      dtstart: moment,
      freq: fc.constant('MONTHLY' as const),
      byday: fc.constantFrom<string[]>(['1TU'], ['-1FR'], ['2MO', '4MO']),
      exdate: fc.uniqueArray(day, { minLength: 1, maxLength: 2 }),
    },
    { requiredKeys: ['dtstart', 'freq', 'byday'] },
  ),
);

const member: fc.Arbitrary<FileMember> = fc.oneof(
  fc.constantFrom({ provider: 'p' }, { provider: 'q' }, { provider: ELSEWHERE }),
  fc.record(
    { name: line, web: fc.constant('https://www.kita.example/?a=1;b=2') },
    { requiredKeys: ['name'] },
  ),
);
const texts = fc.record({ name: line, aim: text, schedule: line }, { requiredKeys: [] });
const translation = fc.record({ by: fc.constantFrom('person', 'machine'), texts });

const anyNetwork: fc.Arbitrary<Partial<FileNetwork>> = fc.record(
  {
    name: line,
    aim: text,
    status: fc.constantFrom('published', 'retired'),
    language: fc.constantFrom('de', 'ar'),
    places: fc.subarray(['county', 'witten', 'hattingen'], { minLength: 1 }),
    topics: fc.subarray(['language', 'counselling'], { minLength: 1 }),
    members: fc.array(member, { maxLength: 5 }),
    coordinator: member,
    schedule: fc.record(
      {
        times: fc.array(recurrence, { minLength: 1, maxLength: 3 }),
        text,
        byAppointment: fc.boolean(),
        closed: fc.constant(['public-holidays']),
      },
      { requiredKeys: [] },
    ),
    contact: fc.record(
      { role: line, name: line, namePublic: fc.boolean(), phone: fc.constant('030 23125 100') },
      { requiredKeys: [] },
    ),
    links: fc.array(fc.record({ label: line, url: fc.constant('https://a.example/x') }), {
      maxLength: 2,
    }),
    web: fc.constant('https://netz.example/'),
    checked: fc.record({ on: fc.constant('2026-09-01'), by: line }, { requiredKeys: ['on'] }),
    translations: fc.record(
      { ar: translation, en: translation, 'pt-BR': translation },
      { requiredKeys: [] },
    ),
    sourceUrl: fc.constant('https://netz.example/1'),
    attribution: line,
  },
  { requiredKeys: ['name'] },
);

const directoryWith = (networks: readonly Partial<FileNetwork>[]): DirectoryFile =>
  directoryFile([offer('1')], {
    sources: [
      { id: 'office', name: 'Büro' },
      { id: 'town', name: 'Stadt' },
    ],
    providers: [
      provider('p'),
      provider('q', { networks: ['Runder Tisch'] }),
      provider('t', { source: 'town', id: ELSEWHERE }),
    ],
    networks: networks.map((each, at) => network(String(at), each)),
  });

/** What a store has after the file, or after what an export has written of another. */
async function stored(file: DirectoryFile) {
  const store = await openStore('sqlite::memory:');
  const done = await importFile(store, file, { now: NOW });
  assert.ok(done.outcome === 'done', JSON.stringify(done));
  return store;
}

/** Imports an export by the way of a file, as the command does. */
function importer(context: TestContext) {
  const place = folder(context);
  return async (
    store: Awaited<ReturnType<typeof stored>>,
    file: DirectoryFile,
    format: (typeof FORMATS)[number],
  ) => {
    const path = join(place, `directory.${format}`);
    await writeFile(path, await printExport(file, format));
    const source = await InputFile.open(path);
    const opened = await openImport(
      store,
      { source, name: path },
      { now: NOW + 1000, onProgress: () => undefined },
    );
    try {
      const done = await applyImport({ store }, opened.batch, { now: NOW + 1000 });
      assert.ok(done.outcome === 'done', JSON.stringify(done));
      return done.report;
    } finally {
      await opened.close();
      await source.close();
    }
  };
}

for (const format of FORMATS) {
  test(`networks go out as ${format} and come in again the same`, async (context) => {
    const put = importer(context);
    await fc.assert(
      fc.asyncProperty(fc.array(anyNetwork, { minLength: 1, maxLength: 3 }), async (networks) => {
        const store = await stored(directoryWith(networks));
        const before = await store.read();
        assert.ok(before);
        const file = toDirectoryFile(before);
        const copy = await openStore('sqlite::memory:');
        await put(copy, file, format);
        assert.deepEqual(await copy.read(), before);
        const { sources } = await put(store, file, format);
        const [{ networks: counts } = {}] = sources;
        assert.deepEqual([counts?.added, counts?.changed, counts?.retired], [0, 0, 0]);
        await copy.close();
        await store.close();
      }),
      { numRuns: 40 },
    );
  });
}
