import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import type { CellValue } from '../../../server/src/table/table.js';
import { withoutGuard } from '../../../server/src/table/formula.js';
import { printCsv } from '../../../server/src/table/write-csv.js';
import { printXlsx } from '../../../server/src/table/write-xlsx.js';
import { cellsOf, reader, testFolder } from './books.js';

const read = reader(testFolder());

/** Texts as people write them, with everything that CSV, XML and spreadsheets give a meaning to. */
const text = fc.string({
  unit: fc.constantFrom(
    ...['a', 'ß', 'é', '漢', '😀', ' ', '\t', '\n', '\r', '\r\n', '"', "'", ';', ',', '|'],
    ...['=', '+', '-', '@', '<', '&', '_x000D_', '_', 'x', '0', '\u00a0', '\ufeff'],
  ),
  maxLength: 12,
});

/** At least one cell of each row has something in it: empty rows are left out. */
function rowsOf(cell: fc.Arbitrary<CellValue>) {
  return fc.array(
    fc.tuple(
      text.map((end) => `x${end}`),
      cell,
      cell,
    ),
    { minLength: 1, maxLength: 8 },
  );
}

describe('CSV', () => {
  test('brings back every text', async () => {
    await fc.assert(
      fc.asyncProperty(rowsOf(text), async (rows) => {
        const table = await read([...printCsv(['a', 'b', 'c'], rows)].join(''));
        assert.deepEqual(cellsOf(table), rows);
      }),
      { numRuns: 300 },
    );
  });

  test('opens by a double click: mark, semicolons, decimal commas', () => {
    const rows = [[1.5, true, ['de', 'ar'], 'a;b']];
    assert.equal(
      [...printCsv(['Preis', 'offen', 'Sprachen', 'Text'], rows)].join(''),
      '\ufeffPreis;offen;Sprachen;Text\r\n1,5;true;de, ar;"a;b"\r\n',
    );
  });

  test('holds nothing that a spreadsheet takes for a formula, but numbers', () => {
    const texts = ['=1+1', '+49', '-x', '@sum', '\tx', '\rx', "'=x"];
    const lines = [...printCsv(['a'], [...texts.map((cell) => [cell]), [-5]])].slice(1);
    assert.deepEqual(
      lines.map((line) => line.replaceAll('"', '').replace(/\r\n$/, '')),
      [...texts.map((cell) => `'${cell}`), '-5'],
    );
    assert.deepEqual(
      lines.slice(0, 4).map((line) => withoutGuard(line.trim())),
      texts.slice(0, 4),
    );
  });
});

describe('a workbook', () => {
  test('brings back texts, numbers, yes and no', async () => {
    const cell = fc.oneof(text, fc.integer(), fc.boolean(), fc.constantFrom(0.1, -2.5, 1e12));
    await fc.assert(
      fc.asyncProperty(rowsOf(cell), async (rows) => {
        const table = await read(await printXlsx([{ name: 'A', columns: ['a', 'b', 'c'], rows }]));
        assert.deepEqual(cellsOf(table), rows);
      }),
      { numRuns: 60 },
    );
  });

  test('has all sheets, also wide ones', async () => {
    const columns = Array.from({ length: 300 }, (_, column) => `Spalte ${column}`);
    const rows = Array.from({ length: 600 }, (_, row) => columns.map((name) => `${name}.${row}`));
    const content = await printXlsx([
      { name: 'Angebote', columns, rows },
      { name: 'Träger', columns: ['Name'], rows: [['=Verein'], [['a', 'b']]] },
    ]);
    const first = await read(content);
    assert.deepEqual(first.book.sheets, ['Angebote', 'Träger']);
    assert.deepEqual(first.columns, columns);
    assert.deepEqual(cellsOf(first), rows);
    assert.deepEqual(cellsOf(await read(content, {}, 'Träger')), [['=Verein'], ['a, b']]);
  });
});
