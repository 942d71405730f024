/** The days of the week. */
export const DAYS = ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'] as const;
export type Day = (typeof DAYS)[number];

/** Milliseconds of a day. */
export const DAY = 86_400_000;
/** The last day that four digits of a year can name: 9999-12-31. */
export const LAST_DAY = 2_932_896;

/** Days since 1970-01-01 of a date as `2026-09-07`; NaN where there is no such day. */
export function dayNumber(date: string): number {
  // A bare date is UTC by ECMA-262; 30 February would be accepted as 2 March.
  const day = new Date(date).getTime() / DAY;
  return /^\d{4}-\d\d-\d\d$/.test(date) && day % 1 === 0 && dateOf(day) === date ? day : NaN;
}

/** The date of a day from 0000-01-01 to 9999-12-31. */
export function dateOf(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

/** 0 for Monday to 6 for Sunday. */
export function weekdayIndex(day: number): number {
  return (new Date(day * DAY).getUTCDay() + 6) % 7;
}
