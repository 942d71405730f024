const RIGHT_TO_LEFT = /^(ar|fa|ps|ur|ckb|sd|ug|he|yi|dv|aii|syr)(-|$)|-(arab|hebr|syrc|thaa)(-|$)/i;

/** The direction that a language (BCP 47 tag) is written in. */
export function direction(tag: string): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT.test(tag) && !/-latn(-|$)/i.test(tag) ? 'rtl' : 'ltr';
}

const names = new Map<string, Intl.DisplayNames>();

/** What a language is called in another one; the tag itself where nobody knows. */
export function languageName(tag: string, inLanguage: string): string {
  // Making one takes milliseconds.
  let display = names.get(inLanguage);
  if (!display) {
    display = new Intl.DisplayNames(inLanguage, { type: 'language', fallback: 'none' });
    names.set(inLanguage, display);
  }
  const name = display.of(tag);
  return name ? name.charAt(0).toLocaleUpperCase(inLanguage) + name.slice(1) : tag;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/**
 * Formats a local date of the directory's zone (`2026-09-07`, or the beginning of a moment). It is
 * read and written as if the zone were UTC, so that no zone moves a day.
 */
export function formatDate(date: string, tag: string, options: Intl.DateTimeFormatOptions): string {
  // Making a format costs far more than using one.
  const key = tag + JSON.stringify(options);
  let format = formats.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(tag, { ...options, timeZone: 'UTC' });
    formats.set(key, format);
  }
  return format.format(Date.parse(date.slice(0, 10)));
}

/** `7. September 2026` */
export function longDate(date: string, tag: string): string {
  return formatDate(date, tag, { dateStyle: 'long' });
}

/** `Mo., 7. Sept.`, with the year where it is not the year of `today`. */
export function shortDate(date: string, today: string, tag: string): string {
  return formatDate(date, tag, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    ...(date.slice(0, 4) !== today.slice(0, 4) && { year: 'numeric' }),
  });
}

/** `Montag, 7. September`, with the year where it is not the year of `today`. */
export function dayName(date: string, today: string, tag: string): string {
  return formatDate(date, tag, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    ...(date.slice(0, 4) !== today.slice(0, 4) && { year: 'numeric' }),
  });
}

/** The name of a weekday; 0 is Monday. */
export function weekdayName(index: number, tag: string, weekday: 'short' | 'long'): string {
  // 1 January 2024 was a Monday.
  return formatDate(`2024-01-0${index + 1}`, tag, { weekday });
}

/** An amount of money; cents only where there are any. `currency` as in ISO 4217. */
export function money(amount: number, currency: string, tag: string): string {
  const isWhole = Number.isInteger(amount);
  const digits = isWhole ? { minimumFractionDigits: 0, maximumFractionDigits: 0 } : {};
  return amount.toLocaleString(tag, { style: 'currency', currency, ...digits });
}
