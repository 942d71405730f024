import type { CellValue } from '../table/table.js';

const CLOCK =
  /^(?:[01]?\d|2[0-4])(?:[:.h]\d\d(?::\d\d)?)?(?: ?(?:Uhr|h))?\.?$|^(?:0?\d|1[0-2])(?:[:.]\d\d)? ?[ap]\.?m\.?$/i;
/** The date that spreadsheets put before a time of day when they write it as a moment. */
const CALENDARS_BEGIN = /^(?:1899-12-3[01]|1900-01-0[01]|1904-01-01|3[01]\.12\.1899)[T ]/;
const FRACTION = /^0?[.,]\d+$/;
const MINUTES = 24 * 60;

/** Tells whether a text is one time of day and nothing else. */
export function isClock(text: string): boolean {
  return CLOCK.test(text);
}

/** Like `isClock`, but a bare figure does not count. */
export function isPlainlyClock(text: string): boolean {
  return isClock(text) && !/^\d+$/.test(text);
}

/**
 * Returns a time of day as people write it: spreadsheets store it as a part of a day (`0.375` is
 * 9 o'clock) or as a moment on their first one. Returns anything else as it is.
 */
export function clockText(text: string): string {
  const plain = text.replace(CALENDARS_BEGIN, '');
  return FRACTION.test(plain) ? (clockOf(Number(plain.replace(',', '.'))) ?? plain) : plain;
}

/** Returns both times as a span, where a list holds exactly two: `["08:00", "17:00"]`. */
export function spanIn(cell: CellValue): string | undefined {
  if (typeof cell !== 'object' || cell.length !== 2) return undefined;
  const [from = '', to = ''] = cell.map((each) => each.trim());
  return isClock(from) && isClock(to) ? `${from}–${to}` : undefined;
}

/** Reads a share of a day as a time. Timetables keep to five minutes; other fractions are not times. */
function clockOf(share: number): string | undefined {
  const minutes = Math.round(share * MINUTES);
  const isExact = Math.abs(share * MINUTES - minutes) < 0.01 && minutes % 5 === 0;
  if (!isExact || minutes === MINUTES) return undefined;
  return [Math.floor(minutes / 60), minutes % 60]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');
}
