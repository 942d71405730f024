import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hasEnded, occurrences, type Recurrence, type Schedule } from '@vielfalt/feed';

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
