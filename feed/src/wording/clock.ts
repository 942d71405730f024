import type { Occurrence } from '../model/schedule.js';
import { midnight, shortDate } from './date.js';
import { fill } from './fill.js';
import type { CardWording, CardWords } from './words.js';

/** A time of day or a span (`HH:MM`) as people write it: `9–12 Uhr`, `9:30–12:00 Uhr`. */
export function clock(
  { clock: exact, hours }: Pick<CardWords, 'clock' | 'hours'>,
  from: string,
  to?: string,
): string {
  const times = to ? [from, to] : [from];
  const whole = hours !== undefined && times.every((time) => time.endsWith(':00'));
  const short = times.map((time) => time.replace(/^0/, '').slice(0, whole ? -3 : undefined));
  return fill(whole ? hours : exact, { time: short.join('–') });
}

/** The last day of what ends then, and the time at which that day's part of it ends: midnight is 24:00. */
export function lastOf(end: string): [day: string, time: string] {
  const [day, time] = [end.slice(0, 10), end.slice(11)];
  const before = midnight(day) - 86_400_000;
  if (time > '00:00' || Number.isNaN(before)) return [day, time];
  return [new Date(before).toISOString().slice(0, 10), time && '24:00'];
}

/**
 * The time beside the day on which an occurrence begins: `9–12 Uhr`, `ganztägig`, `rund um die
 * Uhr`. An end on another day names that day, `14 Uhr, bis Sa., 15. Aug., 13 Uhr`; midnight is the
 * end of the day before it.
 */
export function sayTime(
  { start, end }: Occurrence,
  today: string,
  { tag, card }: CardWording,
): string {
  const first = start.slice(0, 10);
  const [last, to] = end ? lastOf(end) : [first, ''];
  const isLong = last !== first;
  const until = shortDate(last, today, tag) + (to && card.comma + clock(card, to));
  return (
    sayHours(start.slice(11), isLong ? '' : to, card) +
    (isLong ? card.comma + fill(card.until, { date: until }) : '')
  );
}

/** The times of one day: none is all of it, and so is all from 00:00 to 24:00. */
export function sayHours(from: string, to: string, card: CardWords): string {
  if (!from) return card.allDay;
  return from + to === '00:0024:00' ? card.aroundTheClock : clock(card, from, to);
}
