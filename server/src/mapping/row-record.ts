import { createHash } from 'node:crypto';
import type { Fault } from '../validation/fault.js';
import { misfit } from '../validation/validate.js';
import { stepsOf } from './fields.js';
import type { Mapping } from './mapping.js';
import { isTree } from './tree.js';

const MAX_KEY = 300;
/** The most characters of a text that a fault shows. */
const MOST_SHOWN = 200;

/** The members that a row needs to be a record, as far as it has them. */
export interface RowEssentials {
  record: string | undefined;
  title: unknown;
  text: string | undefined;
  /** The provider's name; of a network, its own. */
  name: string | undefined;
  /** An offer's, where the row says anything of it. */
  practice?: unknown;
  translations?: unknown;
}

/** The fields of them. */
const FIELDS = {
  offer: { record: 'record', title: 'title', text: 'description', name: 'provider' },
  network: {
    record: 'network.record',
    title: 'network.name',
    text: 'network.aim',
    name: 'network.name',
  },
} as const;

/** What is wrong with a row, by the path to it in an offer, or below `network`. */
export type RowFault = Omit<Fault, 'line' | 'column'>;

/** Knows the keys of a table's rows, and says which rows are no records. */
export class RowKeys {
  readonly #kind: keyof typeof FIELDS;
  readonly #hasKeys: boolean;
  /** The line in which a key first occurred. */
  readonly #lines = new Map<string, number>();

  constructor(kind: keyof typeof FIELDS, { fillings }: Mapping) {
    this.#kind = kind;
    this.#hasKeys = fillings.some(({ field }) => field.name === FIELDS[kind].record);
  }

  /** Returns the key that the table gives, else one made from what tells records apart. */
  keyOf(record: unknown, names: readonly unknown[], title: unknown): string | undefined {
    if (!this.#hasKeys && typeof title !== 'string') return undefined;
    const key = this.#hasKeys ? record : names.filter(Boolean).join(' / ');
    if (typeof key !== 'string') return undefined;
    if (key.length <= MAX_KEY) return key;
    return `${key.slice(0, MAX_KEY - 20)} ${createHash('sha256').update(key).digest('hex').slice(0, 12)}`;
  }

  /** Yields what keeps a row from being a record. @param lost faults of cells whose content was lost */
  *faultsOf(
    { record, title, name, text, practice, translations }: RowEssentials,
    lost: readonly Fault[],
  ): Generator<RowFault> {
    const fields = FIELDS[this.#kind];
    const known = record === undefined ? {} : { record };
    const reason = 'is missing';
    if (record === undefined) {
      yield { path: fields.record, reason, remedy: 'Give the row a key that no other row has.' };
    }
    for (const each of lost) yield { ...each, ...known };
    if (title === undefined) {
      const remedy = 'Fill in the cell, or take the row out.';
      yield { path: fields.title, ...known, reason, remedy };
    }
    if (name === undefined && this.#kind === 'offer') {
      const remedy =
        'Fill in the cell, or say in the mapping who makes offers without one (default).';
      yield { path: fields.name, ...known, reason, remedy };
    }
    if (isTree(practice) && practice['reason'] === undefined) {
      const remedy =
        'Write why the offer is good practice, or empty the row’s other cells about that.';
      yield { path: 'practice.reason', ...known, reason, remedy };
    }
    for (const [tag, translation] of Object.entries(isTree(translations) ? translations : {})) {
      if (!isTree(translation) || translation['by'] !== undefined) continue;
      const path = `${this.#kind === 'network' ? 'network.' : ''}translations.${tag}.by`;
      const remedy = `Say in the mapping who translated: "${path}: { value: person }", or machine.`;
      yield { path, ...known, reason, remedy };
    }
    const trouble = text === undefined ? undefined : misfit(stepsOf(fields.text), text);
    if (trouble !== undefined) {
      const value = `${text?.slice(0, MOST_SHOWN) ?? ''}…`;
      yield { path: fields.text, ...known, value, reason: trouble, remedy: 'Shorten it.' };
    }
  }

  /** Notes the line of a key. @returns the fault where an earlier line has it already */
  note(record: string, line: number): RowFault | undefined {
    const earlier = this.#lines.get(record);
    if (earlier === undefined) {
      this.#lines.set(record, line);
      return undefined;
    }
    const { record: path } = FIELDS[this.#kind];
    const isNetwork = this.#kind === 'network';
    const [key, is] = isNetwork ? ['The name', 'is'] : ['Provider and title', 'are'];
    const goesOn = isNetwork
      ? ' Where they are one network, with a row for each member, name that column: file: { continued: … }.'
      : '';
    return {
      path,
      record,
      value: record,
      reason: `stands in line ${earlier} already`,
      remedy: this.#hasKeys
        ? 'Every row has its own key: give this one another, or take it out.'
        : `${key} ${is} the key here. Name the columns that tell such rows apart in the mapping: ${path}: { columns: […] }.${goesOn}`,
    };
  }
}
