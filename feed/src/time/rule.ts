import type { Recurrence } from '../model/schedule.js';
import { DAY, DAYS, dayNumber, weekdayIndex, type Day } from './days.js';

/** The rule of a recurrence, including everything that RFC 5545 allows to be left out. */
export interface RecurrenceRule {
  freq: 'WEEKLY' | 'MONTHLY';
  /** In weeks or months. */
  interval: number;
  /** `MO`; of a month also `2MO`, `-1MO`. Empty where the day of the month alone decides. */
  byday: string[];
  /** The day of the month of a monthly rule; 0 where only weekdays decide. */
  monthday: number;
}

/** The rule of a recurrence; undefined where it has only single dates. */
export function ruleOf(recurrence: Recurrence): RecurrenceRule | undefined {
  const { dtstart, freq, interval = 1, byday = [], bymonthday } = recurrence;
  if (!freq) return undefined;
  const date = dtstart.slice(0, 10);
  if (freq === 'WEEKLY') {
    const codes = byday.length > 0 ? byday : [weekdayCode(weekdayIndex(dayNumber(date)))];
    return { freq, interval, byday: codes, monthday: 0 };
  }
  const monthday = bymonthday ?? (byday.length > 0 ? 0 : Number(date.slice(8)));
  return { freq, interval, byday, monthday };
}

/** The single dates of a recurrence: its only one, and those besides its rule. */
export function datesOf({ dtstart, freq, rdate = [], exdate = [] }: Recurrence): string[] {
  const dates = [...(freq ? [] : [dtstart.slice(0, 10)]), ...rdate];
  return dates.filter((date) => !exdate.includes(date));
}

/** The code of a weekday, 0 for Monday, as RFC 5545 has it: `MO`. */
export function weekdayCode(index: number): string {
  return (DAYS[index] ?? '').toUpperCase();
}

/** The weekday of a code, 0 for Monday: of `MO`, `2MO` and `-1MO` alike; -1 where it is not one. */
export function weekdayOf(code: string): number {
  return DAYS.indexOf(code.slice(-2).toLowerCase() as Day);
}

/**
 * Says whether a code names a day: `MO` any Monday, `2MO` the second of its month, `-1MO` the last.
 */
export function isOnWeekday(day: number, code: string): boolean {
  if (weekdayIndex(day) !== weekdayOf(code)) return false;
  const nth = code.slice(0, -2);
  const isLast = monthNumber(day + 7) !== monthNumber(day);
  return !nth || (nth === '-1' ? isLast : Number(nth) === Math.ceil(monthDay(day) / 7));
}

/** The day of the month. */
export function monthDay(day: number): number {
  return new Date(day * DAY).getUTCDate();
}

/** Months since the year 0. */
export function monthNumber(day: number): number {
  const date = new Date(day * DAY);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}
