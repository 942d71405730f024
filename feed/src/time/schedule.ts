import type { HolidayCalendar } from '../model/directory.js';
import type { Offer } from '../model/offer.js';
import type { Schedule } from '../model/schedule.js';
import { LAST_DAY, dateOf, dayNumber } from './days.js';
import type { LocalMoment } from './local.js';
import { readSeries, type Series } from './series.js';

/** One meeting, as wall-clock times of the directory's zone: `2026-09-07T09:00`. */
export interface Occurrence {
  start: string;
  /** Absent where it is not known. */
  end?: string;
}

/** How far ahead a next date is looked for, in days: a year and a margin. */
const AHEAD = 400;
/** The longest time that is listed at once, in days: about ten years. */
const MAX_RANGE = 3_660;

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
  return readAll(schedule, calendar)
    .flatMap((series) => [...within(series, first, last)])
    .sort(byTime)
    .filter((each, index, all) => each.start !== all[index - 1]?.start);
}

/**
 * The occurrence that is running, or else the next to begin within 400 days. One whose end is not
 * known counts until it begins.
 */
export function nextOccurrence(
  schedule: Schedule,
  calendar: HolidayCalendar | undefined,
  at: LocalMoment,
): Occurrence | undefined {
  const now = `${at.date}T${at.time}`;
  return first(schedule, calendar, at.date, ({ start, end = '' }) => start >= now || end > now);
}

/** Whether an occurrence is running: its start has come, its end has not. */
export function isOpen(
  schedule: Schedule,
  calendar: HolidayCalendar | undefined,
  at: LocalMoment,
): boolean {
  const next = nextOccurrence(schedule, calendar, at);
  return next?.end !== undefined && next.start <= `${at.date}T${at.time}`;
}

/** The start of the first occurrence that begins today or within 400 days: what `sort=next` goes by. */
export function nextDate(
  schedule: Schedule,
  calendar: HolidayCalendar | undefined,
  today: string,
): string | undefined {
  return first(schedule, calendar, today, ({ start }) => start >= today)?.start;
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

function readAll(schedule: Schedule, calendar: HolidayCalendar | undefined): Series[] {
  return (schedule.times ?? []).flatMap((each) => readSeries(each, schedule, calendar) ?? []);
}

/** The earliest wanted occurrence that ends on `date` or later. */
function first(
  schedule: Schedule,
  calendar: HolidayCalendar | undefined,
  date: string,
  isWanted: (occurrence: Occurrence) => boolean,
): Occurrence | undefined {
  const day = dayNumber(date);
  let found: Occurrence | undefined;
  for (const series of readAll(schedule, calendar)) {
    for (const each of within(series, day - series.span, day + AHEAD)) {
      if (!isWanted(each)) continue;
      if (!found || byTime(each, found) < 0) found = each;
      break;
    }
  }
  return found;
}

/** A series' occurrences that begin on days with these numbers, in order. */
function* within(series: Series, from: number, to: number): Generator<Occurrence, undefined> {
  const start = Math.max(from, series.first);
  const end = Math.min(to, series.last, start + MAX_RANGE, LAST_DAY - series.span);
  for (let day = start; day <= end; day++) {
    if (!series.fallsOn(day)) continue;
    yield {
      start: `${dateOf(day)}T${series.start}`,
      ...(series.end && { end: `${dateOf(day + series.span)}T${series.end}` }),
    };
  }
  return undefined;
}

/** By start; of two that begin together, the one that ends later comes first. */
function byTime(a: Occurrence, b: Occurrence): number {
  const [aEnd, bEnd] = [a.end ?? '', b.end ?? ''];
  if (a.start !== b.start) return a.start < b.start ? -1 : 1;
  return aEnd === bEnd ? 0 : aEnd > bEnd ? -1 : 1;
}
