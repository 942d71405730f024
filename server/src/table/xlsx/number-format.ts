/** The meaning of a number by its format: a moment, or digits with leading zeros (`01067`). */
export type NumberFormat = 'date' | 'time' | 'date-time' | 'elapsed' | { digits: number };

/** Formats that workbooks name by number alone (ECMA-376, part 1, 18.8.30). */
const BUILT_IN = new Map<number, NumberFormat>([
  ...[14, 15, 16, 17, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58].map(
    (id) => [id, 'date'] as const,
  ),
  ...[18, 19, 20, 21, 32, 33, 34, 35, 45, 47, 55, 56].map((id) => [id, 'time'] as const),
  [22, 'date-time'],
  [46, 'elapsed'],
]);

const DAY = 86_400;
/** 9999-12-31; later days are not dates. */
const LAST_DAY = 2_958_466;

export function builtInFormat(id: number): NumberFormat | undefined {
  return BUILT_IN.get(id);
}

/** Interprets a format's code: `dd.mm.yyyy` a date, `[h]:mm` hours, `00000` five digits. */
export function formatOf(code: string): NumberFormat | undefined {
  if (/^0{2,}$/.test(code)) return { digits: code.length };
  if (/^(?:general|standard|@)$/i.test(code)) return undefined;
  if (/\[[hms]+\]/i.test(code)) return 'elapsed';
  const plain = code.split(';')[0]!.replace(/"[^"]*"|\[[^\]]*\]|[\\_*]./g, '');
  const isTime = /[hs]|am\/pm/i.test(plain);
  const isDate = /[yd]/i.test(plain) || (/m/i.test(plain) && !isTime);
  if (isDate) return isTime ? 'date-time' : 'date';
  return isTime ? 'time' : undefined;
}

/**
 * Returns a number as its format shows it: `2026-01-05`, `2026-01-05T09:00`, `09:00`, `01067`; the
 * number itself where it is not a moment.
 * @param serial days since the beginning of the workbook's calendar
 * @param from1904 whether that is 1904 (once Macintosh) or 1900
 */
export function formatted(
  serial: number,
  format: NumberFormat,
  from1904: boolean,
): string | number {
  if (typeof format === 'object') {
    return Number.isInteger(serial) && serial >= 0
      ? String(serial).padStart(format.digits, '0')
      : serial;
  }
  if (serial < 0 || serial >= LAST_DAY) return serial;
  const seconds = Math.round(serial * DAY);
  const day = Math.floor(seconds / DAY);
  if (format === 'elapsed') return clock(seconds);
  if (format === 'time') return clock(seconds % DAY);
  if (day === 0 && !from1904) return format === 'date' ? serial : clock(seconds);
  const date = dateOf(day, from1904);
  const isMidnight = seconds % DAY === 0;
  return format === 'date' || isMidnight ? date : `${date}T${clock(seconds % DAY)}`;
}

/** Returns the date of a day; in the calendar from 1900 the day 60 is a 29 February that never was. */
function dateOf(day: number, from1904: boolean): string {
  const first = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, day < 60 ? 31 : 30);
  return new Date(first + day * DAY * 1000).toISOString().slice(0, 10);
}

function clock(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  return [Math.floor(minutes / 60), minutes % 60]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');
}
