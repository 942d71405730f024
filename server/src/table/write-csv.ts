import { stringify } from 'csv-stringify/sync';
import { withGuard } from './formula.js';
import type { CellValue } from './table.js';

/** A table to write. */
export interface Sheet {
  /** At most 31 characters, none of \ / ? * [ ] : */
  name: string;
  columns: readonly string[];
  rows: Iterable<readonly CellValue[]>;
}

/** The CSV dialect: the separators, and the cells that need quotation marks. */
const DIALECT = {
  delimiter: ';',
  record_delimiter: 'windows',
  // A space at an end would be lost, and a lone break would end the row (RFC 4180, 2.6).
  quoted_match: /^\s|\s$|[\r\n]/,
} as const;

/**
 * Writes a table as German spreadsheets open it at a double click: UTF-8 with a byte order mark,
 * semicolons, CRLF, quoted as in RFC 4180, numbers with a decimal comma, lists joined by ", ". A text
 * that a spreadsheet would take for a formula gets an apostrophe before it.
 * @returns the parts of the file in order
 */
export function* printCsv(columns: Sheet['columns'], rows: Sheet['rows']): Iterable<string> {
  yield '\ufeff' + printRow(columns);
  for (const row of rows) yield printRow(row);
}

/** Writes the same in one piece, which is faster where all of it is kept anyway. */
export function printWholeCsv(
  columns: Sheet['columns'],
  rows: readonly (readonly CellValue[])[],
): string {
  return stringify(
    [columns, ...rows].map((cells) => cells.map(printCell)),
    { ...DIALECT, bom: true },
  );
}

function printRow(cells: readonly CellValue[]): string {
  // A row of one empty cell would not be a row.
  return stringify([cells.map(printCell)], { ...DIALECT, quoted_empty: cells.length === 1 });
}

function printCell(cell: CellValue): string {
  if (typeof cell === 'number') return String(cell).replace('.', ',');
  if (typeof cell === 'boolean') return String(cell);
  const text = typeof cell === 'string' ? cell : cell.join(', ');
  return withGuard(text);
}
