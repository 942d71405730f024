import { dayNumber } from '@vielfalt/feed';

/** A day of the calendar as `2026-09-07`; undefined where there is no such day. */
export function dayOf(year: number, month: number, day: number): string | undefined {
  const two = (value: number) => String(value).padStart(2, '0');
  const date = `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
  return Number.isNaN(dayNumber(date)) ? undefined : date;
}
