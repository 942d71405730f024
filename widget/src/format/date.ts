const formats = new Map<string, Intl.DateTimeFormat>();

/**
 * Formats a local date of the directory's zone (`2026-09-07`, or the beginning of a moment). It is
 * read and written as if the zone were UTC, so that the visitor's own zone never moves a day.
 */
export function formatDate(
  date: string,
  lang: string,
  options: Intl.DateTimeFormatOptions,
): string {
  // Making a formatter costs far more than using one, and a list has dozens of dates.
  const key = lang + JSON.stringify(options);
  const made = formats.get(key) ?? new Intl.DateTimeFormat(lang, { ...options, timeZone: 'UTC' });
  formats.set(key, made);
  const instant = Date.parse(date.slice(0, 10));
  return Number.isNaN(instant) ? date : made.format(instant);
}

/** Whole months from one local date to another, as people count them. */
export function monthsBetween(from: string, to: string): number {
  const months = (date: string) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
  return months(to) - months(from) - (to.slice(8) < from.slice(8) ? 1 : 0);
}

/** `7. September 2026` */
export function longDate(date: string, lang: string): string {
  return formatDate(date, lang, { dateStyle: 'long' });
}

/** `Mo., 7. Sept.`, with the year where it is not the year of `today`. */
export function shortDate(date: string, today: string, lang: string): string {
  return formatDate(date, lang, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    ...(date.slice(0, 4) !== today.slice(0, 4) && { year: 'numeric' }),
  });
}

/** `Heute`, `Morgen`, within a week `Montag, 7. September`, else the short date. */
export function dayName(date: string, today: string, lang: string): string {
  const days = (Date.parse(date.slice(0, 10)) - Date.parse(today)) / 86_400_000;
  if (days === 0 || days === 1) {
    const name = new Intl.RelativeTimeFormat(lang, { numeric: 'auto' }).format(days, 'day');
    return name.charAt(0).toLocaleUpperCase(lang) + name.slice(1);
  }
  return days > 0 && days < 7
    ? formatDate(date, lang, { weekday: 'long', day: 'numeric', month: 'long' })
    : shortDate(date, today, lang);
}

/** `vor 14 Monaten` */
export function monthsAgo(months: number, lang: string): string {
  return new Intl.RelativeTimeFormat(lang).format(-months, 'month');
}
