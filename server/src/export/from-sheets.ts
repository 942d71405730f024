import { nearest } from '@vielfalt/feed';
import { sheetError } from '../table/sheet-error.js';
import { NoRowsError, TableError } from '../table/table-error.js';
import type { Book, CellValue, TableRow, Table } from '../table/table.js';
import { columnOfValue, stepsOfPath } from './place.js';
import type { SheetPosition } from './place.js';
import { RecordTree } from './record-tree.js';
import type { KeptItems } from './record-tree.js';
import { refuseLost, refuseSlashed } from './saved-again.js';
import {
  columnIn,
  columnNamed,
  FIELD_COLUMN,
  isSheetName,
  columnName,
  SHEETS,
  SHEET_NAMES,
  TABLE_COLUMN,
  VALUE_COLUMN,
  valueOf,
  VOCABULARY_LISTS,
} from './sheet-layout.js';
import type { SheetName, PathStep } from './sheet-layout.js';
import { SheetReader } from './sheet-reader.js';

/** The contents of an export's sheets. */
export interface OwnBook {
  /** A directory file, unchecked: the ordinary validation names what is wrong with it. */
  json: unknown;
  /** Finds the cell where a fault of such a path (`offers[3].title`) is to be corrected. */
  readonly placeOf: (path: string) => SheetPosition | undefined;
}

/**
 * Says whether a book has the layout that `vielfalt export` writes, so that it needs no mapping.
 */
export async function isOwnLayout(book: Book): Promise<boolean> {
  if (book.format === 'csv') {
    const has = hasIn((await book.table()).columns);
    return has(TABLE_COLUMN) && (has('source', 'record') || has(FIELD_COLUMN, VALUE_COLUMN));
  }
  if (!book.sheets.includes('directory')) return false;
  return hasIn((await book.table('directory')).columns)(FIELD_COLUMN, VALUE_COLUMN);
}

function hasIn(columns: readonly string[]): (...names: string[]) => boolean {
  return (...names) => names.every((name) => columnIn(columns, name) >= 0);
}

/**
 * Reads a book in our own layout. A sheet of a workbook that is missing is missing in the file too;
 * CSV cannot say that a table is there and empty.
 * @throws TableError
 */
export async function readOwnBook(book: Book): Promise<OwnBook> {
  const reader = new BookReader(book);
  if (book.format === 'csv') {
    for (const sheet of ['offers', 'providers', 'sources']) reader.open(sheet);
    const table = await book.table();
    const sheetAt = columnIn(table.columns, TABLE_COLUMN);
    for await (const row of table.rows()) {
      reader.take(String(row.cells[sheetAt]).trim() || '(no table)', table, row);
    }
  } else {
    for (const sheet of book.sheets.filter(isOurs)) {
      reader.open(sheet);
      const table = await tableOf(book, sheet);
      if (!table) continue;
      for await (const row of table.rows()) reader.take(sheet, table, row);
    }
  }
  return reader.finish();
}

/** Returns nothing where the sheet has only a header: a directory may have no providers. */
async function tableOf(book: Book, sheet: string): Promise<Table | undefined> {
  try {
    return await book.table(sheet);
  } catch (error) {
    if (error instanceof NoRowsError) return undefined;
    throw error;
  }
}

/**
 * Says whether a sheet is ours, or nearly has such a name and is a fault; other sheets are left
 * alone.
 */
function isOurs(sheet: string): boolean {
  return isSheetName(sheet) || nearest(sheet, SHEET_NAMES) !== undefined;
}

/** The origin of a record. */
interface Origin {
  line: number;
  kept: KeptItems;
}

interface RecordList {
  values: unknown[];
  origins: Origin[];
}

class BookReader {
  readonly #book: Book;
  readonly #lists = new Map<string, RecordList>();
  #vocabulary: Map<string, RecordList> | undefined;
  readonly #directory = new RecordTree();
  /** Lines of the directory's fields. */
  readonly #fields = new Map<string, number>();
  readonly #readers = new Map<SheetName, SheetReader>();

  constructor(book: Book) {
    this.#book = book;
  }

  /** Notes that there is such a sheet, even where no row follows. */
  open(sheet: string): void {
    if (sheet === 'vocabulary') {
      this.#vocabulary ??= new Map(
        VOCABULARY_LISTS.map((list) => [list, { values: [], origins: [] }]),
      );
    } else if (sheet !== 'directory') listIn(this.#lists, sheet);
  }

  take(sheet: string, table: Table, row: TableRow): void {
    this.open(sheet);
    refuseErrors(sheet, table, row);
    refuseLost(this.#book, table, row);
    if (sheet === 'directory') this.#takeField(table, row);
    else if (sheet === 'vocabulary') this.#takeTerm(table, row);
    else if (isSheetName(sheet)) {
      const tree = this.#readerOf(sheet, table).read(row);
      if ((sheet === 'lexicon' || sheet === 'networks') && tree.isEmpty) return;
      add(listIn(this.#lists, sheet), row.line, tree);
    } else add(listIn(this.#lists, sheet), row.line, new RecordTree());
  }

  #takeField({ columns }: Table, { line, cells }: TableRow): void {
    const cellUnder = (name: string): CellValue => cells[columnIn(columns, name)] ?? '';
    const field = String(cellUnder(FIELD_COLUMN)).trim();
    const value = cellUnder(VALUE_COLUMN);
    if (field === '' || value === '') return;
    const { steps, form } = columnNamed(SHEETS.directory, field) ?? {
      ...{ steps: [field], form: 'text' as const },
    };
    if (this.#book.format === 'csv' && form === 'date') {
      refuseSlashed(String(value), line, VALUE_COLUMN);
    }
    this.#fields.set(columnName(steps), line);
    this.#directory.set(steps, valueOf(value, form));
  }

  /** Takes a term; a row that names only a list says that the list exists. */
  #takeTerm(table: Table, row: TableRow): void {
    const tree = this.#readerOf('vocabulary', table).read(row);
    const list = tree.take('list');
    if (tree.isEmpty || !this.#vocabulary) return;
    add(listIn(this.#vocabulary, typeof list === 'string' ? list : '(no list)'), row.line, tree);
  }

  #readerOf(sheet: SheetName, table: Table): SheetReader {
    let reader = this.#readers.get(sheet);
    if (!reader) {
      reader = new SheetReader(sheet, table.columns, this.#book.format);
      this.#readers.set(sheet, reader);
    }
    return reader;
  }

  finish(): OwnBook {
    const { value, kept } = this.#directory.toJson();
    const { vielfalt = 1, ...directory } = value;
    const json = {
      vielfalt,
      ...(Object.keys(directory).length > 0 && { directory }),
      ...(this.#vocabulary && { vocabulary: valuesOf(this.#vocabulary) }),
      ...valuesOf(this.#lists),
    };
    return { json, placeOf: (path) => this.#placeOf(stepsOfPath(path), kept) };
  }

  #placeOf([first, ...steps]: PathStep[], kept: KeptItems): SheetPosition | undefined {
    if (first === undefined) return undefined;
    if (first === 'vielfalt') return this.#placeOfField([first], kept);
    if (first === 'directory') return this.#placeOfField(steps, kept);
    if (first !== 'vocabulary')
      return this.#placeOfRecord(String(first), this.#lists.get(String(first)), steps);
    const [list, ...rest] = steps;
    return this.#placeOfRecord(first, this.#vocabulary?.get(String(list)), rest);
  }

  #placeOfField(steps: PathStep[], kept: KeptItems): SheetPosition | undefined {
    const line = this.#fields.get(columnOfValue(steps, kept, (name) => this.#fields.has(name)));
    return line === undefined ? undefined : { sheet: 'directory', line, column: VALUE_COLUMN };
  }

  #placeOfRecord(
    sheet: string,
    list: RecordList | undefined,
    [index, ...steps]: PathStep[],
  ): SheetPosition | undefined {
    const origin = list?.origins[Number(index)];
    if (!origin) return undefined;
    const reader = isSheetName(sheet) ? this.#readers.get(sheet) : undefined;
    const column = columnOfValue(steps, origin.kept, (name) => reader?.names.has(name) ?? false);
    return {
      sheet,
      line: origin.line,
      ...(column && { column: reader?.names.get(column) ?? column }),
    };
  }
}

/** Refuses error values: they would be published as text, or the field taken for empty. */
function refuseErrors(
  sheet: string,
  { columns }: Table,
  { line, cells, hasErrors }: TableRow,
): void {
  if (!hasErrors) return;
  const index = cells.findIndex((cell) => typeof cell === 'string' && sheetError(cell));
  if (index < 0) return;
  const cell = String(cells[index]);
  throw new TableError(
    `${sheet}, line ${line}, column ${JSON.stringify(columns[index])}: ${cell} is an error of the spreadsheet (${sheetError(cell)}). Correct the formula, or write the value.`,
  );
}

function listIn(lists: Map<string, RecordList>, name: string): RecordList {
  const list = lists.get(name) ?? { values: [], origins: [] };
  lists.set(name, list);
  return list;
}

function add({ values, origins }: RecordList, line: number, tree: RecordTree): void {
  const { value, kept } = tree.toJson();
  values.push(value);
  origins.push({ line, kept });
}

function valuesOf(lists: ReadonlyMap<string, RecordList>): Record<string, unknown> {
  return Object.fromEntries([...lists].map(([name, { values }]) => [name, values]));
}
