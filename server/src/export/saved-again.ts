import { dayOf } from '../office-text/day.js';
import { TableError } from '../table/table-error.js';
import type { Book, TableRow, Table } from '../table/table.js';

// Changes that spreadsheet programs make to the CSV export when they save it again.

const GERMAN = /^(\d{1,2})\.(\d{1,2})\.(\d{4})(?: (\d{1,2}):(\d\d)(?::00)?)?$/;
/** Some begin with the month, and some with the day. */
const SLASHED = /^\d{1,2}\/\d{1,2}\/\d{2,4}\b/;
/**
 * A question mark that replaced a letter: in a word or before it, or a word of question marks
 * alone.
 */
const LOST = /\p{L}\?+\p{L}|(?<!\S)\?+\p{L}|(?<!\S)\?{2,}(?!\S)/u;
/** In addresses question marks have a meaning. */
const ADDRESS = /(?:https?:\/\/|www\.)\S+/gi;

/** A day as the contract writes it, even where the program wrote it in the German way. */
export function dateIn(text: string): string {
  const [, day, month, year, hour, minute] = GERMAN.exec(text) ?? [];
  const date = year && dayOf(Number(year), Number(month), Number(day));
  if (!date) return text;
  return hour === undefined ? date : `${date}T${hour.padStart(2, '0')}:${minute}`;
}

/**
 * @throws TableError where a program has written a date whose day and month cannot be told apart
 */
export function refuseSlashed(text: string, line: number, column: string): void {
  if (!SLASHED.test(text)) return;
  throw new TableError(
    `Line ${line}, column ${JSON.stringify(column)}: a spreadsheet program has rewritten the dates when it saved the export, and in ${text} day and month cannot be told apart. Edit the export as XLSX (vielfalt export --output FILE.xlsx), or have the program write dates like 2026-09-07.`,
  );
}

/**
 * An export is UTF-8. Saved in an encoding with few letters, it has question marks for all others,
 * each of which would be imported instead of a letter.
 *
 * @throws TableError where letters are lost
 */
export function refuseLost({ encoding = 'utf-8' }: Book, { columns }: Table, row: TableRow): void {
  if (/^utf-?(?:8|16)/i.test(encoding)) return;
  const index = row.cells.findIndex(
    (cell) => typeof cell === 'string' && LOST.test(cell.replace(ADDRESS, '')),
  );
  if (index < 0) return;
  throw new TableError(
    `Line ${row.line}, column ${JSON.stringify(columns[index])}: letters were lost when a spreadsheet program saved the export in ${encoding}, which has none for Arabic, Ukrainian or Turkish; they are question marks now. Export it again, and save it as “CSV UTF-8”, or edit it as XLSX (vielfalt export --output FILE.xlsx).`,
  );
}
