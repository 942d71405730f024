import { splitList } from '../office-text/index.js';
import { clockText, isClock } from './clock-text.js';

const SEPARATORS = [';', '|', ','];
/** "0,375" is one figure, not a list of two. */
const FRACTION_LIST = /^0?,\d+$/;
const HAS_DATE = /\d{4}-\d\d-\d\d|\d{1,2}\.\s?(?:\d{1,2}\.|\p{L}{3,9}\.?)\s?\d{2,4}/u;

/**
 * Joins times from columns of their own into one text that can be read: "Mo; Mi", "9:00; 14:00" and
 * "12:00; 16:00" become "Mo 9:00–12:00 Uhr; Mi 14:00–16:00 Uhr". One time counts for all days. Where
 * start and end are moments or dates themselves, the text goes from one to the other.
 */
export function timetableText({
  days,
  start,
  end,
}: {
  days: string;
  start: string;
  end: string;
}): string {
  const starts = clocks(start);
  const ends = clocks(end);
  if (HAS_DATE.test(start) || HAS_DATE.test(end)) return betweenDates(days, start, end);
  const most = Math.max(starts.length, ends.length);
  if (![...starts, ...ends].every(isClock)) {
    return joined(days, [start, end].filter(Boolean).join(' bis '));
  }
  const named = most > 1 ? splitList(days, SEPARATORS) : [withoutMidnight(days)];
  // Several spans on one day.
  const isOneDay = named.length === 1 && starts.length === ends.length;
  const names = isOneDay ? [...named, ...starts.slice(1).map(() => named[0] ?? '')] : named;
  if (most > 1 && names.length !== most) return joined(days, start, end);
  return names
    .map((name, index) => {
      const [from, to] = [starts, ends].map((times) => times[index] ?? times[0]);
      const clock = from !== undefined && to !== undefined ? `${from}–${to} Uhr` : '';
      const open = from !== undefined ? `ab ${from} Uhr` : to !== undefined ? `bis ${to} Uhr` : '';
      return joined(name, clock || open);
    })
    .join('; ');
}

/** Joins dates: a moment is when something begins; a day alone may be the first of many. */
function betweenDates(days: string, start: string, end: string): string {
  if (start && end) return joined(days, `${start} bis ${end}`);
  if (end) return joined(days, `bis ${end}`);
  return joined(days, /\d:\d\d/.test(start) ? start : `ab ${start}`);
}

/** Shortens a day that a program wrote as the moment at which it begins. */
function withoutMidnight(days: string): string {
  return days.replace(/(?<=\d)[T ]00:00(?::00)?$/, '');
}

function joined(...texts: string[]): string {
  return texts.filter(Boolean).join(' ');
}

function clocks(text: string): string[] {
  const list = FRACTION_LIST.test(text) ? [text] : splitList(text, SEPARATORS);
  return list.map((time) => clockText(time.replace(/\s*(?:Uhr|h)\.?$/i, '').trim()));
}
