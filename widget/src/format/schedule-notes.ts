import type { Schedule } from '@vielfalt/feed';
import { detailTexts } from '../locales/details.js';
import { fill } from '../locales/locale.js';
import type { Locale } from '../locales/locale.js';
import { present } from '../offer-card/words.js';
import { shortDate } from './date.js';

/** What holds for a whole schedule: until when, by appointment, not on holidays. */
export function scheduleNotes(schedule: Schedule, today: string, locale: Locale): string[] {
  const { validFrom, validTo, closed = [], byAppointment, anyTime } = schedule;
  const { until, byAppointment: appointment } = locale.card;
  const { time } = detailTexts(locale);
  const date = (day: string) => ({ date: shortDate(day, today, locale.tag) });
  return present([
    present([
      validFrom && validFrom > today && fill(time.from, date(validFrom)),
      validTo && fill(until, date(validTo)),
    ]).join(' '),
    byAppointment && appointment,
    anyTime && time.anyTime,
    closed.includes('public-holidays') && time['public-holidays'],
    closed.includes('school-holidays') && time['school-holidays'],
  ]);
}
