import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { CsvError, parse } from 'csv-parse';
import { letters } from '../header.js';
import { inWords, MAX_CELL, MAX_RUN } from '../limits.js';
import { withoutGuard } from '../formula.js';
import { makeTable } from '../make-table.js';
import type { RawTable } from '../raw-table.js';
import type { InputFile } from '../../files/input-file.js';
import { TableError } from '../table-error.js';
import type { Book, BookOptions, TextEncoding, TableRow } from '../table.js';
import { csvOptions, delimiterNamed, delimiterOf } from './delimiter.js';
import { encodingOf, utf8Parts } from './encoding.js';

/** The number of characters used to detect the delimiter. */
const START = 1 << 18;

/** @throws TableError */
export async function openCsv(source: InputFile, options: BookOptions): Promise<Book> {
  const encoding = await encodingOf(source, options.encoding);
  const delimiter =
    options.delimiter === undefined
      ? delimiterOf(await startOf(source, encoding))
      : delimiterNamed(options.delimiter);
  let read = 0;

  const raw: RawTable = {
    name: '',
    merges: [],
    isDelimited: true,
    at: (line) => `${source.name}, line ${line}`,
    rows: () => csvRows(source, encoding, delimiter, (bytes) => (read = bytes)),
  };
  return {
    format: 'csv',
    encoding,
    delimiter,
    sheets: [''],
    table: async (name = '') => {
      if (name === '') return makeTable(raw, options);
      throw new TableError(`${source.name} is CSV, which has no sheet “${name}”. Name none.`);
    },
    progress: () => (source.size ? Math.min(read / source.size, 1) : 1),
    close: () => source.close(),
  };
}

async function startOf(source: InputFile, encoding: TextEncoding): Promise<string> {
  let start = '';
  for await (const part of utf8Parts(source.read(), encoding)) {
    start += part.toString();
    if (start.length >= START) break;
  }
  return start.slice(0, START);
}

/** Yields every record with the line it begins in; empty ones too. */
async function* csvRows(
  source: InputFile,
  encoding: TextEncoding,
  delimiter: string,
  progress: (bytes: number) => void,
): AsyncGenerator<TableRow> {
  let next = 1;
  // The parser is ahead of the loop below, and must know the line when it fails.
  const lines: number[] = [];
  const parser = parse({
    ...csvOptions(delimiter),
    max_record_size: MAX_RUN,
    on_record: (cells: string[]) => {
      lines.push(next);
      next += 1 + cells.reduce((sum, cell) => sum + breaksIn(cell), 0);
      return cells;
    },
  });
  // Its failure also ends the parser, and so the loop below.
  const feeding = pipeline(
    Readable.from(utf8Parts(counted(source.read(), progress), encoding)),
    parser,
  );
  feeding.catch(() => undefined);
  try {
    for await (const record of parser as AsyncIterable<string[]>) {
      const line = lines.shift()!;
      const isHint = line === 1 && /^sep=.?$/i.test(record[0] ?? '');
      if (!isHint) yield { line, cells: record.map(withoutGuard) };
    }
  } catch (error) {
    throw error instanceof CsvError ? csvTrouble(error, source.name, next) : error;
  }
}

async function* counted(
  parts: AsyncIterable<Buffer>,
  progress: (bytes: number) => void,
): AsyncGenerator<Buffer> {
  let bytes = 0;
  for await (const part of parts) {
    yield part;
    bytes += part.length;
    progress(bytes);
  }
}

function breaksIn(cell: string): number {
  if (!cell.includes('\n') && !cell.includes('\r')) return 0;
  return cell.split(/\r\n|\r|\n/).length - 1;
}

function csvTrouble(error: CsvError, name: string, line: number): TableError {
  const column = letters(Number(error.column ?? 0));
  const message =
    error.code === 'CSV_MAX_RECORD_SIZE'
      ? `${name}, line ${line}, column ${column}: the cell holds more than ${inWords(MAX_CELL)} characters. Shorten it, or close the quotation mark that opens it.`
      : error.code === 'CSV_QUOTE_NOT_CLOSED'
        ? `${name}, line ${line}, column ${column}: a quotation mark opens the cell and none closes it. Close it, or take it away.`
        : `${name}, line ${line}: a quotation mark stands in the middle of a cell. Double it, or take it away.`;
  return new TableError(message, { cause: error });
}
