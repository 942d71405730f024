import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { openStore } from '@vielfalt/server';
import { readOwnBook } from '../../server/src/export/from-sheets.js';
import { readDirectoryFile } from '../../server/src/importing/read-directory-file.js';
import { parseMapping } from '../../server/src/mapping/index.js';
import type { Book } from '../../server/src/table/table.js';
import { drivers } from './drivers.js';
import { directoryFile, folder, offer } from './fixture.js';
import { mapOne, mapping } from './mapping/mapping-harness.js';

const TABLES_1 = readFileSync(new URL('tables-1.sql', import.meta.url), 'utf8');
const OPENINGS = { state: 'waiting-list', on: '2026-09-01' } as const;

/** A table of offers as it was exported when seats stood under `places`. */
function formerTable(format: Book['format'], state: string, on: string): Book {
  const columns = ['table', 'source', 'record', 'title', 'provider', 'places.state', 'places.on'];
  const cells = ['offers', 'office', '1', 'Kurs', 'p', state, on];
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

  for (const format of ['csv', 'xlsx'] as const) {
    test(`are read from the columns of an export as ${format}`, async () => {
      const { json } = await readOwnBook(formerTable(format, OPENINGS.state, OPENINGS.on));
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
