import type { HolidayCalendar } from '../model/directory.js';
import type { Occurrence, Schedule } from '../model/schedule.js';
import { LAST_DAY, dateOf } from './days.js';
import { readSeries, type Series } from './series.js';

/** The longest period searched at once, in days: about ten years. */
const MAX_RANGE = 3_660;

/** The times of a schedule that can be read. */
export function readAll(schedule: Schedule, calendar: HolidayCalendar | undefined): Series[] {
  return (schedule.times ?? []).flatMap((each) => readSeries(each, schedule, calendar) ?? []);
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
    const isAllDay = !series.start;
    yield {
      start: isAllDay ? dateOf(day) : `${dateOf(day)}T${series.start}`,
      ...(isAllDay && { end: dateOf(day + series.span) }),
      ...(series.end && { end: `${dateOf(day + series.span)}T${series.end}` }),
    };
  }
  return undefined;
}

/**
 * Says whether an occurrence is over when a day begins. One without a known end is over with its
 * day.
 */
export function isOver({ start, end = '' }: Occurrence, date: string): boolean {
  return start < date && end <= `${date}T00:00`;
}

/** Sorts occurrences of several series; the same start comes once, with its latest end. */
export function merged(occurrences: Occurrence[]): Occurrence[] {
  return occurrences
    .sort(byTime)
    .filter((each, index, all) => each.start !== all[index - 1]?.start);
}

/** Compares by start; of two that begin together, the one that ends later comes first. */
function byTime(a: Occurrence, b: Occurrence): number {
  const [aEnd, bEnd] = [a.end ?? '', b.end ?? ''];
  if (a.start !== b.start) return a.start < b.start ? -1 : 1;
  return aEnd === bEnd ? 0 : aEnd > bEnd ? -1 : 1;
}
