import { plainText } from '../plain-text.js';
import { FIELDS } from '../fields.js';
import type { FieldOptions, RowKind } from '../mapping.js';
import { markKind } from '../marks.js';
import { namesParts } from './fitness.js';
import { guess, isInternal, plainHeading } from './headings.js';
import type { Profile } from './profile.js';

/** The choice of a field for each column. */
export interface ColumnChoice {
  /** The kind of record that each row is. */
  kind: RowKind;
  fields: Map<string, FieldOptions>;
  keep: string[];
  /** Columns that are left out, each with its reason. */
  ignore: { name: string; why: string }[];
  /** The column by which rows go on with the one above, if they do. */
  continued?: string;
}

/** Says what becomes of the columns that no field takes, and how lists in the others are split. */
export function settleChoice(
  kind: RowKind,
  fields: Map<string, FieldOptions>,
  profiles: readonly Profile[],
  placed: ReadonlySet<string>,
): ColumnChoice {
  const running = takeRunning(fields, kind);
  splitLists(fields, profiles);
  const { keep, ignore } = leftOver(profiles, placed, kind);
  return { kind, fields, keep, ignore: [...running, ...ignore] };
}

/** Adds a column to those that fill a field. */
export function joined(
  { column, columns = [], ...rest }: FieldOptions,
  more: string,
  isText: boolean,
): FieldOptions {
  return {
    ...rest,
    columns: [...(column === undefined ? [] : [column]), ...columns, more],
    ...(isText && { join: '\n\n' }),
  };
}

/** Chooses how lists in cells are split. */
function splitLists(fields: Map<string, FieldOptions>, profiles: readonly Profile[]): void {
  for (const [name, options] of fields) {
    const reader = FIELDS.get(name)?.reader;
    if (reader !== 'terms') continue;
    const separators = new Set(
      profiles.flatMap(({ name: column, separator }) =>
        separator !== undefined && [options.column, ...(options.columns ?? [])].includes(column)
          ? [separator]
          : [],
      ),
    );
    const [first, ...more] = separators;
    if (first !== undefined)
      fields.set(name, { ...options, split: more.length > 0 ? [...separators] : first });
  }
}

/** Fields beside which a second column is worth reading. */
const KEPT: Readonly<Record<RowKind, RegExp>> = {
  offer: /contact|description/,
  network: /aim|contact\.(?:phone|email|web)/,
};

function leftOver(
  profiles: readonly Profile[],
  placed: ReadonlySet<string>,
  kind: RowKind,
): Pick<ColumnChoice, 'keep' | 'ignore'> {
  const keep: string[] = [];
  const ignore: ColumnChoice['ignore'] = [];
  for (const column of profiles) {
    const { name, filled } = column;
    if (placed.has(name)) continue;
    const [first] = guess(name, kind);
    if (namesParts(column)) ignore.push({ name, why: 'the file’s own word for its parts' });
    else if (markKind(name))
      ignore.push({ name, why: 'rows that it marks as not public are left out' });
    else if (isInternal(name)) ignore.push({ name, why: 'for the office alone, by its name' });
    else if (filled === 0) ignore.push({ name, why: 'empty' });
    else if (first && first.score > 50 && KEPT[kind].test(first.field.name)) keep.push(name);
    else ignore.push({ name, why: first ? `perhaps ${first.field.name}` : 'not recognised' });
  }
  return { keep, ignore };
}

/** Removes a running number as key: it means another row as soon as one is inserted above. */
function takeRunning(fields: Map<string, FieldOptions>, kind: RowKind): ColumnChoice['ignore'] {
  const name = kind === 'network' ? 'network.record' : 'record';
  const { column } = fields.get(name) ?? {};
  if (column === undefined || !/\b(?:lfd|laufende|running)\b/.test(plainHeading(column))) return [];
  fields.delete(name);
  return [{ name: column, why: 'running numbers change when a row is put in between' }];
}

/** Returns the start of a text, on one line; for comments. */
export function sampleOf(text: string, most = 40): string {
  const line = plainText(text).replace(/\s+/g, ' ');
  return line.length > most ? `${line.slice(0, most - 1).trim()}…` : line;
}
