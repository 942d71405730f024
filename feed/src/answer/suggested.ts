import { CHECK_DAYS } from '../limits.js';
import type { Card } from '../model/wire.js';
import type { Request } from '../query/query.js';
import { addDays } from '../time/calendar.js';
import { matching, type ReadyContext } from './filter.js';

/** Comes after every date. */
const UNKNOWN = '~';

/** Comes after every date as a number. */
const LATEST = 99_999_999;

/** A date as a number that sorts; 0 where it is unknown or unreadable. */
export function dateNumber(date = ''): number {
  return Number(date.replaceAll('-', '')) || 0;
}

/**
 * The rank of a card for a visitor who has not said what matters: first what one can take part in;
 * of that what happens in the place asked for, not only serves it; of that what is not known to be
 * unchecked for more than a year; of that what comes next; of that what was checked last.
 *
 * It depends on the day, not on the clock, so that the answer stays true as long as others.
 *
 * @returns a text that sorts, smallest first
 */
export function suggestedRank(
  { query, lock }: Request,
  context: ReadyContext,
): (card: Card) => string {
  const at = query.place ?? lock.place;
  const isThere = at ? matching({ at }, context) : () => true;
  const longAgo = dateNumber(addDays(context.today, -CHECK_DAYS));
  return (card) => {
    const { status, openings, upcoming = [], checked } = card;
    const on = dateNumber(checked?.on);
    const isFull = status !== 'published' || openings?.state === 'full';
    const isOld = on > 0 && on < longAgo;
    const faults = [isFull, !isThere(card), isOld].map(Number);
    return [...faults, upcoming[0]?.start ?? UNKNOWN, LATEST - on].join(' ');
  };
}
