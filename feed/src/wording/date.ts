import { intl } from '../intl.js';

/** The midnight of UTC with which a local date, or the date of a moment, begins; NaN where it is none. */
export const midnight = (date: string): number => new Date(date.slice(0, 10)).getTime();

/**
 * Formats a local date of the directory's zone (`2026-09-07`, or the beginning of a moment). It is
 * read and written as if the zone were UTC, so that no zone ever moves a day; what is not a valid date stays
 * as it stands.
 *
 * @param tag the language to write in (BCP 47), here and below
 */
export function formatDate(date: string, tag: string, options: Intl.DateTimeFormatOptions): string {
  const format = intl('DateTimeFormat', tag, { ...options, timeZone: 'UTC' });
  const instant = midnight(date);
  return Number.isNaN(instant) ? date : format.format(instant);
}

/** `7. September 2026` */
export function longDate(date: string, tag: string): string {
  return formatDate(date, tag, { dateStyle: 'long' });
}

function dayIn(width: 'short' | 'long', date: string, today: string, tag: string): string {
  return formatDate(date, tag, {
    weekday: width,
    day: 'numeric',
    month: width,
    ...(date.slice(0, 4) !== today.slice(0, 4) && { year: 'numeric' }),
  });
}

/** `Mo., 7. Sept.`, with the year where it is not the year of `today`. */
export function shortDate(date: string, today: string, tag: string): string {
  return dayIn('short', date, today, tag);
}

/** `Montag, 7. September`, with the year where it is not the year of `today`. */
export function longDay(date: string, today: string, tag: string): string {
  return dayIn('long', date, today, tag);
}

/** The days from one local date to another, or to the beginning of a moment. */
export function daysBetween(from: string, to: string): number {
  return (midnight(to) - midnight(from)) / 86_400_000;
}

/**
 * `Heute`, `Morgen`, within a week `Montag, 7. September`, else the short date.
 * @param isInside whether it stands inside a sentence: `heute`
 */
export function dayName(date: string, today: string, tag: string, isInside?: boolean): string {
  const days = daysBetween(today, date);
  if (days === 0 || days === 1) {
    const name = intl('RelativeTimeFormat', tag, { numeric: 'auto' }).format(days, 'day');
    return isInside ? name : name.charAt(0).toLocaleUpperCase(tag) + name.slice(1);
  }
  return (days > 0 && days < 7 ? longDay : shortDate)(date, today, tag);
}
