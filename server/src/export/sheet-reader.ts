import { bothNames, presentName } from '../files/former-names.js';
import { TableError } from '../table/table-error.js';
import type { Book, TableRow } from '../table/table.js';
import { RecordTree } from './record-tree.js';
import { refuseSlashed } from './saved-again.js';
import {
  columnIn,
  columnNamed,
  columnName,
  SHEETS,
  TABLE_COLUMN,
  valueOf,
} from './sheet-layout.js';
import type { Form, PathStep, SheetName, ValueLayout } from './sheet-layout.js';

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

  /** @throws TableError where two columns are one field, so that nobody could say which one holds */
  constructor(sheet: SheetName, columns: readonly string[], format: Book['format']) {
    const tableAt = columnIn(columns, TABLE_COLUMN);
    this.#format = format;
    this.#columns = columns
      .map((name, at) => ({ at, name, ...wayOf(SHEETS[sheet], name) }))
      .filter(({ at }) => at !== tableAt);
    const names = new Map<string, string>();
    for (const { name, steps } of this.#columns) {
      const field = columnName(steps);
      const other = names.get(field);
      if (other !== undefined) throw new TableError(`${sheet}: ${twice(field, [other, name])}`);
      names.set(field, name);
    }
    this.names = names;
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

/** Says that two columns are one field. */
function twice(field: string, columns: readonly [string, string]): string {
  const former = columns.find((name) => name.toLowerCase() !== field.toLowerCase());
  const present = columns.find((name) => name !== former);
  return former === undefined || present === undefined
    ? `the columns ${columns.map((name) => JSON.stringify(name)).join(' and ')} are both ${field}. Leave one of them out.`
    : `${bothNames(former, present)}. Leave one of the two columns out.`;
}

/**
 * Finds where a column's cells go; a column that is not a field stays with the members it was meant
 * to be among.
 */
function wayOf(shape: ValueLayout, name: string): Omit<ReadColumn, 'at' | 'name'> {
  const find = (written: string) =>
    columnNamed(shape, written) ?? columnNamed(shape, presentName(written.toLowerCase()));
  const column = find(name);
  if (column) return { steps: column.steps, form: column.form, isForeign: false };
  const dot = name.lastIndexOf('.');
  const around = dot > 0 ? find(name.slice(0, dot)) : undefined;
  const steps = around?.form === 'members' ? [...around.steps, name.slice(dot + 1)] : [name];
  return { steps, form: 'text', isForeign: true };
}
