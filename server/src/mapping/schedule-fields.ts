import { IGNORE } from './field.js';
import type { Field } from './field.js';

/** The fields that say when an offer takes place. */
export const SCHEDULE_FIELDS: readonly Field[] = [
  {
    name: 'schedule',
    label: 'times in one cell: “Mo–Do 9–12 Uhr”, “jeden 1. Dienstag im Monat”, “nach Vereinbarung”',
    reader: 'schedule',
    headers: `
      Zeit, Zeiten, Öffnungszeiten, Öffnungszeit, Termin, Termine, Wann, Sprechzeiten, Sprechzeit,
      Sprechstunde, Sprechstunden, Kurszeiten, Kurszeit, Uhrzeit, Uhrzeiten, Turnus, Zeitpunkt, Wann findet
      es statt, Angebotszeiten, Tag und Uhrzeit, Trainingszeiten, Beratungszeiten, opening hours,
      times, time, when, schedule, hours, dates`,
  },
  {
    name: 'schedule.days',
    label: 'the weekday or weekdays, where start and end have columns of their own',
    reader: 'part',
    headers: `
      Wochentag, Wochentage, Tag, Tage, weekday, weekdays, day, days, days of week, day of week,
      byday`,
  },
  {
    name: 'schedule.start',
    label: 'when it begins on those days',
    reader: 'part',
    headers: `
      von, Beginn Uhrzeit, Uhrzeit von, Uhrzeit Beginn, Beginn, ab, Zeit von, Anfang, start, start
      time, starts, from, opens at, opens, opening time, öffnet, öffnet um, Startzeit, Anfangszeit,
      Beginnzeit, event start time`,
  },
  {
    name: 'schedule.end',
    label: 'when it ends on those days',
    reader: 'part',
    headers: `
      bis, Ende Uhrzeit, Uhrzeit bis, Uhrzeit Ende, Ende, Zeit bis, end, end time, ends, to, until,
      closes at, closes, closing time, schließt, schließt um, Endzeit, Schluss, event end time`,
  },
  {
    name: 'schedule.times',
    label: 'times as JSON, as `vielfalt export` writes them',
    reader: 'json',
    text: 'schedule.text',
  },
  {
    name: 'schedule.closed',
    label: '`public-holidays`, `school-holidays`',
    reader: 'choices',
    text: 'schedule.text',
    words: {
      Feiertage: 'public-holidays',
      Feiertag: 'public-holidays',
      Ferien: 'school-holidays',
      Schulferien: 'school-holidays',
    },
  },
  {
    name: 'schedule.byAppointment',
    label: 'whether one makes an appointment',
    reader: 'yes-no',
    text: 'schedule.text',
    headers: 'nach Vereinbarung, Termin nötig, Terminvereinbarung, by appointment',
  },
  {
    name: 'schedule.anyTime',
    label: 'whether one may join at any time',
    reader: 'yes-no',
    text: 'schedule.text',
    headers: 'laufender Einstieg, Einstieg jederzeit, Einstieg jederzeit möglich, any time',
  },
  { name: 'schedule.text', label: 'times as text, not read', reader: 'text' },
  {
    name: 'schedule.period',
    label: 'the first and the last day in one cell: “1.9.2026 – 30.6.2027”, “bis 31.12.2026”',
    reader: 'period',
    text: 'schedule.text',
    words: { unbefristet: IGNORE, fortlaufend: IGNORE, laufend: IGNORE, dauerhaft: IGNORE },
    headers:
      'Laufzeit, Zeitraum, Projektlaufzeit, Kurszeitraum, Gültigkeit, Dauer, period, duration',
  },
  {
    name: 'schedule.validFrom',
    label: 'the first day',
    reader: 'date',
    text: 'schedule.text',
    headers: `
      Startdatum, Kursbeginn, Beginn am, gültig von, gültig ab, Datum von, Laufzeit von, von Datum,
      Starttermin, Beginn, Start, start date, valid from, begins, Anfangsdatum, Datum
      Beginn, event start date`,
  },
  {
    name: 'schedule.validTo',
    label: 'the last day; afterwards it is no longer shown',
    reader: 'date',
    text: 'schedule.text',
    headers: `
      Enddatum, Kursende, Ende am, gültig bis, Datum bis, Laufzeit bis, bis Datum, Ende,
      Befristet bis, Projektende, end date, valid to, valid until, expires, event end
      date`,
  },
];
