import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readSchedule } from '../../../server/src/office-text/index.js';
import { FROM, said } from './said.js';

/** Texts and what each is wholly understood as. */
function understands(name: string, table: Record<string, string>): void {
  describe(name, () => {
    for (const [text, meaning] of Object.entries(table)) {
      test(JSON.stringify(text), () => {
        assert.equal(said(text), meaning);
      });
    }
  });
}

const MONDAY = 'WEEKLY MO 2026-01-05T09:00–12:00';
const WORKDAYS = 'WEEKLY MO,TU,WE,TH,FR 2026-01-01T09:00–12:00';

understands('weekdays and times in every spelling', {
  'Mo 9-12': MONDAY,
  'Mo. 9:00 – 12:00 Uhr': MONDAY,
  'montags von 9 bis 12 Uhr': MONDAY,
  'Jeden Montag, 09.00-12.00 Uhr': MONDAY,
  'MONTAG: 9h–12h': MONDAY,
  'Montagvormittag 9–12 Uhr': MONDAY,
  '9–12 Uhr montags': MONDAY,
  'Mondays 9 am to noon': 'text',
  'every Monday 9am–12pm': MONDAY,
  'Mo zwischen 9 und 12 Uhr': MONDAY,
  'Mo (9–12 Uhr)': MONDAY,
  'Mo\t9\u2009–\u200912\u00a0Uhr': MONDAY,
  'Öffnungszeiten: Mo–Fr 9–12 Uhr': WORKDAYS,
  'Mo. bis einschließlich Fr. 9–12 h': WORKDAYS,
  'Mon-Fri 9:00-12:00': WORKDAYS,
  'Mo, Mi und Fr 8–10 Uhr': 'WEEKLY MO,WE,FR 2026-01-02T08:00–10:00',
  'Mo Mi Fr 8–10 Uhr': 'WEEKLY MO,WE,FR 2026-01-02T08:00–10:00',
  'Sa/So 10–16 Uhr': 'WEEKLY SA,SU 2026-01-03T10:00–16:00',
  'am Wochenende von 10 bis 16 Uhr': 'WEEKLY SA,SU 2026-01-03T10:00–16:00',
  'mittwochs um 19.30 Uhr': 'WEEKLY WE 2026-01-07T19:30',
  'Mi ab 18 Uhr': 'WEEKLY WE 2026-01-07T18:00',
  'Mi 18 Uhr – Ende offen': 'WEEKLY WE 2026-01-07T18:00',
  'Di 8 Uhr abends': 'WEEKLY TU 2026-01-06T20:00',
  'every Tuesday 6–8 pm': 'WEEKLY TU 2026-01-06T18:00–20:00',
  'Saturdays 10–2 pm': 'WEEKLY SA 2026-01-03T10:00–14:00',
  'Fr 22–2 Uhr': 'WEEKLY FR 2026-01-02T22:00–02:00',
  'Di 10.10–11.40': 'WEEKLY TU 2026-01-06T10:10–11:40',
  '24/7': 'WEEKLY MO,TU,WE,TH,FR,SA,SU 2026-01-01T00:00–00:00',
  'täglich rund um die Uhr': 'WEEKLY MO,TU,WE,TH,FR,SA,SU 2026-01-01T00:00–00:00',
});

const ALL_WEEK = 'WEEKLY MO,TU,WE,TH,FR,SA,SU 2026-01-01';

understands('times of day in the spellings of programs, France and typewriters', {
  'Fr 20:55:00–22:25:00 Uhr': 'WEEKLY FR 2026-01-02T20:55–22:25',
  'Mo 09:00:00 - 12:00:00': MONDAY,
  'Mo 09:00 - 12:00:00': MONDAY,
  'Mo 1899-12-30T09:00:00 – 1899-12-30T12:00:00': MONDAY,
  'Mo 14h30-18h': 'WEEKLY MO 2026-01-05T14:30–18:00',
  'Mo 9h–12h00': MONDAY,
  'Mo 9,30-12,00 Uhr': 'WEEKLY MO 2026-01-05T09:30–12:00',
  'Mo 9,15-10,45': 'WEEKLY MO 2026-01-05T09:15–10:45',
  'Mo 9,00 - 12 Uhr': MONDAY,
  'Mo 9,05 Uhr': 'WEEKLY MO 2026-01-05T09:05',
  'Mo 9-12,15-17 Uhr': `${MONDAY}; WEEKLY MO 2026-01-05T15:00–17:00`,
  'Mo 9-12,13:30-17': `${MONDAY}; WEEKLY MO 2026-01-05T13:30–17:00`,
  'Mo 9.30–12': 'WEEKLY MO 2026-01-05T09:30–12:00',
  'Mo 9 Uhr und 11 Uhr': 'WEEKLY MO 2026-01-05T09:00; WEEKLY MO 2026-01-05T11:00',
  'Mo 9, 11.30 und 14 Uhr': 'text',
  'Mo 9.00, 11.30 und 14 Uhr':
    'WEEKLY MO 2026-01-05T09:00; WEEKLY MO 2026-01-05T11:30; WEEKLY MO 2026-01-05T14:00',
});

understands('midnight and the whole day', {
  'Mo 9:00–0:00': 'WEEKLY MO 2026-01-05T09:00–00:00',
  'Mo 9–0 Uhr': 'WEEKLY MO 2026-01-05T09:00–00:00',
  'Mo 9:00–24:00': 'WEEKLY MO 2026-01-05T09:00–00:00',
  'Monday 9 am – 12 am': 'WEEKLY MO 2026-01-05T09:00–00:00',
  'Mo 0:00–23:59': 'WEEKLY MO 2026-01-05T00:00–00:00',
  'Mo 00:00:00–23:59:59': 'WEEKLY MO 2026-01-05T00:00–00:00',
  '0:00–24:00': `${ALL_WEEK}T00:00–00:00`,
  'Mo-So 0-24 Uhr': `${ALL_WEEK}T00:00–00:00`,
  'täglich 0:00–0:00': 'text',
  'Monday: Open 24 hours': 'WEEKLY MO 2026-01-05T00:00–00:00',
  'täglich 24 Stunden geöffnet': `${ALL_WEEK}T00:00–00:00`,
});

understands('the opening hours of OpenStreetMap and schema.org', {
  'Tu-Th 09:00-12:00; We 14:00-16:00': 'text',
  'Tu 09:00-12:00; We 14:00-16:00':
    'WEEKLY TU 2026-01-06T09:00–12:00; WEEKLY WE 2026-01-07T14:00–16:00',
  'We 14:00-16:00; Su off': 'WEEKLY WE 2026-01-07T14:00–16:00',
  'Mo,We 09:00-12:00': 'WEEKLY MO,WE 2026-01-05T09:00–12:00',
  'Mo We Fr 9-12': 'WEEKLY MO,WE,FR 2026-01-02T09:00–12:00',
  'Mo-We 09:00-12:00': 'WEEKLY MO,TU,WE 2026-01-05T09:00–12:00',
  'We-Fr 09:00-12:00': 'WEEKLY WE,TH,FR 2026-01-01T09:00–12:00',
  'Mo-Fr 09:00-12:00; PH off': `${WORKDAYS}; closed public-holidays`,
  'Mo-Fr 09:00-12:00; PH,SH off': `${WORKDAYS}; closed public-holidays school-holidays`,
  'Mo-Fr 09:00-12:00; SH closed': `${WORKDAYS}; closed school-holidays`,
  'Mo-Fr 09:00-12:00,13:00-17:00; Sa off': `${WORKDAYS}; WEEKLY MO,TU,WE,TH,FR 2026-01-01T13:00–17:00`,
  'Mo 09:00+': 'WEEKLY MO 2026-01-05T09:00',
  'Th[1] 14:00-16:00': 'MONTHLY 1TH 2026-01-01T14:00–16:00',
  'Th[1,3] 14:00-16:00; PH off': 'MONTHLY 1TH,3TH 2026-01-01T14:00–16:00; closed public-holidays',
  'Th[-1] 14:00-16:00': 'MONTHLY -1TH 2026-01-29T14:00–16:00',
  'Mo-Fr 09:00-12:00 || "nach Vereinbarung"': `${WORKDAYS}; by appointment`,
  // A later rule replaces the days that it names.
  'Tu-Fr 08:00-18:00; We 08:00-12:00':
    'WEEKLY TU,TH,FR 2026-01-01T08:00–18:00; WEEKLY WE 2026-01-07T08:00–12:00',
  'Tu-Fr 08:00-12:00,14:00-18:00; We 08:00-12:00':
    'WEEKLY TU,TH,FR 2026-01-01T08:00–12:00; WEEKLY TU,TH,FR 2026-01-01T14:00–18:00; WEEKLY WE 2026-01-07T08:00–12:00',
});

understands('an end that may be a later one is not said', {
  'Mo-Fr 08:00-18:00+': 'text',
  'Mo-Fr 08:00-18:00+; Sa 09:00-12:00': 'text',
  'Mo 8-12 Uhr+ Di 9-11 Uhr': 'text',
  'Mo 8–12 Uhr +': 'text',
  'Mo 8.00–12.00+': 'text',
  '08:00-18:00+ Mo': 'text',
  'Mo 8–12 Uhr (open end)': 'text',
  'Mo 8–12 Uhr, Ende offen': 'text',
  'open end: Mo 8–12 Uhr': 'text',
  'Mo 18:00+': 'WEEKLY MO 2026-01-05T18:00',
  'Mo 18 Uhr, open end': 'WEEKLY MO 2026-01-05T18:00',
  'Mo 9-12+14-16 Uhr': `${MONDAY}; WEEKLY MO 2026-01-05T14:00–16:00`,
  'Mo 9-12 + 14-16 Uhr': `${MONDAY}; WEEKLY MO 2026-01-05T14:00–16:00`,
  'Mo 9-12 Uhr + nach Vereinbarung': `${MONDAY}; by appointment`,
});

understands('several times and several days', {
  'Mo–Do 9–12 Uhr, 14 – 16:30':
    'WEEKLY MO,TU,WE,TH 2026-01-01T09:00–12:00; WEEKLY MO,TU,WE,TH 2026-01-01T14:00–16:30',
  'Mo. bis Fr. 09:00 - 12:00\nDo. 14:00 - 17:30': `${WORKDAYS}; WEEKLY TH 2026-01-01T14:00–17:30`,
  'Mo 9–12 und zusätzlich Do von 14 Uhr bis 17 Uhr': `${MONDAY}; WEEKLY TH 2026-01-01T14:00–17:00`,
  '9–12 Uhr Mo, 14–16 Uhr Di': `${MONDAY}; WEEKLY TU 2026-01-06T14:00–16:00`,
  'Mo: 9–12 Uhr\nDi: geschlossen\nMi: 14–16 Uhr': `${MONDAY}; WEEKLY WE 2026-01-07T14:00–16:00`,
  '- Mo 9–12\n- Mi 14–16': `${MONDAY}; WEEKLY WE 2026-01-07T14:00–16:00`,
  'Di + Do 10–11 u. 15–16 Uhr':
    'WEEKLY TU,TH 2026-01-01T10:00–11:00; WEEKLY TU,TH 2026-01-01T15:00–16:00',
});

understands('days of a month and every other week', {
  'jeden 1. Dienstag im Monat, 15 Uhr': 'MONTHLY 1TU 2026-01-06T15:00',
  'jeden ersten und dritten Freitag im Monat 19-21 h': 'MONTHLY 1FR,3FR 2026-01-02T19:00–21:00',
  '1. + 3. Do im Monat, 15–17 Uhr': 'MONTHLY 1TH,3TH 2026-01-01T15:00–17:00',
  'letzter Samstag im Monat 10–12 Uhr': 'MONTHLY -1SA 2026-01-31T10:00–12:00',
  'first Monday of every month, 10:00–12:00': 'MONTHLY 1MO 2026-01-05T10:00–12:00',
  'am 15. jeden Monats um 10 Uhr': 'MONTHLY 15 2026-01-15T10:00',
  'alle 14 Tage dienstags 10–12 Uhr ab 12.01.2026':
    'WEEKLY/2 TU 2026-01-13T10:00–12:00; from 2026-01-12',
  '14-tägig Mi 10–12 Uhr, Beginn: 14. Januar 2026':
    'WEEKLY/2 WE 2026-01-14T10:00–12:00; from 2026-01-14',
});

understands('dates and periods', {
  'am 3. und 17. März 2026, 10–13 Uhr': 'ONCE 2026-03-03T10:00–13:00 and 2026-03-17',
  'Di, 6.1.2026, 18 Uhr': 'ONCE 2026-01-06T18:00',
  '12.1., 19.1. und 26.1.26 jeweils 18–20 Uhr':
    'ONCE 2026-01-12T18:00–20:00 and 2026-01-19 2026-01-26',
  'March 3, 2026, 10 am – 1 pm': 'ONCE 2026-03-03T10:00–13:00',
  '12.01.–30.06.2026, Di 9:00–11:30':
    'WEEKLY TU 2026-01-13T09:00–11:30; from 2026-01-12; to 2026-06-30',
  'vom 12.10. bis 30.03.2027 Mo 9–12':
    'WEEKLY MO 2026-10-12T09:00–12:00; from 2026-10-12; to 2027-03-30',
  'Mo 9–12 bis 30.06.2026': `${MONDAY}; to 2026-06-30`,
});

understands('dates without a time of day', {
  '28.11.2026': 'ONCE 2026-11-28',
  '28.11.26': 'ONCE 2026-11-28',
  '28. November 2026': 'ONCE 2026-11-28',
  'November 28, 2026': 'ONCE 2026-11-28',
  '2026-11-28': 'ONCE 2026-11-28',
  'Sa, 28.11.2026, ganztägig': 'ONCE 2026-11-28',
  '28.11.2026, all day': 'ONCE 2026-11-28',
  '2026-11-28T00:00:00': 'ONCE 2026-11-28',
  '2026-11-27T23:00:00.000Z': 'ONCE 2026-11-28',
  '28.11.2026 00:00:00': 'ONCE 2026-11-28',
  '28.11. und 5.12.2026': 'ONCE 2026-11-28 and 2026-12-05',
  '28.11.–30.11.2026': 'ONCE 2026-11-28–2026-12-01',
  '28.–30. November 2026 (ganztägig)': 'ONCE 2026-11-28–2026-12-01',
  'vom 30.12.2026 bis 2.1.2027': 'ONCE 2026-12-30–2027-01-03',
  '1.12.–31.12.2026': 'ONCE 2026-12-01–2027-01-01',
  '1.12.2026–1.1.2027': 'from 2026-12-01; to 2027-01-01',
  '1.12.–31.12.2026, nach Vereinbarung': 'by appointment; from 2026-12-01; to 2026-12-31',
});

understands('moments as programs write them', {
  '2026-12-13T09:00': 'ONCE 2026-12-13T09:00',
  '2026-12-13 09:00:00': 'ONCE 2026-12-13T09:00',
  '2026-12-13T09:00:00+01:00': 'ONCE 2026-12-13T09:00',
  '2026-12-13T08:00:00Z': 'ONCE 2026-12-13T09:00',
  '2026-07-13T22:30:00.000Z': 'ONCE 2026-07-14T00:30',
  '2026-12-13T03:00:00-05:00': 'ONCE 2026-12-13T09:00',
  '2026-12-13T09:00/2026-12-13T11:00': 'ONCE 2026-12-13T09:00–11:00',
  '2026-12-13/2026-12-15': 'ONCE 2026-12-13–2026-12-16',
  '2026-12-30/2027-01-02': 'ONCE 2026-12-30–2027-01-03',
  '2026-12-13T08:00Z – 2026-12-13T10:00Z': 'ONCE 2026-12-13T09:00–11:00',
  '13.12.2026 09:00 – 13.12.2026 11:00': 'ONCE 2026-12-13T09:00–11:00',
  '14.08.2026, 14 Uhr, bis 15.08.2026, 13 Uhr': 'ONCE 2026-08-14T14:00–13:00',
});

understands('from a day to another, with a time of day on each', {
  '13.12. 9:00 bis 15.12.2026 17:00': 'ONCE 2026-12-13T09:00–2026-12-15T17:00',
  '13.12.2026 9:00 bis 15.12. 17:00': 'ONCE 2026-12-13T09:00–2026-12-15T17:00',
  'So, 13.12.2026, 9 Uhr – Di, 15.12.2026, 17 Uhr': 'ONCE 2026-12-13T09:00–2026-12-15T17:00',
  '28. Dezember, 18 Uhr bis 2. Januar 2027, 10 Uhr': 'ONCE 2026-12-28T18:00–2027-01-02T10:00',
  '28.12.2026 18:00 bis 2.1. 10:00': 'ONCE 2026-12-28T18:00–2027-01-02T10:00',
  '2026-12-13T08:00:00Z – 2026-12-15T16:00:00Z': 'ONCE 2026-12-13T09:00–2026-12-15T17:00',
  '14.08.2026, 14 Uhr, bis 16.08.2026, 13 Uhr': 'ONCE 2026-08-14T14:00–2026-08-16T13:00',
  '13.12. 9:00 bis 15.12. 17:00': 'text',
  '15.12. 9:00 bis 13.12.2026 17:00': 'text',
  'Mo, 13.12.2026, 9 Uhr – Di, 15.12.2026, 17 Uhr': 'text',
  '1.9.2026 9:00 bis 15.12.2026 17:00': 'text',
});

understands('days from the first minute to the last', {
  '2026-12-13T00:00:00 – 2026-12-13T23:59:59': 'ONCE 2026-12-13',
  '2026-12-12T23:00:00Z – 2026-12-13T22:59:59Z': 'ONCE 2026-12-13',
  '2026-12-13 00:00 bis 2026-12-15 23:59': 'ONCE 2026-12-13–2026-12-16',
  '13.12.2026 00:00:00 bis 14.12.2026 23:59:59': 'ONCE 2026-12-13–2026-12-15',
  '13.12.2026 0:00 bis 13.12.2026 24:00': 'ONCE 2026-12-13',
  '13.12.2026 00:00–23:59 Uhr': 'ONCE 2026-12-13',
  '13.12. und 20.12.2026, 0–24 Uhr': 'ONCE 2026-12-13 and 2026-12-20',
  '13.12.2026 0:00–23:59, 14.12.2026 9–12 Uhr': 'ONCE 2026-12-13; ONCE 2026-12-14T09:00–12:00',
});

understands('exceptions', {
  'Mo 9–12 Uhr (nicht in den Ferien)': `${MONDAY}; closed school-holidays`,
  'Mo 9–12 Uhr, außer feiertags': `${MONDAY}; closed public-holidays`,
  'Mo 9–12, in den Schulferien und an Feiertagen geschlossen': `${MONDAY}; closed public-holidays school-holidays`,
  'Mo–Fr 9–12, Sa, So und feiertags geschlossen': `${WORKDAYS}; closed public-holidays`,
  'Mo 9–12 (auch in den Ferien)': MONDAY,
  'täglich außer So 9–18 Uhr': 'WEEKLY MO,TU,WE,TH,FR,SA 2026-01-01T09:00–18:00',
  'Mo–Fr 9–12, Mi geschlossen': 'WEEKLY MO,TU,TH,FR 2026-01-01T09:00–12:00',
  'Mo 9–12, nicht am 6.4.2026': `${MONDAY} but 2026-04-06`,
});

understands('appointments and joining', {
  '': '',
  'nach Vereinbarung': 'by appointment',
  'Termine nach Absprache': 'by appointment',
  'n. V.': 'by appointment',
  'by appointment only': 'by appointment',
  'Mo 9–12 und nach Terminvereinbarung': `${MONDAY}; by appointment`,
  'laufender Einstieg': 'any time',
  'Mo 9–12, Einstieg jederzeit möglich': `${MONDAY}; any time`,
});

test('what is understood leaves no text, what is not keeps all of it', () => {
  assert.equal(
    readSchedule('Mo 9–12', { from: FROM, timeZone: 'Europe/Berlin' }).schedule.text,
    undefined,
  );
  const text = 'Mo 9–12 Uhr\nim Bürgerhaus';
  assert.equal(
    readSchedule(` ${text}\r\n`, { from: FROM, timeZone: 'Europe/Berlin' }).schedule.text,
    text,
  );
});

test('a series begins on the first day that fits, on or after the date given', () => {
  const start = (from: string) =>
    readSchedule('Mi 9–12', { from, timeZone: 'Europe/Berlin' }).schedule.times?.[0]?.dtstart;
  assert.equal(start('2026-09-02'), '2026-09-02T09:00');
  assert.equal(start('2026-09-03'), '2026-09-09T09:00');
});
