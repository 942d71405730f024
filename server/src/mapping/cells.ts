import { dateOf } from '@vielfalt/feed';
import type { Fault } from '../validation/fault.js';
import { readDate, readNumber } from '../office-text/index.js';
import { mendText } from '../table/mend-text.js';
import { sheetError } from '../table/sheet-error.js';
import type { CellValue, TableRow } from '../table/table.js';
import type { Remark } from './draft.js';
import type { Field, ReaderName } from './field.js';
import { officeOnly } from './office-only.js';

/** A column that a field or the description is filled from. */
export interface UsedColumn {
  name: string;
  index: number;
  /** The fields that use it; none: it is kept at the end of the description. */
  fields: readonly Field[];
}

/** Readers of fields in which a date never belongs, however it is written. */
const FIGURES = new Set<ReaderName>(['age', 'number', 'level', 'street', 'phone', 'cost']);
/** Readers of fields in which nobody would write a day as its full date. */
const WORDS = new Set<ReaderName>([
  ...['title', 'town', 'term', 'terms', 'language', 'languages', 'email', 'web', 'choice'],
  ...['only', 'coordinate', 'point', 'address', 'step-free', 'yes-no'],
] as ReaderName[]);
/** Fields with figures written on one line, and names. */
const LINES = /(?:^provider|\.name|\.postalCode|\.locality|\.role|\.kind|\.currency)$/;

const ISO = /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?)?$/;
/** "05. Mrz", "Jun 10", "3-May", "Okt. 12": what spreadsheets show for 5-3, 6-10, 3/5, 10-12. */
const MONTH =
  'Jan|Feb|Mrz|Mär|Mar|Apr|Mai|May|Jun|Jul|Aug|Sep|Sept|Okt|Oct|Nov|Dez|Dec|Januar|Februar|März|April|Juni|Juli|August|September|Oktober|November|Dezember';
const SHORT = new RegExp(
  `^(?:\\d{1,2}\\.?[ -]?(?:${MONTH})\\.?|(?:${MONTH})\\.?[ -]?\\d{2,4})$`,
  'i',
);
/** Day numbers (counted from 1900) of 2000 to 2050, as CSV has dates whose format was lost. */
const [FIRST_SERIAL, LAST_SERIAL] = [36_526, 54_787];
const SERIAL_OF_1970 = 25_569;
const SERIAL = /^\d{5}(?:[.,]\d+)?$/;
/** Seconds since 1970, of the years 2001 to 2033, or milliseconds. */
const UNIX = /^(1\d{9})(?:\d{3})?(?:\.0+)?$/;
const TIMES = new Set<ReaderName>(['date', 'period', 'schedule']);
const SERIALS = new Set<ReaderName>(['age', 'number', 'level', 'street']);

/** Checks a row's cells for what a spreadsheet has made of them, before fields are read. */
export class Cells {
  constructor(private readonly columns: readonly UsedColumn[]) {}

  /**
   * Returns the row without what must not be published, and remarks about it; `onRequest`: the
   * fields whose cells say that their address must not be shown.
   */
  clean(row: TableRow): { row: TableRow; remarks: Remark[]; faults: Fault[]; onRequest: Field[] } {
    const remarks: Remark[] = [];
    const onRequest: Field[] = [];
    const faults: Fault[] = [];
    let cells: CellValue[] | undefined;
    const put = (index: number, cell: CellValue) => {
      cells ??= [...row.cells];
      cells[index] = cell;
    };
    for (const { name, index, fields } of this.columns) {
      const cell = row.cells[index] ?? '';
      const said = typeof cell === 'number' ? String(cell) : cell;
      if (typeof said !== 'string' || said === '') continue;
      const field = fields[0]?.name ?? '';
      const remark = (value: string, reason: string) =>
        remarks.push({ line: row.line, column: name, value, field, reason });
      const text = mendText(said);
      const trimmed = text.trim();
      if (text !== said) {
        put(index, text);
        remark(said, `was decoded wrongly before; it is read as ${JSON.stringify(text)}`);
      }
      const cause = sheetError(trimmed);
      const kind = officeOnly(trimmed, fields);
      const counted =
        fields.length > 0 && fields.every(holdsTimes) ? countedTime(trimmed) : undefined;
      if (cause !== undefined) {
        put(index, '');
        remark(trimmed, `is an error of the spreadsheet (${cause}); it is left out`);
      } else if (fields.length > 0 && fields.every((each) => isMadeDate(trimmed, each))) {
        put(index, '');
        remark(
          trimmed,
          'is a date, which a spreadsheet makes of figures like 3-5 or 6/10; it is left out. Write the figures again into a cell with the format Text',
        );
      }
      if (counted !== undefined) {
        put(index, '');
        remark(trimmed, `${counted}; it is left out. Turn the column into dates and save it again`);
      }
      if (kind === 'contact') {
        put(index, '');
        remark(trimmed, 'says that it is not for the public; it is left out');
      } else if (kind === 'address') {
        onRequest.push(...fields);
        remark(trimmed, 'says that it is not for the public; the address is shown nowhere');
      }
      if (text.includes('\ufffd')) {
        faults.push({
          path: field,
          line: row.line,
          column: name,
          value: trimmed,
          reason: 'has letters that were lost when the file was saved (\ufffd)',
          remedy: 'Export the table again as “CSV UTF-8”, or write the letters again.',
        });
      }
    }
    return { row: cells ? { ...row, cells } : row, remarks, faults, onRequest };
  }
}

/** Tells whether a text is a date in a field that does not hold dates. */
function isMadeDate(text: string, { name, reader }: Field): boolean {
  if (text.length > 30 || !/\d/.test(text)) return false;
  if (WORDS.has(reader) || LINES.test(name)) return ISO.test(text);
  if (!FIGURES.has(reader)) return false;
  if (ISO.test(text) || SHORT.test(text) || readDate(text) !== undefined) return true;
  const number = SERIALS.has(reader) ? readNumber(text) : undefined;
  return number !== undefined && number >= FIRST_SERIAL && number <= LAST_SERIAL;
}

function holdsTimes({ name, reader }: Field): boolean {
  return TIMES.has(reader) || (reader === 'part' && name.startsWith('schedule.'));
}

/** Describes what a bare number in a column of dates counts; nothing where it is an ordinary number. */
function countedTime(text: string): string | undefined {
  const [, seconds] = UNIX.exec(text) ?? [];
  if (seconds !== undefined) {
    return `counts the seconds since 1970, as programs do (${dateOf(Math.floor(Number(seconds) / 86_400))})`;
  }
  const days = SERIAL.test(text) ? Number(text.replace(',', '.')) : 0;
  return days >= FIRST_SERIAL && days <= LAST_SERIAL
    ? `counts the days since 1900, as spreadsheets do (${dateOf(Math.floor(days) - SERIAL_OF_1970)})`
    : undefined;
}
