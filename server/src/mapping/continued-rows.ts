import type { CellValue, TableRow, Table } from '../table/table.js';
import { textOf } from './plain-text.js';

/**
 * Joins the rows of a table in which a record goes on in the rows below it: those have that column
 * empty, or the same in it as the row above. Their further texts become lines of the first row's cells.
 */
export function continuedRows(table: Table, index: number): Table {
  return { ...table, rows: () => joined(table.rows(), index) };
}

async function* joined(rows: AsyncIterable<TableRow>, index: number): AsyncGenerator<TableRow> {
  let open: TableRow | undefined;
  for await (const row of rows) {
    const key = textOf(row.cells[index] ?? '');
    const goesOn = key === '' || (open && key === textOf(open.cells[index] ?? ''));
    if (open && goesOn) {
      // A hidden row adds nothing, and a hidden first row hides its continuations too.
      if (!row.isHidden)
        open = { ...open, cells: open.cells.map((cell, at) => add(cell, row.cells[at] ?? '')) };
      continue;
    }
    if (open) yield open;
    open = row;
  }
  if (open) yield open;
}

function add(cell: CellValue, more: CellValue): CellValue {
  const [before, after] = [textOf(cell), textOf(more)];
  if (after === '' || before.split('\n').includes(after)) return cell;
  return before === '' ? more : `${before}\n${after}`;
}
