import type { HolidayCalendar } from '../model/directory.js';
import type { Occurrence, Schedule } from '../model/schedule.js';
import { dayNumber } from './days.js';
import type { LocalMoment } from './local.js';
import { isOver, merged, readAll, within } from './schedule.js';

/** The number of days ahead in which a next date is looked for: a year and a margin. */
const AHEAD = 400;
/** The number of later occurrences given, for pages that stay open overnight. */
const AFTERWARDS = 2;

/**
 * The part of a schedule that matters on a date: the occurrences that begin on that day or are
 * still running when it begins, and the next two after it, within 400 days; in their order. From
 * these `nextOf` can tell the next one at any time of the day.
 */
export function upcoming(
  schedule: Schedule,
  calendar: HolidayCalendar | undefined,
  date: string,
): Occurrence[] {
  const day = dayNumber(date);
  const all: Occurrence[] = [];
  for (const series of readAll(schedule, calendar)) {
    let afterwards = 0;
    for (const each of within(series, day - series.span, day + AHEAD)) {
      if (isOver(each, date)) continue;
      all.push(each);
      if (each.start.slice(0, 10) > date && ++afterwards === AFTERWARDS) break;
    }
  }
  const found = merged(all);
  const later = found.filter(({ start }) => start.slice(0, 10) > date);
  return found.slice(0, found.length - later.length + AFTERWARDS);
}

/**
 * The occurrence that is running, or else the next to begin, of those that `upcoming` gave for the
 * day or a day shortly before. One whose end is not known counts until it begins; one that lasts
 * whole days is running until the last of them is over.
 */
export function nextOf(occurrences: Occurrence[], at: LocalMoment): Occurrence | undefined {
  return occurrences.find((each) => isAhead(each, at));
}

/** Says whether an occurrence is running or still to begin. */
export function isAhead({ start, end = '' }: Occurrence, at: LocalMoment): boolean {
  const now = `${at.date}T${at.time}`;
  return start >= now || end > now;
}

/** The wall-clock moment from which an occurrence is no longer ahead; for whole days, a date. */
export function lapseOf({ start, end }: Occurrence): string {
  return end ?? new Date(new Date(`${start}Z`).getTime() + 60_000).toISOString().slice(0, 16);
}
