import { TableError } from '../table/table.js';
import type { Book, Table } from '../table/table.js';
import type { Mapping } from './mapping.js';

/**
 * The table that a mapping reads; without one, what a suggestion is made of.
 * @throws TableError where nobody sees its sheet in the workbook, and the mapping does not take it
 */
export async function visibleTable(
  book: Book,
  { sheet, takesHidden }: Pick<Mapping, 'sheet' | 'takesHidden'> = { takesHidden: false },
): Promise<Table> {
  const table = await book.table(sheet);
  if (!table.isHidden || takesHidden) return table;
  const only = sheet === undefined ? ', and no other sheet has anything in it' : '';
  throw new TableError(
    `The sheet “${table.name}” is hidden${only}. Show it in the spreadsheet program, or name it in a mapping with file: { sheet: ${JSON.stringify(table.name)} } and hidden: take.`,
  );
}
