import type { HolidayCalendar } from '../model/directory.js';
import type { Offer } from '../model/offer.js';
import type { Occurrence, Schedule } from '../model/schedule.js';
import { dayNumber } from './days.js';
import { merged, readAll, within } from './schedule.js';

/**
 * The occurrences that begin on the days from `from` to `to` (both included, at most ten years), in
 * order; the same start comes once, with its latest end.
 *
 * A subset of RFC 5545: `dtstart` is the earliest date and counts as an occurrence only where it
 * fits `byday` and `bymonthday`, if these are given; without them a weekly series has the weekday
 * and a monthly one the day of the month of `dtstart`. `interval` counts weeks (from Monday) or
 * months from that of `dtstart`. `exdate` takes away, also from `rdate`. Holidays close series, not
 * single dates. A recurrence that cannot be read has no occurrences.
 */
export function occurrences(
  schedule: Schedule,
  calendar: HolidayCalendar | undefined,
  from: string,
  to: string,
): Occurrence[] {
  const [first, last] = [dayNumber(from), dayNumber(to)];
  return merged(readAll(schedule, calendar).flatMap((series) => [...within(series, first, last)]));
}

/**
 * Whether an offer is over on a day: by its status, because `validTo` has passed, or because all its
 * times have a last one and that has ended. Words such as "by appointment" keep it going, and so
 * does a time that cannot be read.
 */
export function hasEnded(offer: Pick<Offer, 'status' | 'schedule'>, today: string): boolean {
  const { status, schedule } = offer;
  if (status === 'ended' || status === 'retired') return true;
  if (!schedule) return false;
  const { times = [], byAppointment, anyTime, text, validTo } = schedule;
  if (validTo && validTo < today) return true;
  if (times.length === 0 || byAppointment || anyTime || text) return false;
  const series = readAll(schedule, undefined);
  return (
    series.length === times.length &&
    series.every(
      (each) =>
        each.last < Infinity && within(each, dayNumber(today) - each.span, each.last).next().done,
    )
  );
}
