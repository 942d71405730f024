import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { PlaceArea } from '@vielfalt/feed';
import { readOwnBook } from '../../server/src/export/from-sheets.js';
import { toSheets } from '../../server/src/export/to-sheets.js';
import { importFile } from '../../server/src/importing/import-file.js';
import { openStore } from '../../server/src/store/open.js';
import type { Book } from '../../server/src/table/table.js';
import { printFault } from '../../server/src/validation/fault.js';
import { directoryFile, NOW, vocabulary } from './fixture.js';

const TRIANGLE: PlaceArea = [
  [
    [7.3, 51.4],
    [7.4, 51.4],
    [7.35, 51.5],
    [7.3, 51.4],
  ],
];
const turned = TRIANGLE.map((ring) => ring.map(([lng = 0, lat = 0]) => [lat, lng]));

/** A file whose county has a shape and a point. */
function withArea(area: unknown) {
  const [county, ...others] = vocabulary.place;
  const place = [{ ...county!, lat: 51.45, lng: 7.35, area: area as PlaceArea }, ...others];
  return directoryFile([], { vocabulary: { ...vocabulary, place } });
}

async function faultsOf(area: unknown): Promise<string[]> {
  const store = await openStore('sqlite::memory:');
  const result = await importFile(store, withArea(area), { now: NOW });
  await store.close();
  return result.outcome === 'faults' ? result.faults.map(printFault) : [];
}

describe('the shape of a place', () => {
  test('is right as GeoJSON has the coordinates of a polygon', async () => {
    assert.deepEqual(await faultsOf(TRIANGLE), []);
  });

  for (const [what, area, message] of [
    [
      'a ring that stays open',
      [TRIANGLE[0]!.slice(1).concat([[7.3, 51.41]])],
      'vocabulary.place[0].area[0]: does not end where it begins. Write its first position once more at its end.',
    ],
    [
      'latitude before longitude',
      turned,
      'vocabulary.place[0].area: has latitude before longitude: its point lies outside, turned round inside. Write longitude first, as GeoJSON does.',
    ],
    [
      'a latitude that is none',
      [
        [
          [7.3, 51.4],
          [7.4, 91],
          [7.35, 51.5],
          [7.3, 51.4],
        ],
      ],
      'vocabulary.place[0].area[0][1]: [7.4,91] has a latitude beyond 90 degrees. Write longitude first, then latitude.',
    ],
    [
      'a ring of two positions',
      [
        [
          [7.3, 51.4],
          [7.3, 51.4],
        ],
      ],
      'vocabulary.place[0].area[0]: [[7.3,51.4],[7.3,51.4]] has too few entries. At least 4 are needed.',
    ],
    [
      'a position with a height',
      [[[7.3, 51.4, 90], ...TRIANGLE[0]!.slice(1)]],
      'vocabulary.place[0].area[0][0]: has too many entries. At most 2 are allowed.',
    ],
    [
      'a whole geometry',
      { type: 'Polygon', coordinates: TRIANGLE },
      'vocabulary.place[0].area: {"type":"Polygon","coordinates":[[[7.3,51.4],[7.4,51.4],[7.35,51.5],[7.3,51.4]]]… is not a list in square brackets.',
    ],
    [
      'more than a cell holds',
      [[...Array.from({ length: 4000 }, () => [7.3, 51.4])]],
      'vocabulary.place[0].area: has 44003 characters. At most 30000 are allowed: simplify it, and leave three decimals.',
    ],
  ] as const) {
    test(`is refused with ${what}`, async () => {
      assert.deepEqual(await faultsOf(area), [message]);
    });
  }

  test('stands in one cell of a workbook, and comes back from there', async () => {
    const grids = new Map(
      toSheets(withArea(TRIANGLE)).map(({ name, columns, rows }) => [
        name,
        { columns: [...columns], rows: [...rows].map((row) => [...row]) },
      ]),
    );
    const sheet = grids.get('vocabulary');
    const column = sheet?.columns.indexOf('area') ?? -1;
    const cells = sheet?.rows.map((row) => row[column]).filter(Boolean);
    assert.deepEqual(cells, [JSON.stringify(TRIANGLE)]);
    const book: Book = {
      format: 'xlsx',
      sheets: [...grids.keys()],
      table: async (name = '') => ({
        name,
        columns: grids.get(name)?.columns ?? [],
        async *rows() {
          for (const [line, cells] of (grids.get(name)?.rows ?? []).entries()) {
            yield { line: line + 2, cells };
          }
        },
      }),
      progress: () => 1,
      close: async () => undefined,
    };
    assert.deepEqual((await readOwnBook(book)).json, withArea(TRIANGLE));
  });
});
