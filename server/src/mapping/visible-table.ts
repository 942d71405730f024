import { TableError } from '../table/table-error.js';
import type { Book, Table } from '../table/table.js';
import { columnFinder } from './check-mapping.js';
import { continuedRows } from './continued-rows.js';
import type { Mapping } from './mapping.js';

/**
 * Returns the table that a mapping reads; without one, the table that a suggestion is made from.
 * @throws TableError where its sheet is hidden in the workbook and the mapping does not take it, or
 *   the column that marks continued rows is missing
 */
export async function visibleTable(
  book: Book,
  { sheet, continued, takesHidden }: Pick<Mapping, 'sheet' | 'continued' | 'takesHidden'> = {
    takesHidden: false,
  },
): Promise<Table> {
  const table = await book.table(sheet);
  if (!table.isHidden || takesHidden) {
    if (continued === undefined) return table;
    const index = columnFinder(table.columns)(continued);
    if (index !== undefined) return continuedRows(table, index);
    throw new TableError(
      `The table has no column ${JSON.stringify(continued)}, by which rows go on with the one above (file: continued). It has: ${table.columns.join(', ')}.`,
    );
  }
  const only = sheet === undefined ? ', and no other sheet has anything in it' : '';
  throw new TableError(
    `The sheet “${table.name}” is hidden${only}. Show it in the spreadsheet program, or name it in a mapping with file: { sheet: ${JSON.stringify(table.name)} } and hidden: take.`,
  );
}
