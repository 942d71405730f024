import type { HolidayCalendar } from '../model/directory.js';
import type { Recurrence, Schedule } from '../model/schedule.js';
import { dateOf, dayNumber, weekdayIndex } from './days.js';

/** One recurrence, read into day numbers (days since 1970-01-01). */
export interface Series {
  /** No occurrence begins before this day. */
  first: number;
  /** No occurrence begins after this day; Infinity where nothing ends it. */
  last: number;
  /** Wall-clock times as `09:00`; `end` is absent where it is not known. */
  start: string;
  end?: string;
  /** How many days after its start an occurrence ends. */
  span: number;
  fallsOn(day: number): boolean;
}

const CODES = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
/** The longest occurrence there is, in days; a later end is taken for a mistake and left out. */
const MAX_SPAN = 31;

/**
 * Reads a recurrence by the rules of RFC 5545, section 3.3.10, within its schedule's validity.
 * Undefined where something in it cannot be read: a half-understood series would send people to
 * closed doors.
 */
export function readSeries(
  recurrence: Recurrence,
  schedule: Schedule,
  calendar: HolidayCalendar | undefined,
): Series | undefined {
  const { dtstart, dtend, freq, until, rdate = [], exdate = [] } = recurrence;
  const [start, time] = readMoment(dtstart);
  if (!time || Number.isNaN(start)) return undefined;
  const rule = freq ? readRule(recurrence, start) : (day: number) => day === start;
  const extra = rdate.map(dayNumber);
  const left = exdate.map(dayNumber);
  const ruleEnd = freq ? readLimit(until, Infinity) : start;
  const from = readLimit(schedule.validFrom, -Infinity);
  const to = readLimit(schedule.validTo, Infinity);
  const numbers = [ruleEnd, from, to, ...extra, ...left];
  if (!rule || numbers.some(Number.isNaN)) return undefined;

  const [endDay, end] = dtend ? readMoment(dtend) : [NaN, ''];
  const span = endDay - start;
  const endKnown = span >= 0 && span <= MAX_SPAN && (span > 0 || end > time);
  return {
    first: Math.max(from, Math.min(start, ...extra)),
    last: Math.min(to, Math.max(ruleEnd, ...extra)),
    start: time,
    span: endKnown ? span : 0,
    ...(endKnown && { end }),
    fallsOn: (day) =>
      !left.includes(day) &&
      (extra.includes(day) ||
        (day >= start &&
          day <= ruleEnd &&
          rule(day) &&
          !(freq && isClosed(dateOf(day), schedule.closed, calendar)))),
  };
}

/** Holidays close what comes round by itself; a date that somebody named stands. */
function isClosed(
  date: string,
  closed: Schedule['closed'] = [],
  calendar: HolidayCalendar | undefined,
): boolean {
  if (!calendar) return false;
  return (
    (closed.includes('public-holidays') &&
      calendar.publicHolidays.some((holiday) => holiday.date === date)) ||
    (closed.includes('school-holidays') &&
      calendar.schoolHolidays.some(({ from, to }) => from <= date && date <= to))
  );
}

/** Whether a rule hits a day on or after its first. Weeks begin on Monday (WKST=MO). */
function readRule(
  { freq, interval = 1, byday = [], bymonthday }: Recurrence,
  start: number,
): ((day: number) => boolean) | undefined {
  const days = byday.map(readByday);
  if (!(interval >= 1) || !days.every((each) => each !== undefined)) return undefined;
  const onByday = (day: number, date: string) =>
    days.some((each) => each.weekday === weekdayIndex(day) && isNth(each.nth, date));

  if (freq === 'WEEKLY') {
    if (days.some((each) => each.nth)) return undefined;
    const weekday = weekdayIndex(start);
    const monday = start - weekday;
    return (day) =>
      Math.floor((day - monday) / 7) % interval === 0 &&
      (days.length ? onByday(day, '') : weekdayIndex(day) === weekday);
  }
  if (freq === 'MONTHLY') {
    const monthday = bymonthday ?? (days.length ? undefined : monthDay(dateOf(start)));
    const month = monthNumber(start);
    return (day) => {
      const date = dateOf(day);
      return (
        (monthNumber(day) - month) % interval === 0 &&
        (monthday === undefined || monthDay(date) === monthday) &&
        (days.length === 0 || onByday(day, date))
      );
    };
  }
  return undefined;
}

/** `MO` every Monday (nth 0), `2MO` the month's second, `-1MO` its last. */
function readByday(text: string): { nth: number; weekday: number } | undefined {
  const [, nth = '0', code = ''] = /^([1-5]|-1)?([A-Z]{2})$/.exec(text) ?? [];
  const weekday = CODES.indexOf(code);
  return weekday < 0 ? undefined : { nth: Number(nth), weekday };
}

function isNth(nth: number, date: string): boolean {
  if (nth === 0) return true;
  if (nth > 0) return Math.ceil(monthDay(date) / 7) === nth;
  const weekLater = String(monthDay(date) + 7).padStart(2, '0');
  return Number.isNaN(dayNumber(date.slice(0, 8) + weekLater));
}

function monthDay(date: string): number {
  return Number(date.slice(8));
}

function monthNumber(day: number): number {
  const date = dateOf(day);
  return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
}

/** `2026-09-07T09:00` as day number and time; NaN or an empty time where it is broken. */
function readMoment(moment: string): [day: number, time: string] {
  const [, date = '', time = ''] = /^(.{10})T((?:[01]\d|2[0-3]):[0-5]\d)$/.exec(moment) ?? [];
  return [dayNumber(date), time];
}

/** The day number of a limit, or what stands for its absence. */
function readLimit(date: string | undefined, absent: number): number {
  return date === undefined ? absent : dayNumber(date);
}
