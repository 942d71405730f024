import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import type { DirectoryFile, FileOffer } from '@vielfalt/feed';
import { validateFile } from '../../server/src/validation/validate.js';
import { isOwnLayout, readOwnBook } from '../../server/src/export/from-sheets.js';
import { printFeedJson } from '../../server/src/export/feed-json.js';
import { printExport } from '../../server/src/export/print-export.js';
import { stack, toSheets } from '../../server/src/export/to-sheets.js';
import type { Book, CellValue, Table } from '../../server/src/table/table.js';
import { demoDirectory } from '../../demo/directory.mjs';
import { anyDirectoryFile, NASTY } from './export-arbitraries.js';
import { directoryFile, network, offer, offers, provider } from './fixture.js';

type Grid = readonly (readonly CellValue[])[];

/** A table of rows, the first of them the header; lines count from 1. */
function table(name: string, [columns = [], ...rows]: Grid): Table {
  return {
    name,
    columns: columns.map(String),
    async *rows() {
      for (const [index, cells] of rows.entries()) {
        if (cells.some((cell) => cell !== '')) yield { line: index + 2, cells };
      }
    },
  };
}

/** A book in memory. */
function book(format: Book['format'], grids: Record<string, Grid>): Book {
  const sheets = Object.keys(grids);
  return {
    format,
    sheets,
    table: async (name = sheets[0] ?? '') => table(name, grids[name] ?? []),
    progress: () => 1,
    close: async () => undefined,
  };
}

function workbook(file: DirectoryFile): Record<string, CellValue[][]> {
  return Object.fromEntries(
    toSheets(file).map(({ name, columns, rows }) => [
      name,
      [[...columns], ...[...rows].map((row) => [...row])],
    ]),
  );
}

function stacked(file: DirectoryFile): Book {
  const { columns, rows } = stack(toSheets(file));
  return book('csv', { '': [columns, ...rows] });
}

/** The same value with the members of every object the other way round. */
function turned<Value>(value: Value): Value {
  const text = JSON.stringify(value, (_, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).reverse())
      : each,
  );
  return JSON.parse(text) as Value;
}

describe('a directory as sheets', () => {
  test('has a column for each field in which something stands, in the schema’s order', () => {
    const file = directoryFile([
      offer('1', {
        topics: ['language', 'counselling'],
        locations: [{ street: 'Am Markt 1' }, { town: 'witten', lat: 51.44, lng: 7.34 }],
        online: false,
      }),
      offer('2', {
        contact: { phone: '030 23125 1' },
        translations: { en: { by: 'person', texts: { title: 'Course' } } },
      }),
    ]);
    const [header, first, second] = workbook(file)['offers'] ?? [];
    assert.deepEqual(header, [
      ...['source', 'record', 'title', 'topics', 'locations.1.street', 'locations.2.town'],
      ...['locations.2.lat', 'locations.2.lng', 'online', 'contact.phone'],
      ...['translations.en.by', 'translations.en.texts.title', 'provider'],
    ]);
    assert.deepEqual(first?.slice(2, 9), [
      ...['Angebot 1', 'language, counselling', 'Am Markt 1', 'witten', 51.44, 7.34, 'no'],
    ]);
    assert.deepEqual(second?.slice(9), ['030 23125 1', 'person', 'Course', 'p']);
  });

  test('has a column for each way to name a member of a network', () => {
    const members = [{ provider: 'p' }, { name: 'Kita', web: 'https://kita.example.org' }];
    const networks = [network('1', { members, coordinator: { name: 'Büro' } }), network('2')];
    const [header, first, second] = workbook(directoryFile([], { networks }))['networks'] ?? [];
    assert.deepEqual(header, [
      ...['source', 'record', 'name', 'members.1.provider', 'members.2.name', 'members.2.web'],
      'coordinator.name',
    ]);
    assert.deepEqual(first?.slice(2), [
      ...['Netzwerk 1', 'p', 'Kita', 'https://kita.example.org', 'Büro'],
    ]);
    assert.deepEqual(second?.slice(2), ['Netzwerk 2', '', '', '', '']);
  });

  test('has its columns in one order, whichever language or list came first', async () => {
    const translation = (title: string) => ({ by: 'person' as const, texts: { title } });
    const [en, ar] = [translation('Course'), translation('دورة')];
    const file = directoryFile([
      offer('1', { translations: { en } }),
      offer('2', { translations: { en, ar } }),
    ]);
    const [header = []] = workbook(file)['offers'] ?? [];
    assert.deepEqual(
      header.filter((name) => String(name).startsWith('translations')),
      ['ar', 'en'].flatMap((tag) => [`translations.${tag}.by`, `translations.${tag}.texts.title`]),
    );
    await fc.assert(
      fc.asyncProperty(anyDirectoryFile, async (any) => {
        const csv = String(await printExport(any, 'csv'));
        assert.equal(String(await printExport(turned(any), 'csv')), csv);
        const again = validateFile(JSON.parse(printFeedJson(any)));
        assert.ok('file' in again);
        assert.equal(String(await printExport(again.file, 'csv')), csv);
      }),
    );
  });

  test('keeps its five sheets even where nothing is in one', () => {
    const sheets = workbook(directoryFile([], { providers: [] }));
    assert.deepEqual(Object.keys(sheets), [
      ...['offers', 'providers', 'sources', 'directory', 'vocabulary'],
    ]);
    assert.deepEqual(sheets['offers'], [['source', 'record', 'title', 'provider']]);
  });

  test('writes words of any kind a line each, where each is one line', async () => {
    const networks = [['Netz Nord', 'Runde, Süd; West'], ['in\ntwo lines', 'one'], ['[]'], []];
    const providers = networks.map((list, index) => provider(String(index), { networks: list }));
    const file = directoryFile([], { providers });
    const sheets = workbook(file);
    const [header = [], first = []] = sheets['providers'] ?? [];
    assert.deepEqual(header.slice(3), ['networks', 'networks.1', 'networks.2']);
    assert.equal(first[3], 'Netz Nord\nRunde, Süd; West');
    assert.deepEqual((await readOwnBook(book('xlsx', sheets))).json, file);
  });

  test('tells an empty list or group from none', async () => {
    const file = directoryFile([
      offer('1', { audiences: [], contact: {}, locations: [{}, { town: 'witten' }] }),
      offer('2', { locations: [], translations: {} }),
      offer('3'),
    ]);
    const { json } = await readOwnBook(book('xlsx', workbook(file)));
    assert.deepEqual(json, file);
  });

  for (const [name, reopen] of [
    ['sheets', (file: DirectoryFile) => book('xlsx', workbook(file))],
    ['one table', stacked],
  ] as const) {
    test(`any directory comes back from ${name}`, async () => {
      await fc.assert(
        fc.asyncProperty(anyDirectoryFile, async (file) => {
          const opened = reopen(file);
          assert.ok(await isOwnLayout(opened));
          assert.deepEqual((await readOwnBook(opened)).json, file);
        }),
      );
    });

    test(`the demo directory comes back from ${name}`, async () => {
      const file = demoDirectory('2026-09-07');
      assert.deepEqual((await readOwnBook(reopen(file))).json, file);
    });
  }

  test('texts that look like something else stay texts', async () => {
    const file = directoryFile(NASTY.map((title, index) => offer(String(index), { title })));
    assert.deepEqual((await readOwnBook(stacked(file))).json, file);
  });
});

/** What somebody makes of the exported workbook. */
function edited(
  change: (sheets: Record<string, CellValue[][]>) => void,
  file = directoryFile(offers(3)),
) {
  const sheets = workbook(file);
  change(sheets);
  return readOwnBook(book('xlsx', sheets));
}

/** Where the faults of a file stand, and what they are. */
function faultsOf({ json, placeOf }: Awaited<ReturnType<typeof edited>>) {
  const checked = validateFile(json);
  assert.ok('faults' in checked, 'there are faults');
  return checked.faults.map(({ path, value, reason }) => ({ ...placeOf(path), value, reason }));
}

describe('sheets that somebody edited', () => {
  test('cells as spreadsheet programs save them mean the same', async () => {
    const file = directoryFile([
      offer('1', {
        online: true,
        childcare: false,
        topics: ['language'],
        locations: [{ postalCode: '58452', lat: 51.5, lng: 7 }],
      }),
    ]);
    const { json } = await edited((sheets) => {
      const [header = [], row = []] = sheets['offers'] ?? [];
      const put = (column: string, cell: CellValue) => (row[header.indexOf(column)] = cell);
      put('online', true);
      put('childcare', 'Nein');
      put('topics', ' language ,');
      put('locations.1.postalCode', 58452);
      put('locations.1.lat', '51,5');
    }, file);
    assert.deepEqual(json, file);
  });

  test('what a cell cannot mean is named with its line and column', async () => {
    const file = directoryFile([
      offer('0'),
      offer('1', { topics: ['language'], locations: [{ lat: 51.5, lng: 7 }] }),
    ]);
    const read = await edited(({ offers: [header = [], , row = []] = [] }) => {
      row[header.indexOf('locations.1.lat')] = 'abc';
      row[header.indexOf('topics')] = 'language, Deutsch lernen';
    }, file);
    assert.deepEqual(
      faultsOf(read).map(({ sheet, line, column, value }) => [sheet, line, column, value]),
      [
        ['offers', 3, 'topics', 'Deutsch lernen'],
        ['offers', 3, 'locations.1.lat', 'abc'],
      ],
    );
  });

  test('a place that was cleared is gone, and the next keeps its column', async () => {
    const file = directoryFile([
      offer('0', { locations: [{ town: 'witten' }, { town: 'hattingen', lat: 51.4, lng: 7.2 }] }),
    ]);
    const read = await edited(({ offers: [header = [], row = []] = [] }) => {
      row[header.indexOf('locations.1.town')] = '';
      row[header.indexOf('locations.2.lat')] = 'north';
    }, file);
    const {
      offers: [first],
    } = read.json as { offers: [FileOffer] };
    assert.deepEqual(first.locations, [{ town: 'hattingen', lat: 'north', lng: 7.2 }]);
    const [fault] = faultsOf(read);
    assert.deepEqual([fault?.line, fault?.column], [2, 'locations.2.lat']);
  });

  test('a foreign column is named once; a title that is missing where it would stand', async () => {
    const read = await edited(({ offers: rows = [] }) => {
      for (const [index, row] of rows.entries()) row.push(index ? 'see file' : 'Bemerkung');
      const title = rows[0]?.indexOf('title') ?? 0;
      rows[3]!.splice(title, 1, '');
    });
    assert.deepEqual(
      faultsOf(read).map(({ line, column, reason }) => [line, column, reason]),
      [
        [2, 'Bemerkung', 'is not a field that the directory knows'],
        [4, 'title', 'is missing'],
      ],
    );
  });

  test('a fault in the directory, a source or a term is found by its row', async () => {
    const read = await edited(({ directory = [], sources = [], vocabulary = [] }) => {
      directory.find(([field]) => field === 'timeZone')![1] = '';
      directory.push(['publisher.fax', '1']);
      sources[1]![0] = 'Büro!';
      vocabulary[2]![1] = 'Rat & Hilfe';
    });
    assert.deepEqual(
      faultsOf(read).map(({ sheet, line, column }) => [sheet, line, column]),
      [
        // What is missing stands nowhere.
        [undefined, undefined, undefined],
        ['directory', 8, 'value'],
        ['vocabulary', 3, 'id'],
        ['sources', 2, 'id'],
      ],
    );
  });

  test('a sheet that was renamed is missed, and others’ sheets are not ours', async () => {
    const read = await edited((sheets) => {
      sheets['provider'] = sheets['providers'] ?? [];
      delete sheets['providers'];
      sheets['Notizen'] = [
        ['wer', 'was'],
        ['ich', 'nichts'],
      ];
    });
    assert.deepEqual(
      faultsOf(read).map(({ reason }) => reason),
      ['is missing', 'is not a field that the directory knows'],
    );
  });

  test('other tables are not taken for ours', async () => {
    const office: Grid = [
      ['Nr.', 'Angebot'],
      ['1', 'Nähkurs'],
    ];
    assert.equal(await isOwnLayout(book('csv', { '': office })), false);
    assert.equal(await isOwnLayout(book('xlsx', { directory: office })), false);
    assert.equal(await isOwnLayout(book('json', { '': office })), false);
  });
});
