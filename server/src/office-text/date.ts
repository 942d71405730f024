import { dayOf } from './day.js';
import { Cursor } from './schedule/cursor.js';
import { readDates } from './schedule/dates.js';
import { tokenize } from './schedule/tokens.js';

const LONGEST = 60;

/**
 * Reads a day as `2026-09-01` from "1.9.2026", "01.09.26", "1. Sept. 2026", "September 1, 2026",
 * "2026-09-01T10:00" or "01.09.2026 10:00", where an offset from UTC is ignored; undefined where
 * there is no such day, or day or year is missing. "01/09/2026" is undefined too: some begin with
 * the month.
 */
export function readDate(text: string): string | undefined {
  const trimmed = text.trim();
  const [, year, month, day] =
    /^(\d{4})-(\d\d)-(\d\d)(?:[T ]\d\d:\d\d(?::[\d.]+)?(?:Z|[+-]\d\d:?\d\d)?)?$/i.exec(trimmed) ??
    [];
  if (year) return dayOf(Number(year), Number(month), Number(day));
  if (!trimmed || trimmed.length > LONGEST) return undefined;
  const cursor = new Cursor(tokenize(trimmed));
  cursor.skip('stand', 'vom', ':');
  const [date, ...others] = readDates(cursor) ?? [];
  cursor.skip(',', 'um');
  cursor.take('time');
  return cursor.done && others.length === 0 ? date : undefined;
}
