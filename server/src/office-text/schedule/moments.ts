import { dayNumber } from '@vielfalt/feed';
import type { Cursor } from './cursor.js';
import { rangeOf, takeDate, type PartOfDate } from './dates.js';
import { MOST_DAYS, type StatedDays } from './days.js';
import { ALL_DAY, DAY_MINUTES, takeClock, type TimeSpan } from './spans.js';

/**
 * Reads a span from a moment of one day to one of the same or another: "14.08.2026, 14 Uhr bis
 * 15.08.2026, 13 Uhr", "13.12. 9:00 bis 15.12.2026 17:00", `2026-12-13 09:00 – 2026-12-13 11:00`.
 * Spans from the first minute to the last are whole days.
 */
export function readMoments(cursor: Cursor): { days: StatedDays; span: TimeSpan } | undefined {
  return cursor.attempt(() => {
    const first = takeMoment(cursor);
    cursor.takeAny(',');
    if (!first || !cursor.takeAny('-', '/', 'bis', 'to', 'until')) return undefined;
    cursor.skip('zum');
    const last = takeMoment(cursor);
    const range = last && rangeOf(first.date, last.date);
    if (!range) return undefined;
    const { from, to } = range;
    const days = dayNumber(to) - dayNumber(from);
    const [start, end] = [first.minutes, days * DAY_MINUTES + last.minutes];
    if (end <= start || days >= MOST_DAYS) return undefined;
    if (start === 0 && last.minutes >= DAY_MINUTES - 1) {
      return { days: { kind: 'range' as const, from, to }, span: ALL_DAY };
    }
    return { days: { kind: 'dates' as const, dates: [from] }, span: { start, end } };
  });
}

function takeMoment(cursor: Cursor): { date: PartOfDate; minutes: number } | undefined {
  const date = takeDate(cursor);
  cursor.skip(',', 'um', 'ab', 'von', 'at');
  const clock = takeClock(cursor);
  return date && clock && !clock.bare ? { date, minutes: clock.minutes } : undefined;
}
