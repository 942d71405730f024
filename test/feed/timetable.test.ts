import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Schedule } from '@vielfalt/feed';
import { rhythm, sayTime, timetable } from '@vielfalt/feed/wording';
import { textsFor } from '../../server/src/languages/words.js';

const TODAY = '2026-09-07';
const ar = textsFor('ar');
const de = textsFor('de');
const en = textsFor('en');
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

  test('says which weekday of a month in its gender', () => {
    const inMonth = (byday: string, language: string) =>
      lines(
        [{ dtstart: '2026-01-06T10:00', freq: 'MONTHLY', byday: [byday] }],
        {},
        textsFor(language),
      );
    const said = [
      ['1TU', 'uk', '1-й вівторок щомісяця 10:00'],
      ['3SA', 'uk', '3-тя субота щомісяця 10:00'],
      ['-1SU', 'uk', 'остання неділя щомісяця 10:00'],
      ['-1FR', 'pl', 'ostatni piątek miesiąca 10:00'],
      ['-1WE', 'pl', 'ostatnia środa miesiąca 10:00'],
    ] as const;
    for (const [byday, language, line] of said) assert.deepEqual(inMonth(byday, language), [line]);
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

test('what goes on for days says its last day, up to and with it', () => {
  const camp = { dtstart: '2026-09-05T09:00', dtend: '2026-09-07T17:00' };
  assert.deepEqual(lines([camp]), ['Sa., 5. Sept., 9 Uhr, bis Mo., 7. Sept., 17 Uhr']);
  assert.deepEqual(lines([{ ...camp, dtend: '2026-09-06T17:00' }]), []);
});

test('appointments beside dates are said as such', () => {
  const weekly = {
    dtstart: '2026-01-05T09:00',
    dtend: '2026-01-05T12:00',
    freq: 'WEEKLY' as const,
  };
  assert.deepEqual(lines([weekly], { byAppointment: true }), [
    'Mo 9–12 Uhr',
    'und nach Vereinbarung',
  ]);
  assert.deepEqual(lines(undefined, { byAppointment: true }), ['nach Vereinbarung']);
});

describe('midnight, whole days and ends on another day', () => {
  const weekly = (from: string, to: string, byday: string[]) => ({
    dtstart: `2026-01-05T${from}`,
    dtend: to,
    freq: 'WEEKLY' as const,
    byday,
  });
  const ALL = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

  test('are said as people say them in a timetable', () => {
    assert.deepEqual(lines([weekly('00:00', '2026-01-06T00:00', ALL)]), ['Mo–So rund um die Uhr']);
    assert.deepEqual(lines([weekly('20:00', '2026-01-06T00:00', ['FR'])]), ['Fr 20–24 Uhr']);
    assert.deepEqual(lines([weekly('20:00', '2026-01-06T06:00', ALL)]), [
      'Mo–So 20 Uhr bis 6 Uhr am nächsten Tag',
    ]);
    assert.deepEqual(lines([{ dtstart: '2026-11-28' }]), ['Sa., 28. Nov. · ganztägig']);
    assert.deepEqual(lines([{ dtstart: '2026-09-05', freq: 'WEEKLY' }]), ['Sa ganztägig']);
    assert.deepEqual(lines([{ dtstart: '2026-09-05', dtend: '2026-09-07', freq: 'WEEKLY' }]), [
      'Sa, So ganztägig',
    ]);
    assert.deepEqual(lines([{ dtstart: '2026-09-05', dtend: '2026-09-09' }]), [
      'Sa., 5. Sept., ganztägig, bis Di., 8. Sept.',
    ]);
    assert.deepEqual(lines([{ dtstart: '2026-09-05', dtend: '2026-09-07' }]), []);
    assert.deepEqual(lines([{ dtstart: '2026-10-14T14:00', dtend: '2026-10-15T13:00' }]), [
      'Mi., 14. Okt., 14 Uhr, bis Do., 15. Okt., 13 Uhr',
    ]);
  });

  test('are said beside the day of one occurrence', () => {
    const time = (start: string, end?: string, words = de) =>
      sayTime({ start, ...(end && { end }) }, TODAY, words);
    assert.equal(time('2026-09-08T09:00', '2026-09-08T12:00'), '9–12 Uhr');
    assert.equal(time('2026-09-08T09:00'), '9 Uhr');
    assert.equal(time('2026-09-08T00:00', '2026-09-09T00:00'), 'rund um die Uhr');
    assert.equal(time('2026-09-08T00:00', '2026-09-09T00:00', en), 'around the clock');
    assert.equal(time('2026-09-08T18:30', '2026-09-09T00:00'), '18:30–24:00 Uhr');
    assert.equal(time('2026-08-14T14:00', '2026-08-15T13:00'), '14 Uhr, bis Sa., 15. Aug., 13 Uhr');
    assert.equal(time('2026-09-08', '2026-09-09'), 'ganztägig');
    assert.equal(time('2026-09-08', '2026-09-10', ar), 'طوال اليوم، حتى الأربعاء، 9 سبتمبر');
  });

  test('what is broken is not said, and nothing is thrown', () => {
    const broken = { dtstart: '2026-09-08T09:00', dtend: 'noon', rdate: ['soon'] };
    assert.deepEqual(lines([broken]), ['Di., 8. Sept. · 9 Uhr']);
    assert.equal(
      sayTime({ start: '2026-09-08T09:00', end: 'noon' }, TODAY, de).slice(0, 5),
      '9 Uhr',
    );
  });
});

describe('the rhythm of a card', () => {
  const at = (from: string, to: string, byday: string[]) => ({
    dtstart: `2026-01-05T${from}`,
    dtend: `2026-01-05T${to}`,
    freq: 'WEEKLY' as const,
    byday,
  });
  const said = (times: Schedule['times'], words = de) =>
    rhythm({ ...(times && { times }) }, TODAY, words);

  test('is days and times, without beginnings, ends and cancelled days', () => {
    assert.equal(said([at('14:00', '16:00', ['MO', 'TU', 'WE', 'TH'])]), 'Mo–Do 14–16 Uhr');
    assert.equal(
      said([
        {
          ...at('14:00', '16:00', ['MO']),
          interval: 2,
          until: '2026-12-31',
          exdate: ['2026-09-14'],
        },
      ]),
      'Mo 14–16 Uhr · alle 2 Wochen',
    );
  });

  test('has two lines at most, and says that there are others', () => {
    const times = [
      at('09:00', '10:00', ['MO']),
      at('11:00', '12:00', ['TU']),
      at('13:00', '14:00', ['WE']),
    ];
    assert.equal(said(times), 'Mo 9–10 Uhr · Di 11–12 Uhr · und weitere');
    assert.equal(said(times, en), 'Mon 9:00–10:00 · Tue 11:00–12:00 · and others');
  });

  test('is nothing where there are single dates, or what comes round is over', () => {
    assert.equal(said([{ dtstart: '2026-09-12T14:00', rdate: ['2026-09-19'] }]), '');
    assert.equal(said([{ ...at('09:00', '10:00', ['MO']), until: '2026-09-06' }]), '');
    assert.equal(said(undefined), '');
  });
});
