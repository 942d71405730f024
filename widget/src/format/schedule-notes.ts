import type { Schedule } from '@vielfalt/feed';
import { fill } from '../locales/locale.js';
import type { Locale } from '../locales/locale.js';
import { shortDate } from './date.js';

/** Those of the texts that there are. */
export function present(texts: (string | false | 0 | undefined)[]): string[] {
  return texts.filter((text): text is string => !!text);
}

/** What holds for a whole schedule: until when, by appointment, not on holidays. */
export function scheduleNotes(schedule: Schedule, today: string, locale: Locale): string[] {
  const { validFrom, validTo, closed = [], byAppointment, anyTime } = schedule;
  const { time } = locale.card;
  const date = (day: string) => ({ date: shortDate(day, today, locale.tag) });
  return present([
    present([
      validFrom && validFrom > today && fill(time.from, date(validFrom)),
      validTo && fill(time.until, date(validTo)),
    ]).join(' '),
    byAppointment && time.byAppointment,
    anyTime && time.anyTime,
    ...closed.map((when) => time[when]),
  ]);
}
