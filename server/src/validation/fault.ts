import { visible, visibleJson } from '../text/visible.js';

/** One thing wrong with a file, for the person who maintains it. */
export interface Fault {
  /** The place, as one would write it in code: `offers[3].schedule.times[0].dtstart`. `''`: the file. */
  path: string;
  /** For a list beside the table: its file's name. */
  file?: string;
  /** For a workbook written by an export: the sheet's name. */
  sheet?: string;
  /** For a table: the line that the row begins in. */
  line?: number;
  /** For a table: the column's name. */
  column?: string;
  /** The key of the record that it is in, if it is in one. */
  record?: string;
  /** The wrong value; absent where there is none. */
  value?: unknown;
  /** A sentence's end: "is not a date". */
  reason: string;
  /** A sentence about what to do. */
  remedy?: string;
}

const MAX_VALUE = 80;

/**
 * Writes a fault like `offers[3].title (record "kurs-12"): "" is empty. Leave the field out.`, or for
 * a table like `line 12, column "Titel" (record "kurs-12"): …`.
 */
export function printFault({ value, reason, remedy, ...where }: Fault): string {
  const what = value === undefined ? reason : `${shortened(value)} ${reason}`;
  return `${printPlace(where)}: ${what}.${remedy ? ` ${remedy}` : ''}`;
}

function printPlace({ path, file, sheet, line, column, record }: Omit<Fault, 'reason'>): string {
  const row = [file, sheet, `line ${line}`].filter((part) => part !== undefined).join(', ');
  const place = line === undefined ? path || 'the file' : row;
  const member =
    line !== undefined &&
    (column === undefined ? file === undefined && path : `column "${visible(column)}"`);
  return [
    member ? `${place}, ${member}` : place,
    ...(record === undefined ? [] : [`(record ${visibleJson(record)})`]),
  ].join(' ');
}

/** Returns a value as JSON, cut where it is long. */
export function shortened(value: unknown): string {
  const text = visibleJson(value);
  return text.length > MAX_VALUE ? `${text.slice(0, MAX_VALUE)}…` : text;
}

/** Makes a path from its steps. */
export function pathOf(...steps: (string | number)[]): string {
  return steps
    .map((step) => {
      if (typeof step === 'number') return `[${step}]`;
      return /^[A-Za-z_][\w-]*$/.test(step) ? `.${step}` : `[${JSON.stringify(step)}]`;
    })
    .join('')
    .replace(/^\./, '');
}

/** Asks "Did you mean …?", where there is a near match. */
export function didYouMean(near: string | undefined): { remedy?: string } {
  return near === undefined ? {} : { remedy: `Did you mean ${JSON.stringify(near)}?` };
}
