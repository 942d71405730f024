import { isBlank, type Merge } from '../raw-table.js';
import type { CellValue, TableRow } from '../table.js';

/**
 * Repeats the value of a cell that is merged over several rows in each of them. Rows with nothing
 * else are left out.
 */
export async function* repeatMerged(
  rows: AsyncIterable<TableRow>,
  merges: readonly Merge[],
): AsyncGenerator<TableRow> {
  const tall = new Map<string, number>();
  for (const { top, bottom, left } of merges) {
    if (bottom > top) tall.set(`${top} ${left}`, bottom);
  }
  const open = new Map<number, { bottom: number; value: CellValue }>();
  for await (const row of rows) {
    if (tall.size === 0) {
      yield row;
      continue;
    }
    const { line, cells } = row;
    if (cells.every(isBlank)) continue;
    const filled = [...cells];
    for (const [column, { bottom, value }] of open) {
      if (line > bottom) open.delete(column);
      else {
        while (filled.length < column) filled.push('');
        filled[column] = value;
      }
    }
    cells.forEach((value, column) => {
      const bottom = tall.get(`${line} ${column}`);
      if (bottom !== undefined) open.set(column, { bottom, value });
    });
    yield { ...row, cells: filled };
  }
}
