import { dayNumber, weekdayIndex } from '@vielfalt/feed';
import { dayOf } from '../day.js';
import type { Cursor } from './cursor.js';

/** The first and the last day on which something happens. */
export interface Validity {
  from?: string;
  to?: string;
}

/** One date of several; the later ones may give month and year for all. */
export interface PartOfDate {
  day: number;
  month?: number | undefined;
  year?: number | undefined;
  weekday?: number;
}

const BEFORE_DATES = ['am', 'an', 'den', 'dem', 'der', 'on', 'the', 'jeweils'];
const JOINS = [',', '/', '+', '&', ';', 'und', 'u', 'and', 'sowie'];
const BEGINNINGS = ['ab', 'seit', 'beginn', 'beginnend', 'start', 'erstmals', 'starting', 'from'];
const ENDINGS = ['bis', 'until', 'till'];
const AFTER_BOUND = ['ab', 'am', 'dem', 'den', 'zum', 'from', 'on', ':', 'einschliesslich'];
const LAST_YEAR = 2100;

/** Single days with their year: "am 3. und 17. März 2026", "Di, 6.1.2026". */
export function readDates(cursor: Cursor): string[] | undefined {
  return cursor.attempt(() => {
    const parts: PartOfDate[] = [];
    do {
      const part = takeDate(cursor);
      if (!part) return undefined;
      parts.push(part);
    } while (cursor.attempt(() => cursor.takeAny(...JOINS) && startsDate(cursor)));
    return completed(parts);
  });
}

/** "12.01.–30.06.2026", "ab 12. Januar 2026", "bis 30.06.2026". */
export function readValidity(cursor: Cursor): Validity | undefined {
  return cursor.attempt(() => readRange(cursor)) ?? cursor.attempt(() => readBound(cursor));
}

function readRange(cursor: Cursor): Validity | undefined {
  cursor.skip('vom', 'von', 'zeitraum', ':', 'from');
  const first = takeDate(cursor);
  if (!first || !cursor.takeAny('-', 'bis', 'to', 'until')) return undefined;
  cursor.skip(...AFTER_BOUND);
  const last = takeDate(cursor);
  return last && rangeOf(first, last);
}

/**
 * The days from one to the other, which may give the year for both; undefined where neither does.
 */
export function rangeOf(first: PartOfDate, last: PartOfDate): Required<Validity> | undefined {
  if (!last.month) return undefined;
  const month = first.month ?? last.month;
  const turns = month * 100 + first.day > last.month * 100 + last.day ? 1 : 0;
  const to = dateOf({ year: first.year && first.year + turns, ...last });
  const from = dateOf({ year: last.year && last.year - turns, ...first, month });
  return from && to && from <= to ? { from, to } : undefined;
}

function readBound(cursor: Cursor): Validity | undefined {
  const isEnd = cursor.sees(ENDINGS);
  if (!cursor.takeAny(...BEGINNINGS, ...ENDINGS)) return undefined;
  cursor.skip(...AFTER_BOUND);
  const part = takeDate(cursor);
  const date = part && dateOf(part);
  return date ? { [isEnd ? 'to' : 'from']: date } : undefined;
}

/** Returns true where a date begins here; the place does not move. */
function startsDate(cursor: Cursor): true | undefined {
  const start = cursor.at;
  const found = takeDate(cursor);
  cursor.at = start;
  return found && true;
}

export function takeDate(cursor: Cursor): PartOfDate | undefined {
  cursor.skip(...BEFORE_DATES);
  const named = cursor.take('weekday');
  if (named) cursor.skip(',', ...BEFORE_DATES);
  const part = takeFigures(cursor);
  return part && { ...part, ...(named && { weekday: named.day }) };
}

function takeFigures(cursor: Cursor): PartOfDate | undefined {
  const date = cursor.take('date');
  if (date) return date;
  const english = cursor.attempt(() => {
    const month = cursor.take('month')?.month;
    const day = cursor.take('number') ?? cursor.take('ordinal');
    cursor.skip(',');
    const year = takeYear(cursor);
    return month && day && year ? { day: day.value, month, year } : undefined;
  });
  if (english) return english;
  return cursor.attempt(() => {
    const ordinal = cursor.take('ordinal');
    const day = ordinal ?? cursor.take('number');
    const month = cursor.take('month')?.month;
    const year = month && takeYear(cursor);
    if (!day || day.value < 1 || (!ordinal && !month)) return undefined;
    return { day: day.value, ...(month && { month }), ...(year && { year }) };
  });
}

function takeYear(cursor: Cursor): number | undefined {
  return cursor.attempt(() => {
    const year = cursor.take('number')?.value ?? 0;
    return year >= 1900 && year <= LAST_YEAR ? year : undefined;
  });
}

/** All dates, completed from the later ones; undefined where that is not enough or not true. */
function completed(parts: readonly PartOfDate[]): string[] | undefined {
  const dates: string[] = [];
  let next: PartOfDate | undefined;
  for (const part of parts.toReversed()) {
    const month = part.month ?? next?.month;
    const year = part.year ?? next?.year;
    next = { ...part, ...(month && { month }), ...(year && { year }) };
    const date = dateOf(next);
    if (!date) return undefined;
    dates.unshift(date);
  }
  return dates.every((date, index) => index === 0 || date > (dates[index - 1] ?? ''))
    ? dates
    : undefined;
}

/**
 * The date; undefined where year or month is missing, there is no such day, or it is another
 * weekday.
 */
function dateOf({ day, month, year, weekday: named }: PartOfDate): string | undefined {
  const date = month && year ? dayOf(year, month, day) : undefined;
  return date && (named === undefined || named === weekdayIndex(dayNumber(date)))
    ? date
    : undefined;
}
