import type { Recurrence, Schedule } from '../model/schedule.js';
import { clock } from './clock.js';
import { shortDate } from './date.js';
import { fill, plural } from './fill.js';
import { present } from './list.js';
import { scheduleNotes } from './schedule-notes.js';
import { weekdayName } from './weekday.js';
import type { DetailWording } from './words.js';

const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const MOST_DATES = 4;
const SEPARATOR = ' · ';

/**
 * A schedule as lines to read: `Mo, Mi 9–12 Uhr`. Series and dates that are over by `today` (a
 * local date of the directory's zone) are left out; the schedule's own text is not part of it.
 */
export function timetable(schedule: Schedule, today: string, words: DetailWording): string[] {
  const weekly = new Map<string, Set<number>>();
  const lines: string[] = [];
  for (const time of schedule.times ?? []) {
    if (time.freq && (time.until ?? today) >= today) {
      const tail = [clockOf(time, words), ...limits(time, today, words)].join(SEPARATOR);
      if (time.freq === 'WEEKLY') {
        // Series that differ in nothing but the day become one line.
        const days = weekly.get(tail) ?? new Set();
        for (const day of weekdays(time)) days.add(day);
        weekly.set(tail, days);
      } else lines.push(`${monthly(time, words)} ${tail}`);
    }
    lines.push(...dates(time, today, words));
  }
  const series = [...weekly]
    .sort(([, one], [, other]) => Math.min(...one) - Math.min(...other))
    .map(([tail, days]) => `${dayRange([...days], words)} ${tail}`);
  return [...series, ...lines, ...scheduleNotes(schedule, today, words)];
}

function clockOf({ dtstart, dtend }: Recurrence, { card }: DetailWording): string {
  return clock(card, dtstart.slice(11), dtend?.slice(11));
}

function weekdays({ dtstart, byday }: Recurrence): number[] {
  return byday
    ? byday.map((day) => DAYS.indexOf(day.slice(-2)))
    : [(new Date(dtstart.slice(0, 10)).getUTCDay() + 6) % 7];
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

/** `jeden 1. Dienstag im Monat` or `am 15. jedes Monats` */
function monthly(
  { dtstart, byday, bymonthday, interval = 1 }: Recurrence,
  { tag, details: { time } }: DetailWording,
): string {
  const names = byday?.map((code) => {
    const day = weekdayName(DAYS.indexOf(code.slice(-2)), tag, 'long');
    const nth = (parseInt(code) || 1) - (code.startsWith('-') ? 0 : 1);
    return fill(time.nth.at(nth) ?? '', { day });
  });
  const on = names
    ? fill(time.monthly, { days: new Intl.ListFormat(tag).format(names) })
    : fill(time.monthDay, { day: bymonthday ?? Number(dtstart.slice(8, 10)) });
  return interval > 1 ? `${on}${SEPARATOR}${plural(tag, time.months, interval)}` : on;
}

function limits(
  { dtstart, freq, interval = 1, until, exdate = [] }: Recurrence,
  today: string,
  { tag, card, details: { time } }: DetailWording,
): string[] {
  const date = (day: string) => shortDate(day, today, tag);
  const cancelled = exdate.filter((day) => day >= today).sort();
  return present([
    freq === 'WEEKLY' && interval > 1 && plural(tag, time.weeks, interval),
    dtstart.slice(0, 10) > today && fill(time.from, { date: date(dtstart) }),
    until && fill(card.until, { date: date(until) }),
    cancelled.length &&
      fill(time.cancelled, { date: cancelled.slice(0, MOST_DATES).map(date).join(SEPARATOR) }),
  ]);
}

/** The single dates that are still to come, in one line. */
function dates(recurrence: Recurrence, today: string, words: DetailWording): string[] {
  const { freq, dtstart, rdate = [], exdate } = recurrence;
  const all = [...(freq ? [] : [dtstart.slice(0, 10)]), ...rdate];
  const ahead = all.filter((day) => day >= today && !exdate?.includes(day)).sort();
  if (!ahead.length) return [];
  const { tag, details } = words;
  const more = ahead.length - MOST_DATES;
  return [
    present([
      ...ahead.slice(0, MOST_DATES).map((day) => shortDate(day, today, tag)),
      more > 0 && plural(tag, details.time.more, more),
      clockOf(recurrence, words),
    ]).join(SEPARATOR),
  ];
}
