import type { Recurrence } from '../model/schedule.js';
import type { Card } from '../model/wire.js';
import { TIMES, TIMES_OF_DAY } from '../query/values.js';
import { DAYS, dayNumber, weekdayIndex, type Day } from '../time/days.js';
import { wholeDays } from '../time/series.js';

/** The days and the span of one series that is not over. */
export interface Slot {
  days: Day[];
  /** Absent where it lasts whole days: the time is unknown. */
  from?: string;
  /** Absent where the end is unknown. */
  to?: string;
}

/** The weekdays on which a series begins by its rule, 0 for Monday; a day of the month may be any. */
function ruleDays({ dtstart, freq, byday = [] }: Recurrence): number[] {
  if (!freq) return [];
  if (byday.length > 0)
    return byday.map((code) => DAYS.indexOf(code.slice(-2).toLowerCase() as Day));
  return freq === 'MONTHLY' ? [...DAYS.keys()] : [weekdayIndex(dayNumber(dtstart.slice(0, 10)))];
}

/** Reads the days and the span of a series from a day on; undefined where it is over. */
export function slotOf(recurrence: Recurrence, today: string): Slot | undefined {
  const { dtstart, dtend, freq, until, rdate = [], exdate = [] } = recurrence;
  const date = dtstart.slice(0, 10);
  const length = wholeDays(recurrence);
  // A series of whole days takes place on each of them; otherwise the day it begins counts.
  const offsets = [...Array(length || 1).keys()];
  const now = dayNumber(today);
  const isOver = until !== undefined && dayNumber(until) + offsets.length <= now;
  const byRule = isOver ? [] : ruleDays(recurrence);
  const dates = [...(freq ? [] : [date]), ...rdate].filter((day) => !exdate.includes(day));
  const falls = [
    ...byRule.flatMap((index) => offsets.map((offset) => (index + offset) % 7)),
    ...dates
      .flatMap((day) => offsets.map((offset) => dayNumber(day) + offset))
      .filter((day) => day >= now)
      .map(weekdayIndex),
  ];
  const days = DAYS.filter((_, index) => falls.includes(index));
  if (days.length === 0) return undefined;
  if (length) return { days };
  return {
    days,
    from: dtstart.slice(11),
    ...(dtend !== undefined &&
      dtend > dtstart && { to: dtend.slice(0, 10) > date ? '24:00' : dtend.slice(11) }),
  };
}

/** Says whether a series takes place in a time of day, by name or as `09:00-12:30`. */
export function overlaps({ from, to }: Slot, named: string): boolean {
  if (from === undefined) return false;
  const span = (TIMES_OF_DAY as Record<string, string>)[named] ?? named;
  const start = span.slice(0, 5);
  return from < span.slice(6) && (to === undefined ? from >= start : to > start);
}

/** Slots by schedule, worked out once for a day, since each choice of day and time needs them. */
const known = new WeakMap<Recurrence[], { today: string; slots: Slot[] }>();

function slots({ schedule }: Card, today: string): Slot[] {
  const times = schedule?.times;
  if (!times) return [];
  let found = known.get(times);
  if (found?.today !== today) {
    found = { today, slots: times.flatMap((recurrence) => slotOf(recurrence, today) ?? []) };
    known.set(times, found);
  }
  return found.slots;
}

/**
 * The weekdays on which the offer takes place at one of the times (any, where none is requested).
 */
export function daysOf(card: Card, times: string[] | undefined, today: string): Day[] {
  const fitting = slots(card, today).filter(
    (each) => !times || times.some((time) => overlaps(each, time)),
  );
  return DAYS.filter((day) => fitting.some((each) => each.days.includes(day)));
}

/** The named times of day at which the offer takes place on one of the days. */
export function timesOfDay(card: Card, days: Day[] | undefined, today: string): string[] {
  const fitting = slots(card, today).filter(
    (each) => !days || days.some((day) => each.days.includes(day)),
  );
  return TIMES.filter((time) => fitting.some((each) => overlaps(each, time)));
}

/**
 * Says whether a single appointment falls on one of the days and into one of the times (any, where
 * none is requested).
 */
export function takesPlace(
  card: Card,
  days: readonly Day[] = DAYS,
  times: string[] | undefined,
  today: string,
): boolean {
  const found = daysOf(card, times, today);
  return days.some((day) => found.includes(day));
}
