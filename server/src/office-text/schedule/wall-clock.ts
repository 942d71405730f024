import { localTime } from '@vielfalt/feed';

/**
 * Days on which spreadsheets' calendars begin: a time of day is stored as a moment on one of them.
 */
const CALENDARS_BEGIN =
  /(?<!\d)(?:1899-12-3[01]|1900-01-0[01]|1904-01-01|3[01]\.12\.1899|0?1\.01\.1904)[T ](?=\d{1,2}:\d\d)/gi;
/**
 * A moment as programs write it (ISO 8601, RFC 3339), with or without its offset from UTC. With a
 * negative offset, seconds are required: "T09:00-11:00" may be two hours.
 */
const MOMENT =
  /(?<![\d-])(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(?!(?<=T\d\d:\d\d)-\d)(?:(:\d\d)(?:[.,]\d+)?)?(Z|\+\d\d(?::?\d\d)?|(?<=:\d\d:\d\d(?:[.,]\d+)?)-\d\d:?\d\d)?(?![\d:])/gi;
/** From one day to the other (ISO 8601-1, 5.5): "2026-12-13/2026-12-15". */
const INTERVAL = /(?<![\d-])(\d{4}-\d\d-\d\d)\/(?=\d{4}-\d\d-\d\d(?![\d-]))/g;
const GERMAN_MIDNIGHT = /^(\d{1,2}\.\d{1,2}\.\d{4}) 00:00:00$/;

/**
 * Converts the moments that a program wrote in a text to the directory's local time:
 * `2026-12-13T08:00:00Z` is "2026-12-13 09:00" in Berlin. Where all of them are midnight to the
 * second, the program meant the days alone.
 *
 * @param timeZone an IANA name
 */
export function wallClock(text: string, timeZone: string): string {
  const spans = text.replace(INTERVAL, '$1 - ');
  if (!/\d:\d\d/.test(spans)) return spans;
  const plain = spans.replace(CALENDARS_BEGIN, '').replace(GERMAN_MIDNIGHT, '$1');
  const moments = [...plain.matchAll(MOMENT)].map((match) => shown(match, timeZone));
  const areDays = moments.every(({ time, seconds }) => time === '00:00' && seconds === ':00');
  let index = 0;
  return plain.replace(MOMENT, (whole) => {
    const moment = moments[index++];
    if (!moment?.date) return whole;
    const { date, time, seconds } = moment;
    if (areDays) return date;
    return `${date} ${time}${seconds === ':00' ? '' : seconds}`;
  });
}

/** The moment in local time; `date` is empty where there is no such moment. */
function shown(
  [, date = '', time = '', seconds = '', distance = '']: RegExpMatchArray,
  timeZone: string,
): { date: string; time: string; seconds: string } {
  if (!distance) return { date, time, seconds };
  const [, sign = '', hours = '', minutes = '00'] = /^([+-])(\d\d):?(\d\d)?$/.exec(distance) ?? [];
  const zone = sign ? `${sign}${hours}:${minutes}` : 'Z';
  const instant = Date.parse(`${date}T${time}${seconds || ':00'}${zone}`);
  return Number.isNaN(instant)
    ? { date: '', time, seconds }
    : { ...localTime(instant, timeZone), seconds };
}
