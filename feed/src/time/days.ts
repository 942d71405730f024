const DAY = 86_400_000;
const FIRST_DAY = dayNumber('0000-01-01');
/** The last day that four digits of a year can name. */
export const LAST_DAY = dayNumber('9999-12-31');

/** Days since 1970-01-01 of a date as `2026-09-07`; NaN where there is no such day. */
export function dayNumber(date: string): number {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(date) ?? [];
  // Date.parse of a bare date is UTC by ECMA-262; it lets 30 February through as 2 March.
  const moment = Date.parse(date);
  const sameDay = new Date(moment).getUTCDate() === Number(day);
  return year && month && sameDay ? moment / DAY : NaN;
}

/** The date with this day number. Throws RangeError outside the years 0 to 9999. */
export function dateOf(day: number): string {
  if (!(day >= FIRST_DAY && day <= LAST_DAY)) throw new RangeError(`No such day: ${day}`);
  return new Date(day * DAY).toISOString().slice(0, 10);
}

/** 0 for Monday to 6 for Sunday. */
export function weekdayIndex(day: number): number {
  // 1970-01-01 was a Thursday; the second modulo serves the days before it.
  return (((day + 3) % 7) + 7) % 7;
}
