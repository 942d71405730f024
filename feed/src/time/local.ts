import { DAYS, type Day } from '../query/query.js';
import { dateOf, dayNumber, weekdayIndex } from './days.js';

/** A wall-clock moment in some zone: `{ date: '2026-09-07', time: '09:00' }`. */
export interface LocalMoment {
  date: string;
  time: string;
}

/** The date so many days later (earlier, where negative). Throws RangeError for what is no date. */
export function addDays(date: string, days: number): string {
  return dateOf(dayNumber(date) + days);
}

/** The weekday of a valid date. */
export function weekday(date: string): Day {
  return DAYS[weekdayIndex(dayNumber(date))] as Day;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** One format per zone, because making one is what costs. */
function formatFor(timeZone: string): Intl.DateTimeFormat {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
    });
    formats.set(timeZone, format);
  }
  return format;
}

/**
 * What calendar and clock show in a zone.
 *
 * @param now milliseconds since 1970-01-01T00:00Z
 * @param timeZone an IANA name; RangeError where the platform does not know it
 */
export function localTime(now: number, timeZone: string): LocalMoment {
  const parts: Partial<Record<Intl.DateTimeFormatPartTypes, string>> = {};
  for (const { type, value } of formatFor(timeZone).formatToParts(now)) parts[type] = value;
  const { year = '', month, day, hour, minute } = parts;
  return { date: `${year.padStart(4, '0')}-${month}-${day}`, time: `${hour}:${minute}` };
}

/**
 * The first instant, in milliseconds since 1970-01-01T00:00Z, at which the zone's calendar shows
 * another date. It is searched for rather than reckoned, so that days of 23 and 25 hours and zones
 * whose summer time begins at midnight come out right.
 */
export function nextMidnight(now: number, timeZone: string): number {
  const today = localTime(now, timeZone).date;
  let before = now;
  let after = now + 50 * 3_600_000;
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (localTime(middle, timeZone).date === today) before = middle;
    else after = middle;
  }
  return after;
}
