import type { InputFile } from '../files/input-file.js';
import { TableError } from './table-error.js';

const SAVE = 'Open it in a spreadsheet program and save it as CSV or XLSX';

/** Beginnings of files that are not tables, and what to do about them. */
const FOREIGN: readonly [beginning: RegExp, sentence: string][] = [
  [/^%PDF-/, 'is a PDF, from which no table can be read. Ask for the table it was made from'],
  [/^\x89PNG|^\xff\xd8\xff|^GIF8|^BM.{4}\0\0\0\0|^RIFF.{4}WEBP|^II\*\0|^MM\0\*/s, 'is a picture'],
  [/^\s*<(?:!doctype html|html|table|head|meta)\b/i, `is a web page. ${SAVE}`],
  [/^\s*<\?xml|^\s*<[a-z]/i, `is XML. ${SAVE}`],
  [/^\{\\rtf/, 'is a text document. Put its table in a spreadsheet and save that as CSV or XLSX'],
  [/^\x1f\x8b|^7z\xbc\xaf|^Rar!|^BZh\d|^\xfd7zXZ/, 'is an archive. Unpack it first'],
  [/^SQLite format 3\0/, 'is a database'],
];

const ZIP = /^PK(?:\x03\x04|\x05\x06)/;
const OLE = /^\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1/;
/** The beginning of JSON; a table's head may begin with a text in brackets too. */
const JSON_TEXT = /^\s*(?:\{\s*(?:["'}]|\/\/|\/\*)|\[\s*(?:[[{"\]\d-]|true|false|null))/;

/**
 * Detects what a file holds by its content, as names tell little.
 * @throws TableError where it cannot hold tables
 */
export async function kindOf(source: InputFile): Promise<'csv' | 'xlsx' | 'json'> {
  const bytes = await source.bytes(4096);
  const start = bytes.toString('latin1').replace(/^\xef\xbb\xbf/, '');
  if (ZIP.test(start)) return 'xlsx';
  if (OLE.test(start)) throw await oldWorkbook(source, bytes);
  const foreign = FOREIGN.find(([beginning]) => beginning.test(start));
  if (foreign) throw new TableError(`${source.name} ${foreign[1]}.`);
  if (!start.trim() && source.size <= bytes.length) {
    throw new TableError(`${source.name} is empty.`);
  }
  const isNamedJson = /^\s*[[{/]/.test(start) && /\.json$/i.test(source.name);
  return isNamedJson || JSON_TEXT.test(start) ? 'json' : 'csv';
}

/** Explains a compound file (MS-CFB): an old workbook (.xls), or one under a password. */
async function oldWorkbook(source: InputFile, header: Buffer): Promise<TableError> {
  const sector = 2 ** header.readUInt16LE(30);
  const directory = await source.bytes(4096, (header.readUInt32LE(48) + 1) * sector);
  return new TableError(
    directory.includes(Buffer.from('EncryptedPackage', 'utf16le'))
      ? `${source.name} is protected by a password. Open it in a spreadsheet program and save it without one.`
      : `${source.name} is a workbook in the format of before 2007 (.xls). Open it in a spreadsheet program and save it as XLSX.`,
  );
}
