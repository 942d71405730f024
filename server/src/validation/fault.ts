import { visible, visibleJson } from '../text/visible.js';

/** One thing wrong with a file, for the person who keeps it. */
export interface Fault {
  /** Where, as one would write it in code: `offers[3].schedule.times[0].dtstart`. `''`: the file. */
  path: string;
  /** Of a list beside the table: its file's name. */
  file?: string;
  /** Of a workbook that an export has written: the sheet's name. */
  sheet?: string;
  /** Of a table: the line that the row begins in. */
  line?: number;
  /** Of a table: the column's name. */
  column?: string;
  /** The key of the record that it is in, where it is in one. */
  record?: string;
  /** What stands there; absent where nothing does. */
  value?: unknown;
  /** A sentence's end: "is not a valid date". */
  reason: string;
  /** What to do about it, as a sentence. */
  remedy?: string;
}

const MAX_VALUE = 80;

/**
 * Like `offers[3].title (record "kurs-12"): "" is empty. Leave the field out.`, of a table like
 * `line 12, column "Titel" (record "kurs-12"): …`.
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

/** A value as JSON, not too much of it. */
export function shortened(value: unknown): string {
  const text = visibleJson(value);
  return text.length > MAX_VALUE ? `${text.slice(0, MAX_VALUE)}…` : text;
}

/** A path from its steps. */
export function pathOf(...steps: (string | number)[]): string {
  return steps
    .map((step) => {
      if (typeof step === 'number') return `[${step}]`;
      return /^[A-Za-z_][\w-]*$/.test(step) ? `.${step}` : `[${JSON.stringify(step)}]`;
    })
    .join('')
    .replace(/^\./, '');
}

/** "Did you mean …?", where there is something near. */
export function didYouMean(near: string | undefined): { remedy?: string } {
  return near === undefined ? {} : { remedy: `Did you mean ${JSON.stringify(near)}?` };
}
