import { localTime } from '@vielfalt/feed';

/** Later, a zone ahead of UTC may be in the year 10000, which no date has. */
const LATEST = Date.parse('9999-12-30T00:00Z');

/** The time by which the zone's clock is ahead of UTC at an instant, in milliseconds. */
function ahead(instant: number, timeZone: string): number {
  const known = Math.min(instant, LATEST);
  const { date, time } = localTime(known, timeZone);
  return Date.parse(`${date}T${time}Z`) - Math.floor(known / 60_000) * 60_000;
}

/**
 * The instant, in milliseconds since 1970-01-01T00:00Z, of a wall-clock moment (`2026-09-07T09:00`).
 * One that the clock leaves out in spring counts as if the clock had not been put forward; of one
 * that comes twice in autumn either may be meant.
 */
export function instantOf(moment: string, timeZone: string): number {
  const asUtc = Date.parse(`${moment}Z`);
  const near = asUtc - ahead(asUtc, timeZone);
  return asUtc - ahead(near, timeZone);
}

/** A wall-clock moment with its offset (ISO 8601): `2026-09-07T09:00:00+02:00`. */
export function withOffset(moment: string, timeZone: string): string {
  const minutes = (Date.parse(`${moment}Z`) - instantOf(moment, timeZone)) / 60_000;
  const two = (number: number) => String(Math.floor(number)).padStart(2, '0');
  const size = Math.abs(minutes);
  return `${moment}:00${minutes < 0 ? '-' : '+'}${two(size / 60)}:${two(size % 60)}`;
}
