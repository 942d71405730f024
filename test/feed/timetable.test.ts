import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Schedule } from '@vielfalt/feed';
import { ar } from '@vielfalt/feed/texts/ar/index.js';
import { de } from '@vielfalt/feed/texts/de/index.js';
import { en } from '@vielfalt/feed/texts/en/index.js';
import { timetable } from '@vielfalt/feed/wording';

const TODAY = '2026-09-07';
const lines = (times: Schedule['times'], more: Partial<Schedule> = {}, words = de) =>
  timetable({ ...(times && { times }), ...more }, TODAY, words);

describe('timetable', () => {
  test('names days and hours as offices write them', () => {
    const weekly = {
      dtstart: '2026-01-05T09:00',
      dtend: '2026-01-05T12:00',
      freq: 'WEEKLY' as const,
    };
    assert.deepEqual(lines([{ ...weekly, byday: ['MO', 'WE'] }]), ['Mo, Mi 9–12 Uhr']);
    assert.deepEqual(lines([{ ...weekly, byday: ['FR', 'MO', 'TU', 'WE'] }]), [
      'Mo–Mi, Fr 9–12 Uhr',
    ]);
    assert.deepEqual(lines([{ ...weekly, byday: ['MO'] }], {}, en), ['Mon 9:00–12:00']);
    assert.deepEqual(lines([{ ...weekly, byday: ['MO', 'WE'] }], {}, ar), [
      'الاثنين، الأربعاء 9:00–12:00',
    ]);
  });

  test('takes the weekday of the first date where none is named', () => {
    assert.deepEqual(lines([{ dtstart: '2026-01-08T18:30', freq: 'WEEKLY' }]), ['Do 18:30 Uhr']);
  });

  test('draws series together that differ in the day alone', () => {
    const at = (date: string, day: string) => ({
      dtstart: `${date}T15:30`,
      dtend: `${date}T17:00`,
      freq: 'WEEKLY' as const,
      byday: [day],
    });
    assert.deepEqual(lines([at('2026-01-08', 'TH'), at('2026-01-06', 'TU')]), [
      'Di, Do 15:30–17:00 Uhr',
    ]);
  });

  test('tells intervals, beginnings, ends and days without', () => {
    assert.deepEqual(
      lines([
        {
          dtstart: '2026-09-10T09:00',
          freq: 'WEEKLY',
          interval: 2,
          until: '2027-01-14',
          exdate: ['2026-09-24', '2026-02-05'],
        },
      ]),
      [
        'Do 9 Uhr · alle 2 Wochen · ab Do., 10. Sept. · bis Do., 14. Jan. 2027 · fällt aus: Do., 24. Sept.',
      ],
    );
  });

  test('knows the nth and the last weekday and a day of the month', () => {
    const month = { dtstart: '2026-01-06T10:00', freq: 'MONTHLY' as const };
    assert.deepEqual(lines([{ ...month, byday: ['1TU', '3TU'] }]), [
      'jeden 1. Dienstag und 3. Dienstag im Monat 10 Uhr',
    ]);
    assert.deepEqual(lines([{ ...month, byday: ['-1FR'] }]), [
      'jeden letzten Freitag im Monat 10 Uhr',
    ]);
    assert.deepEqual(lines([{ ...month, bymonthday: 15 }]), ['am 15. jedes Monats 10 Uhr']);
    assert.deepEqual(lines([{ ...month, byday: ['-1FR'] }], {}, en), [
      'every last Friday of the month 10:00',
    ]);
  });

  test('lists single dates that are still to come and counts the rest', () => {
    const dates = ['10-01', '10-02', '10-05', '10-06', '10-07'].map((day) => `2026-${day}`);
    assert.deepEqual(lines([{ dtstart: '2026-08-01T14:00', rdate: ['2026-09-12', ...dates] }]), [
      'Sa., 12. Sept. · Do., 1. Okt. · Fr., 2. Okt. · Mo., 5. Okt. · und 2 weitere Termine · 14 Uhr',
    ]);
  });

  test('leaves out what is over', () => {
    assert.deepEqual(
      lines([{ dtstart: '2026-01-05T09:00', freq: 'WEEKLY', until: '2026-09-06' }]),
      [],
    );
    assert.deepEqual(lines([{ dtstart: '2026-09-06T09:00' }]), []);
  });

  test('says what holds for the whole schedule', () => {
    assert.deepEqual(
      lines(undefined, {
        byAppointment: true,
        anyTime: true,
        closed: ['school-holidays'],
        validFrom: '2026-10-01',
        validTo: '2026-12-18',
      }),
      [
        'ab Do., 1. Okt. bis Fr., 18. Dez.',
        'nach Vereinbarung',
        'Einstieg jederzeit möglich',
        'nicht in den Schulferien',
      ],
    );
  });
});
