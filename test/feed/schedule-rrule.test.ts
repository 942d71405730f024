import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import rrule, { type Options } from 'rrule';
import { addDays, type Recurrence } from '@vielfalt/feed';
import { nextDate, starts } from './schedule-harness.js';

const { RRule, RRuleSet } = rrule;
const CODES = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;

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
