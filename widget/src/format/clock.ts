import { fill } from '../locales/locale.js';
import type { Locale } from '../locales/locale.js';

/** A time of day or a span (`HH:MM`) as people write it: `9–12 Uhr`, `9:30–12:00 Uhr`. */
export function clock(locale: Locale, from: string, to?: string): string {
  const { clock: exact, hours } = locale.card;
  const times = to ? [from, to] : [from];
  const whole = hours !== undefined && times.every((time) => time.endsWith(':00'));
  const short = times.map((time) => time.replace(/^0/, '').slice(0, whole ? -3 : undefined));
  return fill(whole ? hours : exact, { time: short.join('–') });
}
