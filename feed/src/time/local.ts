import { intl } from '../intl.js';

/** A wall-clock moment in some zone: `{ date: '2026-09-07', time: '09:00' }`. */
export interface LocalMoment {
  date: string;
  time: string;
}

/**
 * The local date and time in a zone.
 *
 * @param now milliseconds since 1970-01-01T00:00Z
 * @param timeZone an IANA name; RangeError where the platform does not know it
 */
export function localTime(now: number, timeZone: string): LocalMoment {
  // Swedish writes dates and times as ISO 8601 does: `2026-09-07 09:00`.
  const format = intl('DateTimeFormat', 'sv', { dateStyle: 'short', timeStyle: 'short', timeZone });
  const [date = '', time = ''] = format.format(now).split(' ');
  return { date, time };
}
