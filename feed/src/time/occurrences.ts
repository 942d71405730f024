import type { HolidayCalendar } from '../model/directory.js';
import type { Offer } from '../model/offer.js';
import type { Occurrence, Schedule } from '../model/schedule.js';
import { dayNumber } from './days.js';
import { isOver, merged, readAll, within } from './schedule.js';
import type { Series } from './series.js';

/**
 * The occurrences that begin on the days from `from` to `to` (both included, at most ten years), in
 * order; the same start comes once, with its latest end.
 *
 * A subset of RFC 5545: `dtstart` is the earliest date and counts as an occurrence only where it
 * fits `byday` and `bymonthday`, if these are given; without them a weekly series has the weekday
 * and a monthly one the day of the month of `dtstart`. Where that is a date alone, an occurrence
 * lasts whole days, up to and without the day of its end. `interval` counts weeks (from Monday) or
 * months from that of `dtstart`. `exdate` removes dates, also from `rdate`. Holidays close series,
 * not single dates. A recurrence that cannot be read has no occurrences.
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
 * Says whether an offer is over on a day: by its status, because `validTo` has passed, or because
 * all its times have a last one that has ended, whatever its text says. Appointments and "start any
 * time" keep it going, and so does a time that cannot be read.
 */
export function hasEnded(offer: Pick<Offer, 'status' | 'schedule'>, today: string): boolean {
  const { status, schedule } = offer;
  if (status === 'ended' || status === 'retired') return true;
  if (!schedule) return false;
  const { times = [], byAppointment, anyTime, validTo } = schedule;
  if (validTo && validTo < today) return true;
  if (times.length === 0 || byAppointment || anyTime) return false;
  const series = readAll(schedule, undefined);
  return series.length === times.length && series.every((each) => isSeriesOver(each, today));
}

function isSeriesOver(series: Series, today: string): boolean {
  if (series.last === Infinity) return false;
  for (const each of within(series, dayNumber(today) - series.span, series.last)) {
    if (!isOver(each, today)) return false;
  }
  return true;
}
