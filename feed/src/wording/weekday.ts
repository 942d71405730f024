import { formatDate } from './date.js';

/** The name of a weekday; 0 is Monday. */
export function weekdayName(index: number, tag: string, weekday: 'short' | 'long'): string {
  // 1 January 2024 was a Monday.
  return formatDate(`2024-01-0${index + 1}`, tag, { weekday });
}
