import { presentName } from '../files/former-names.js';
import type { Book, TableRow } from '../table/table.js';
import { RecordTree } from './record-tree.js';
import { refuseSlashed } from './saved-again.js';
import { columnNamed, TABLE_COLUMN, valueOf } from './sheet-layout.js';
import type { Form, ValueLayout, PathStep } from './sheet-layout.js';

interface ReadColumn {
  at: number;
  name: string;
  steps: readonly PathStep[];
  form: Form;
  /**
   * Tells whether it belongs to no field; reported once, with the first row that has something in
   * it.
   */
  isForeign: boolean;
}

/** Turns one sheet's rows into records. */
export class SheetReader {
  /** The columns as they are written, by the names that they have today. */
  readonly names: ReadonlyMap<string, string>;
  readonly #columns: readonly ReadColumn[];
  readonly #format: Book['format'];
  readonly #named = new Set<ReadColumn>();

  constructor(shape: ValueLayout, columns: readonly string[], format: Book['format']) {
    this.names = new Map(
      columns.map((name) => [columnNamed(shape, name) ? name : presentName(name), name]),
    );
    this.#format = format;
    this.#columns = columns
      .map((name, at) => ({ at, name, ...wayOf(shape, name) }))
      .filter(({ at }) => columns[at] !== TABLE_COLUMN);
  }

  /** @throws TableError where a program has rewritten a date so that it cannot be read */
  read({ cells, line }: TableRow): RecordTree {
    const tree = new RecordTree();
    for (const column of this.#columns) {
      const cell = cells[column.at] ?? '';
      if (cell === '' || this.#named.has(column)) continue;
      if (column.isForeign) this.#named.add(column);
      const isDated = column.form === 'date' || column.form === 'dates';
      if (isDated && this.#format === 'csv') refuseSlashed(String(cell), line, column.name);
      tree.set(column.steps, valueOf(cell, column.form));
    }
    return tree;
  }
}

/**
 * Finds where a column's cells go; a column that is not a field stays with the members it was meant
 * to be among.
 */
function wayOf(shape: ValueLayout, name: string): Omit<ReadColumn, 'at' | 'name'> {
  const column = columnNamed(shape, name) ?? columnNamed(shape, presentName(name));
  if (column) return { steps: column.steps, form: column.form, isForeign: false };
  const dot = name.lastIndexOf('.');
  const around = dot > 0 ? columnNamed(shape, name.slice(0, dot)) : undefined;
  const steps = around?.form === 'members' ? [...around.steps, name.slice(dot + 1)] : [name];
  return { steps, form: 'text', isForeign: true };
}
