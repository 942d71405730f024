import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { FileError } from '../../../server/src/files/file-error.js';
import { TableError } from '../../../server/src/table/table-error.js';
import { reader, readTable, testFolder } from './books.js';
import { workbook, zip } from './zip.js';

const folder = testFolder();
const read = reader(folder);

/** A compound file with the names in its directory. */
function compound(name: string): Buffer {
  const content = Buffer.alloc(4096);
  content.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  content.writeUInt16LE(9, 30);
  content.writeUInt32LE(1, 48);
  content.write(name, 1024, 'utf16le');
  return content;
}

const sheet = (rows: string) => workbook({ sheets: [{ rows }] });
const inline = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
const long = 'x'.repeat(10_000_000);
const names = `<row r="1">${inline('a')}${inline('b')}</row>`;

describe('a file that is no table ends in one sentence', () => {
  const cases: [string, string | Buffer, RegExp][] = [
    ['nothing', '', /is empty\.$/],
    ['space alone', '\ufeff \n\n', /is empty\.$/],
    ['delimiters alone', ';;\n;;\n', /there is nothing but empty rows\.$/],
    ['a header alone', 'Nr;Titel\n', /line 1: there are column names and no rows below them\.$/],
    ['a PDF', '%PDF-1.7\n…', /is a PDF, .* Ask for the table it was made from\.$/],
    ['a picture', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), /is a picture\.$/],
    ['a web page', '\n<!DOCTYPE html><table>', /is a web page\. Open it in a spreadsheet/],
    ['XML', '<?xml version="1.0"?><a/>', /is XML\. Open it/],
    ['an old workbook', compound('Workbook'), /format of before 2007 \(\.xls\)\. Open it/],
    ['a locked workbook', compound('EncryptedPackage'), /protected by a password\. Open it/],
    ['an archive', zip({ 'readme.txt': 'x' }), /is an archive and no workbook\. Unpack it/],
    ['OpenDocument', zip({ 'content.xml': '<a/>' }), /is an OpenDocument file\. Save it as XLSX/],
    ['a letter', zip({ '[Content_Types].xml': '', 'word/document.xml': '' }), /text document/],
    ['half a workbook', sheet(names).subarray(0, 700), /is damaged\. Open it/],
    ['a workbook with broken XML', sheet('<row><c></row>'), /is damaged\. Open it/],
    ['a workbook of empty sheets', sheet(''), /has no sheet with anything in it\.$/],
    ['a workbook with a header alone', sheet(names), /row 1: there are column names and no rows/],
    ['JSON without a list', '{"a": 1}', /is JSON without a list of entries\.$/],
    ['JSON with an empty list', '{"a": []}', /the list of a has no entries\.$/],
    ['broken JSON', '[{"a": 1},\n{"a": }]', /is not JSON: line 2, column 7/],
  ];
  for (const [what, content, message] of cases) {
    test(what, async () => {
      await assert.rejects(read(content), (error) => {
        assert.ok(error instanceof TableError, String(error));
        assert.match(error.message, message);
        assert.match(error.message, /^table-\d+[ ,:]/);
        return true;
      });
    });
  }
});

describe('a table with a fault names its place', () => {
  const cases: [string, string | Buffer, RegExp][] = [
    ['a NUL byte', 'a;b\n1;2\n3;\0\n', /line 3: there is a NUL byte/],
    ['a halved letter', Buffer.from('a;b\nä;ö\nü;').subarray(0, -2), /line 3: a letter is broken/],
    ['a halved letter alone', Buffer.from('a;b\n1;ü').subarray(0, -1), /line 2: a letter is bro/],
    [
      'a letter of another encoding',
      Buffer.concat([Buffer.from('a;b\nä;ö\n'), Buffer.from([0xfc, 59, 49])]),
      /line 3: a letter is broken/,
    ],
    ['letters of DOS', Buffer.from([97, 10, 0x84, 10, 0x81, 10]), /line 3: .*neither UTF-8 nor/],
    ['half a letter of UTF-16', Buffer.from('\ufeffa;b\n1;2', 'utf16le').subarray(0, -1), /line 2/],
    ['an open quotation mark', 'a;b\n1;2\n3;"4\n5;6\n', /line 3, column B: a quotation mark opens/],
    ['a delimiter without quotes', 'a;b\n1;2\n3;4;5\n', /line 3: the row has 3 cells and the head/],
    ['a cell of 10 MB', `a;b\n1;"${long}"\n`, /line 2, column B: the cell holds more than 100,000/],
    ['a long cell', `a;b\n1;${'x'.repeat(100_001)}\n`, /line 2, column “b”: the cell holds more/],
    [
      'a long text in a sheet',
      sheet(`${names}<row r="2">${inline(long)}</row>`),
      /cell A2: the ce/,
    ],
    [
      'a long shared text',
      workbook({
        sheets: [{ rows: `${names}<row r="2"><c r="B2" t="s"><v>1</v></c></row>` }],
        strings: `<si><t>x</t></si><si><t>${long}</t></si><si><t>y</t></si>`,
      }),
      /cell B2: the cell holds more than 100,000 characters/,
    ],
    ['a long text in JSON', JSON.stringify([{ a: long }]), /entry 1, “a”: the cell holds more/],
    ['2,001 columns', `${'x;'.repeat(2000)}x\n${'1;'.repeat(2000)}1\n`, /more than 2000 columns/],
    [
      '250,001 rows',
      `a\n${'1\n'.repeat(250_001)}`,
      /line 250002: there are more than 250,000 rows/,
    ],
  ];
  for (const [what, content, message] of cases) {
    test(what, async () => {
      await assert.rejects(read(content), (error) => {
        assert.ok(error instanceof TableError, String(error));
        assert.match(error.message, message);
        return true;
      });
    });
  }

  test('options that make no sense', async () => {
    await assert.rejects(
      read('a\n1\n', { encoding: 'utf-61' }),
      /not an encoding .* mean utf-16\?/,
    );
    await assert.rejects(read('a\n1\n', { delimiter: ';;' }), /“;;” cannot separate cells/);
    await assert.rejects(read('a\n1\n', { header: 9 }), /line 9: there are no column names/);
    await assert.rejects(read('a\n1\n', {}, 'Orte'), /is CSV, which has no sheet “Orte”/);
  });
});

describe('a workbook that unpacks to far too much', () => {
  const zeros = Buffer.alloc(25_000_000);

  test('is refused by what it says', async () => {
    const bomb = zip({ '[Content_Types].xml': '', 'xl/workbook.xml': { text: zeros } });
    await assert.rejects(read(bomb), /unpacks to 25,000,000, which no table needs/);
    const giant = workbook({
      sheets: [{ rows: names }],
      more: { 'xl/media/film.bin': { text: '', size: 600_000_000 } },
    });
    await assert.rejects(read(giant), /unpacks to 600,00\d,\d{3}, which no table needs/);
  });

  test('is stopped when it unpacks to more than it says', async () => {
    const liar = workbook({
      sheets: [{ rows: names }],
      more: { 'xl/sharedStrings.xml': { text: zeros, size: 1000 } },
    });
    await assert.rejects(read(liar), /is damaged/);
  });
});

describe('a file that cannot be read', () => {
  test('is not there, is a folder, or is locked', async (t) => {
    mkdirSync(join(folder, 'sub'));
    const isUnreadable = (message: RegExp) => (error: unknown) =>
      error instanceof FileError && message.test(error.message);
    await assert.rejects(readTable(join(folder, 'none.csv')), isUnreadable(/There is no file/));
    await assert.rejects(readTable(join(folder, 'sub')), isUnreadable(/is a folder/));
    if (process.getuid?.() === 0) {
      t.skip('root may read every file');
      return;
    }
    const locked = join(folder, 'locked.csv');
    writeFileSync(locked, 'a\n1\n');
    chmodSync(locked, 0);
    await assert.rejects(readTable(locked), isUnreadable(/may not be read/));
  });
});

test('standard input is read like a file, more than once', () => {
  const script = `
    import { readTable } from './test/server/table/books.ts';
    const { book, rows } = await readTable('-');
    console.log(book.format, rows.length);`;
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ['--conditions=@vielfalt/source', '--import', 'tsx', '--input-type=module', '-e', script],
    { input: workbook({ sheets: [{ rows: `${names}<row r="2">${inline('x')}</row>` }] }) },
  );
  assert.equal(stdout.toString(), 'xlsx 1\n', stderr.toString());
});
