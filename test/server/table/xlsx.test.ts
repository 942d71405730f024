import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { openBook } from '../../../server/src/table/open-book.js';
import { TableError } from '../../../server/src/table/table-error.js';
import { cellsOf, reader, testFolder } from './books.js';
import { workbook } from './zip.js';

const folder = testFolder();
const read = reader(folder);

/** A row of texts in the sheet itself. */
function texts(row: number, ...cells: string[]): string {
  const inline = cells.map((text, at) =>
    text
      ? `<c r="${String.fromCharCode(65 + at)}${row}" t="inlineStr"><is><t>${text}</t></is></c>`
      : '',
  );
  return `<row r="${row}">${inline.join('')}</row>`;
}

function merged(...ranges: string[]): string {
  return `<mergeCells>${ranges.map((range) => `<mergeCell ref="${range}"/>`).join('')}</mergeCells>`;
}

/** The cells of one row below the names `a`, `b`, `c` … */
async function cellsFrom(cells: string, more: object = {}) {
  const rows = `${texts(1, 'a', 'b', 'c', 'd', 'e', 'f')}<row r="2">${cells}</row>`;
  return cellsOf(await read(workbook({ sheets: [{ rows }], ...more })))[0];
}

describe('cells', () => {
  test('hold shared, rich and formatted texts, without phonetic hints', async () => {
    const strings =
      '<si><t/></si><si><t>eins</t></si><si><r><t>zw</t></r><r><rPr><b/></rPr><t xml:space="preserve">ei </t></r><rPh sb="0" eb="1"><t>x</t></rPh></si><si><t>a&amp;b_x000D_c_x005F_x000D_</t></si>';
    const cells =
      '<c r="A2" t="s"><v>1</v></c><c r="B2" t="s"><v>2</v></c><c r="C2" t="s"><v>3</v></c><c r="D2" t="inlineStr"><is><r><t>in</t></r><r><t>line</t></r></is></c><c t="str"><f>A2</f><v>E</v></c><c t="s"><v>0</v></c>';
    const row = await cellsFrom(cells, { strings });
    assert.deepEqual(row, ['eins', 'zwei ', 'a&b\rc_x000D_', 'inline', 'E', '']);
  });

  test('hold numbers, yes and no, results of formulas; errors are what the sheet shows', async () => {
    const row = await cellsFrom(
      '<c r="A2"><v>15.500000000000002</v></c><c r="B2" t="b"><v>1</v></c><c r="C2" t="b"><v>0</v></c><c r="D2" t="e"><v>#N/A</v></c><c r="E2"><f>1+1</f><v>2</v></c><c r="F2" t="str"><f>""</f><v></v></c>',
    );
    assert.deepEqual(row, [15.5, true, false, '#N/A', 2, '']);
  });

  const formats = [14, 'dd.mm.yyyy hh:mm', 'h:mm', '[h]:mm', '00000', '#,##0.00 &quot;Std.&quot;'];
  const styled = (values: number[]) =>
    values.map((value, at) => `<c s="${at}"><v>${value}</v></c>`).join('');

  test('hold dates and times as their format means them', async () => {
    const row = await cellsFrom(styled([46027, 46027.375, 0.375, 1.5, 1067, 2.5]), { formats });
    assert.deepEqual(row, ['2026-01-05', '2026-01-05T09:00', '09:00', '36:00', '01067', 2.5]);
  });

  test('hold times of day, also where their format has a date', async () => {
    const row = await cellsFrom('<c s="1"><v>0.375</v></c><c s="2"><v>0.871527777777778</v></c>', {
      formats,
    });
    assert.deepEqual(row?.slice(0, 2), ['09:00', '20:55']);
  });

  test('hold dates of the calendar from 1904, and of early 1900', async () => {
    const late = await cellsFrom(styled([44565, 44565.375]), { formats, from1904: true });
    assert.deepEqual(late?.slice(0, 2), ['2026-01-05', '2026-01-05T09:00']);
    assert.equal((await cellsFrom(styled([1]), { formats }))?.[0], '1900-01-01');
    assert.equal((await cellsFrom(styled([61]), { formats }))?.[0], '1900-03-01');
  });

  test('with a formula that nobody has calculated are named', async () => {
    await assert.rejects(cellsFrom('<c r="B2"><f>1+1</f></c>'), {
      name: 'TableError',
      message: /cell B2: the formula has no result\. Open the workbook/,
    });
  });
});

describe('sheets', () => {
  const rows = (name: string) => texts(1, name) + texts(2, 'x');
  const content = workbook({
    sheets: [
      { name: 'Notizen', rows: rows('hidden'), state: 'hidden' },
      { name: 'Leer', rows: '<row r="1"><c r="A1" s="0"/></row>' },
      { name: 'Angebote &amp; mehr', rows: rows('first') },
      { name: 'Orte', rows: rows('second') },
    ],
  });

  test('the first that people see with something in it, or by name', async () => {
    const { book, name, columns } = await read(content);
    assert.deepEqual(book.sheets, ['Notizen', 'Leer', 'Angebote & mehr', 'Orte']);
    assert.deepEqual([name, columns], ['Angebote & mehr', ['first']]);
    assert.deepEqual((await read(content, {}, ' orte')).columns, ['second']);
    assert.deepEqual((await read(content, {}, 'Notizen')).columns, ['hidden']);
  });

  test('that are not there are told with the nearest', async () => {
    await assert.rejects(read(content, {}, 'Ort'), /has no sheet “Ort”\. Did you mean “Orte”\?/);
  });

  test('can be read again, with progress', async () => {
    const file = join(folder, 'again.xlsx');
    writeFileSync(file, content);
    const book = await openBook(file);
    const table = await book.table();
    for (let time = 0; time < 2; time++) {
      const lines: number[] = [];
      for await (const { line } of table.rows()) lines.push(line);
      assert.deepEqual(lines, [2]);
      assert.equal(book.progress(), 1);
    }
    await book.close();
  });
});

describe('the header', () => {
  test('of merged cells is joined', async () => {
    const { columns, rows } = await read(
      workbook({
        sheets: [
          {
            rows:
              texts(1, 'Angebote 2026') +
              texts(3, 'Nr.', 'Kontakt', '', 'Adresse') +
              texts(4, '', 'Telefon', 'E-Mail', 'Ort', 'Straße') +
              texts(5, '1', '2', '3', '4', '5'),
            after: merged('A1:E1', 'A3:A4', 'B3:C3', 'D3:E3'),
          },
        ],
      }),
    );
    assert.deepEqual(columns, [
      'Nr.',
      'Kontakt – Telefon',
      'Kontakt – E-Mail',
      'Adresse – Ort',
      'Adresse – Straße',
    ]);
    assert.deepEqual(rows, [{ line: 5, cells: ['1', '2', '3', '4', '5'] }]);
  });

  test('that is merged over columns of its own row has no second row', async () => {
    const { columns, rows } = await read(
      workbook({
        sheets: [
          {
            rows: texts(1, 'Nr.', 'Adresse', '') + texts(2, '1', 'Weg 3', 'Witten'),
            after: merged('B1:C1'),
          },
        ],
      }),
    );
    assert.deepEqual(columns, ['Nr.', 'Adresse', 'Column C']);
    assert.equal(rows.length, 1);
  });

  test('leaves room for a note beside the table, but for nothing that comes late', async () => {
    const note = texts(1, 'Nr.', 'Ort') + texts(2, '1', 'Witten', '', 'Notiz');
    const table = await read(workbook({ sheets: [{ rows: note }] }));
    assert.deepEqual(table.columns, ['Nr.', 'Ort', 'Column D']);
    const many = Array.from({ length: 1100 }, (_, at) => texts(at + 2, '1', '2')).join('');
    const rows = texts(1, 'Nr.', 'Ort') + many + texts(1102, '1', '2', 'late');
    await assert.rejects(
      read(workbook({ sheets: [{ rows }] })),
      (error) =>
        error instanceof TableError &&
        /row 1102: column C has something in it and no name in row 1\./.test(error.message),
    );
  });
});

test('what is merged over several rows stands in each of them', async () => {
  const table = await read(
    workbook({
      sheets: [
        {
          rows:
            texts(1, 'Träger', 'Angebot') +
            texts(2, 'Verein', 'Kurs') +
            texts(3, '', 'Treff') +
            '<row r="4"><c r="A4"/></row>' +
            texts(5, 'Amt', 'Rat'),
          after: merged('A2:A4'),
        },
      ],
    }),
  );
  assert.deepEqual(cellsOf(table), [
    ['Verein', 'Kurs'],
    ['Verein', 'Treff'],
    ['Amt', 'Rat'],
  ]);
});
