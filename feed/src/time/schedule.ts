import type { HolidayCalendar } from '../model/directory.js';
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
/** The longest time that is looked through at once, in days: about ten years. */
const MAX_RANGE = 3_660;

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

/** The times of a schedule that can be read. */
export function readAll(schedule: Schedule, calendar: HolidayCalendar | undefined): Series[] {
  return (schedule.times ?? []).flatMap((each) => readSeries(each, schedule, calendar) ?? []);
}

/** The earliest wanted occurrence that ends on `date` or later. */
export function first(
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
export function* within(
  series: Series,
  from: number,
  to: number,
): Generator<Occurrence, undefined> {
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
export function byTime(a: Occurrence, b: Occurrence): number {
  const [aEnd, bEnd] = [a.end ?? '', b.end ?? ''];
  if (a.start !== b.start) return a.start < b.start ? -1 : 1;
  return aEnd === bEnd ? 0 : aEnd > bEnd ? -1 : 1;
}
