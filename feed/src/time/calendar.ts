import { DAYS, LAST_DAY, dateOf, dayNumber, weekdayIndex, type Day } from './days.js';
import { localTime } from './local.js';

/**
 * The date so many days later (earlier, where negative). Throws RangeError for anything but a date.
 */
export function addDays(date: string, days: number): string {
  const day = dayNumber(date) + days;
  if (!(day >= dayNumber('0000-01-01') && day <= LAST_DAY)) {
    throw new RangeError(`No such day: ${date} and ${days} days`);
  }
  return dateOf(day);
}

/** The weekday of a valid date. */
export function weekday(date: string): Day {
  return DAYS[weekdayIndex(dayNumber(date))] as Day;
}

/**
 * The first instant, in milliseconds since 1970-01-01T00:00Z, at which the zone's calendar shows
 * another date. It is searched for rather than calculated, so that days of 23 and 25 hours and
 * zones whose summer time begins at midnight are right.
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
