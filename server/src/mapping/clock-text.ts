import type { CellValue } from '../table/table.js';

const CLOCK =
  /^(?:[01]?\d|2[0-4])(?:[:.h]\d\d(?::\d\d)?)?(?: ?(?:Uhr|h))?\.?$|^(?:0?\d|1[0-2])(?:[:.]\d\d)? ?[ap]\.?m\.?$/i;
/** What spreadsheets put before a time of day where they write it as a moment. */
const CALENDARS_BEGIN = /^(?:1899-12-3[01]|1900-01-0[01]|1904-01-01|3[01]\.12\.1899)[T ]/;
const FRACTION = /^0?[.,]\d+$/;
const MINUTES = 24 * 60;

/** Whether a text is one time of day and nothing else. */
export function isClock(text: string): boolean {
  return CLOCK.test(text);
}

/** As `isClock`, but no bare figure. */
export function isPlainlyClock(text: string): boolean {
  return isClock(text) && !/^\d+$/.test(text);
}

/**
 * A time of day as people write it: spreadsheets store it as a part of a day (`0.375` is 9 o'clock)
 * or as a moment on their first one. Anything else as it is.
 */
export function clockText(text: string): string {
  const plain = text.replace(CALENDARS_BEGIN, '');
  return FRACTION.test(plain) ? (clockOf(Number(plain.replace(',', '.'))) ?? plain) : plain;
}

/** Both, where a list holds two times of day alone: `["08:00", "17:00"]`. */
export function spanIn(cell: CellValue): string | undefined {
  if (typeof cell !== 'object' || cell.length !== 2) return undefined;
  const [from = '', to = ''] = cell.map((each) => each.trim());
  return isClock(from) && isClock(to) ? `${from}–${to}` : undefined;
}

/** Timetables keep to five minutes; what does not is not part of a day. */
function clockOf(share: number): string | undefined {
  const minutes = Math.round(share * MINUTES);
  const isExact = Math.abs(share * MINUTES - minutes) < 0.01 && minutes % 5 === 0;
  if (!isExact || minutes === MINUTES) return undefined;
  return [Math.floor(minutes / 60), minutes % 60]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');
}
