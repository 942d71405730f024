import { formatDate } from '@vielfalt/feed/wording';

/** `Montag, 7. September`, with the year where it is not the year of `today`. */
export function dayName(date: string, today: string, tag: string): string {
  return formatDate(date, tag, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    ...(date.slice(0, 4) !== today.slice(0, 4) && { year: 'numeric' }),
  });
}
