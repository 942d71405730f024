import assert from 'node:assert/strict';
import { createWriteStream, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { chmod } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { after, before, describe, test } from 'node:test';
import { directoryFile, offer } from './fixture.js';
import { office } from './office.js';
import { csv, MAPPING, row, rows, xlsx } from './offers-table.js';
import { zip } from './table/zip.js';

// One directory of four offers for all of them: whatever is refused is refused in one sentence, and
// changes no byte of it.
const { importTable, vielfalt, write, path, database } = office({ after });
let untouched: Buffer;
before(async () => {
  assert.equal((await importTable(csv(rows(4)))).code, 0);
  untouched = readFileSync(database);
});

async function refuses(
  args: string[],
  code: number,
  said: RegExp,
  options: Parameters<typeof vielfalt>[1] = {},
) {
  const outcome = await vielfalt(['import', ...args], options);
  const [, sentence] = /^vielfalt import: ([^\n]+)\n$/.exec(outcome.stderr) ?? [];
  assert.ok(sentence, `no single line: ${outcome.stderr}`);
  assert.match(sentence, said);
  assert.equal(outcome.stdout, '');
  assert.equal(outcome.code, code, sentence);
  assert.deepEqual(readFileSync(database), untouched);
}

const WINDOWS = process.platform === 'win32' && 'Windows has no such thing';

const table = csv(rows(4));
const bytes = Buffer.from(table);
const third = bytes.indexOf('Sprachcafé 3');

describe('what is no table of offers ends in one sentence and no change', () => {
  const cases: [what: string, content: string | Buffer | Promise<Buffer>, said: RegExp][] = [
    ['nothing', '', /^t\.csv is empty\.$/],
    ['a PDF', '%PDF-1.7\n1 0 obj\n', /^t\.csv is a PDF, .* Ask for the table it was made from\.$/],
    ['a header alone', csv([]), /^t\.csv, line 1: there are column names and no rows below/],
    [
      'a cell of 10 MB',
      csv([row(1), row(2, { Beschreibung: 'x'.repeat(10_000_000) })]),
      /^t\.csv, line 6, column C: the cell holds more than 100,000 characters\. Shorten it/,
    ],
    [
      'a NUL byte',
      table.replace('Sprachcafé 3', 'Sprach\0café'),
      /^t\.csv, line 10: there is a NUL byte, .* Export the table again/,
    ],
    [
      'half a letter in the middle',
      Buffer.concat([bytes.subarray(0, third), Buffer.from([0xc3]), bytes.subarray(third)]),
      /^t\.csv, line 10: a letter is broken \(column B, .*\); .* Export the table again/,
    ],
    [
      'half a letter at the end',
      Buffer.from(`${table}5;Ö`).subarray(0, -1),
      /^t\.csv, line 18: a letter is broken \(column B, .*\); .* Export the table again/,
    ],
    [
      'a workbook that unpacks to far too much',
      zip({ '[Content_Types].xml': '', 'xl/workbook.xml': { text: Buffer.alloc(100_000_000) } }),
      /^t\.csv has [\d,]+ bytes and unpacks to 100,000,000, which no table needs\. Save/,
    ],
    [
      'half a workbook',
      xlsx(rows(4)).then((book) => book.subarray(0, book.length / 2)),
      /^t\.csv is damaged\. Open it in a spreadsheet program/,
    ],
    [
      'a workbook of before 2007',
      Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(4088)]),
      /^t\.csv is a workbook in the format of before 2007 \(\.xls\)\. Open it .* as XLSX\.$/,
    ],
    [
      'a row with a cell too many',
      table.replace('Sprachcafé 3', 'Sprachcafé; neu'),
      /^t\.csv, line 10: the row has 12 cells and the header 11\. A cell seems to hold/,
    ],
  ];
  test('such a file is', async (context) => {
    for (const [what, content, said] of cases) {
      await context.test(what, async () => {
        write('t.csv', await content);
        await refuses(['t.csv', '--mapping', 'm.yaml'], 1, said);
      });
    }
  });

  test('a million rows', async () => {
    const parts = function* () {
      yield csv([]);
      for (let key = 0; key < 1_000_000; key++) yield `${key};Kurs;;Verein;;;;;;;\n`;
    };
    await pipeline(Readable.from(parts()), createWriteStream(path('t.csv')));
    const many = /^t\.csv, line 250002: .*more than 250,000/;
    await refuses(['t.csv', '--mapping', 'm.yaml'], 1, many);
  });

  test('standard input, by that name', async () => {
    await refuses(['-', '--mapping', 'm.yaml'], 1, /^standard input is empty\.$/);
    const alone = /^standard input, line 1: there are column names/;
    await refuses(['-', '--mapping', 'm.yaml'], 1, alone, { stdin: csv([]) });
  });

  test('a temporary folder that takes nothing', { skip: WINDOWS }, async () => {
    const env = { TMPDIR: write('t.csv', table) };
    const sentence = /^No temporary file can be kept in t\.csv: .* another folder by TMPDIR/;
    await refuses(['-', '--mapping', 'm.yaml'], 4, sentence, { stdin: table, env });
    await refuses(['t.csv', '--mapping', 'm.yaml'], 4, sentence, { env });
  });

  test('a folder, no file, and a table without a mapping', async () => {
    mkdirSync(path('folder'));
    const given = ['--mapping', 'm.yaml'];
    await refuses(['folder', ...given], 4, /^folder is a folder\. Name a file in it\.$/);
    await refuses(['none.csv', ...given], 4, /^There is no file none\.csv\.$/);
    await refuses(['none.csv', '--suggest'], 4, /^There is no file none\.csv\.$/);
    write('t.csv', table);
    await refuses(['t.csv'], 2, /^t\.csv is a table\. .*vielfalt import t\.csv --suggest\.$/);
  });

  test(
    'a file that may not be read',
    { skip: process.getuid?.() === 0 && 'root may read every file' },
    async (context) => {
      write('t.csv', table);
      await chmod(path('t.csv'), 0);
      context.after(() => chmod(path('t.csv'), 0o600)); // others write it anew
      await refuses(['t.csv', '--mapping', 'm.yaml'], 4, /^t\.csv may not be read: check its perm/);
    },
  );
});

describe('a mapping that cannot be used ends in one sentence and no change', () => {
  const field = (line: string) => MAPPING.replace('  cost: Kosten', `  ${line}`);
  const cases: [what: string, mapping: string, said: RegExp][] = [
    [
      'one that is no mapping',
      'Guten Tag.',
      /^x\.yaml, line 1, column 1: this is not a mapping\. It/,
    ],
    [
      'broken YAML',
      field('cost: [Kosten'),
      /^x\.yaml, line \d+, column \d+: .*Put quotes round a name with/,
    ],
    [
      'an unknown field',
      field('costs: Kosten'),
      /^x\.yaml, line 13, column 3: "costs" is not a field\. Did you mean "cost"\?$/,
    ],
    [
      'an unknown term',
      MAPPING.replace('und das: ignore', 'und das: langage'),
      /^x\.yaml, line 9, .*"langage" is not an id in the .*list "topic"\. Did you mean "language"\?$/,
    ],
    [
      'a column that rows need and the table lacks',
      MAPPING.replace('title: Angebot\n', 'title: Angebott\n'),
      /^x\.yaml, line 6, .*no column "Angebott", which title comes from\. Did you mean "Angebot"\?$/,
    ],
    [
      'something still to be filled in',
      MAPPING.replace('title: Angebote im Kreis', 'title: TODO the title'),
      /^x\.yaml, line 3, column \d+: "TODO the title" has to be filled in first\.$/,
    ],
    ['no title', MAPPING.replace('  title: Angebot\n', ''), /: the fields lack title\. Add a line/],
  ];
  test('such a mapping is', async (context) => {
    write('t.csv', table);
    for (const [what, mapping, said] of cases) {
      await context.test(what, async () => {
        write('x.yaml', mapping);
        await refuses(['t.csv', '--mapping', 'x.yaml'], 1, said);
      });
    }
  });

  test('one that is not there, says no source or none that can be, or was written before', async () => {
    write('t.csv', table);
    await refuses(['t.csv', '--mapping', 'none.yaml'], 4, /\bnone\.yaml\b/);
    write('x.yaml', MAPPING.replace(/^source.*\n/m, ''));
    await refuses(['t.csv', '--mapping', 'x.yaml'], 2, /^Say which source the table is: --source/);
    const named = ['t.csv', '--mapping', 'm.yaml', '--source', 'Der Kreis'];
    await refuses(named, 2, /^"Der Kreis" is not a valid id of a source: .* like sports-2\.$/);
    const there = /^m\.yaml is there already\. Name another file, or take it away first\.$/;
    await refuses(['t.csv', '--suggest', '--mapping', 'm.yaml'], 2, there);
  });
});

test('rows with the same key name each other’s lines, and nothing is changed', async (context) => {
  const { importTable, database } = office(context);
  const twice = csv([...rows(2), row(1, { Angebot: 'Noch einmal' })]);
  const { code, stderr } = await importTable(twice);
  assert.equal(code, 1);
  assert.match(
    stderr,
    /^t\.csv has 1 fault; nothing was changed\.\n {2}line 10, column "Nr" \(record "1"\): "1" stands in line 2 already\./,
  );
  assert.equal(existsSync(database), false);
});

test('no database is made for what is refused', async (context) => {
  const { importTable, vielfalt, write, database } = office(context);
  const faulty = csv([row(1, { Angebot: '' })]);
  const unknown = directoryFile([offer('a', { topics: ['langage'] })]);
  const refused = [
    () => importTable(csv([])),
    () => importTable(faulty),
    () => importTable(faulty, '--report', 'faults.csv'),
    () => importTable(table, '--dry-run'),
    () => vielfalt(['import', write('a.json', unknown)]),
    () => vielfalt(['import', write('a.json', '[]')]),
    () => vielfalt(['import', 'none.csv', '--mapping', 'm.yaml']),
  ];
  for (const call of refused) {
    const { code, stderr } = await call();
    assert.ok(code !== 0 || stderr === '', stderr);
    assert.equal(existsSync(database), false, stderr);
  }
  assert.equal((await importTable(table)).code, 0);
});
