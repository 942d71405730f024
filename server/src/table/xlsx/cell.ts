import { tooLong } from '../make-table.js';
import { TableError } from '../table-error.js';
import type { CellValue } from '../table.js';
import { formatted } from './number-format.js';
import type { SharedStrings } from './shared-strings.js';
import type { RawCell } from './sheet-rows.js';
import { decodeText } from './text.js';
import type { Workbook } from './workbook.js';

/**
 * Returns a reader of cells: dates and times by their format, formulas by their last result. An error
 * is read as the sheet shows it: `#N/A`.
 * @param place describes the place of a cell
 */
export function cellReader(
  { formats, from1904 }: Workbook,
  strings: SharedStrings,
  place: (row: number, column: number) => string,
): (cell: RawCell) => CellValue {
  return ({ row, column, type, style, text, isFormula }) => {
    switch (type) {
      case 's': {
        const shared = text === '' ? '' : strings.at(Number(text));
        if (shared !== undefined) return shared;
        throw new TableError(tooLong(place(row, column)));
      }
      case 'str':
      case 'inlineStr':
        return decodeText(text);
      case 'b':
        return text === '' ? '' : text === '1' || text === 'true';
      case 'e':
        return text;
      case 'd':
        return text.replace(/(?:T00:00|(T\d\d:\d\d))(?::.*)?$/, '$1');
    }
    if (text === '') {
      if (!isFormula) return '';
      throw new TableError(
        `${place(row, column)}: the formula has no result. Open the workbook in a spreadsheet program and save it.`,
      );
    }
    const number = Number(text);
    if (Number.isNaN(number)) return text;
    const format = formats[style];
    // Programs calculate with 17 digits and show 15.
    return format === undefined
      ? Number(number.toPrecision(15))
      : formatted(number, format, from1904);
  };
}
