import { stringify } from 'csv-stringify/sync';
import { withGuard } from './formula.js';
import type { CellValue } from './table.js';

/** A table to be written. */
export interface Sheet {
  /** At most 31 characters, none of \ / ? * [ ] : */
  name: string;
  columns: readonly string[];
  rows: Iterable<readonly CellValue[]>;
}

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

function printRow(cells: readonly CellValue[]): string {
  return stringify([cells.map(printCell)], {
    delimiter: ';',
    record_delimiter: 'windows',
    // Space at an end would be lost, a lone break end the row, a row of one empty cell be none.
    quoted_match: /^\s|\s$|[\r\n]/,
    quoted_empty: cells.length === 1,
  });
}

function printCell(cell: CellValue): string {
  if (typeof cell === 'number') return String(cell).replace('.', ',');
  if (typeof cell === 'boolean') return String(cell);
  const text = typeof cell === 'string' ? cell : cell.join(', ');
  return withGuard(text);
}
