import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays, localTime, nextMidnight, weekday } from '@vielfalt/feed';

const BERLIN = 'Europe/Berlin';
const HOUR = 3_600_000;

const instant = (text: string) => Date.parse(text);

test('the clock of the zone, not of the machine', () => {
  assert.deepEqual(localTime(instant('2026-09-06T22:30:00Z'), BERLIN), {
    date: '2026-09-07',
    time: '00:30',
  });
  assert.deepEqual(localTime(instant('2026-09-06T22:30:00Z'), 'America/New_York'), {
    date: '2026-09-06',
    time: '18:30',
  });
});

test('midnight is 00:00, never 24:00', () => {
  assert.deepEqual(localTime(instant('2026-01-14T23:00:00Z'), BERLIN), {
    date: '2026-01-15',
    time: '00:00',
  });
});

test('summer time begins and ends', () => {
  assert.equal(localTime(instant('2026-03-29T00:59:59Z'), BERLIN).time, '01:59');
  assert.equal(localTime(instant('2026-03-29T01:00:00Z'), BERLIN).time, '03:00');
  assert.equal(localTime(instant('2026-10-25T00:30:00Z'), BERLIN).time, '02:30');
  assert.equal(localTime(instant('2026-10-25T01:30:00Z'), BERLIN).time, '02:30');
});

test('the next midnight on a plain day, and from midnight itself', () => {
  assert.equal(
    nextMidnight(instant('2026-07-01T10:00:00Z'), BERLIN),
    instant('2026-07-01T22:00:00Z'),
  );
  const midnight = instant('2026-07-01T22:00:00Z');
  assert.equal(nextMidnight(midnight, BERLIN), midnight + 24 * HOUR);
  assert.equal(nextMidnight(midnight - 1, BERLIN), midnight);
});

test('the next midnight after days of 23 and of 25 hours', () => {
  const spring = instant('2026-03-28T23:00:00Z');
  assert.equal(nextMidnight(spring, BERLIN), spring + 23 * HOUR);
  const autumn = instant('2026-10-24T22:00:00Z');
  assert.equal(nextMidnight(autumn, BERLIN), autumn + 25 * HOUR);
});

test('the next midnight where summer time begins at midnight, so that 00:00 does not exist', () => {
  // Beirut, 29 March 2026: the clocks go from 23:59:59 to 01:00.
  const next = nextMidnight(instant('2026-03-28T12:00:00Z'), 'Asia/Beirut');
  assert.deepEqual(localTime(next, 'Asia/Beirut'), { date: '2026-03-29', time: '01:00' });
  assert.equal(localTime(next - 1, 'Asia/Beirut').date, '2026-03-28');
});

test('an unknown zone is a RangeError', () => {
  assert.throws(() => localTime(0, 'Europe/Nowhere'), RangeError);
});

test('days are added across months, leap days and summer time', () => {
  assert.equal(addDays('2026-12-31', 1), '2027-01-01');
  assert.equal(addDays('2028-02-28', 1), '2028-02-29');
  assert.equal(addDays('2026-03-01', -1), '2026-02-28');
  assert.equal(addDays('2026-03-28', 2), '2026-03-30');
  assert.throws(() => addDays('2026-02-30', 1), RangeError);
  assert.throws(() => addDays('soon', 1), RangeError);
});

test('weekdays, before 1970 too', () => {
  assert.equal(weekday('2026-09-07'), 'mo');
  assert.equal(weekday('2026-09-13'), 'su');
  assert.equal(weekday('1969-12-31'), 'we');
  assert.equal(weekday('1949-05-23'), 'mo');
});
