import { dayNumber } from '@vielfalt/feed';
import type { Cursor } from './cursor.js';
import { readDates } from './dates.js';
import type { Days } from './days.js';
import { DAY, takeClock, type Span } from './spans.js';

/**
 * From a moment of one day to one of the same or the next: "14.08.2026, 14 Uhr bis 15.08.2026, 13 Uhr",
 * `2026-12-13 09:00 – 2026-12-13 11:00`.
 */
export function readMoments(cursor: Cursor): { days: Days; span: Span } | undefined {
  return cursor.attempt(() => {
    const from = takeMoment(cursor);
    cursor.takeAny(',');
    if (!from || !cursor.takeAny('-', '/', 'bis', 'to', 'until')) return undefined;
    cursor.skip('zum');
    const to = takeMoment(cursor);
    if (!to) return undefined;
    const end = (dayNumber(to.date) - dayNumber(from.date)) * DAY + to.minutes;
    if (end <= from.minutes || end >= 2 * DAY) return undefined;
    return {
      days: { kind: 'dates' as const, dates: [from.date] },
      span: { start: from.minutes, end },
    };
  });
}

function takeMoment(cursor: Cursor): { date: string; minutes: number } | undefined {
  const [date, ...others] = readDates(cursor) ?? [];
  cursor.skip(',', 'um', 'ab', 'von', 'at');
  const clock = takeClock(cursor);
  return date === undefined || others.length > 0 || !clock || clock.bare
    ? undefined
    : { date, minutes: clock.minutes };
}
