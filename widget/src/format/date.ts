import { formatDate, shortDate } from '@vielfalt/feed/wording';

/** Whole months from one local date to another, as people count them. */
export function monthsBetween(from: string, to: string): number {
  const months = (date: string) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
  return months(to) - months(from) - (to.slice(8) < from.slice(8) ? 1 : 0);
}

/**
 * `Heute`, `Morgen`, within a week `Montag, 7. September`, else the short date.
 * @param isInside whether it stands inside a sentence: `heute`
 */
export function dayName(date: string, today: string, lang: string, isInside?: boolean): string {
  const days = (new Date(date.slice(0, 10)).getTime() - new Date(today).getTime()) / 86_400_000;
  if (days === 0 || days === 1) {
    const name = new Intl.RelativeTimeFormat(lang, { numeric: 'auto' }).format(days, 'day');
    return isInside ? name : name.charAt(0).toLocaleUpperCase(lang) + name.slice(1);
  }
  return days > 0 && days < 7
    ? formatDate(date, lang, { weekday: 'long', day: 'numeric', month: 'long' })
    : shortDate(date, today, lang);
}

/** `vor 14 Monaten` */
export function monthsAgo(months: number, lang: string): string {
  return new Intl.RelativeTimeFormat(lang).format(-months, 'month');
}
