import type { HolidayCalendar } from '../model/directory.js';
import type { Recurrence, Schedule } from '../model/schedule.js';
import { dateOf, dayNumber } from './days.js';
import { isOnWeekday, monthDay, monthNumber, ruleOf, weekdayCode, weekdayOf } from './rule.js';

/** One recurrence in day numbers (days since 1970-01-01). */
export interface Series {
  /** No occurrence begins before this day. */
  first: number;
  /** No occurrence begins after this day; Infinity where nothing ends it. */
  last: number;
  /** Wall-clock times as `09:00`; both are empty where it lasts whole days, `end` where it is not known. */
  start: string;
  end: string;
  /** The number of days from an occurrence's start to its end; for whole days, their number. */
  span: number;
  fallsOn(day: number): boolean;
}

/** `MO` every Monday, in a month also `2MO` its second, `-1MO` its last. */
const BYDAY: Partial<Record<string, RegExp>> = { WEEKLY: /^..$/, MONTHLY: /^([1-5]|-1)?..$/ };
/** The longest occurrence there is, in days; a later end is taken for a mistake and left out. */
const MAX_SPAN = 31;

/**
 * Reads a recurrence by the rules of RFC 5545, section 3.3.10, within its schedule's validity.
 * Undefined where something in it cannot be read: a half-understood series would send people to
 * closed doors.
 */
export function readSeries(
  recurrence: Recurrence,
  { validFrom, validTo, closed = [] }: Schedule,
  calendar: HolidayCalendar | undefined,
): Series | undefined {
  const { dtstart, dtend, freq, until, rdate = [], exdate = [] } = recurrence;
  const [start, time] = readMoment(dtstart);
  const { span, end } = readEnd(dtend, start, time);
  const rule = freq ? readRule(recurrence, start) : (day: number) => day === start;
  const extra = rdate.map(dayNumber);
  const left = exdate.map(dayNumber);
  const ruleEnd = freq ? (until ? dayNumber(until) : Infinity) : start;
  const from = validFrom ? dayNumber(validFrom) : -Infinity;
  const to = validTo ? dayNumber(validTo) : Infinity;
  if (!rule || [start, ruleEnd, from, to, ...extra, ...left].some(Number.isNaN)) return undefined;

  return {
    first: Math.max(from, Math.min(start, ...extra)),
    last: Math.min(to, Math.max(ruleEnd, ...extra)),
    start: time,
    span,
    end,
    fallsOn: (day) =>
      !left.includes(day) &&
      (extra.includes(day) ||
        (day >= start &&
          day <= ruleEnd &&
          rule(day) &&
          !(freq && calendar && isClosed(dateOf(day), closed, calendar)))),
  };
}

/** The number of whole days that one occurrence lasts; 0 where it has a time of day. */
export function wholeDays({ dtstart, dtend }: Recurrence): number {
  const [start, time] = readMoment(dtstart);
  return time ? 0 : readEnd(dtend, start, time).span;
}

/** Says whether a date is closed: holidays close series; a date that somebody named takes place. */
function isClosed(
  date: string,
  closed: readonly string[],
  { publicHolidays, schoolHolidays }: HolidayCalendar,
): boolean {
  return (
    (closed.includes('public-holidays') && publicHolidays.some((day) => day.date === date)) ||
    (closed.includes('school-holidays') &&
      schoolHolidays.some(({ from, to }) => from <= date && date <= to))
  );
}

/**
 * Reads a rule as a test whether it falls on a day on or after its first. Weeks begin on Monday
 * (WKST=MO).
 */
function readRule(recurrence: Recurrence, start: number): ((day: number) => boolean) | undefined {
  const { freq, interval, byday, monthday } = ruleOf(recurrence) ?? {};
  const known = BYDAY[freq ?? ''];
  const isKnown = (code: string) =>
    known?.test(code) && weekdayCode(weekdayOf(code)) === code.slice(-2);
  if (!known || !byday || !(interval && interval >= 1) || !byday.every(isKnown)) return undefined;
  // 1970-01-01 was a Thursday.
  const period = freq === 'WEEKLY' ? (day: number) => Math.floor((day + 3) / 7) : monthNumber;
  return (day) =>
    (period(day) - period(start)) % interval === 0 &&
    (!monthday || monthDay(day) === monthday) &&
    (byday.length === 0 || byday.some((code) => isOnWeekday(day, code)));
}

/**
 * Reads `2026-09-07T09:00` as day number and time, '' for a date alone; NaN where it is invalid.
 */
function readMoment(moment: string): [day: number, time: string] {
  const [, date = '', , time = ''] = /^(.{10})(T(([01]\d|2[0-3]):[0-5]\d))?$/.exec(moment) ?? [];
  return [dayNumber(date), time];
}

/**
 * Reads the end of an occurrence that begins on a day, with or without a time. Without a valid end,
 * whole days are one.
 */
function readEnd(dtend: string | undefined, start: number, time: string) {
  const [day, end] = readMoment(dtend ?? '');
  const span = day - start;
  const isSameKind = !end === !time;
  const fits = isSameKind && span <= MAX_SPAN && (span > 0 || (span === 0 && end > time));
  return fits ? { span, end } : { span: time ? 0 : 1, end: '' };
}
