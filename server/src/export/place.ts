import { pathOf } from '../validation/fault.js';
import type { KeptItems } from './record-tree.js';
import { columnName } from './sheet-layout.js';
import type { PathStep } from './sheet-layout.js';

/** A position in a book. */
export interface SheetPosition {
  sheet: string;
  line: number;
  /** The column's name; for a field without a column, the name that it would have. */
  column?: string;
}

/** The steps of a path as `pathOf` writes it. */
export function stepsOfPath(path: string): PathStep[] {
  return [...path.matchAll(/\[(\d+)\]|\[("(?:[^"\\]|\\.)*")\]|([^.[\]]+)/g)].map(
    ([, index, quoted, name]) => {
      if (index !== undefined) return Number(index);
      return quoted === undefined ? (name ?? '') : String(JSON.parse(quoted));
    },
  );
}

/**
 * The column that a value came from.
 * @param steps the path to it in its record
 * @param kept which of a list's columns its items came from, where it had gaps
 * @param isColumn whether there is a column of that name
 */
export function columnOfValue(
  steps: readonly PathStep[],
  kept: KeptItems,
  isColumn: (name: string) => boolean,
): string {
  const original = steps.map((step, at) =>
    typeof step === 'number' ? (kept.get(pathOf(...steps.slice(0, at)))?.[step] ?? step) : step,
  );
  // Several items or members may share a column.
  for (let count = original.length; count > 0; count--) {
    const name = columnName(original.slice(0, count));
    if (isColumn(name)) return name;
  }
  return columnName(original);
}
