import type { CellValue, TableRow } from './table.js';

/** Merged cells: rows from 1, columns from 0, both ends included. */
export interface Merge {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** Rows as a file has them: titles, header and empty rows among them, each as wide as it is. */
export interface RawTable {
  readonly name: string;
  readonly merges: readonly Merge[];
  /** Columns that nobody sees, from 0. */
  readonly hiddenColumns?: ReadonlySet<number>;
  readonly isHidden?: true;
  /** Rows that are wider than the header are faults of their quoting. */
  readonly isDelimited: boolean;
  /** Where a row is, in words. */
  at(line: number): string;
  rows(): AsyncIterable<TableRow>;
}

export function isBlank(cell: CellValue): boolean {
  return typeof cell === 'string' ? cell.trim() === '' : typeof cell === 'object' && !cell.length;
}
