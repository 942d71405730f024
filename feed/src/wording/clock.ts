import { fill } from './fill.js';
import type { CardWords } from './words.js';

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
