import type { VocabularyList } from '@vielfalt/feed';
import type { TableRow } from '../table/table.js';
import type { RowDraft } from './draft.js';
import { IGNORE } from './field.js';
import { WORD_LISTS } from './field-words.js';
import { Filler } from './filler.js';
import type { Fixed } from './fixed-value.js';
import { plainText, takesAway } from './plain-text.js';

/** Fills a field with terms of the vocabulary: with one, or with as many as the cells name. */
export class TermFiller extends Filler {
  /** Reads each column by itself: a list does not go on in the next column as a sentence may. */
  protected override readCells(row: TableRow, draft: RowDraft): boolean {
    if (this.field.reader === 'term') return super.readCells(row, draft);
    const cells = this.filledCells(row);
    if (this.field.restricts) this.#readRestricting(cells, draft);
    else for (const { name, text } of cells) this.read(text, name, draft);
    return cells.length > 0;
  }

  protected override readText(text: string, column: string, draft: RowDraft): void {
    const { entries, ids, rest } = this.#termsIn(text, column);
    const isOne = this.field.reader === 'term';
    if (isOne && ids.length > 1) rest.push(...entries.slice(1));
    const [first] = ids;
    if (first !== undefined) {
      draft.put(this.field, isOne ? first : [...new Set(ids)], text, column);
    }
    if (rest.length > 0) {
      const reason =
        isOne && first !== undefined
          ? 'is more than the field takes'
          : `is not in the list of ${WORD_LISTS[this.#list]}`;
      draft.keep(this.field, rest.join(', '), column, reason);
    }
  }

  protected override readFixed(text: string, column: string, draft: RowDraft): void {
    this.readText(plainText(text), column, draft);
  }

  protected override acceptsWords(words: Fixed): boolean {
    const finder = this.reading.finders[this.#list];
    return [words].flat().every((word) => finder.find(String(word)) !== undefined);
  }

  get #list(): VocabularyList {
    return this.field.list ?? 'topic';
  }

  /**
   * Reads words that restrict an offer to those they name: where one is not understood, or means
   * everyone, nobody is left out, and people read all of it.
   */
  #readRestricting(cells: readonly { name: string; text: string }[], draft: RowDraft): void {
    const read = cells.map(({ name, text }) => ({ name, text, ...this.#termsIn(text, name) }));
    const ids = [...new Set(read.flatMap((cell) => cell.ids))];
    const isLess = (text: string) => takesAway(text) && this.meanings.of(text) === undefined;
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
          ? `is not in the list of ${WORD_LISTS[this.#list]} as a whole (${what.join(', ')})`
          : 'names some beside all';
      const open = ids.length > 0 ? ', so it restricts nothing' : '';
      draft.keep(this.field, text, name, `${reason}${open}`);
    }
  }

  /** Returns the terms that a cell names, its other entries, and whether one means everyone. */
  #termsIn(text: string, column: string) {
    const finder = this.reading.finders[this.#list];
    const ids: string[] = [];
    const rest: string[] = [];
    let isOpen = false;
    // A label may itself contain a separator.
    const isOne = this.meanings.of(text) !== undefined || finder.find(text) !== undefined;
    const entries = isOne ? [text] : this.split(text);
    for (const entry of entries) {
      const found = this.meanings.of(entry) ?? finder.find(entry) ?? this.meanings.other;
      // A word that the field itself ignores leaves nobody out.
      isOpen ||= found === IGNORE && this.meanings.isOwn(entry);
      if (found === undefined) {
        rest.push(entry);
        this.unmet.add(this.#list, column, entry);
      } else if (found !== IGNORE) ids.push(...[found].flat().map(String));
    }
    return { entries, ids, rest, isOpen };
  }
}
