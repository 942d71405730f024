import type { Schedule } from '../model/schedule.js';
import { shortDate } from './date.js';
import { fill } from './fill.js';
import { present } from './list.js';
import type { DetailWording } from './words.js';

/** Notes on a whole schedule: until when, by appointment, not on holidays. */
export function scheduleNotes(
  schedule: Schedule,
  today: string,
  { tag, card, details: { time } }: DetailWording,
): string[] {
  const { validFrom, validTo, closed = [], byAppointment, anyTime } = schedule;
  const date = (day: string) => ({ date: shortDate(day, today, tag) });
  return present([
    present([
      validFrom && validFrom > today && fill(time.from, date(validFrom)),
      validTo && fill(card.until, date(validTo)),
    ]).join(' '),
    byAppointment && (schedule.times?.length ? card.alsoByAppointment : card.byAppointment),
    anyTime && time.anyTime,
    closed.includes('public-holidays') && time['public-holidays'],
    closed.includes('school-holidays') && time['school-holidays'],
  ]);
}
