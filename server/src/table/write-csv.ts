import { stringify } from 'csv-stringify/sync';
import type { Cell } from './table.js';

/** A table to be written. */
export interface Sheet {
  /** At most 31 characters, none of \ / ? * [ ] : */
  name: string;
  columns: readonly string[];
  rows: Iterable<readonly Cell[]>;
}

/** What spreadsheets take for a formula when it stands first in a cell. */
const FORMULA = /^'*[=+\-@\t\r]/;
const GUARDED = /^'+[=+\-@\t\r]/;

/**
 * A table as German spreadsheets open it at a double click: UTF-8 with a byte order mark,
 * semicolons, CRLF, quoted as in RFC 4180, numbers with a decimal comma, lists joined by ", ". A text
 * that a spreadsheet would take for a formula gets an apostrophe before it.
 * @returns the parts of the file in order
 */
export function* printCsv(columns: Sheet['columns'], rows: Sheet['rows']): Iterable<string> {
  yield '\ufeff' + printRow(columns);
  for (const row of rows) yield printRow(row);
}

/** Takes away the apostrophe that printCsv put before what looks like a formula. */
export function withoutGuard(text: string): string {
  return GUARDED.test(text) ? text.slice(1) : text;
}

function printRow(cells: readonly Cell[]): string {
  return stringify([cells.map(printCell)], {
    delimiter: ';',
    record_delimiter: 'windows',
    // Space at an end would be lost, a lone break end the row, a row of one empty cell be none.
    quoted_match: /^\s|\s$|[\r\n]/,
    quoted_empty: cells.length === 1,
  });
}

function printCell(cell: Cell): string {
  if (typeof cell === 'number') return String(cell).replace('.', ',');
  if (typeof cell === 'boolean') return String(cell);
  const text = typeof cell === 'string' ? cell : cell.join(', ');
  return FORMULA.test(text) ? `'${text}` : text;
}
