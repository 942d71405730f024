import type { DirectoryFile } from '@vielfalt/feed';
import type { Sheet } from '../table/write-csv.js';
import type { CellValue } from '../table/table.js';
import {
  cellOf,
  columnsFor,
  FIELD_COLUMN,
  SHEETS,
  SHEET_NAMES,
  TABLE_COLUMN,
  VALUE_COLUMN,
  valueUnder,
  VOCABULARY_LISTS,
} from './sheet-layout.js';
import type { SheetName } from './sheet-layout.js';

/**
 * A directory as sheets that an import reads again, with nothing lost: offers, providers, networks,
 * sources, the directory record with one row per field, the vocabulary, and the office's own words.
 */
export function toSheets(file: DirectoryFile): Sheet[] {
  return SHEET_NAMES.filter((name) => isIn(file, name)).map((name) => {
    switch (name) {
      case 'directory':
        return directorySheet(file);
      case 'vocabulary':
        return recordSheet(name, termsOf(file));
      case 'lexicon':
      case 'networks':
        // An empty row says that there is a list with nothing in it.
        return recordSheet(name, file[name]?.length ? file[name] : [{}]);
      default:
        return recordSheet(name, file[name]);
    }
  });
}

function isIn(file: DirectoryFile, name: SheetName): boolean {
  return name === 'directory' || file[name] !== undefined;
}

/** One row per record. Without any record, the columns that one must have are there as a start. */
function recordSheet(name: SheetName, records: readonly object[]): Sheet {
  const columns = columnsFor(SHEETS[name], records);
  return {
    name,
    columns: columns.length > 0 ? columns.map((column) => column.name) : requiredOf(name),
    rows: {
      *[Symbol.iterator](): Generator<CellValue[]> {
        for (const record of records) {
          yield columns.map(({ steps, form }) => cellOf(valueUnder(record, steps), form));
        }
      },
    },
  };
}

function requiredOf(name: SheetName): string[] {
  const shape = SHEETS[name];
  return 'required' in shape ? [...shape.required] : ['list', 'id'];
}

function directorySheet({ vielfalt, directory }: DirectoryFile): Sheet {
  const record = { vielfalt, ...directory };
  return {
    name: 'directory',
    columns: [FIELD_COLUMN, VALUE_COLUMN],
    rows: columnsFor(SHEETS.directory, [record]).map(({ name, steps, form }) => [
      name,
      cellOf(valueUnder(record, steps), form),
    ]),
  };
}

/** Every term with its list; a list without terms keeps a row, so that it is not lost. */
function termsOf({ vocabulary }: DirectoryFile): object[] {
  return VOCABULARY_LISTS.filter((list) => vocabulary?.[list]).flatMap((list) => {
    const terms = vocabulary?.[list] ?? [];
    return terms.length > 0 ? terms.map((term) => ({ list, ...term })) : [{ list }];
  });
}

/** Joins all sheets into one, for CSV: every row begins with its sheet's name. */
export function stack(sheets: readonly Sheet[]): Omit<Sheet, 'name'> {
  const columns = [...new Set(sheets.flatMap((sheet) => sheet.columns))];
  return {
    columns: [TABLE_COLUMN, ...columns],
    rows: {
      *[Symbol.iterator](): Generator<CellValue[]> {
        for (const sheet of sheets) {
          const places = columns.map((column) => sheet.columns.indexOf(column));
          for (const row of sheet.rows) yield [sheet.name, ...places.map((at) => row[at] ?? '')];
        }
      },
    },
  };
}
