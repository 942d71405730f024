import type { VocabularyList } from '@vielfalt/feed';
import {
  mendPhone,
  readAddress,
  readDate,
  readEmail,
  readSchedule,
  readWeb,
  readYesNo,
} from '../../office-text/index.js';
import { mendText } from '../../table/mend-text.js';
import { sheetError } from '../../table/sheet-error.js';
import type { Table } from '../../table/table.js';
import { textOf } from '../plain-text.js';
import type { ReadContext } from '../readers.js';

/** The shapes that a cell may have. */
export type CellShape =
  | 'address'
  | 'clock'
  | 'coordinate'
  | 'date'
  | 'email'
  | 'number'
  | 'phone'
  | 'postal-code'
  | 'times'
  | 'town'
  | 'web'
  | 'weekday'
  | 'yes-no';

/** The content of a column. */
export interface Profile {
  name: string;
  rows: number;
  /** The number of cells that are not empty. */
  filled: number;
  /** The first different texts, and how often each occurs. */
  values: ReadonlyMap<string, number>;
  /** Tells whether no text occurs twice. */
  isUnique: boolean;
  /** The average number of characters in a filled cell. */
  length: number;
  /** The share of the filled cells, 0 to 1, that have each shape. */
  shares: Readonly<Record<CellShape, number>>;
  /** Per vocabulary list: the share of the entries, 0 to 1, that are terms of it. */
  terms: Readonly<Record<VocabularyList, number>>;
  /** The text between the entries of its cells. */
  separator?: string;
}

/** The most rows looked at; more would say nothing new. */
export const MOST_ROWS = 10_000;
const MOST_VALUES = 500;
const LISTS = ['topic', 'audience', 'kind', 'place', 'language'] as const;
const SEPARATORS = [';', '|', '\n', ' / ', ',', '/'];
/** "58452 Witten" */
const POSTAL_TOWN = /^(?:D-? ?)?\d{5} \p{L}[\p{L} .()/-]*$/u;
const WEEKDAY = /^(?:mo|di|mi|do|fr|sa|so|mon|tu|wed|th|fri|sat|sun)/i;

/** Profiles the table's first rows. */
export async function profile(table: Table, context: ReadContext): Promise<Profile[]> {
  const columns = table.columns.map((name) => new Column(name));
  let rows = 0;
  for await (const { cells, isHidden } of table.rows()) {
    if (isHidden) continue;
    for (const [index, column] of columns.entries()) {
      const cell = cells[index] ?? '';
      column.add(textOf(typeof cell === 'string' ? mendText(cell) : cell));
    }
    rows += 1;
    if (rows === MOST_ROWS) break;
  }
  return columns.map((column) => column.profile(rows, context));
}

class Column {
  readonly #name: string;
  readonly #values = new Map<string, number>();
  readonly #seen = new Set<string>();
  #filled = 0;
  #length = 0;

  constructor(name: string) {
    this.#name = name;
  }

  add(text: string): void {
    if (!text || sheetError(text) !== undefined) return;
    this.#filled += 1;
    this.#length += text.length;
    this.#seen.add(text);
    const count = this.#values.get(text);
    if (count !== undefined || this.#values.size < MOST_VALUES) {
      this.#values.set(text, (count ?? 0) + 1);
    }
  }

  profile(rows: number, context: ReadContext): Profile {
    const texts = [...this.#values.keys()];
    const share = (is: (text: string) => boolean, all = texts) =>
      all.length === 0 ? 0 : all.filter(is).length / all.length;
    const short = (is: (text: string) => boolean) => share((text) => text.length < 300 && is(text));
    const separator = separatorOf(texts);
    const entries = splitTexts(texts, separator);
    const { finders } = context;
    const terms = Object.fromEntries(
      LISTS.map((list) => [list, share((text) => finders[list].find(text) !== undefined, entries)]),
    ) as Record<VocabularyList, number>;
    return {
      name: this.#name,
      rows,
      filled: this.#filled,
      values: this.#values,
      isUnique: this.#seen.size === this.#filled,
      length: this.#filled === 0 ? 0 : this.#length / this.#filled,
      shares: {
        address: short((text) => isAddress(text, context)),
        clock: short((text) =>
          /^\d{1,2}(?:[.:]\d\d){0,2}(?: ?(?:Uhr|h))?$/i.test(text.split(/[;,|]/)[0] ?? ''),
        ),
        coordinate: short((text) => /^-?\d{1,3}[.,]\d{3,}$/.test(text)),
        date: short((text) => readDate(text) !== undefined),
        email: short((text) => readEmail(text) !== undefined),
        number: short((text) => /^\d+(?:[.,]\d+)?$/.test(text)),
        phone: short((text) => mendPhone(text, context.country) !== undefined && !isNoPhone(text)),
        'postal-code': short((text) => /^(?:D-?\s*)?\d{5}$/.test(text)),
        times: short((text) =>
          (readSchedule(text, context).schedule.times ?? []).some(({ dtstart }) =>
            dtstart.includes('T'),
          ),
        ),
        town: short((text) => finders.place.find(text) !== undefined || POSTAL_TOWN.test(text)),
        web: short((text) => readWeb(text) !== undefined),
        weekday: short((text) => WEEKDAY.test(text) && text.length < 40 && !/\d/.test(text)),
        'yes-no': short((text) => readYesNo(text) !== undefined),
      },
      terms,
      ...(separator !== undefined && { separator }),
    };
  }
}

/** Tells whether figures only look like a telephone number: a date, timestamp or coordinate. */
function isNoPhone(text: string): boolean {
  return (
    /^\d{1,5}$|^-?\d{1,3}[.,]\d+$|^1\d{9}(?:\d{3})?$|^(?:19|20)\d{2}[-./]?\d\d[-./]?\d\d/.test(
      text,
    ) || readDate(text) !== undefined
  );
}

function isAddress(text: string, { finders }: ReadContext): boolean {
  if (!/\d/.test(text)) return false;
  const { location, complete } = readAddress(text, finders.place);
  return (
    complete && location.street !== undefined && (location.town ?? location.locality) !== undefined
  );
}

/** Returns the separator in most of the cells that have more than one entry. */
function separatorOf(texts: readonly string[]): string | undefined {
  const counts = SEPARATORS.map(
    (separator) => texts.filter((text) => text.length < 1000 && text.includes(separator)).length,
  );
  const most = Math.max(...counts);
  // The first that is at least half as frequent: "a, b; c" is a list of two.
  return most === 0 ? undefined : SEPARATORS[counts.findIndex((count) => count * 2 >= most)];
}

export function splitTexts(texts: readonly string[], separator: string | undefined): string[] {
  if (separator === undefined) return [...texts];
  return texts.flatMap((text) =>
    text
      .split(separator)
      .map((entry) => entry.trim())
      .filter(Boolean),
  );
}
