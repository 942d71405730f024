/**
 * The value of one cell. Empty: ''. Dates and times of typed cells as `2026-01-05`,
 * `2026-01-05T09:00` and `09:00`. A list comes from a JSON array.
 */
export type CellValue = string | number | boolean | readonly string[];

export interface TableRow {
  /** The row's beginning: CSV the line of the file, XLSX the row's number, JSON the entry's; from 1. */
  readonly line: number;
  /** As many as the table has columns, in their order. */
  readonly cells: readonly CellValue[];
  /** Tells whether it is invisible in the workbook: hidden, folded away, or filtered out. */
  readonly isHidden?: true;
  /** Tells whether a formula in it has failed: a typed error, not a text that looks like one. */
  readonly hasErrors?: true;
}

export interface Table {
  /** The sheet's name; '' for CSV and JSON. */
  readonly name: string;
  /**
   * Trimmed, on one line and unique: a second "Telefon" is "Telefon (2)", one without a name and
   * with content is "Column C".
   */
  readonly columns: readonly string[];
  /** Those of them that are hidden in the workbook. */
  readonly hiddenColumns?: readonly string[];
  /** Tells whether its sheet is hidden. */
  readonly isHidden?: true;
  /** Reads the file again at each call; empty rows are left out. */
  rows(): AsyncIterable<TableRow>;
}

export type TextEncoding =
  'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | 'macintosh' | 'cp850';

export interface Book {
  readonly format: 'csv' | 'xlsx' | 'json';
  /** CSV: the encoding of its letters. */
  readonly encoding?: TextEncoding;
  /** CSV: the separator of cells. */
  readonly delimiter?: string;
  /** The names of the sheets; `['']` for CSV and JSON. */
  readonly sheets: readonly string[];
  /** Those of them that are hidden. */
  readonly hiddenSheets?: readonly string[];
  /**
   * Returns the sheet of that name, by default the first with content.
   * @throws TableError where there is none, with the nearest name
   */
  table(name?: string): Promise<Table>;
  /** Returns the share of the file that has been read by the running rows(), 0 to 1. */
  progress(): number;
  close(): Promise<void>;
}

export interface BookOptions {
  /** CSV: `utf-8`, `utf-16le`, `utf-16be`, `windows-1252`, `macintosh` or `cp850` (DOS); default: detected. */
  encoding?: string;
  /** CSV: one character; default: detected. */
  delimiter?: string;
  /**
   * The row (from 1) of the column names, or the rows of a header of several; default: detected,
   * usually 1.
   */
  header?: number | readonly number[];
  /** JSON: the dotted path to the list of entries; default: the file itself or its longest list. */
  list?: string;
}
