import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  addDays,
  cardsOn,
  nextOf,
  occurrences,
  upcoming,
  type LocalMoment,
  type Recurrence,
  type Schedule,
} from '@vielfalt/feed';
import { TODAY, card } from './fixtures.js';

const at = (moment: string) => ({ date: moment.slice(0, 10), time: moment.slice(11) });

/** What a card says that was answered on the day itself. */
const next = (schedule: Schedule, moment: LocalMoment) =>
  nextOf(upcoming(schedule, undefined, moment.date), moment);

function isOpen(schedule: Schedule, moment: LocalMoment) {
  const { start = '9999', end } = next(schedule, moment) ?? {};
  return end !== undefined && start <= `${moment.date}T${moment.time}`;
}

test('open from the minute it begins until before the minute it ends', () => {
  const schedule: Schedule = {
    times: [
      { dtstart: '2026-09-07T09:00', dtend: '2026-09-07T12:00', freq: 'WEEKLY' },
      { dtstart: '2026-09-07T14:00', freq: 'WEEKLY' },
    ],
  };
  const open = (moment: string) => isOpen(schedule, at(moment));
  assert.equal(open('2026-09-14T08:59'), false);
  assert.equal(open('2026-09-14T09:00'), true);
  assert.equal(open('2026-09-14T11:59'), true);
  assert.equal(open('2026-09-14T12:00'), false);
  assert.equal(open('2026-09-14T14:10'), false, 'nobody knows when the second one ends');
});

test('what runs past midnight is still open, and its date is the day it began', () => {
  const schedule: Schedule = {
    times: [{ dtstart: '2026-09-05T20:00', dtend: '2026-09-06T01:30', freq: 'WEEKLY' }],
    validTo: '2026-09-12',
  };
  assert.equal(isOpen(schedule, at('2026-09-13T01:00')), true);
  assert.deepEqual(next(schedule, at('2026-09-13T01:00')), {
    start: '2026-09-12T20:00',
    end: '2026-09-13T01:30',
  });
  assert.equal(next(schedule, at('2026-09-13T01:30')), undefined);
});

test('what ends at midnight ends with the day', () => {
  const schedule: Schedule = {
    times: [{ dtstart: '2026-09-05T20:00', dtend: '2026-09-06T00:00' }],
  };
  assert.equal(isOpen(schedule, at('2026-09-05T23:59')), true);
  assert.equal(isOpen(schedule, at('2026-09-06T00:00')), false);
});

test('the next occurrence is the one that is running, then the earliest of all times', () => {
  const schedule: Schedule = {
    times: [
      { dtstart: '2026-09-10T10:00', dtend: '2026-09-10T11:00' },
      { dtstart: '2026-09-07T09:00', dtend: '2026-09-07T12:00', freq: 'WEEKLY' },
    ],
  };
  assert.equal(next(schedule, at('2026-09-07T11:00'))?.start, '2026-09-07T09:00');
  assert.equal(next(schedule, at('2026-09-07T12:00'))?.start, '2026-09-10T10:00');
  assert.equal(next(schedule, at('2026-09-10T11:00'))?.start, '2026-09-14T09:00');
});

test('a whole day is running until it is over', () => {
  const schedule: Schedule = {
    times: [{ dtstart: '2026-09-05' }, { dtstart: '2026-09-07', dtend: '2026-09-09' }],
  };
  const starts = (moment: string) => next(schedule, at(moment))?.start;
  assert.equal(starts('2026-09-05T00:00'), '2026-09-05');
  assert.equal(starts('2026-09-05T23:59'), '2026-09-05');
  assert.equal(starts('2026-09-06T00:00'), '2026-09-07');
  assert.equal(starts('2026-09-08T23:59'), '2026-09-07');
  assert.equal(starts('2026-09-09T00:00'), undefined);
});

test('two that begin together come once, with the later end', () => {
  const times: Recurrence[] = [
    { dtstart: '2026-09-07T09:00' },
    { dtstart: '2026-09-07T09:00', dtend: '2026-09-07T10:00' },
    { dtstart: '2026-09-07T09:00', dtend: '2026-09-07T11:00' },
  ];
  assert.deepEqual(occurrences({ times }, undefined, '2026-09-07', '2026-09-07'), [
    { start: '2026-09-07T09:00', end: '2026-09-07T11:00' },
  ]);
  assert.equal(isOpen({ times }, at('2026-09-07T09:00')), true);
});

test('a day is told whole, and two occurrences beyond', () => {
  const schedule: Schedule = {
    times: [
      {
        dtstart: '2026-09-07T09:00',
        dtend: '2026-09-07T12:00',
        freq: 'WEEKLY',
        byday: ['MO', 'TU'],
      },
      { dtstart: '2026-09-07T15:00', freq: 'WEEKLY' },
      { dtstart: '2026-09-06T20:00', dtend: '2026-09-07T02:00' },
    ],
  };
  const starts = (date: string) => upcoming(schedule, undefined, date).map(({ start }) => start);
  assert.deepEqual(starts('2026-09-07'), [
    '2026-09-06T20:00',
    '2026-09-07T09:00',
    '2026-09-07T15:00',
    '2026-09-08T09:00',
    '2026-09-14T09:00',
  ]);
  assert.deepEqual(starts('2026-09-09'), ['2026-09-14T09:00', '2026-09-14T15:00']);
});

const HOURS = ['00:00', '08:30', '12:00', '23:30'];
const anyMoment = fc
  .tuple(fc.integer({ min: 0, max: 20 }), fc.constantFrom(...HOURS))
  .map(([days, hour]) => ({ date: addDays(TODAY, days), time: hour }));
const isAllDay = fc.integer({ min: 0, max: 4 }).map((n) => n === 0);
const anyRecurrence: fc.Arbitrary<Recurrence> = fc
  .record({
    isAllDay,
    start: anyMoment,
    end: fc.option(fc.tuple(fc.integer({ min: 0, max: 2 }), fc.constantFrom(...HOURS))),
    rule: fc.constantFrom(
      {},
      { freq: 'WEEKLY' as const },
      { freq: 'WEEKLY' as const, interval: 2 },
    ),
  })
  .map(({ isAllDay, start: { date, time }, end, rule }) => ({
    dtstart: isAllDay ? date : `${date}T${time}`,
    ...(end && { dtend: addDays(date, end[0]) + (isAllDay ? '' : `T${end[1]}`) }),
    ...rule,
  }));

test('at any time of the day, the next of those told is the next of all', () => {
  fc.assert(
    fc.property(fc.array(anyRecurrence, { maxLength: 4 }), anyMoment, (times, moment) => {
      const now = `${moment.date}T${moment.time}`;
      const { date } = moment;
      const all = occurrences({ times }, undefined, addDays(date, -40), addDays(date, 400));
      const isAhead = ({ start, end = '' }: (typeof all)[number]) => start >= now || end > now;
      assert.deepEqual(next({ times }, moment), all.find(isAhead));
    }),
    { numRuns: 500 },
  );
});

test('cards of a day: what has ended is gone, the rest says when next', () => {
  const on = (dtstart: string, title: string) =>
    card({ title, schedule: { times: [{ dtstart }] } });
  const all = [
    on('2026-09-06T10:00', 'Over'),
    on('2026-09-08T10:00', 'Course'),
    card({ title: 'Shop' }),
  ];
  const shown = cardsOn(TODAY, all, undefined);
  assert.deepEqual(
    shown.map(({ title, upcoming }) => [title, upcoming]),
    [
      ['Course', [{ start: '2026-09-08T10:00' }]],
      ['Shop', undefined],
    ],
  );
});
