import type { Recurrence } from '../model/schedule.js';
import type { Card } from '../model/wire.js';
import { DAYS, TIMES_OF_DAY, type Day } from '../query/values.js';
import { weekday } from '../time/calendar.js';

/** The days and the span of one series that is not over. */
interface Slot {
  days: Day[];
  from: string;
  /** Absent where nobody knows when it ends. */
  to?: string;
}

/** The weekdays that a series falls on by its rule; a day of the month may be any. */
function ruleDays(
  { dtstart, freq, byday = [], until }: Recurrence,
  today: string,
): readonly string[] {
  if (!freq || (until !== undefined && until < today)) return [];
  if (byday.length > 0) return byday.map((code) => code.slice(-2).toLowerCase());
  return freq === 'MONTHLY' ? DAYS : [weekday(dtstart.slice(0, 10))];
}

function slot(recurrence: Recurrence, today: string): Slot | undefined {
  const { dtstart, dtend, freq, rdate = [], exdate = [] } = recurrence;
  const date = dtstart.slice(0, 10);
  const dates = [...(freq ? [] : [date]), ...rdate].filter(
    (day) => day >= today && !exdate.includes(day),
  );
  const falls = [...ruleDays(recurrence, today), ...dates.map(weekday)];
  const days = DAYS.filter((day) => falls.includes(day));
  if (days.length === 0) return undefined;
  return {
    days,
    from: dtstart.slice(11),
    ...(dtend !== undefined &&
      dtend > dtstart && { to: dtend.slice(0, 10) > date ? '24:00' : dtend.slice(11) }),
  };
}

function overlaps({ from, to }: Slot, named: string): boolean {
  const span = (TIMES_OF_DAY as Record<string, string>)[named] ?? named;
  const start = span.slice(0, 5);
  return from < span.slice(6) && (to === undefined ? from >= start : to > start);
}

function slots(card: Card, today: string): Slot[] {
  return (card.schedule?.times ?? []).flatMap((recurrence) => slot(recurrence, today) ?? []);
}

/** The weekdays on which the offer takes place at one of the times (any, where none is asked). */
export function daysOf(card: Card, times: string[] | undefined, today: string): Day[] {
  const fitting = slots(card, today).filter(
    (each) => !times || times.some((time) => overlaps(each, time)),
  );
  return DAYS.filter((day) => fitting.some((each) => each.days.includes(day)));
}

/** The named times of day at which the offer takes place on one of the days. */
export function timesOf(card: Card, days: Day[] | undefined, today: string): string[] {
  const fitting = slots(card, today).filter(
    (each) => !days || days.some((day) => each.days.includes(day)),
  );
  return Object.keys(TIMES_OF_DAY).filter((time) => fitting.some((each) => overlaps(each, time)));
}

/** Whether one and the same appointment falls on one of the days and into one of the times. */
export function takesPlace(
  card: Card,
  days: Day[] | undefined,
  times: string[] | undefined,
  today: string,
): boolean {
  if (!days && !times) return true;
  const found = daysOf(card, times, today);
  return days ? days.some((day) => found.includes(day)) : found.length > 0;
}
