import type { Point } from '@vielfalt/feed';

/** One coordinate, and which of the two it is, where it says so: "51.43 N". */
export interface Coordinate {
  degrees: number;
  axis?: 'lat' | 'lng';
}

const LONGEST = 300;
const DIRECTION = 'nord|north|süd|south|ost|east|west|[nsewo]';
const DEGREES = String.raw`[-−+]?\d{1,3}(?:[.,]\d+)?`;
const MINUTES = String.raw`\s*°\s*(\d{1,2}(?:[.,]\d+)?)\s*['′’]\s*(?:(\d{1,2}(?:[.,]\d+)?)\s*(?:["″”]|'')?)?`;
const NUMBER = `(${DEGREES})(?:${MINUTES}|\\s*°)?`;
const ONE = new RegExp(`^(?:(${DIRECTION})\\.?\\s*)?${NUMBER}\\s*(?:(${DIRECTION})\\.?)?$`, 'iu');
/** Within a pair, a whole number is something else, unless it has a unit or direction: "51°N". */
const TELLING = String.raw`(?:[-−+]?\d{1,3}[.,]\d+|[-−+]?\d{1,3}(?=\s*(?:°|(?:${DIRECTION})(?!\p{L}))))`;
const REST = `(?:${MINUTES}|\\s*°)?`;
const WITH_FIRST = new RegExp(`(?<!\\p{L})(?:${DIRECTION})\\.?\\s*${DEGREES}${REST}`, 'giu');
const WITH_LAST = new RegExp(`(?<!\\d)${TELLING}${REST}(?:\\s*(?:${DIRECTION})(?!\\p{L}))?`, 'giu');
/** WKT, GeoJSON, and texts that name the longitude before the latitude. */
const LNG_FIRST = /^\W*(?:point\s*\(|lng|lon|l[äa]nge|\{.*"coordinates")/iu;

/**
 * Reads "51.4312", "51,4312°", "51.43N", "O 7,33", "51° 26′ 12″ N"; undefined for anything else.
 */
export function readCoordinate(text: string): Coordinate | undefined {
  const found = text.length <= LONGEST ? ONE.exec(text.trim()) : null;
  if (!found) return undefined;
  const [, before, whole, minutes, seconds, after] = found;
  if (before !== undefined && after !== undefined) return undefined;
  const direction = (before ?? after)?.charAt(0).toLowerCase();
  const size = number(whole) + (Math.sign(number(whole)) || 1) * parts(minutes, seconds);
  if (direction === undefined) return { degrees: size };
  if (size < 0) return undefined;
  return {
    degrees: rounded('sw'.includes(direction) ? -size : size),
    axis: 'ns'.includes(direction) ? 'lat' : 'lng',
  };
}

/**
 * Reads two coordinates in one cell: "51.43, 7.33", "51,43 / 7,33", "51.43N 7.33E", "POINT(7.33
 * 51.43)".
 * @param lngFirst whether the longitude stands first where nothing says so, as in GeoJSON (RFC
 *   7946, 3.1.1), which may have an altitude after it
 */
export function readPoint(text: string, { lngFirst = false } = {}): Point | undefined {
  if (text.length > LONGEST) return undefined;
  const pattern = new RegExp(`^\\W*(?:${DIRECTION})\\.?\\s*\\d`, 'iu').test(text)
    ? WITH_FIRST
    : WITH_LAST;
  const isTurned = lngFirst || LNG_FIRST.test(text);
  const [first, second, ...more] = [...text.matchAll(pattern)].map(([each]) =>
    readCoordinate(each),
  );
  if (!first || !second || more.length > (isTurned ? 1 : 0)) return undefined;
  if (first.axis !== undefined && first.axis === second.axis) return undefined;
  const isLngFirst =
    first.axis === 'lng' || second.axis === 'lat' || (first.axis === undefined && isTurned);
  const [lat, lng] = isLngFirst ? [second.degrees, first.degrees] : [first.degrees, second.degrees];
  return { lat, lng };
}

function number(text = '0'): number {
  return Number(text.replace('−', '-').replace(',', '.'));
}

function parts(minutes?: string, seconds?: string): number {
  return rounded(number(minutes) / 60 + number(seconds) / 3600);
}

/** Rounds to seven decimals: a degree's seventh decimal is a centimetre. */
function rounded(degrees: number): number {
  return Math.round(degrees * 1e7) / 1e7;
}
