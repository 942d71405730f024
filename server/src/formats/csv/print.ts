import { stringify } from 'csv-stringify/sync';
import { withGuard } from '../../table/formula.js';

/**
 * A table as a spreadsheet opens it by a double click: UTF-8 with its mark, semicolons, which is what
 * spreadsheets expect where the decimal sign is a comma. A cell that a spreadsheet would take for a
 * formula begins with an apostrophe.
 */
export function printTable(columns: readonly string[], rows: readonly string[][]): string {
  const guarded = [columns, ...rows].map((cells) => cells.map(withGuard));
  return stringify(guarded, {
    bom: true,
    delimiter: ';',
    record_delimiter: 'windows',
    // A lone line feed would end the row for most readers (RFC 4180, 2.6).
    quoted_match: /[\r\n]/,
  });
}
