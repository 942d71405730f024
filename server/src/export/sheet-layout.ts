import type { VocabularyList } from '@vielfalt/feed';
import {
  Concept,
  DirectoryRecord,
  FileNetwork,
  FileOffer,
  FileProvider,
  LocalDateOrTime,
  PlaceTerm,
  Source,
} from '@vielfalt/feed/schemas';
import type { CellValue } from '../table/table.js';
import { dateIn } from './saved-again.js';

/** The parts of a JSON Schema that decide how a value is written in cells. */
export interface ValueLayout {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, ValueLayout>>;
  readonly patternProperties?: Readonly<Record<string, ValueLayout>>;
  readonly items?: ValueLayout;
  readonly pattern?: string;
  readonly format?: string;
  readonly anyOf?: readonly ValueLayout[];
}

const LOCAL_DATE_OR_TIME = 'pattern' in LocalDateOrTime ? String(LocalDateOrTime.pattern) : '';
const { label, synonyms, ...short } = PlaceTerm.properties;

/** The sheets of a directory, in their order. */
export const SHEETS = {
  offers: FileOffer,
  providers: FileProvider,
  networks: FileNetwork,
  sources: Source,
  /** One row per field; `vielfalt` is the file's format. */
  directory: { properties: { vielfalt: { type: 'number' }, ...DirectoryRecord.properties } },
  /** Short members come before the words of many languages. */
  vocabulary: { properties: { list: { type: 'string' }, ...short, label, synonyms } },
  lexicon: Concept,
} as const satisfies Record<string, ValueLayout>;

export type SheetName = keyof typeof SHEETS;

export const SHEET_NAMES = Object.keys(SHEETS) as SheetName[];

export function isSheetName(name: string): name is SheetName {
  return Object.hasOwn(SHEETS, name);
}

/** The column that says in CSV, where all sheets are in one file, which sheet a row belongs to. */
export const TABLE_COLUMN = 'table';

/** The lists of the vocabulary, in their order. */
export const VOCABULARY_LISTS: readonly VocabularyList[] = [
  'topic',
  'audience',
  'kind',
  'place',
  'language',
];

/** The columns of the sheet `directory`. */
export const FIELD_COLUMN = 'field';
export const VALUE_COLUMN = 'value';

/**
 * The form of a value in cells: one cell (text, number, yes or no, a list joined by commas or with
 * an item on each line, lists inside a list as JSON), or one column for each member, each entry of a
 * map, each item of a list.
 */
export type Form =
  | 'text'
  | 'date'
  | 'number'
  | 'yes-no'
  | 'joined'
  | 'dates'
  | 'lines'
  | 'members'
  | 'entries'
  | 'items'
  | 'json';

/** A member's name, or an item's place in its list from 0. */
export type PathStep = string | number;

export interface SheetColumn {
  /** The path to the value, dotted, items counted from 1: `locations.1.street`. */
  name: string;
  steps: readonly PathStep[];
  form: Form;
}

/** The members that a value may have; of a choice between objects, those of all. */
export function membersOf({ properties, anyOf = [] }: ValueLayout): ValueLayout['properties'] {
  if (properties || anyOf.length === 0) return properties;
  if (!anyOf.every((choice) => choice.properties)) return undefined;
  return Object.fromEntries(anyOf.flatMap((choice) => Object.entries(choice.properties ?? {})));
}

function formOf(shape: ValueLayout): Form {
  const { type, patternProperties, items } = shape;
  if (membersOf(shape)) return 'members';
  if (patternProperties) return 'entries';
  if (items?.items) return 'json';
  if (items && membersOf(items)) return 'items';
  if (items && isDate(items)) return 'dates';
  if (items) return canHoldComma(items) ? 'lines' : 'joined';
  if (type === 'boolean') return 'yes-no';
  if (type === 'number' || type === 'integer') return 'number';
  return isDate(shape) ? 'date' : 'text';
}

/** Says whether a value is a day of the calendar, with or without a time of day. */
function isDate({ format, pattern }: ValueLayout): boolean {
  return format === 'date' || (pattern !== undefined && pattern === LOCAL_DATE_OR_TIME);
}

/** The text of an empty list or object; an empty cell says that there is none. */
const NO_ITEMS = '[]';
const NO_MEMBERS = '{}';

/** Says whether each item is a single line; others need columns of their own. */
function areLines(value: unknown): boolean {
  return (value as string[]).every(
    (item) => item.trim() === item && !/[\r\n]|^$/.test(item) && item !== NO_ITEMS,
  );
}

/** Says whether a text can hold a comma: ids, language tags, days and dates cannot. */
function canHoldComma({ pattern, format, anyOf }: ValueLayout): boolean {
  return pattern === undefined && format === undefined && anyOf === undefined;
}

/** The shape of a map's entries or a list's items. */
function shapeBelow({ patternProperties, items = {} }: ValueLayout): ValueLayout {
  return Object.values(patternProperties ?? { items })[0] ?? {};
}

/**
 * The columns that some values of one shape need: only those that are not empty, in the schema's
 * order, those of maps by their names. Equal values have equal columns, whichever came first.
 */
export function columnsFor(shape: ValueLayout, values: readonly unknown[]): SheetColumn[] {
  return [...columnsAt(shape, values, [])];
}

function* columnsAt(
  shape: ValueLayout,
  values: readonly unknown[],
  steps: readonly PathStep[],
): Generator<SheetColumn> {
  const form = formOf(shape);
  const isOneCell = (value: unknown) => {
    if (form === 'lines') return areLines(value);
    return form === 'members' || form === 'entries' || form === 'items' ? isEmpty(value) : true;
  };
  if (steps.length > 0 && values.some(isOneCell)) yield { name: columnName(steps), steps, form };
  const spread = values.filter((value) => !isOneCell(value));
  if (spread.length === 0) return;
  for (const step of stepsBelow(shape, form, spread)) {
    const below = spread
      .map((value) => valueUnder(value, [step]))
      .filter((value) => value !== undefined);
    if (below.length === 0) continue;
    const next = form === 'members' ? membersOf(shape)?.[step] : shapeBelow(shape);
    yield* columnsAt(next ?? {}, below, [...steps, step]);
  }
}

function stepsBelow(
  shape: ValueLayout,
  form: Form,
  values: readonly unknown[],
): Iterable<PathStep> {
  if (form === 'members') return Object.keys(membersOf(shape) ?? {});
  if (form === 'entries') {
    return [...new Set(values.flatMap((value) => Object.keys(value as object)))].sort();
  }
  const longest = values.reduce<number>(
    (most, value) => Math.max(most, (value as unknown[]).length),
    0,
  );
  return Array.from({ length: longest }).keys();
}

function isEmpty(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}

/** The value at the end of a path; undefined where there is none. */
export function valueUnder(value: unknown, steps: readonly PathStep[]): unknown {
  let at = value;
  for (const step of steps) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, step)) return undefined;
    at = (at as Record<PathStep, unknown>)[step];
  }
  return at;
}

export function columnName(steps: readonly PathStep[]): string {
  return steps.map((step) => (typeof step === 'number' ? step + 1 : step)).join('.');
}

/** The place of a column whose name is written with capitals or without; -1 where there is none. */
export function columnIn(columns: readonly string[], name: string): number {
  return columns.findIndex((written) => written.toLowerCase() === name);
}

/**
 * The column of that name, where a record of that shape can have one. Capitals do not matter; in a
 * name that has nothing else, language tags are read in lowercase.
 */
export function columnNamed(shape: ValueLayout, name: string): SheetColumn | undefined {
  const steps: PathStep[] = [];
  let at: ValueLayout | undefined = shape;
  const plain = name === name.toUpperCase() ? name.toLowerCase() : name;
  for (const word of plain.split('.')) {
    const form = formOf(at);
    if (form === 'members') {
      const member = memberOf(at, word);
      at = member === undefined ? undefined : membersOf(at)?.[member];
      steps.push(member ?? word);
    } else if (form === 'entries') {
      at = shapeBelow(at);
      steps.push(word);
    } else {
      const isItem = (form === 'items' || form === 'lines') && /^[1-9]\d{0,4}$/.test(word);
      at = isItem ? shapeBelow(at) : undefined;
      steps.push(Number(word) - 1);
    }
    if (!at) return undefined;
  }
  return { name: columnName(steps), steps, form: formOf(at) };
}

function memberOf(shape: ValueLayout, word: string): string | undefined {
  const properties = membersOf(shape) ?? {};
  if (Object.hasOwn(properties, word)) return word;
  return Object.keys(properties).find((name) => name.toLowerCase() === word.toLowerCase());
}

/**
 * Characters that no table can hold: control characters except tab and line ends (XML 1.0, section
 * 2.2), and halves of surrogate pairs. They are invisible.
 */
const UNWRITABLE =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffd]|\p{Noncharacter_Code_Point}|\p{Cs}/gu;

/** Counts a directory's texts that hold characters no table can. */
export function countUnwritable(value: unknown): number {
  if (typeof value === 'string') return value.search(UNWRITABLE) < 0 ? 0 : 1;
  if (typeof value !== 'object' || value === null) return 0;
  return Object.values(value).reduce<number>((sum, below) => sum + countUnwritable(below), 0);
}

/** A value as a cell; '' where its members have columns of their own. */
export function cellOf(value: unknown, form: Form): CellValue {
  if (value === undefined) return '';
  switch (form) {
    case 'text':
    case 'date':
      return (value as string).replace(UNWRITABLE, '');
    case 'number':
      return value as number;
    case 'yes-no':
      return value === true ? 'yes' : 'no';
    case 'joined':
    case 'dates':
      return isEmpty(value) ? NO_ITEMS : (value as string[]).join(', ');
    case 'lines':
      if (isEmpty(value)) return NO_ITEMS;
      return areLines(value) ? (value as string[]).join('\n').replace(UNWRITABLE, '') : '';
    case 'items':
      return isEmpty(value) ? NO_ITEMS : '';
    case 'members':
    case 'entries':
      return isEmpty(value) ? NO_MEMBERS : '';
    case 'json':
      return JSON.stringify(value);
  }
}

const NUMBER = /^-?\d+([.,]\d+)?(e[+-]?\d+)?$/i;
const YES = /^(yes|ja|true|wahr)$/i;
const NO = /^(no|nein|false|falsch)$/i;

/**
 * The value of a cell that is not empty. A text that does not fit the form is handed on as it is,
 * so that the check of the whole file reports it.
 */
export function valueOf(cell: CellValue, form: Form): unknown {
  const text = Array.isArray(cell) ? cell.join(', ') : String(cell);
  const trimmed = text.trim();
  switch (form) {
    case 'text':
      return text;
    case 'date':
      return dateIn(trimmed);
    case 'number':
      return NUMBER.test(trimmed) ? Number(trimmed.replace(',', '.')) : cell;
    case 'yes-no':
      return YES.test(trimmed) || (NO.test(trimmed) ? false : cell);
    case 'joined':
      return trimmed === NO_ITEMS ? [] : split(trimmed, /[,;\n]/);
    case 'dates':
      return trimmed === NO_ITEMS ? [] : split(trimmed, /[,;\n]/).map(dateIn);
    case 'lines':
      return trimmed === NO_ITEMS ? [] : split(trimmed, /\n/);
    case 'items':
      return trimmed === NO_ITEMS ? [] : cell;
    case 'members':
    case 'entries':
      return trimmed === NO_MEMBERS ? {} : cell;
    case 'json':
      return parsedOr(cell, trimmed);
  }
}

function parsedOr(cell: CellValue, text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return cell;
  }
}

function split(text: string, separator: RegExp): string[] {
  return text
    .split(separator)
    .map((item) => item.trim())
    .filter(Boolean);
}
