import { readYesNo, splitList } from '../office-text/index.js';
import type { TableRow } from '../table/table.js';
import type { RowDraft } from './draft.js';
import { HIDDEN, IGNORE } from './field.js';
import type { Field } from './field.js';
import { fixedValue } from './fixed-value.js';
import type { Fixed } from './fixed-value.js';
import type { FieldOptions } from './mapping.js';
import { Meanings } from './meanings.js';
import { saysNothing, textOf } from './plain-text.js';
import { traitsOf } from './reader-traits.js';
import { readingName } from './reading-name.js';
import type { ReadContext } from './readers.js';
import type { UnmetWords } from './unmet.js';

/** A column of the table, and its index. */
export interface LocatedColumn {
  name: string;
  index: number;
}

/** The context that all fillers of a table share. */
export interface FillerContext {
  reading: ReadContext;
  unmet: UnmetWords;
}

/** Fills one field from the cells of a row. Each kind of field knows how to read their text. */
export abstract class Filler {
  readonly field: Field;
  /** Those of the field's columns that the table has. */
  readonly columns: readonly LocatedColumn[];
  protected readonly options: FieldOptions;
  protected readonly reading: ReadContext;
  protected readonly unmet: UnmetWords;
  protected readonly meanings: Meanings;

  constructor(
    field: Field,
    options: FieldOptions,
    columns: readonly LocatedColumn[],
    { reading, unmet }: FillerContext,
  ) {
    this.field = field;
    this.columns = columns;
    this.options = options;
    this.reading = reading;
    this.unmet = unmet;
    this.meanings = new Meanings(field, options);
  }

  /** Reads a text that has no meaning of its own. */
  protected abstract readText(text: string, column: string, draft: RowDraft): void;

  /** Reads a mapping's own words, which are not yet a value. */
  protected abstract readFixed(text: string, column: string, draft: RowDraft): void;

  /** Tells whether a mapping's own words, which are not yet a value, can be read. */
  protected abstract acceptsWords(words: Fixed): boolean;

  /** The columns' names, joined where there are several. */
  get column(): string {
    return this.columns.map(({ name }) => name).join(', ');
  }

  fill(row: TableRow, draft: RowDraft): void {
    const { ticked, value, default: otherwise } = this.options;
    if (value !== undefined) {
      this.#putFixed(value, draft, '');
      return;
    }
    const isFilled = ticked ? this.#fillTicked(row, ticked, draft) : this.readCells(row, draft);
    if (!isFilled && otherwise !== undefined) this.#putFixed(otherwise, draft, this.column);
  }

  /** @returns whether the cells hold anything */
  protected readCells(row: TableRow, draft: RowDraft): boolean {
    const text = this.text(row);
    if (text) this.read(text, this.column, draft);
    return text !== '';
  }

  /** Returns the cells as one text. */
  text(row: TableRow): string {
    const { ticked, join } = this.options;
    if (ticked) return this.#ticked(row, ticked);
    const between = join ?? (traitsOf(this.field.reader).isOneLine ? ' ' : '\n');
    return this.textsOf(row).join(between);
  }

  /** Returns the texts of the filled cells; with their columns' names where the mapping says so. */
  protected textsOf(row: TableRow): string[] {
    return this.filledCells(row).map(({ name, text }) =>
      this.options.names ? `${readingName(name)}: ${text}` : text,
    );
  }

  protected filledCells(row: TableRow): { name: string; text: string; index: number }[] {
    return this.columns.flatMap(({ name, index }) => {
      const text = this.#cell(row, index);
      return text ? [{ name, text, index }] : [];
    });
  }

  /** Returns a cell's text; empty where it says that nothing is known. */
  #cell(row: TableRow, index: number): string {
    const text = textOf(row.cells[index] ?? '');
    if (!saysNothing(text) || this.meanings.of(text) !== undefined) return text;
    return /^[-–—]/.test(text) && traitsOf(this.field.reader).takesDash ? text : '';
  }

  /** Returns what the ticked columns mean, as a list in one cell would say it. */
  #ticked(row: TableRow, ticked: Readonly<Record<string, Fixed>>): string {
    return this.filledCells(row)
      .filter(({ text }) => readYesNo(text) === true)
      .map(({ name }) => String(ticked[name]))
      .join(', ');
  }

  protected read(text: string, column: string, draft: RowDraft): void {
    const meaning = this.meanings.of(text) ?? (this.field.list ? undefined : this.meanings.other);
    if (meaning !== undefined) this.putMeaning(meaning, text, draft, column);
    else this.readText(text, column, draft);
  }

  /** Splits a list in one cell into its entries. */
  protected split(text: string): string[] {
    const { split } = this.options;
    return split === undefined ? splitList(text) : splitList(text, [split].flat());
  }

  /** @returns whether anything was ticked */
  #fillTicked(row: TableRow, ticked: Readonly<Record<string, Fixed>>, draft: RowDraft): boolean {
    let any = false;
    for (const { name, text } of this.filledCells(row)) {
      const meaning = ticked[name];
      if (meaning === undefined) continue;
      const yes = readYesNo(text);
      if (yes === false) continue;
      any = true;
      this.putMeaning(meaning, text, draft, name);
      // "ab 60" in the column for older people is a yes with a remark.
      if (yes === undefined)
        draft.keep(this.field, text, name, 'says neither yes nor no: taken for yes');
    }
    return any;
  }

  protected putMeaning(meaning: Fixed, text: string, draft: RowDraft, column: string): void {
    if (meaning === IGNORE || this.#isHidden(meaning)) return;
    const value = fixedValue(meaning, this.field, this.reading);
    if (value !== undefined) draft.put(this.field, value, text, column);
    else this.readFixed(String(meaning), column, draft);
  }

  /** Rows of that status get here only where a mapping takes them all the same. */
  #isHidden(meaning: Fixed): boolean {
    return meaning === HIDDEN && this.field.name === 'status';
  }

  #putFixed(fixed: Fixed, draft: RowDraft, column: string): void {
    this.putMeaning(fixed, String(fixed), draft, column);
  }

  /** Tells whether a meaning that the mapping gives can be used. */
  accepts(meaning: Fixed): boolean {
    return (
      meaning === IGNORE ||
      this.#isHidden(meaning) ||
      fixedValue(meaning, this.field, this.reading) !== undefined ||
      this.acceptsWords(meaning)
    );
  }
}
