import { intl } from '../intl.js';
import type { Recurrence, Schedule } from '../model/schedule.js';
import { dateOf, dayNumber } from '../time/days.js';
import { datesOf, ruleOf, weekdayOf } from '../time/rule.js';
import { wholeDays } from '../time/series.js';
import { clock, lastOf, sayHours, sayTime } from './clock.js';
import { shortDate } from './date.js';
import { fill, plural } from './fill.js';
import { present } from './list.js';
import { scheduleNotes } from './schedule-notes.js';
import { weekdayName } from './weekday.js';
import type { DetailWording } from './words.js';

const MOST_DATES = 4;
const MOST_SERIES = 2;
const SEPARATOR = ' · ';

/**
 * A schedule as lines to read: `Mo, Mi 9–12 Uhr`. Series and dates that are over by `today` (a
 * local date of the directory's zone) are left out; the schedule's own text is not part of it.
 */
export function timetable(schedule: Schedule, today: string, words: DetailWording): string[] {
  const { times = [] } = schedule;
  return [
    ...series(times, today, words, (time) => limits(time, today, words)),
    ...times.flatMap((time) => dates(time, today, words)),
    ...scheduleNotes(schedule, today, words),
  ];
}

/**
 * The regular times of an offer, briefly in one line: `Mo–Do 14–16 Uhr · Fr 9–12 Uhr · und
 * weitere`. Empty where it has single dates only.
 */
export function rhythm(schedule: Schedule, today: string, words: DetailWording): string {
  const all = series(schedule.times ?? [], today, words, () => []);
  const others = all.length > MOST_SERIES && words.details.time.others;
  return present([...all.slice(0, MOST_SERIES), others]).join(SEPARATOR);
}

/** The series that are not over: weekly ones in the order of their days, then monthly ones. */
function series(
  times: Recurrence[],
  today: string,
  words: DetailWording,
  limitsOf: (time: Recurrence) => string[],
): string[] {
  const weekly = new Map<string, Set<number>>();
  const others: string[] = [];
  for (const time of times) {
    if (!time.freq || (time.until ?? today) < today) continue;
    const tail = [hoursOf(time, words), ...everyOther(time, words), ...limitsOf(time)].join(
      SEPARATOR,
    );
    if (time.freq === 'WEEKLY') {
      // Series that differ in nothing but the day become one line.
      const days = weekly.get(tail) ?? new Set();
      for (const day of daysOf(time)) days.add(day);
      weekly.set(tail, days);
    } else others.push(`${monthly(time, words)} ${tail}`);
  }
  const lines = [...weekly]
    .sort(([, one], [, other]) => Math.min(...one) - Math.min(...other))
    .map(([tail, days]) => `${dayRange([...days], words)} ${tail}`);
  return [...lines, ...others];
}

/** The times of day; those of the next day are named as such. */
function hoursOf({ dtstart, dtend }: Recurrence, { card, details }: DetailWording): string {
  const from = dtstart.slice(11);
  const [last, to] = dtend?.includes('T') ? lastOf(dtend) : ['', ''];
  return from && last > dtstart.slice(0, 10)
    ? fill(details.time.nextDay, { from: clock(card, from), to: clock(card, to) })
    : sayHours(from, to, card);
}

/** The days that one occurrence lasts: one, where it has times of day. */
function lengthOf(time: Recurrence): number {
  return wholeDays(time) || 1;
}

/**
 * The weekdays on which it takes place, 0 for Monday: those on which it begins, or goes on for
 * whole days.
 */
function daysOf(time: Recurrence): number[] {
  const offsets = [...Array(lengthOf(time)).keys()];
  const begins = ruleOf(time)?.byday.map(weekdayOf) ?? [];
  return begins.flatMap((day) => offsets.map((offset) => (day + offset) % 7));
}

function everyOther({ freq, interval = 1 }: Recurrence, { tag, details }: DetailWording): string[] {
  return freq === 'WEEKLY' && interval > 1 ? [plural(tag, details.time.weeks, interval)] : [];
}

/** `Mo, Mi` or, from three days in a row, `Mo–Fr`. */
function dayRange(days: number[], { tag, card: { comma } }: DetailWording): string {
  const runs: number[][] = [];
  for (const day of days.sort()) {
    const last = runs.at(-1);
    if (last?.at(-1) === day - 1) last.push(day);
    else runs.push([day]);
  }
  return runs
    .map((run) => {
      const names = run.map((day) => weekdayName(day, tag, 'short'));
      return names.length < 3 ? names.join(comma) : `${names[0]}–${names.at(-1)}`;
    })
    .join(comma);
}

/** Keeps of `[masculine|feminine|neuter]` what goes with a weekday, by the end of its name. */
function agreeing(text: string, day: string): string {
  const gender = /[aая]$/.test(day) ? 1 : day.endsWith('е') ? 2 : 0;
  return text.replace(/\[(.*)\]/, (_, words: string) => words.split('|')[gender] ?? '');
}

/** `jeden 1. Dienstag im Monat` or `am 15. jedes Monats` */
function monthly(recurrence: Recurrence, { tag, details: { time } }: DetailWording): string {
  const { byday = [], monthday = 0, interval = 1 } = ruleOf(recurrence) ?? {};
  const names = byday.map((code) => {
    const day = weekdayName(weekdayOf(code), tag, 'long');
    const nth = (parseInt(code) || 1) - (code.startsWith('-') ? 0 : 1);
    return fill(agreeing(time.nth.at(nth) ?? '', day), { day });
  });
  const on = names[0]
    ? fill(time.monthly, { days: intl('ListFormat', tag).format(names) })
    : fill(time.monthDay, { day: monthday });
  return interval > 1 ? `${on}${SEPARATOR}${plural(tag, time.months, interval)}` : on;
}

function limits(
  { dtstart, until, exdate = [] }: Recurrence,
  today: string,
  { tag, card, details: { time } }: DetailWording,
): string[] {
  const date = (day: string) => shortDate(day, today, tag);
  const cancelled = exdate.filter((day) => day >= today).sort();
  return present([
    dtstart.slice(0, 10) > today && fill(time.from, { date: date(dtstart) }),
    until && fill(card.until, { date: date(until) }),
    cancelled.length &&
      fill(time.cancelled, { date: cancelled.slice(0, MOST_DATES).map(date).join(SEPARATOR) }),
  ]);
}

/** The single dates that are not over, in one line. */
function dates(recurrence: Recurrence, today: string, words: DetailWording): string[] {
  const { dtstart, dtend } = recurrence;
  const first = dtstart.slice(0, 10);
  const all = datesOf(recurrence);
  const length = lengthOf(recurrence);
  const lastDay = (day: string) => dateOf(dayNumber(day) + length - 1);
  const goesOn = dtend ? dayNumber(lastOf(dtend)[0]) - dayNumber(first) : 0;
  const lasts = Math.max(length, goesOn + 1 || 1);
  const ahead = all.filter((day) => dayNumber(day) + lasts > dayNumber(today)).sort();
  const [only] = ahead;
  if (!only) return [];
  const { tag, card, details } = words;
  const date = (day: string) => shortDate(day, today, tag);
  if (all.length === 1 && only === first && dtend) {
    const time = sayTime({ start: dtstart, end: dtend }, today, words);
    const isLong = lastOf(dtend)[0] > only;
    return [`${date(only)}${isLong ? card.comma : SEPARATOR}${time}`];
  }
  const named = (day: string) =>
    length > 1
      ? `${date(day)}${card.comma}${fill(card.until, { date: date(lastDay(day)) })}`
      : date(day);
  const more = ahead.length - MOST_DATES;
  return [
    present([
      ...ahead.slice(0, MOST_DATES).map(named),
      more > 0 && plural(tag, details.time.more, more),
      hoursOf(recurrence, words),
    ]).join(SEPARATOR),
  ];
}
