import type { Recurrence, Schedule } from '@vielfalt/feed';
import { detailTexts } from '../locales/details.js';
import { fill, plural } from '../locales/locale.js';
import type { Locale } from '../locales/locale.js';
import { clock } from './clock.js';
import { present } from '../offer-card/words.js';
import { shortDate } from './date.js';
import { scheduleNotes } from './schedule-notes.js';
import { weekdayName } from './weekday.js';

const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const MOST_DATES = 4;
const SEPARATOR = ' · ';

/**
 * A schedule as lines to read: `Mo, Mi 9–12 Uhr`. Series and dates that are over by `today` (a
 * local date of the directory's zone) are left out; the schedule's own text is not part of it.
 */
export function timetable(schedule: Schedule, today: string, locale: Locale): string[] {
  const weekly = new Map<string, Set<number>>();
  const lines: string[] = [];
  for (const time of schedule.times ?? []) {
    if (time.freq && (time.until ?? today) >= today) {
      const tail = [clockOf(time, locale), ...limits(time, today, locale)].join(SEPARATOR);
      if (time.freq === 'WEEKLY') {
        // Series that differ in nothing but the day become one line.
        const days = weekly.get(tail) ?? new Set();
        for (const day of weekdays(time)) days.add(day);
        weekly.set(tail, days);
      } else lines.push(`${monthly(time, locale)} ${tail}`);
    }
    lines.push(...dates(time, today, locale));
  }
  const series = [...weekly]
    .sort(([, one], [, other]) => Math.min(...one) - Math.min(...other))
    .map(([tail, days]) => `${dayRange([...days], locale)} ${tail}`);
  return [...series, ...lines, ...scheduleNotes(schedule, today, locale)];
}

function clockOf({ dtstart, dtend }: Recurrence, locale: Locale): string {
  return clock(locale, dtstart.slice(11), dtend?.slice(11));
}

function weekdays({ dtstart, byday }: Recurrence): number[] {
  return byday
    ? byday.map((day) => DAYS.indexOf(day.slice(-2)))
    : [(new Date(dtstart.slice(0, 10)).getUTCDay() + 6) % 7];
}

/** `Mo, Mi` or, from three days in a row, `Mo–Fr`. */
function dayRange(days: number[], { tag, card: { comma } }: Locale): string {
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
function monthly(time: Recurrence, locale: Locale): string {
  const texts = detailTexts(locale).time;
  const { byday, bymonthday, interval = 1 } = time;
  const names = byday?.map((day) => {
    const name = weekdayName(DAYS.indexOf(day.slice(-2)), locale.tag, 'long');
    return fill(texts.nth.at((parseInt(day) || 1) - (day.startsWith('-') ? 0 : 1)) ?? '', {
      day: name,
    });
  });
  const on = names
    ? fill(texts.monthly, { days: new Intl.ListFormat(locale.tag).format(names) })
    : fill(texts.monthDay, { day: bymonthday ?? Number(time.dtstart.slice(8, 10)) });
  return interval > 1 ? `${on}${SEPARATOR}${plural(locale, texts.months, interval)}` : on;
}

function limits(time: Recurrence, today: string, locale: Locale): string[] {
  const texts = detailTexts(locale).time;
  const { dtstart, freq, interval = 1, until, exdate = [] } = time;
  const date = (day: string) => shortDate(day, today, locale.tag);
  const cancelled = exdate.filter((day) => day >= today).sort();
  return present([
    freq === 'WEEKLY' && interval > 1 && plural(locale, texts.weeks, interval),
    dtstart.slice(0, 10) > today && fill(texts.from, { date: date(dtstart) }),
    until && fill(locale.card.until, { date: date(until) }),
    cancelled.length &&
      fill(texts.cancelled, { date: cancelled.slice(0, MOST_DATES).map(date).join(SEPARATOR) }),
  ]);
}

/** The single dates that are still to come, in one line. */
function dates(time: Recurrence, today: string, locale: Locale): string[] {
  const all = [...(time.freq ? [] : [time.dtstart.slice(0, 10)]), ...(time.rdate ?? [])];
  const ahead = all.filter((day) => day >= today && !time.exdate?.includes(day)).sort();
  if (!ahead.length) return [];
  const more = ahead.length - MOST_DATES;
  return [
    present([
      ...ahead.slice(0, MOST_DATES).map((day) => shortDate(day, today, locale.tag)),
      more > 0 && plural(locale, detailTexts(locale).time.more, more),
      clockOf(time, locale),
    ]).join(SEPARATOR),
  ];
}
