import type { TableRow } from '../table/table.js';
import { RowDraft } from './draft.js';
import type { Field } from './field.js';
import { positioned } from './fields.js';
import { Filler } from './filler.js';
import type { FillerContext, LocatedColumn } from './filler.js';
import type { Fixed } from './fixed-value.js';
import type { FieldOptions, Filling } from './mapping.js';
import { plainText } from './plain-text.js';
import { membersResult, READERS } from './readers.js';
import type { CellResult } from './readers.js';
import { Readings } from './readings.js';
import { TermFiller } from './term-filler.js';
import { timeTexts } from './time-columns.js';
import { valueAt } from './tree.js';

/** Returns the filler that suits the way a field is read. */
export function fillerOf(
  { field: given, options }: Filling,
  columns: readonly LocatedColumn[],
  context: FillerContext,
): Filler {
  const field = positioned(given, columns);
  switch (field.reader) {
    case 'part':
      return new PartFiller(field, options, columns, context);
    case 'term':
    case 'terms':
      return new TermFiller(field, options, columns, context);
    case 'languages':
      return new LanguagesFiller(field.reader, field, options, columns, context);
    case 'members':
      return new MembersFiller(field.reader, field, options, columns, context);
    case 'schedule':
      return new ScheduleFiller(field.reader, field, options, columns, context);
    case 'address':
    case 'town':
      return new AddressFiller(field.reader, field, options, columns, context);
    default:
      return new TextFiller(field.reader, field, options, columns, context);
  }
}

/** Fills a field with what its reader makes of a text. */
class TextFiller extends Filler {
  readonly #reader: keyof typeof READERS;
  readonly #readings = new Readings();

  constructor(
    reader: keyof typeof READERS,
    field: Field,
    options: FieldOptions,
    columns: readonly LocatedColumn[],
    context: FillerContext,
  ) {
    super(field, options, columns, context);
    this.#reader = reader;
  }

  protected override readText(text: string, column: string, draft: RowDraft): void {
    this.readInto(this.field, text, column, draft);
  }

  protected override readFixed(text: string, column: string, draft: RowDraft): void {
    this.readInto(this.field, plainText(text), column, draft);
  }

  protected override acceptsWords(words: Fixed): boolean {
    const draft = new RowDraft(0);
    this.readFixed(String(words), '', draft);
    return Object.keys(draft.tree).length > 0;
  }

  /** @returns the value that the reader found */
  protected readInto(field: Field, text: string, column: string, draft: RowDraft): unknown {
    const context = draft.dated(this.reading);
    return this.take(
      this.#readings.read(this.#reader, text, context, field),
      field,
      text,
      column,
      draft,
    );
  }

  /** Puts what a reader found, and says what is to be said of it. */
  protected take(
    { value, rest, reason, note, remarks = [], around }: CellResult,
    field: Field,
    text: string,
    column: string,
    draft: RowDraft,
  ): unknown {
    if (value !== undefined) draft.put(field, value, text, column, around);
    if (note !== undefined) draft.remark(field, text, column, note);
    for (const { value: part, reason: said } of remarks) draft.remark(field, part, column, said);
    if (rest !== undefined) draft.keep(field, rest, column, reason ?? 'is not understood');
    else if (reason !== undefined)
      draft.remark(field, text, column, `${reason}; it is kept as text`);
    return value;
  }
}

/** Holds days, start or end of a timetable: the mapper reads them together. */
class PartFiller extends Filler {
  protected override readText(): void {
    // Its text is read together with the other parts.
  }

  protected override readFixed(): void {
    // The same applies to a mapping's words.
  }

  protected override acceptsWords(): boolean {
    return true;
  }
}

/** Combines several columns of times according to their names. */
class ScheduleFiller extends TextFiller {
  protected override textsOf(row: TableRow): string[] {
    const cells = this.filledCells(row).map(({ name, index, text }) => ({
      ...{ name, text },
      cell: row.cells[index] ?? '',
    }));
    return timeTexts(cells, this.options.names ?? false);
  }
}

/** Fills one address, or with `split` one location for each entry of a cell. */
class AddressFiller extends TextFiller {
  protected override readText(text: string, column: string, draft: RowDraft): void {
    if (this.field.reader !== 'address' || this.options.split === undefined) {
      super.readText(text, column, draft);
      return;
    }
    for (const [index, entry] of this.split(text).entries()) {
      const name = index === 0 ? 'location' : `location.${index + 1}`;
      // One word about the cell applies to all its entries.
      const visibility = index > 0 && valueAt(draft.tree, ['locations', 0, 'visibility']);
      if (visibility) {
        const field = { ...this.field, name: `${name}.visibility` };
        draft.put(field, visibility, entry, column);
      }
      this.readInto({ ...this.field, name }, entry, column, draft);
    }
  }

  /** Notes towns that the vocabulary lacks. */
  protected override readInto(
    field: Field,
    text: string,
    column: string,
    draft: RowDraft,
  ): unknown {
    const value = super.readInto(field, text, column, draft);
    const { town, locality } = (value ?? {}) as { town?: string; locality?: string };
    if (town === undefined && locality !== undefined) this.unmet.add('place', column, locality);
    return value;
  }
}

/** Reads each column of members by itself, and as the mapping says how they are set apart. */
class MembersFiller extends TextFiller {
  protected override readCells(row: TableRow, draft: RowDraft): boolean {
    const cells = this.filledCells(row);
    for (const { name, text } of cells) this.read(text, name, draft);
    return cells.length > 0;
  }

  protected override readText(text: string, column: string, draft: RowDraft): void {
    const { split } = this.options;
    if (split === undefined) super.readText(text, column, draft);
    else {
      const read = membersResult(this.reading.members.list(text, [split].flat()));
      this.take(read, this.field, text, column, draft);
    }
  }

  /** A ticked column stands for one member, whatever is in its name. */
  protected override readFixed(text: string, column: string, draft: RowDraft): void {
    if (this.options.ticked === undefined) super.readFixed(text, column, draft);
    else this.take(membersResult(this.reading.members.one(text)), this.field, text, column, draft);
  }
}

/** Languages may have notes, unlike a list of terms. */
class LanguagesFiller extends TextFiller {
  /** Reads each column by itself: a list does not go on in the next column as a sentence may. */
  protected override readCells(row: TableRow, draft: RowDraft): boolean {
    const cells = this.filledCells(row);
    for (const { name, text } of cells) this.read(text, name, draft);
    return cells.length > 0;
  }

  protected override readText(text: string, column: string, draft: RowDraft): void {
    const rest: string[] = [];
    const isList = this.options.terms ?? this.options.split;
    for (const entry of isList ? this.split(text) : [text]) {
      const meaning = this.meanings.of(entry);
      if (meaning !== undefined) this.putMeaning(meaning, entry, draft, column);
      else rest.push(entry);
    }
    if (rest.length === 0) return;
    const {
      value,
      rest: unknown,
      reason,
    } = READERS.languages(rest.join(', '), this.reading, this.field);
    if (value !== undefined) draft.put(this.field, value, text, column);
    if (unknown === undefined) return;
    for (const word of unknown.split(', ')) this.unmet.add('language', column, word);
    draft.keep(this.field, unknown, column, reason ?? 'is not understood');
  }
}
