import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import rrule, { type Options } from 'rrule';
import {
  addDays,
  hasEnded,
  occurrences,
  upcoming,
  type HolidayCalendar,
  type Recurrence,
  type Schedule,
} from '@vielfalt/feed';

const { RRule, RRuleSet } = rrule;
const CODES = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;

function starts(times: Recurrence[], from: string, to: string, rest: Partial<Schedule> = {}) {
  return occurrences({ ...rest, times }, undefined, from, to).map(({ start }) => start);
}

/** The first to begin on the date or later. */
function nextDate(schedule: Schedule, date: string) {
  return upcoming(schedule, undefined, date).find(({ start }) => start >= date)?.start;
}

/** What the `rrule` package says; its dates stand for wall-clock times, written as if UTC. */
function expected(series: Recurrence, from: string, to: string): string[] {
  const utc = (date: string, time = series.dtstart.slice(11)) => new Date(`${date}T${time}Z`);
  const set = new RRuleSet();
  const dtstart = new Date(`${series.dtstart}Z`);
  if (series.freq) {
    const options: Partial<Options> = {
      freq: RRule[series.freq],
      dtstart,
      interval: series.interval ?? 1,
      wkst: RRule.MO,
    };
    if (series.until) options.until = utc(series.until, '23:59');
    if (series.bymonthday) options.bymonthday = series.bymonthday;
    if (series.byday) {
      options.byweekday = series.byday.map((code) => {
        const day = RRule[code.slice(-2) as (typeof CODES)[number]];
        const nth = Number(code.slice(0, -2));
        return nth ? day.nth(nth) : day;
      });
    }
    set.rrule(new RRule(options));
  } else {
    set.rdate(dtstart);
  }
  series.rdate?.forEach((date) => set.rdate(utc(date)));
  series.exdate?.forEach((date) => set.exdate(utc(date)));
  return set
    .between(utc(from, '00:00'), utc(to, '23:59'), true)
    .map((date) => date.toISOString().slice(0, 16))
    .filter((start, index, all) => start !== all[index - 1]);
}

const date = (from: string, days: number) =>
  fc.integer({ min: 0, max: days }).map((n) => addDays(from, n));

/** Days with a number and days without are not mixed: there the package is wrong itself. */
const bydays = (...nth: string[]) =>
  fc.uniqueArray(
    fc.tuple(fc.constantFrom(...nth), fc.constantFrom(...CODES)).map((parts) => parts.join('')),
    { minLength: 1, maxLength: 3 },
  );

const rules = fc.oneof(
  fc.record({}),
  fc.record(
    {
      freq: fc.constant('WEEKLY' as const),
      interval: fc.integer({ min: 1, max: 5 }),
      byday: bydays(''),
      until: date('2026-01-01', 600),
    },
    { requiredKeys: ['freq'] },
  ),
  fc.record(
    {
      freq: fc.constant('MONTHLY' as const),
      interval: fc.integer({ min: 1, max: 14 }),
      byday: fc.oneof(bydays(''), bydays('1', '2', '3', '4', '5', '-1')),
      until: date('2026-01-01', 600),
    },
    { requiredKeys: ['freq'] },
  ),
  fc.record(
    {
      freq: fc.constant('MONTHLY' as const),
      interval: fc.integer({ min: 1, max: 14 }),
      bymonthday: fc.integer({ min: 1, max: 31 }),
      until: date('2026-01-01', 600),
    },
    { requiredKeys: ['freq', 'bymonthday'] },
  ),
);

const recurrences: fc.Arbitrary<Recurrence> = fc
  .record({
    rule: rules,
    start: date('2026-01-01', 200),
    rdate: fc.array(date('2025-12-01', 500), { maxLength: 3 }),
    exdate: fc.array(date('2026-01-01', 400), { maxLength: 40 }),
  })
  .map(({ rule, start, rdate, exdate }) => ({ dtstart: `${start}T17:30`, ...rule, rdate, exdate }));

test('every series falls on the days that the rrule package says', () => {
  fc.assert(
    fc.property(recurrences, date('2025-12-01', 300), (series, from) => {
      const to = addDays(from, 500);
      assert.deepEqual(starts([series], from, to), expected(series, from, to));
    }),
    { numRuns: 600 },
  );
});

test('the next date is the first one from today, however far back the series began', () => {
  fc.assert(
    fc.property(recurrences, date('2025-12-01', 600), (series, today) => {
      const first = expected(series, today, addDays(today, 400))[0];
      assert.equal(nextDate({ times: [series] }, today), first);
    }),
    { numRuns: 200 },
  );
});

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

test('an offer ends by its status, its validity or its last time', () => {
  const ended = (schedule: Schedule | undefined, today: string, status = 'published' as const) =>
    hasEnded({ status, ...(schedule && { schedule }) }, today);
  assert.equal(hasEnded({ status: 'ended' }, '2026-09-07'), true);
  assert.equal(hasEnded({ status: 'retired' }, '2026-09-07'), true);
  assert.equal(hasEnded({ status: 'paused' }, '2026-09-07'), false);
  assert.equal(ended(undefined, '2026-09-07'), false);
  assert.equal(ended({ validTo: '2026-09-07' }, '2026-09-07'), false);
  assert.equal(ended({ validTo: '2026-09-07' }, '2026-09-08'), true);
  assert.equal(ended({ text: 'nach Absprache' }, '2026-09-08'), false);

  const party: Recurrence = { dtstart: '2026-09-05T20:00', dtend: '2026-09-06T01:00' };
  assert.equal(ended({ times: [party] }, '2026-09-06'), false);
  assert.equal(ended({ times: [party] }, '2026-09-07'), true);
  assert.equal(ended({ times: [party], byAppointment: true }, '2026-09-07'), false);
  assert.equal(ended({ times: [{ ...party, rdate: ['2026-10-03'] }] }, '2026-09-07'), false);

  const fair: Recurrence = { dtstart: '2019-12-14T14:00' };
  assert.equal(
    ended({ times: [fair], text: 'Sa 14.12.2019, 14 Uhr, Einlass ab 13:30' }, '2026-09-07'),
    true,
    'what is said of a date does not make it another',
  );
  const untilMidnight: Recurrence = { dtstart: '2026-09-05T20:00', dtend: '2026-09-06T00:00' };
  assert.equal(ended({ times: [untilMidnight] }, '2026-09-05'), false);
  assert.equal(ended({ times: [untilMidnight] }, '2026-09-06'), true);

  const mondays: Recurrence = { dtstart: '2026-09-07T09:00', freq: 'WEEKLY' };
  assert.equal(ended({ times: [mondays] }, '2099-01-01'), false);
  const until: Recurrence = { ...mondays, until: '2026-09-30' };
  assert.equal(ended({ times: [until] }, '2026-09-28'), false);
  assert.equal(ended({ times: [until] }, '2026-09-29'), true, 'the last Monday was the 28th');
  assert.equal(ended({ times: [until, mondays] }, '2026-10-01'), false);
});

test('a date alone is a whole day, and its end the day after the last one', () => {
  const on = (time: Recurrence) =>
    occurrences({ times: [time] }, undefined, '2026-08-01', '2026-12-31');
  assert.deepEqual(on({ dtstart: '2026-11-28' }), [{ start: '2026-11-28', end: '2026-11-29' }]);
  assert.deepEqual(on({ dtstart: '2026-07-30', dtend: '2026-08-03', rdate: ['2026-10-30'] }), [
    { start: '2026-10-30', end: '2026-11-03' },
  ]);
  assert.deepEqual(
    on({ dtstart: '2026-09-05', freq: 'WEEKLY', until: '2026-09-13', exdate: ['2026-09-05'] }),
    [{ start: '2026-09-12', end: '2026-09-13' }],
  );
  for (const dtend of ['2026-11-28', '2026-11-27', '2027-11-28', '2026-11-29T10:00']) {
    assert.deepEqual(on({ dtstart: '2026-11-28', dtend }), on({ dtstart: '2026-11-28' }), dtend);
  }
  assert.deepEqual(on({ dtstart: '2026-11-28T10:00', dtend: '2026-11-29' }), [
    { start: '2026-11-28T10:00' },
  ]);
});

test('whole days are over when the last one is', () => {
  const ended = (time: Recurrence, today: string) =>
    hasEnded({ status: 'published', schedule: { times: [time] } }, today);
  assert.equal(ended({ dtstart: '2026-11-28' }, '2026-11-28'), false);
  assert.equal(ended({ dtstart: '2026-11-28' }, '2026-11-29'), true);
  const camp: Recurrence = { dtstart: '2026-07-27', dtend: '2026-08-01' };
  assert.equal(ended(camp, '2026-07-31'), false);
  assert.equal(ended(camp, '2026-08-01'), true);
  const saturdays: Recurrence = { dtstart: '2026-09-05', freq: 'WEEKLY', until: '2026-09-30' };
  assert.equal(ended(saturdays, '2026-09-26'), false);
  assert.equal(ended(saturdays, '2026-09-27'), true);
});
