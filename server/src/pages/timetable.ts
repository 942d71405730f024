import type { Recurrence, Schedule } from '@vielfalt/feed';
import { shortDate, weekdayName } from './format.js';
import { fill, plural, type Texts } from './texts/texts.js';

const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const MOST_DATES = 4;
const SEPARATOR = ' · ';

/** A time of day or a span (`HH:MM`) as people write it: `9:00–12:30 Uhr`. */
export function clock({ offer }: Texts, from: string, to?: string): string {
  const times = (to ? [from, to] : [from]).map((time) => time.replace(/^0/, ''));
  return fill(offer.clock, { time: times.join('–') });
}

/**
 * A schedule as lines to read: `Mo, Mi 9:00–12:00 Uhr`. Series and dates that are over by `today`
 * are left out; the schedule's own text is not part of it.
 */
export function timetable(schedule: Schedule, today: string, texts: Texts): string[] {
  const weekly = new Map<string, Set<number>>();
  const lines: string[] = [];
  for (const time of schedule.times ?? []) {
    if (time.freq && (time.until ?? today) >= today) {
      const tail = [clockOf(time, texts), ...limits(time, today, texts)].join(SEPARATOR);
      if (time.freq === 'WEEKLY') {
        // Series that differ in nothing but the day become one line.
        const days = weekly.get(tail) ?? new Set();
        for (const day of weekdays(time)) days.add(day);
        weekly.set(tail, days);
      } else lines.push(`${monthly(time, texts)} ${tail}`);
    }
    lines.push(...dates(time, today, texts));
  }
  const series = [...weekly]
    .sort(([, one], [, other]) => Math.min(...one) - Math.min(...other))
    .map(([tail, days]) => `${dayRange([...days], texts)} ${tail}`);
  return [...series, ...lines, ...notes(schedule, today, texts)];
}

/** What holds for the whole schedule: until when, by appointment, not on holidays. */
function notes(schedule: Schedule, today: string, { tag, offer }: Texts): string[] {
  const { validFrom, validTo, closed = [], byAppointment, anyTime } = schedule;
  const date = (day: string) => ({ date: shortDate(day, today, tag) });
  const from = validFrom && validFrom > today && fill(offer.from, date(validFrom));
  const until = validTo && fill(offer.until, date(validTo));
  return [
    [from, until].filter(Boolean).join(' '),
    byAppointment && offer.byAppointment,
    anyTime && offer.anyTime,
    ...closed.map((holidays) => offer[holidays]),
  ].filter((note): note is string => !!note);
}

function clockOf({ dtstart, dtend }: Recurrence, texts: Texts): string {
  return clock(texts, dtstart.slice(11), dtend?.slice(11));
}

function weekdays({ dtstart, byday }: Recurrence): number[] {
  return byday
    ? byday.map((day) => DAYS.indexOf(day.slice(-2)))
    : [(new Date(dtstart.slice(0, 10)).getUTCDay() + 6) % 7];
}

/** `Mo, Mi` or, from three days in a row, `Mo–Fr`. */
function dayRange(days: number[], { tag, offer: { comma } }: Texts): string {
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
function monthly(time: Recurrence, { tag, offer }: Texts): string {
  const { byday, bymonthday, interval = 1 } = time;
  const names = byday?.map((day) => {
    const name = weekdayName(DAYS.indexOf(day.slice(-2)), tag, 'long');
    const nth = offer.nth.at((parseInt(day) || 1) - (day.startsWith('-') ? 0 : 1));
    return fill(nth ?? '', { day: name });
  });
  const on = names
    ? fill(offer.monthly, { days: new Intl.ListFormat(tag).format(names) })
    : fill(offer.monthDay, { day: bymonthday ?? Number(time.dtstart.slice(8, 10)) });
  return interval > 1 ? `${on}${SEPARATOR}${plural(tag, offer.months, interval)}` : on;
}

function limits(time: Recurrence, today: string, { tag, offer }: Texts): string[] {
  const { dtstart, freq, interval = 1, until, exdate = [] } = time;
  const date = (day: string) => shortDate(day, today, tag);
  const cancelled = exdate.filter((day) => day >= today).sort();
  return [
    freq === 'WEEKLY' && interval > 1 && plural(tag, offer.weeks, interval),
    dtstart.slice(0, 10) > today && fill(offer.from, { date: date(dtstart) }),
    until && fill(offer.until, { date: date(until) }),
    cancelled.length > 0 &&
      fill(offer.cancelled, { date: cancelled.slice(0, MOST_DATES).map(date).join(SEPARATOR) }),
  ].filter((limit): limit is string => !!limit);
}

/** The single dates that are still to come, in one line. */
function dates(time: Recurrence, today: string, texts: Texts): string[] {
  const { tag, offer } = texts;
  const all = [...(time.freq ? [] : [time.dtstart.slice(0, 10)]), ...(time.rdate ?? [])];
  const ahead = all.filter((day) => day >= today && !time.exdate?.includes(day)).sort();
  if (ahead.length === 0) return [];
  const more = ahead.length - MOST_DATES;
  return [
    [
      ...ahead.slice(0, MOST_DATES).map((day) => shortDate(day, today, tag)),
      ...(more > 0 ? [plural(tag, offer.moreDates, more)] : []),
      clockOf(time, texts),
    ].join(SEPARATOR),
  ];
}
