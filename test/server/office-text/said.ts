import type { Recurrence } from '@vielfalt/feed';
import { readSchedule } from '../../../server/src/office-text/index.js';

/** A Thursday, the first day of a year and of a month. */
export const FROM = '2026-01-01';

/** What a text about times was read as, in one line: `WEEKLY MO 2026-01-05T09:00–12:00; closed …`. */
export function said(text: string): string {
  const { schedule, complete } = readSchedule(text, { from: FROM, timeZone: 'Europe/Berlin' });
  const { times = [], closed, byAppointment, anyTime, validFrom, validTo } = schedule;
  return [
    ...times.map(timeLine),
    ...(closed ? [`closed ${closed.toSorted().join(' ')}`] : []),
    ...(byAppointment ? ['by appointment'] : []),
    ...(anyTime ? ['any time'] : []),
    ...(validFrom ? [`from ${validFrom}`] : []),
    ...(validTo ? [`to ${validTo}`] : []),
    ...(complete ? [] : ['text']),
  ].join('; ');
}

function timeLine(time: Recurrence): string {
  const { dtstart, dtend, freq = 'ONCE', interval, byday, bymonthday, rdate, exdate } = time;
  return [
    `${freq}${interval ? `/${interval}` : ''}`,
    byday?.join(','),
    bymonthday,
    `${dtstart}${dtend ? `–${endOf(dtend, dtstart)}` : ''}`,
    rdate && `and ${rdate.join(' ')}`,
    exdate && `but ${exdate.join(' ')}`,
  ]
    .filter(Boolean)
    .join(' ');
}

/** The time alone where it ends on the day on which it begins, or in the night after it. */
function endOf(dtend: string, dtstart: string): string {
  const days = (Date.parse(dtend.slice(0, 10)) - Date.parse(dtstart.slice(0, 10))) / 86_400_000;
  return days > 1 ? dtend : dtend.slice(11) || dtend;
}
