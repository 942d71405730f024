/** A wall-clock moment in some zone: `{ date: '2026-09-07', time: '09:00' }`. */
export interface LocalMoment {
  date: string;
  time: string;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** One format per zone, because making one is what costs. */
function formatFor(timeZone: string): Intl.DateTimeFormat {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
    });
    formats.set(timeZone, format);
  }
  return format;
}

/**
 * What calendar and clock show in a zone.
 *
 * @param now milliseconds since 1970-01-01T00:00Z
 * @param timeZone an IANA name; RangeError where the platform does not know it
 */
export function localTime(now: number, timeZone: string): LocalMoment {
  const parts: Partial<Record<Intl.DateTimeFormatPartTypes, string>> = {};
  for (const { type, value } of formatFor(timeZone).formatToParts(now)) parts[type] = value;
  const { year = '', month, day, hour, minute } = parts;
  return { date: `${year.padStart(4, '0')}-${month}-${day}`, time: `${hour}:${minute}` };
}
