import { isBlank, type Merge } from '../raw-table.js';
import type { Cell, Row } from '../table.js';
import { columnOf } from './sheet-rows.js';

const END_OF_ROWS = /<(?:\/(?:\w+:)?sheetData|(?:\w+:)?sheetData\s*\/)>/;
const END_OF_MERGES = /<\/(?:\w+:)?mergeCells>/;
const MERGE = /<(?:\w+:)?mergeCell\s[^>]*?ref=["']([A-Z]+)(\d+):([A-Z]+)(\d+)["']/g;
/** Characters after the rows in which merged cells are looked for. */
const MAX_TAIL = 16_000_000;

/**
 * The merged cells of a sheet. They stand after its rows, which are passed over without reading
 * them as XML: that would take as long as reading the table.
 */
export async function readMerges(pieces: AsyncIterable<Buffer>): Promise<Merge[]> {
  let tail = '';
  let isAfterRows = false;
  for await (const piece of pieces) {
    tail += piece.toString('latin1');
    if (!isAfterRows) {
      const end = END_OF_ROWS.exec(tail);
      isAfterRows = end !== null;
      tail = end ? tail.slice(end.index) : tail.slice(-100);
    } else if (END_OF_MERGES.test(tail) || tail.length > MAX_TAIL) break;
  }
  return [...tail.matchAll(MERGE)].map(([, left, top, right, bottom]) => ({
    top: Number(top),
    bottom: Number(bottom),
    left: columnOf(left!),
    right: columnOf(right!),
  }));
}

/**
 * What stands in a cell that is merged over several rows stands in each of them. Rows with nothing
 * else are left out.
 */
export async function* repeatMerged(
  rows: AsyncIterable<Row>,
  merges: readonly Merge[],
): AsyncGenerator<Row> {
  const tall = new Map<string, number>();
  for (const { top, bottom, left } of merges) {
    if (bottom > top) tall.set(`${top} ${left}`, bottom);
  }
  const open = new Map<number, { bottom: number; value: Cell }>();
  for await (const { line, cells } of rows) {
    if (tall.size === 0) {
      yield { line, cells };
      continue;
    }
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
    yield { line, cells: filled };
  }
}
