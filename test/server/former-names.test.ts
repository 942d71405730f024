import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { openStore } from '@vielfalt/server';
import { readOwnBook } from '../../server/src/export/from-sheets.js';
import { readDirectoryFile } from '../../server/src/importing/read-directory-file.js';
import { parseMapping } from '../../server/src/mapping/index.js';
import type { Book } from '../../server/src/table/table.js';
import { printFault } from '../../server/src/validation/fault.js';
import { drivers } from './drivers.js';
import { directoryFile, folder, offer } from './fixture.js';
import { mapOne, mapping } from './mapping/mapping-harness.js';

const TABLES_1 = readFileSync(new URL('tables-1.sql', import.meta.url), 'utf8');
const OPENINGS = { state: 'waiting-list', on: '2026-09-01' } as const;

/** A table of offers as it was exported when seats stood under `places`. */
function formerTable(format: Book['format'], state: string, on: string): Book {
  return tableOf(format, { 'places.state': state, 'places.on': on });
}

/** A table with one offer in the layout of an export. @param more by column */
function tableOf(format: Book['format'], more: Record<string, string>): Book {
  const columns = ['table', 'source', 'record', 'title', 'provider', ...Object.keys(more)];
  const cells = ['offers', 'office', '1', 'Kurs', 'p', ...Object.values(more)];
  return {
    format,
    sheets: ['offers'],
    table: async () => ({
      name: 'offers',
      columns,
      async *rows() {
        yield { line: 2, cells };
      },
    }),
    progress: () => 1,
    close: async () => undefined,
  };
}

/** The openings of the offers that a file brings, or what is wrong with it. */
function openingsIn(json: unknown) {
  const read = readDirectoryFile(json);
  return 'invalid' in read
    ? read.invalid.map(({ path }) => path)
    : read.records.offer?.map((draft) => draft.content().openings);
}

/** What is wrong with a file, as it is printed. */
function faultsIn(json: unknown) {
  const read = readDirectoryFile(json);
  return 'invalid' in read ? read.invalid.map(printFault) : [];
}

describe('seats of an offer that stand under their former name', () => {
  test('are read from a JSON file', () => {
    const { offers, ...file } = directoryFile([offer('1')]);
    const former = (more: object) => ({
      ...file,
      offers: offers.map((it) => ({ ...it, ...more })),
    });
    assert.deepEqual(openingsIn(former({ places: OPENINGS })), [OPENINGS]);
    assert.deepEqual(openingsIn(former({ openings: OPENINGS })), [OPENINGS]);
    assert.deepEqual(openingsIn(former({ places: OPENINGS, openings: OPENINGS })), [
      'offers[0].places',
    ]);
  });

  test('stand in a JSON file under one name alone', () => {
    const { offers, ...file } = directoryFile([offer('1')]);
    const both = offers.map((it) => ({ ...it, places: OPENINGS, openings: OPENINGS }));
    assert.deepEqual(faultsIn({ ...file, offers: both }), [
      'offers[0].places (record "1"): places is what openings was called, and both stand there.',
    ]);
  });

  test('are called in a fault what the JSON file calls them', () => {
    const { offers, ...file } = directoryFile([offer('1'), offer('2')]);
    const faultOf = (seats: object) =>
      faultsIn({ ...file, offers: [offers[0], { ...offers[1], ...seats }] }).join();
    const wrong = { ...OPENINGS, state: 'plenty' };
    assert.match(faultOf({ places: wrong }), /^offers\[1\]\.places\.state \(record "2"\)/);
    assert.match(faultOf({ openings: wrong }), /^offers\[1\]\.openings\.state \(record "2"\)/);
    assert.match(faultOf({ places: 'free' }), /^offers\[1\]\.places \(record "2"\)/);
  });

  for (const format of ['csv', 'xlsx'] as const) {
    test(`are read from the columns of an export as ${format}`, async () => {
      const { json } = await readOwnBook(formerTable(format, OPENINGS.state, OPENINGS.on));
      const { offers } = json as { offers: { openings?: unknown }[] };
      assert.deepEqual(offers[0]?.openings, OPENINGS);
    });
  }

  for (const format of ['csv', 'xlsx'] as const) {
    for (const part of ['state', 'on'] as const) {
      test(`are refused where ${part} has two columns in an export as ${format}`, async () => {
        const columns = [`openings.${part}`, `places.${part}`];
        for (const [first = '', second = ''] of [columns, columns.toReversed()]) {
          const book = tableOf(format, { [first]: OPENINGS[part], [second]: OPENINGS[part] });
          await assert.rejects(readOwnBook(book), {
            name: 'TableError',
            message: `offers: places.${part} is what openings.${part} was called, and both stand there. Leave one of the two columns out.`,
          });
        }
      });
    }

    test(`are read from columns in capitals of an export as ${format}`, async () => {
      const { json } = await readOwnBook(
        tableOf(format, { 'PLACES.STATE': OPENINGS.state, 'Openings.On': OPENINGS.on }),
      );
      const { offers } = json as { offers: { openings?: unknown }[] };
      assert.deepEqual(offers[0]?.openings, OPENINGS);
    });
  }

  test('are found in their column where they are wrong', async () => {
    const { placeOf } = await readOwnBook(formerTable('csv', 'plenty', OPENINGS.on));
    assert.deepEqual(placeOf('offers[0].openings.state'), {
      sheet: 'offers',
      line: 2,
      column: 'places.state',
    });
  });

  test('are read by a mapping', () => {
    const { offer: read } = mapOne(
      { places: 'Plätze', 'places.on': 'Stand' },
      { Plätze: 'Warteliste', Stand: '01.09.2026' },
    );
    assert.deepEqual(read.openings, OPENINGS);
    assert.throws(
      () => parseMapping(mapping({ places: 'Plätze', openings: 'frei' }), 'm.yaml'),
      /places is what openings was called, and both stand there\./,
    );
  });

  test('are suggested by their name of today to a mapping that nearly names them', () => {
    for (const key of ['Places', 'places.state', 'PLACES', 'openings.state']) {
      assert.throws(
        () => parseMapping(mapping({ [key]: 'Plätze' }), 'm.yaml'),
        new RegExp(`"${key}" is not a field\\. Did you mean "openings"\\?`),
        key,
      );
    }
    assert.throws(
      () => parseMapping(mapping({ 'Places.On': 'Stand' }), 'm.yaml'),
      /Did you mean "openings\.on"\?/,
    );
  });

  for (const [name, driver, missing] of drivers) {
    test(`are kept by a database through ${name}`, { skip: missing ?? false }, async (context) => {
      const path = join(folder(context), 'old.sqlite');
      const connection = await driver!.open(path, { create: true });
      await connection.exec(TABLES_1);
      const places = JSON.stringify(OPENINGS);
      await connection.exec(
        `UPDATE offer SET document = json_set(document, '$.places', json('${places}'))`,
      );
      await connection.close();
      const store = await openStore(`sqlite:${path}`, { create: false });
      context.after(() => store.close());
      const [kept] = (await store.read())?.offers ?? [];
      assert.deepEqual(kept?.openings, OPENINGS);
      assert.ok(kept && !('places' in kept));
    });
  }
});
