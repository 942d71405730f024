import type { Schedule } from '@vielfalt/feed';
import type { Field } from './field.js';
import { stepsOf } from './fields.js';
import { readingName } from './reading-name.js';
import { misfit } from '../validation/validate.js';
import type { ReadContext } from './readers.js';
import { add, addressSteps, isTree, valueAt } from './tree.js';
import type { Tree } from './tree.js';

/** A value that stayed as text, reported to the table's keepers. */
export interface Remark {
  line: number;
  /** The column's name. */
  column: string;
  value: string;
  /** As the mapping names it: `location.street`. */
  field: string;
  /** A sentence's end: "is not a valid date; it stands at the end of the description". */
  reason: string;
}

/** The result of one row so far. */
export class RowDraft {
  /** An offer, with its provider below `provider`; or a network, below `network`. */
  readonly tree: Tree = {};
  readonly remarks: Remark[] = [];
  readonly #line: number;
  /** The path to the record itself. */
  readonly #own: readonly string[];
  readonly #textName: 'description' | 'aim';
  /** Lines for the end of the record's text, an offer's description: `Bemerkung: …`. */
  readonly #tail: string[] = [];

  constructor(line: number, kind: 'offer' | 'network' = 'offer') {
    this.#line = line;
    this.#own = kind === 'network' ? ['network'] : [];
    this.#textName = kind === 'network' ? 'aim' : 'description';
  }

  /** Weekly times without a date begin with the offer itself, where the row says when that is. */
  dated(context: ReadContext): ReadContext {
    const schedule = valueAt(this.tree, [...this.#own, 'schedule']) as Schedule | undefined;
    const from = schedule?.validFrom;
    return from === undefined ? context : { ...context, from };
  }

  /** Puts a value where its field wants it, or keeps its text where the field cannot take it. */
  put(field: Field, value: unknown, text: string, column: string, around = false): void {
    const own = stepsOf(field.name);
    const steps = around ? own.slice(0, -1) : own;
    const reason = misfit(steps, value);
    if (reason !== undefined) this.keep(field, text, column, reason);
    else if (add(this.tree, steps, value)) {
      this.keep(field, text, column, 'does not agree with another column');
    }
  }

  /**
   * Keeps as text what a field cannot take: in the field meant for it, else after the description.
   * Nothing of an address on request is kept where people could read it.
   */
  keep(field: Field, text: string, column: string, reason: string): void {
    if (this.#isOnRequest(field)) {
      this.remark(field, text, column, `${reason}; it is left out, as the address is on request`);
      return;
    }
    const where = this.#keepText(field, text, column);
    this.remark(field, text, column, `${reason}; it stands ${where}`);
  }

  remark(field: Field, value: string, column: string, reason: string): void {
    this.remarks.push({ line: this.#line, column, value, field: field.name, reason });
  }

  /** Adds a line of its own at the end of the record's text. */
  append(column: string, text: string): void {
    const name = readingName(column);
    this.#tail.push(text.includes('\n') ? `${name}:\n${text}` : `${name}: ${text}`);
  }

  /** Returns the record's full text, with everything that found no other place. */
  text(): string | undefined {
    const own = valueAt(this.tree, [...this.#own, this.#textName]);
    return [own, this.#tail.join('\n')].filter(Boolean).join('\n\n') || undefined;
  }

  /** Takes out the translators of languages in which the row has no text. */
  settleTranslations(): void {
    const record = (this.#own.length > 0 ? valueAt(this.tree, this.#own) : this.tree) as
      Tree | undefined;
    const translations = record?.['translations'];
    if (!record || !isTree(translations)) return;
    const hasTexts = ([, each]: [string, unknown]) => !isTree(each) || each['texts'] !== undefined;
    const kept = Object.entries(translations).filter(hasTexts);
    if (kept.length > 0) record['translations'] = Object.fromEntries(kept);
    else delete record['translations'];
  }

  /** Hides the address that a field belongs to; call it before any of the address is filled. */
  withhold({ name }: Field): void {
    const address = addressSteps(stepsOf(name));
    if (address) add(this.tree, [...address, 'visibility'], 'on-request');
  }

  /** Tells whether a field is of an address on request; visibility is filled before all else of one. */
  #isOnRequest({ name }: Field): boolean {
    const address = addressSteps(stepsOf(name));
    return address !== undefined && valueAt(this.tree, [...address, 'visibility']) === 'on-request';
  }

  #keepText({ text: name }: Field, text: string, column: string): string {
    const steps = name === undefined ? undefined : stepsOf(name);
    if (!steps || misfit(steps, text) !== undefined) {
      this.append(column, text);
      return `at the end of the ${this.#textName}`;
    }
    add(this.tree, steps, `${readingName(column)}: ${text}`);
    return `as text in ${name}`;
  }
}
