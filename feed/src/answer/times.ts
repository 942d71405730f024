import type { Recurrence } from '../model/schedule.js';
import type { Card } from '../model/wire.js';
import { DAYS, TIMES_OF_DAY, type Day } from '../query/query.js';
import { weekday } from '../time/local.js';

const CODES: Record<string, Day> = {
  MO: 'mo',
  TU: 'tu',
  WE: 'we',
  TH: 'th',
  FR: 'fr',
  SA: 'sa',
  SU: 'su',
};

/** The days and the span of one series that is not over. */
interface Slot {
  days: ReadonlySet<Day>;
  from: string;
  /** Absent where nobody knows when it ends. */
  to?: string;
}

function slot(recurrence: Recurrence, today: string): Slot | undefined {
  const { dtstart, dtend, freq, byday, bymonthday, until, rdate = [] } = recurrence;
  const date = dtstart.slice(0, 10);
  const single = [date, ...rdate].filter((day) => day >= today).map(weekday);
  const isOver = until !== undefined && until < today;
  const series = byday?.flatMap((code) => CODES[code.slice(-2)] ?? []) ?? [weekday(date)];
  const days = new Set(
    freq && !isOver && bymonthday === undefined ? [...series, ...single] : single,
  );
  if (freq === 'MONTHLY' && !byday && !isOver) DAYS.forEach((day) => days.add(day));
  if (days.size === 0) return undefined;
  const overnight = dtend !== undefined && dtend.slice(0, 10) > date;
  return {
    days,
    from: dtstart.slice(11),
    ...(dtend && { to: overnight ? '24:00' : dtend.slice(11) }),
  };
}

function overlaps({ from, to }: Slot, named: string): boolean {
  const span = (TIMES_OF_DAY as Record<string, string>)[named] ?? named;
  const [start = '', end = ''] = [span.slice(0, 5), span.slice(6)];
  return from < end && (to === undefined ? from >= start : to > start);
}

function slots(card: Card, today: string): Slot[] {
  return (card.schedule?.times ?? []).flatMap((recurrence) => slot(recurrence, today) ?? []);
}

/** The weekdays on which the offer takes place at one of the times (any, where none is asked). */
export function daysOf(card: Card, times: string[] | undefined, today: string): Day[] {
  const fitting = slots(card, today).filter(
    (each) => !times || times.some((time) => overlaps(each, time)),
  );
  return DAYS.filter((day) => fitting.some((each) => each.days.has(day)));
}

/** The named times of day at which the offer takes place on one of the days. */
export function timesOf(card: Card, days: Day[] | undefined, today: string): string[] {
  const fitting = slots(card, today).filter(
    (each) => !days || days.some((day) => each.days.has(day)),
  );
  return Object.keys(TIMES_OF_DAY).filter((time) => fitting.some((each) => overlaps(each, time)));
}

/** Whether one and the same appointment falls on one of the days and into one of the times. */
export function takesPlace(card: Card, days?: Day[], times?: string[], today = ''): boolean {
  if (!days && !times) return true;
  const found = daysOf(card, times, today);
  return days ? days.some((day) => found.includes(day)) : found.length > 0;
}
