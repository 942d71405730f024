import type { CellValue, TableRow } from './table.js';

/** Merged cells: rows from 1, columns from 0, both ends included. */
export interface Merge {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** Rows as they are in a file: including titles, header and empty rows, each with its own width. */
export interface RawTable {
  readonly name: string;
  readonly merges: readonly Merge[];
  /** Hidden columns, from 0. */
  readonly hiddenColumns?: ReadonlySet<number>;
  readonly isHidden?: true;
  /** Tells whether rows that are wider than the header are faults of their quoting. */
  readonly isDelimited: boolean;
  /** Describes the place of a row. */
  at(line: number): string;
  rows(): AsyncIterable<TableRow>;
}

export function isBlank(cell: CellValue): boolean {
  return typeof cell === 'string' ? cell.trim() === '' : typeof cell === 'object' && !cell.length;
}
