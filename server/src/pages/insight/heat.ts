import { ALL, EVERYONE_ENTRY } from '../../insight/entries.js';
import type { CountTable } from '../../insight/count.js';
import { MOST } from '../../insight/gaps.js';

/** The number of shades besides that of nothing. */
const SHADES = 5;

/** The shade of a number from 0 (nothing) to `SHADES`: small numbers differ more than large ones. */
export function shade(count: number, most: number): number {
  if (count === 0) return 0;
  return Math.min(
    SHADES,
    Math.ceil((SHADES * Math.log1p(count)) / Math.log1p(Math.max(most, SHADES))),
  );
}

/** The rows that only head others below them. */
export function isGroup({ rows }: CountTable, index: number): boolean {
  const [row, next] = [rows[index], rows[index + 1]];
  return row?.depth === 0 && (next?.depth ?? 0) > 0;
}

function isNamed({ rows, columns }: CountTable, row: number, column: number): boolean {
  const isSum = (id: string | undefined) => id === ALL.id || id === EVERYONE_ENTRY.id;
  return !isSum(rows[row]?.id) && !isSum(columns[column]?.id);
}

/** Tells whether a cell's number is shaded by how large it is: no sum, no heading. */
export function isCompared(table: CountTable, row: number, column: number): boolean {
  return isNamed(table, row, column) && !isGroup(table, row);
}

/** Tells whether a cell is empty although most of the other columns have something in its row. */
export function isMissed(table: CountTable, row: number, column: number): boolean {
  const cells = table.cells[row] ?? [];
  const others = cells.filter((_, index) => index !== column && isNamed(table, row, index));
  const having = others.filter(({ count }) => count > 0).length;
  const isEmpty = isNamed(table, row, column) && cells[column]?.count === 0;
  return isEmpty && having > 0 && having >= others.length * MOST;
}

/** The largest of the numbers that are compared. */
export function mostOf(table: CountTable): number {
  const counts = table.cells.flatMap((cells, row) =>
    cells.flatMap(({ count }, column) => (isCompared(table, row, column) ? count : [])),
  );
  return counts.reduce((most, count) => Math.max(most, count), 0);
}

/** The numbers of each shade that occurs, from the least on. */
export function shades(most: number): { shade: number; from: number; to: number }[] {
  const found = new Map<number, { shade: number; from: number; to: number }>();
  for (let count = 1; count <= most; count++) {
    const level = shade(count, most);
    const known = found.get(level);
    if (known) known.to = count;
    else found.set(level, { shade: level, from: count, to: count });
  }
  return [...found.values()];
}
