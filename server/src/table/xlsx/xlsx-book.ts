import { nearest } from '@vielfalt/feed';
import { letters } from '../header.js';
import { makeTable, tooLong } from '../make-table.js';
import { isBlank, type RawTable } from '../raw-table.js';
import type { InputFile } from '../../files/input-file.js';
import { TableError } from '../table-error.js';
import type { Book, BookOptions, TableRow, Table } from '../table.js';
import { Archive, damaged } from './archive.js';
import { cellReader } from './cell.js';
import { readLayout, type Layout } from './layout.js';
import { repeatMerged } from './merges.js';
import { SharedStrings } from './shared-strings.js';
import { sheetRows } from './sheet-rows.js';
import { readWorkbook, type SheetPart, type Workbook } from './workbook.js';
import { XmlError } from './xml-reader.js';

/** @throws TableError */
export async function openXlsx(source: InputFile, options: BookOptions): Promise<Book> {
  const archive = await Archive.open(source);
  try {
    const workbook = await readWorkbook(archive);
    const strings = await SharedStrings.read(archive.read(workbook.stringsPart));
    return new XlsxBook(source, archive, workbook, strings, options);
  } catch (error) {
    throw error instanceof XmlError ? damaged(source.name, error) : error;
  }
}

class XlsxBook implements Book {
  readonly format = 'xlsx';
  readonly sheets: readonly string[];
  readonly hiddenSheets: readonly string[];
  #read = 0;
  #size = 1;

  constructor(
    private readonly source: InputFile,
    private readonly archive: Archive,
    private readonly workbook: Workbook,
    private readonly strings: SharedStrings,
    private readonly options: BookOptions,
  ) {
    this.sheets = workbook.sheets.map(({ name }) => name);
    this.hiddenSheets = workbook.sheets.filter(({ isHidden }) => isHidden).map(({ name }) => name);
  }

  async table(name?: string): Promise<Table> {
    const sheet = name === undefined ? await this.#firstUsed() : this.#named(name);
    const raw = this.#raw(sheet, await readLayout(this.archive.read(sheet.part)));
    if (this.strings.isCut) await this.#findCut(raw);
    return makeTable(raw, this.options);
  }

  progress(): number {
    return Math.min(this.#read / this.#size, 1);
  }

  async close(): Promise<void> {
    await this.source.close();
  }

  #named(name: string): SheetPart {
    const wanted = name.trim().toLowerCase();
    const sheet =
      this.workbook.sheets.find((candidate) => candidate.name === name) ??
      this.workbook.sheets.find((candidate) => candidate.name.trim().toLowerCase() === wanted);
    if (sheet) return sheet;
    const meant = nearest(name, this.sheets);
    const hint = meant ? `Did you mean “${meant}”?` : `There is “${this.sheets.join('”, “')}”.`;
    throw new TableError(`${this.source.name} has no sheet “${name}”. ${hint}`);
  }

  /** Tries visible sheets first. */
  async #firstUsed(): Promise<SheetPart> {
    const { sheets } = this.workbook;
    for (const sheet of sheets.toSorted((a, b) => Number(a.isHidden) - Number(b.isHidden))) {
      for await (const { cells } of this.#rows(sheet)) {
        if (!cells.every(isBlank)) return sheet;
      }
    }
    throw new TableError(`${this.source.name} has no sheet with anything in it.`);
  }

  #raw(sheet: SheetPart, { merges, hiddenColumns }: Layout): RawTable {
    return {
      name: sheet.name,
      merges,
      hiddenColumns,
      ...(sheet.isHidden && { isHidden: true }),
      isDelimited: false,
      at: (line) => `${this.source.name}, sheet “${sheet.name}”, row ${line}`,
      rows: () => repeatMerged(this.#rows(sheet), merges),
    };
  }

  async *#rows(sheet: SheetPart): AsyncGenerator<TableRow> {
    const place = (row: number, column: number) =>
      `${this.source.name}, sheet “${sheet.name}”, cell ${letters(column)}${row}`;
    try {
      yield* sheetRows(
        this.#counted(sheet.part),
        cellReader(this.workbook, this.strings, place),
        (row, column) => new TableError(tooLong(place(row, column))),
      );
    } catch (error) {
      throw error instanceof XmlError ? damaged(this.source.name, error) : error;
    }
  }

  async *#counted(part: string): AsyncGenerator<Buffer> {
    this.#read = 0;
    this.#size = this.archive.size(part) || 1;
    for await (const piece of this.archive.read(part)) {
      this.#read += piece.length;
      yield piece;
    }
  }

  /** Finds the cell with the text that was too long to be read, and fails there. */
  async #findCut(raw: RawTable): Promise<never> {
    const rows = raw.rows()[Symbol.asyncIterator]();
    while (!(await rows.next()).done);
    throw new TableError(tooLong(`${this.source.name}, a sheet other than “${raw.name}”`));
  }
}
