import { readYesNo, splitList } from '../office-text/index.js';
import type { TableRow } from '../table/table.js';
import { RowDraft } from './draft.js';
import { HIDDEN, IGNORE } from './field.js';
import type { Field } from './field.js';
import { WORD_LISTS } from './field-words.js';
import { positioned } from './fields.js';
import { fixedValue } from './fixed-value.js';
import type { Fixed } from './fixed-value.js';
import type { FieldOptions, Filling } from './mapping.js';
import { Meanings } from './meanings.js';
import { plainText, saysNothing, takesAway, textOf } from './plain-text.js';
import { READERS } from './readers.js';
import { readingName } from './reading-name.js';
import { Readings } from './readings.js';
import type { ReadContext } from './readers.js';
import { timesOf } from './time-columns.js';
import { valueAt } from './tree.js';
import type { UnmetWords } from './unmet.js';

/** For them a dash is a no. */
const TAKES_DASH = new Set(['choice', 'only', 'places', 'registration', 'step-free', 'yes-no']);

/** Fills one field from the cells of a row. */
export class Filler {
  readonly field: Field;
  /** Those of its columns that the table has, and where. */
  readonly columns: readonly { name: string; index: number }[];
  readonly #options: FieldOptions;
  readonly #kit: ReadContext;
  readonly #unmet: UnmetWords;
  readonly #readings = new Readings();
  readonly #meanings: Meanings;

  constructor(
    { field, options }: Filling,
    columns: readonly { name: string; index: number }[],
    kit: ReadContext,
    unmet: UnmetWords,
  ) {
    this.field = positioned(field, columns);
    this.columns = columns;
    this.#options = options;
    this.#kit = kit;
    this.#unmet = unmet;
    this.#meanings = new Meanings(field, options);
  }

  /** Several columns are called by all their names. */
  get column(): string {
    return this.columns.map(({ name }) => name).join(', ');
  }

  fill(row: TableRow, draft: RowDraft): void {
    const { ticked, value, default: otherwise } = this.#options;
    if (value !== undefined) {
      this.#putFixed(value, draft, '');
      return;
    }
    let filled: boolean;
    if (ticked) filled = this.#fillTicked(row, ticked, draft);
    else if (this.field.reader === 'terms' || this.field.reader === 'languages') {
      // Each column by itself: a list is none of a sentence's parts.
      const cells = this.columns.flatMap(({ name, index }) => {
        const text = this.#cell(row, index);
        return text ? [{ name, text }] : [];
      });
      filled = cells.length > 0;
      if (this.field.restricts) this.#readRestricting(cells, draft);
      else for (const { name, text } of cells) this.#read(text, name, draft);
    } else {
      const text = this.text(row);
      if (text) this.#read(text, this.column, draft);
      filled = text !== '';
    }
    if (!filled && otherwise !== undefined) this.#putFixed(otherwise, draft, this.column);
  }

  /** The cells as one text. */
  text(row: TableRow): string {
    const { names = false, join, ticked } = this.#options;
    if (ticked) return this.#ticked(row, ticked);
    if (this.field.reader === 'schedule') {
      const cells = this.columns
        .map(({ name, index }) => ({
          name,
          cell: row.cells[index] ?? '',
          text: this.#cell(row, index),
        }))
        .filter(({ text }) => text !== '');
      return timesOf(cells, names).join(join ?? '\n');
    }
    const texts = this.columns.map(({ name, index }) => {
      const text = this.#cell(row, index);
      return text && names ? `${readingName(name)}: ${text}` : text;
    });
    const between = join ?? (this.#isOneLine() ? ' ' : '\n');
    return texts.filter(Boolean).join(between);
  }

  /** A cell's text; empty where it says that nothing is known. */
  #cell(row: TableRow, index: number): string {
    const text = textOf(row.cells[index] ?? '');
    if (!saysNothing(text) || this.#meanings.of(text) !== undefined) return text;
    return /^[-–—]/.test(text) && TAKES_DASH.has(this.field.reader) ? text : '';
  }

  /** What the ticked columns mean, as a list in one cell would say it. */
  #ticked(row: TableRow, ticked: Readonly<Record<string, Fixed>>): string {
    return this.columns
      .filter(({ index }) => readYesNo(this.#cell(row, index)) === true)
      .map(({ name }) => String(ticked[name]))
      .join(', ');
  }

  #isOneLine(): boolean {
    return ['line', 'key', 'street', 'title', 'town'].includes(this.field.reader);
  }

  #read(text: string, column: string, draft: RowDraft): void {
    const { reader, list } = this.field;
    const meaning = this.#meanings.of(text) ?? (list ? undefined : this.#meanings.other);
    if (meaning !== undefined) {
      this.#putMeaning(meaning, text, draft, column);
      return;
    }
    if (reader === 'part') return;
    if (reader === 'term' || reader === 'terms') {
      this.#readTerms(text, column, draft);
      return;
    }
    if (reader === 'languages') {
      this.#readLanguages(text, column, draft);
      return;
    }
    if (reader === 'address' && this.#options.split !== undefined) {
      this.#readAddresses(text, column, draft);
      return;
    }
    this.#readWith(reader, text, column, draft);
  }

  #readWith(
    reader: keyof typeof READERS,
    text: string,
    column: string,
    draft: RowDraft,
    field = this.field,
  ): void {
    const kit = draft.dated(this.#kit);
    const reading = this.#readings.read(reader, text, kit, field);
    const { value, rest, reason, note, around = false } = reading;
    if (value !== undefined) draft.put(field, value, text, column, around);
    if (note !== undefined) draft.remark(field, text, column, note);
    if (rest !== undefined) draft.keep(field, rest, column, reason ?? 'is not understood');
    else if (reason !== undefined)
      draft.remark(field, text, column, `${reason}; it is kept as text`);
    if (reader === 'town' || reader === 'address') this.#countTown(value, column);
  }

  #countTown(value: unknown, column: string): void {
    const { town, locality } = (value ?? {}) as { town?: string; locality?: string };
    if (town === undefined && locality !== undefined) this.#unmet.add('place', column, locality);
  }

  /** Each entry is a location of its own. */
  #readAddresses(text: string, column: string, draft: RowDraft): void {
    for (const [index, entry] of this.#split(text).entries()) {
      const name = index === 0 ? 'location' : `location.${index + 1}`;
      // One word about the cell counts for all that is in it.
      const visibility = index > 0 && valueAt(draft.tree, ['locations', 0, 'visibility']);
      if (visibility) {
        const field = { ...this.field, name: `${name}.visibility` };
        draft.put(field, visibility, entry, column);
      }
      this.#readWith('address', entry, column, draft, { ...this.field, name });
    }
  }

  #readTerms(text: string, column: string, draft: RowDraft): void {
    const { list = 'topic', reader } = this.field;
    const { entries, ids, rest } = this.#termsIn(text, column);
    if (reader === 'term' && ids.length > 1) rest.push(...entries.slice(1));
    const [first] = ids;
    if (first !== undefined) {
      draft.put(this.field, reader === 'term' ? first : [...new Set(ids)], text, column);
    }
    if (rest.length > 0) {
      const reason =
        reader === 'term' && first !== undefined
          ? 'is more than the field takes'
          : `is not in the list of ${WORD_LISTS[list]}`;
      draft.keep(this.field, rest.join(', '), column, reason);
    }
  }

  /**
   * What names some leaves out the others: where one word is not understood, or means everyone,
   * nobody is left out, and people read all of it.
   */
  #readRestricting(cells: readonly { name: string; text: string }[], draft: RowDraft): void {
    const { list = 'audience' } = this.field;
    const read = cells.map(({ name, text }) => ({ name, text, ...this.#termsIn(text, name) }));
    const ids = [...new Set(read.flatMap((cell) => cell.ids))];
    const isLess = (text: string) => takesAway(text) && this.#meanings.of(text) === undefined;
    const unknown = read.flatMap(({ text, rest }) => (isLess(text) ? [text] : rest));
    const isWhole = unknown.length === 0 && !read.some(({ isOpen }) => isOpen);
    for (const { name, text, ids: own, rest } of read) {
      if (isWhole) {
        if (own.length > 0) draft.put(this.field, [...new Set(own)], text, name);
        continue;
      }
      if (own.length === 0 && rest.length === 0) continue;
      const what = rest.length > 0 ? rest : unknown;
      const reason =
        what.length > 0
          ? `is not in the list of ${WORD_LISTS[list]} as a whole (${what.join(', ')})`
          : 'names some beside all';
      const open = ids.length > 0 ? ', so it restricts nothing' : '';
      draft.keep(this.field, text, name, `${reason}${open}`);
    }
  }

  /** The terms that a cell names, the entries that are none, and whether one of them means all. */
  #termsIn(text: string, column: string) {
    const { list = 'topic' } = this.field;
    const finder = this.#kit.finders[list];
    const ids: string[] = [];
    const rest: string[] = [];
    let isOpen = false;
    // A label may have what stands between entries in itself.
    const isOne = this.#meanings.of(text) !== undefined || finder.find(text) !== undefined;
    const entries = isOne ? [text] : this.#split(text);
    for (const entry of entries) {
      const found = this.#meanings.of(entry) ?? finder.find(entry) ?? this.#meanings.other;
      // What the field itself ignores leaves nobody out.
      isOpen ||= found === IGNORE && this.#meanings.isOwn(entry);
      if (found === undefined) {
        rest.push(entry);
        this.#unmet.add(list, column, entry);
      } else if (found !== IGNORE) ids.push(...[found].flat().map(String));
    }
    return { entries, ids, rest, isOpen };
  }

  #readLanguages(text: string, column: string, draft: RowDraft): void {
    const rest: string[] = [];
    const isList = this.#options.terms ?? this.#options.split;
    for (const entry of isList ? this.#split(text) : [text]) {
      const meaning = this.#meanings.of(entry);
      if (meaning !== undefined) this.#putMeaning(meaning, entry, draft, column);
      else rest.push(entry);
    }
    if (rest.length === 0) return;
    const {
      value,
      rest: unknown,
      reason,
    } = READERS.languages(rest.join(', '), this.#kit, this.field);
    if (value !== undefined) draft.put(this.field, value, text, column);
    if (unknown === undefined) return;
    for (const word of unknown.split(', ')) this.#unmet.add('language', column, word);
    draft.keep(this.field, unknown, column, reason ?? 'is not understood');
  }

  #split(text: string): string[] {
    const { split } = this.#options;
    return split === undefined ? splitList(text) : splitList(text, [split].flat());
  }

  /** @returns whether anything was ticked */
  #fillTicked(row: TableRow, ticked: Readonly<Record<string, Fixed>>, draft: RowDraft): boolean {
    let any = false;
    for (const { name, index } of this.columns) {
      const text = this.#cell(row, index);
      const meaning = ticked[name];
      if (!text || meaning === undefined) continue;
      const yes = readYesNo(text);
      if (yes === false) continue;
      any = true;
      this.#putMeaning(meaning, text, draft, name);
      // "ab 60" in the column for the elderly is a yes with a remark.
      if (yes === undefined)
        draft.keep(this.field, text, name, 'says neither yes nor no: taken for yes');
    }
    return any;
  }

  #putMeaning(meaning: Fixed, text: string, draft: RowDraft, column: string): void {
    if (meaning === IGNORE || this.#isHidden(meaning)) return;
    const value = fixedValue(meaning, this.field, this.#kit);
    if (value !== undefined) draft.put(this.field, value, text, column);
    else this.#readFixed(String(meaning), column, draft);
  }

  /** Rows of that status come here only where a mapping takes them all the same. */
  #isHidden(meaning: Fixed): boolean {
    return meaning === HIDDEN && this.field.name === 'status';
  }

  #putFixed(fixed: Fixed, draft: RowDraft, column: string): void {
    this.#putMeaning(fixed, String(fixed), draft, column);
  }

  /** A mapping's own words are read like a cell, once they are no value. */
  #readFixed(text: string, column: string, draft: RowDraft): void {
    const { reader } = this.field;
    if (reader === 'term' || reader === 'terms') this.#readTerms(plainText(text), column, draft);
    else if (reader !== 'part') this.#readWith(reader, plainText(text), column, draft);
  }

  /** Whether something comes of what a mapping says. */
  accepts(meaning: Fixed): boolean {
    if (
      meaning === IGNORE ||
      this.#isHidden(meaning) ||
      fixedValue(meaning, this.field, this.#kit) !== undefined
    )
      return true;
    const { list, reader } = this.field;
    if (reader === 'part') return true;
    if (reader === 'term' || reader === 'terms') {
      if (!list) return false;
      const finder = this.#kit.finders[list];
      return [meaning].flat().every((word) => finder.find(String(word)) !== undefined);
    }
    const draft = new RowDraft(0);
    this.#readWith(reader, plainText(String(meaning)), '', draft);
    return Object.keys(draft.tree).length > 0;
  }
}
