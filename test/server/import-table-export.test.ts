import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { Archive } from '../../server/src/table/xlsx/archive.js';
import { InputFile } from '../../server/src/files/input-file.js';
import { office, offersIn } from './office.js';
import { csv, row, rows } from './offers-table.js';

/** What spreadsheet programs would take for something else. */
const FORMULAS = ['=SUMME(A1:A2)', '@home', '+49 = 0', '-Workshop', '=HYPERLINK("x";"y")'];
const table = csv([
  ...FORMULAS.map((title, index) => row(index + 1, { Angebot: title, Beschreibung: title })),
  ...rows(12).slice(FORMULAS.length),
]);

describe('what came in from a table', () => {
  for (const format of ['json', 'csv', 'xlsx']) {
    test(`goes out as ${format} and comes back as the same directory`, async (context) => {
      const { importTable, vielfalt, directory } = office(context);
      await importTable(table);
      // With a tombstone in it.
      await importTable(table.replace(/^12;[^]*$/m, ''));
      const before = await directory();
      assert.equal(offersIn(before).at(3)?.status, 'retired');
      const name = `all.${format}`;
      assert.equal((await vielfalt(['export', '--output', name])).code, 0);

      const url = 'sqlite:copy.sqlite';
      const copied = await vielfalt(['import', name], { url });
      assert.equal(copied.code, 0, copied.stderr);
      assert.equal((await vielfalt(['export'], { url })).stdout, before);
      const again = await vielfalt(['import', name]);
      assert.match(again.stdout, /\n {2}offers {5}added 0, changed 0, unchanged 12, retired 0\n/);
      assert.match(again.stdout, /\nrevision 2\n$/);
    });
  }

  test('stays text where it looks like a formula', async (context) => {
    const { importTable, vielfalt, path, directory } = office(context);
    await importTable(table);
    const titles = offersIn(await directory()).map(({ title }) => title);
    for (const title of FORMULAS) assert.ok(titles.includes(title), title);

    await vielfalt(['export', '--output', 'all.csv']);
    const text = readFileSync(path('all.csv'), 'utf8');
    assert.doesNotMatch(text, /[;\n]"?[=@+]/);
    for (const guarded of ["'=SUMME(A1:A2)", "'@home", "'-Workshop"]) {
      assert.ok(text.includes(`;${guarded};`), guarded);
    }

    await vielfalt(['export', '--output', 'all.xlsx']);
    const source = await InputFile.open(path('all.xlsx'));
    const archive = await Archive.open(source);
    let sheet = '';
    for await (const part of archive.read('xl/worksheets/sheet1.xml')) sheet += part.toString();
    await source.close();
    assert.match(sheet, /<c [^>]*t="s"/);
    assert.doesNotMatch(sheet, /<f[ >]|t="str"/);
  });
});
