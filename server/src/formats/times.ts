import {
  addDays,
  datesOf,
  occurrences,
  ruleOf,
  upcoming,
  type HolidayCalendar,
  type Occurrence,
  type Recurrence,
  type Schedule,
} from '@vielfalt/feed';

/** A series whose first occurrence takes place, as RFC 5545 requires and ours need not. */
export interface Rule {
  /** The index among the schedule's times. */
  index: number;
  first: Occurrence;
  freq: 'WEEKLY' | 'MONTHLY';
  interval: number;
  byday: string[];
  bymonthday?: number;
  /** The last day on which an occurrence may begin; absent where nothing ends it. */
  until?: string;
  /** Days after the first that the rule falls on and that are left out, holidays among them. */
  except: string[];
}

/** A separate date: the only one, or one besides a series. */
export interface SingleDate extends Occurrence {
  index: number;
}

/** A schedule's times in the terms of calendars. Both together make up what `occurrences` gives. */
export interface Times {
  rules: Rule[];
  dates: SingleDate[];
}

/** Windows of 400 days in which a series' first occurrence is looked for: more than ten years. */
const WINDOWS = 10;
const WINDOW = 400;

/** Schedules never change within a revision, and holidays are looked up day by day. */
const known = new WeakMap<Schedule, Times>();

/** @param calendar the holidays of the directory that the schedule belongs to */
export function readTimes(schedule: Schedule, calendar: HolidayCalendar | undefined): Times {
  let times = known.get(schedule);
  if (!times) known.set(schedule, (times = read(schedule, calendar)));
  return times;
}

function read(schedule: Schedule, calendar: HolidayCalendar | undefined): Times {
  const all = (schedule.times ?? []).map((time, index) => ({ time, index }));
  return {
    rules: all.flatMap(({ time, index }) => calendarRule(time, index, schedule, calendar) ?? []),
    dates: all.flatMap(({ time, index }) =>
      singleDates(time, schedule, calendar).map((date) => ({ index, ...date })),
    ),
  };
}

function calendarRule(
  time: Recurrence,
  index: number,
  schedule: Schedule,
  calendar: HolidayCalendar | undefined,
): Rule | undefined {
  const rule = ruleOf(time);
  if (!rule) return undefined;
  const { freq, interval, byday, monthday } = rule;
  const until = earliest(time.until, schedule.validTo);
  const alone = { ...schedule, times: [{ ...time, rdate: [] }] };
  const first = firstOccurrence(alone, calendar, until);
  if (!first) return undefined;
  return {
    index,
    first,
    freq,
    interval,
    byday,
    ...(monthday > 0 && { bymonthday: monthday }),
    ...(until && { until }),
    except: leftOut(time, schedule, calendar).filter((date) => date > first.start.slice(0, 10)),
  };
}

function earliest(...dates: (string | undefined)[]): string | undefined {
  return dates.filter((date) => date !== undefined).sort()[0];
}

/** The first occurrence of a schedule with one series that takes place. */
function firstOccurrence(
  schedule: Schedule,
  calendar: HolidayCalendar | undefined,
  until: string | undefined,
): Occurrence | undefined {
  const start = schedule.times?.[0]?.dtstart.slice(0, 10) ?? '';
  let from = schedule.validFrom && schedule.validFrom > start ? schedule.validFrom : start;
  for (let window = 0; window < WINDOWS && from <= (until ?? from); window++) {
    const first = upcoming(schedule, calendar, from).find(({ start }) => start >= from);
    if (first) return first;
    from = addDays(from, WINDOW);
  }
  return undefined;
}

/** The days on which the series would take place but for an exception or a holiday. */
function leftOut(
  time: Recurrence,
  { closed = [], validFrom, validTo }: Schedule,
  calendar: HolidayCalendar | undefined,
): string[] {
  const open: Schedule = {
    times: [{ ...time, rdate: [], exdate: [] }],
    ...(validFrom && { validFrom }),
    ...(validTo && { validTo }),
  };
  const days = (time.exdate ?? []).map((date) => ({ from: date, to: date }));
  if (closed.includes('public-holidays')) {
    days.push(...(calendar?.publicHolidays ?? []).map(({ date }) => ({ from: date, to: date })));
  }
  if (closed.includes('school-holidays')) days.push(...(calendar?.schoolHolidays ?? []));
  const dates = days.flatMap(({ from, to }) => occurrences(open, undefined, from, to));
  return [...new Set(dates.map(({ start }) => start.slice(0, 10)))].sort();
}

/** The single date, or those besides a series and not in it. */
function singleDates(
  time: Recurrence,
  schedule: Schedule,
  calendar: HolidayCalendar | undefined,
): Occurrence[] {
  const { freq } = time;
  const on = (date: string, each: Recurrence) =>
    occurrences({ ...schedule, times: [each] }, calendar, date, date);
  return [...new Set(datesOf(time))]
    .sort()
    .filter((date) => !freq || on(date, { ...time, rdate: [] }).length === 0)
    .flatMap((date) => on(date, time));
}
