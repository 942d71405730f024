import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  hasEnded,
  occurrences,
  upcoming,
  type HolidayCalendar,
  type Recurrence,
  type Schedule,
} from '@vielfalt/feed';
import { nextDate, starts } from './schedule-harness.js';

const CODES = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;

test('weekly, every other week, counted from the week of the first day', () => {
  const series: Recurrence = {
    dtstart: '2026-09-09T18:00',
    freq: 'WEEKLY',
    interval: 2,
    byday: ['MO', 'WE'],
  };
  assert.deepEqual(starts([series], '2026-09-01', '2026-09-30'), [
    '2026-09-09T18:00',
    '2026-09-21T18:00',
    '2026-09-23T18:00',
  ]);
});

test('the first day counts only where it fits the weekdays', () => {
  const series: Recurrence = { dtstart: '2026-09-07T09:00', freq: 'WEEKLY', byday: ['TH'] };
  assert.equal(starts([series], '2026-09-01', '2026-09-14')[0], '2026-09-10T09:00');
});

test('the second Tuesday, the fifth Friday, the last Friday, the 31st', () => {
  const monthly = (rest: Partial<Recurrence>, to = '2026-06-30') =>
    starts([{ dtstart: '2026-01-01T10:00', freq: 'MONTHLY', ...rest }], '2026-01-01', to).map(
      (start) => start.slice(5, 10),
    );
  assert.deepEqual(monthly({ byday: ['2TU'] }, '2026-03-31'), ['01-13', '02-10', '03-10']);
  assert.deepEqual(monthly({ byday: ['5FR'] }), ['01-30', '05-29']);
  assert.deepEqual(monthly({ byday: ['-1FR'] }, '2026-03-31'), ['01-30', '02-27', '03-27']);
  assert.deepEqual(monthly({ bymonthday: 31 }), ['01-31', '03-31', '05-31']);
});

test('every Monday and the third one are every Monday', () => {
  const series: Recurrence = {
    dtstart: '2026-09-01T09:00',
    freq: 'MONTHLY',
    byday: ['3MO', 'MO'],
  };
  assert.equal(starts([series], '2026-09-01', '2026-09-30').length, 4);
});

test('a wall-clock time stays the same across summer time', () => {
  const series: Recurrence = {
    dtstart: '2026-03-27T02:30',
    dtend: '2026-03-27T03:30',
    freq: 'WEEKLY',
    byday: ['FR', 'SA', 'SU'],
  };
  assert.deepEqual(occurrences({ times: [series] }, undefined, '2026-03-28', '2026-03-29'), [
    { start: '2026-03-28T02:30', end: '2026-03-28T03:30' },
    { start: '2026-03-29T02:30', end: '2026-03-29T03:30' },
  ]);
});

const CALENDAR: HolidayCalendar = {
  publicHolidays: [{ date: '2026-10-03', name: 'Tag der Deutschen Einheit' }],
  schoolHolidays: [{ from: '2026-10-17', to: '2026-10-31', name: 'Herbstferien' }],
};

test('holidays close series and leave dates that somebody named', () => {
  const series: Recurrence = { dtstart: '2026-09-26T10:00', freq: 'WEEKLY' };
  const dates = (schedule: Schedule) =>
    occurrences(schedule, CALENDAR, '2026-09-26', '2026-11-07').map(({ start }) =>
      start.slice(5, 10),
    );
  assert.deepEqual(dates({ times: [series], closed: ['public-holidays'] }), [
    '09-26',
    '10-10',
    '10-17',
    '10-24',
    '10-31',
    '11-07',
  ]);
  assert.deepEqual(dates({ times: [series], closed: ['school-holidays'] }), [
    '09-26',
    '10-03',
    '10-10',
    '11-07',
  ]);
  assert.deepEqual(
    dates({
      times: [{ ...series, rdate: ['2026-10-24'] }, { dtstart: '2026-10-03T15:00' }],
      closed: ['public-holidays', 'school-holidays'],
    }),
    ['09-26', '10-03', '10-10', '10-24', '11-07'],
  );
  assert.equal(dates({ times: [series] }).length, 7);
});

test('nothing before validFrom or after validTo', () => {
  const daily: Recurrence = { dtstart: '2026-09-01T10:00', freq: 'WEEKLY', byday: [...CODES] };
  const valid = { validFrom: '2026-09-05', validTo: '2026-09-06' };
  assert.deepEqual(starts([daily], '2026-09-01', '2026-09-30', valid), [
    '2026-09-05T10:00',
    '2026-09-06T10:00',
  ]);
});

test('nothing is further ahead than 400 days', () => {
  const schedule: Schedule = { times: [{ dtstart: '2028-01-01T10:00' }] };
  assert.equal(nextDate(schedule, '2026-09-01'), undefined);
  assert.equal(nextDate(schedule, '2027-01-01'), '2028-01-01T10:00');
});

test('an end before its start, or weeks after it, is an unknown end', () => {
  const end = (dtend: string) =>
    occurrences(
      { times: [{ dtstart: '2026-09-07T09:00', dtend }] },
      undefined,
      '2026-09-07',
      '2026-09-07',
    );
  for (const broken of ['2026-09-07T08:00', '2026-09-06T10:00', '2962-09-07T10:00', 'noon']) {
    assert.deepEqual(end(broken), [{ start: '2026-09-07T09:00' }]);
  }
});

test('a broken recurrence has no occurrences and ends nothing', () => {
  const good: Recurrence = { dtstart: '2026-09-07T09:00', freq: 'WEEKLY', until: '2026-09-30' };
  const broken: Partial<Record<keyof Recurrence, unknown>>[] = [
    { dtstart: '2026-02-30T09:00' },
    { dtstart: '2026-09-07T' },
    { dtstart: '' },
    { dtstart: '2026-09-07T25:00' },
    { freq: 'SECONDLY' },
    { interval: 0 },
    { interval: -1 },
    { interval: NaN },
    { byday: ['XX'] },
    { byday: ['1MO'] },
    { byday: ['', 'MO'] },
    { until: '31.12.2026' },
    { rdate: ['tomorrow'] },
    { exdate: ['2026-13-01'] },
    { freq: 'MONTHLY', byday: ['6MO'] },
  ];
  for (const each of broken) {
    const schedule: Schedule = { times: [Object.assign({ ...good }, each)] };
    const said = JSON.stringify(each);
    assert.deepEqual(occurrences(schedule, undefined, '0000-01-01', '9999-12-31'), [], said);
    assert.deepEqual(upcoming(schedule, undefined, '2026-09-07'), [], said);
    assert.equal(hasEnded({ status: 'published', schedule }, '2030-01-01'), false, said);
  }
});

test('extreme days neither throw nor run for ever', () => {
  const never: Recurrence = {
    dtstart: '2026-02-01T09:00',
    freq: 'MONTHLY',
    interval: 12,
    bymonthday: 30,
    until: '9999-12-31',
  };
  assert.equal(nextDate({ times: [never] }, '2026-01-01'), undefined);
  assert.deepEqual(starts([never], '0000-01-01', '9999-12-31'), []);
  const last: Recurrence = { dtstart: '9999-12-31T20:00', dtend: '9999-12-31T21:00' };
  assert.equal(nextDate({ times: [last] }, '9999-12-31'), '9999-12-31T20:00');
  assert.equal(nextDate({ times: [last] }, 'today'), undefined);
});
