import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  addDays,
  localTime,
  occurrences,
  type HolidayCalendar,
  type Offer,
  type Schedule,
} from '@vielfalt/feed';
import { readWithIcalJs, readWithNodeIcal, type Reader } from './calendar-readers.js';
import { demoFeed } from './demo-feed.js';
import { example, offer } from './example.js';
import { startFeed, type Feed } from './feed-harness.js';

const TODAY = '2026-11-23';
const READERS: [name: string, read: Reader][] = [
  ['ical.js', readWithIcalJs],
  ['node-ical', readWithNodeIcal],
];

/** What the feed's own expansion says. */
function expected(
  offers: Offer[],
  calendar: HolidayCalendar | undefined,
  from: string,
  to: string,
) {
  return new Map(
    offers.flatMap(({ id, schedule, status }) => {
      if (!schedule || status !== 'published') return [];
      const all = occurrences(schedule, calendar, from, to);
      return all.length > 0 ? [[id, all.map(({ start, end = '' }) => `${start}/${end}`)]] : [];
    }),
  );
}

/**
 * Without the ends of what begins before the clock is changed and ends after: of a series RFC 5545
 * repeats the exact length there, the feed the one on the clock.
 */
function withoutNights(times: string[] | undefined, timeZone: string): string[] | undefined {
  const ahead = (moment: string) => {
    const near = Date.parse(`${moment}Z`);
    const { date: day, time } = localTime(near, timeZone);
    return Date.parse(`${day}T${time}Z`) - near;
  };
  return times?.map((each) => {
    const [start = '', end = ''] = each.split('/');
    const isAllDay = start.endsWith('T00:00') && end.endsWith('T00:00');
    return end && !isAllDay && ahead(start) !== ahead(end) ? `${start}/~` : each;
  });
}

/** What is too much in a list and what is missing, in short. */
function difference(found: string[] = [], wanted: string[] = []): string {
  const more = found.filter((each) => !wanted.includes(each)).slice(0, 3);
  const less = wanted.filter((each) => !found.includes(each)).slice(0, 3);
  return [...more.map((each) => `+${each}`), ...less.map((each) => `-${each}`)].join(' ');
}

/** The offers that the feed shows now. */
async function shown(feed: Feed): Promise<Offer[]> {
  const state = await feed.store.read();
  const ids = new Set<string>();
  for (let page = 1, all = 1; ids.size < all; page++) {
    const { total, offers } = await feed.offers(`limit=100&page=${page}`);
    all = total;
    for (const { id } of offers) ids.add(id);
  }
  return state!.offers.filter(({ id }) => ids.has(id));
}

const calendarOf = async (feed: Feed, path = '/v1/offers.ics') => {
  const { status, body } = await feed.get(path);
  assert.equal(status, 200, body.toString());
  return body.toString();
};

describe('the calendar of the demo directory', () => {
  for (const [name, read] of READERS) {
    it(`shows in ${name} every occurrence of the coming year and no other`, async () => {
      const feed = await demoFeed();
      const { directory } = (await feed.store.read())!;
      const to = addDays(TODAY, 365);
      const wanted = expected(await shown(feed), directory.calendar, TODAY, to);
      assert.ok(wanted.size > 400, `${wanted.size} offers have times`);
      const found = read(await calendarOf(feed), TODAY, to, directory.timeZone);
      for (const [id, times] of wanted) assert.equal(difference(found.get(id), times), '', id);
      assert.deepEqual([...found.keys()].sort(), [...wanted.keys()].sort());
    });
  }

  it('has lines of at most 75 octets and nothing that is broken by folding', async () => {
    const feed = await demoFeed();
    const text = await calendarOf(feed, '/v1/offers.ics?lang=ar');
    assert.ok(!text.includes('\ufffd'));
    assert.ok(!/[^\r]\n/.test(text));
    for (const line of text.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75, line);
  });
});

const date = (from: number, to: number) =>
  fc.integer({ min: from, max: to }).map((days) => addDays(TODAY, days));
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });
const some = <Value>(...values: Value[]) => fc.subarray(values, { minLength: 1 });
const hour = fc.constantFrom('00:00', '08:30', '12:00', '19:45', '23:30');

const rule = fc.oneof(
  fc.constant({}),
  fc.record({
    freq: fc.constant('WEEKLY' as const),
    interval: fc.integer({ min: 1, max: 5 }),
    byday: maybe(some('MO', 'WE', 'SA', 'SU')),
  }),
  fc.record({
    freq: fc.constant('MONTHLY' as const),
    interval: fc.integer({ min: 1, max: 3 }),
    byday: some('1TU', '3SU', '-1FR', 'TH'),
  }),
  fc.record({
    freq: fc.constant('MONTHLY' as const),
    interval: fc.constant(1),
    bymonthday: maybe(fc.integer({ min: 1, max: 31 })),
  }),
);

const recurrence = fc
  .record({
    day: date(-200, 100),
    start: hour,
    length: fc.constantFrom(undefined, 0, 1),
    end: hour,
    rule,
    until: maybe(date(-50, 400)),
    rdate: maybe(fc.array(date(-60, 200), { minLength: 1, maxLength: 4 })),
    exdate: maybe(fc.array(date(-60, 200), { minLength: 1, maxLength: 40 })),
  })
  .map(({ day, start, length, end, rule: asked, until, rdate, exdate }) => ({
    dtstart: `${day}T${start}`,
    ...(length !== undefined && { dtend: `${addDays(day, length)}T${end}` }),
    ...asked,
    ...('freq' in asked && until && { until }),
    ...(rdate && { rdate }),
    ...(exdate && { exdate }),
  }));

const schedule: fc.Arbitrary<Schedule> = fc
  .record({
    times: fc.array(recurrence, { minLength: 1, maxLength: 3 }),
    closed: maybe(some('public-holidays' as const, 'school-holidays' as const)),
    validFrom: maybe(date(-100, 60)),
    validTo: maybe(date(0, 300)),
    // Keeps it in the directory whatever its times are.
    anyTime: fc.constant(true),
  })
  .map((all) => JSON.parse(JSON.stringify(all)) as Schedule);

const HOLIDAYS: HolidayCalendar = {
  publicHolidays: [-30, 7, 32, 33, 124, 160].map((days) => ({
    date: addDays(TODAY, days),
    name: 'Feiertag',
  })),
  schoolHolidays: [
    { from: addDays(TODAY, 30), to: addDays(TODAY, 44), name: 'Winter' },
    { from: addDays(TODAY, 230), to: addDays(TODAY, 274), name: 'Sommer' },
  ],
};

describe('the calendar of any schedules', () => {
  for (const timeZone of ['Europe/Berlin', 'America/New_York']) {
    it(`shows what the feed reckons, in ${timeZone}`, async (test) => {
      const changes = example();
      const directory = { ...changes.directory, timeZone, calendar: HOLIDAYS };
      const offers = fc
        .sample(schedule, 300)
        .map((each, index) => offer(index, { schedule: each }));
      const feed = await startFeed(test, { changes: { ...changes, directory, offers } });
      const to = addDays(TODAY, 365);
      const wanted = expected(await shown(feed), HOLIDAYS, TODAY, to);
      const text = await calendarOf(feed);
      for (const [name, read] of READERS) {
        const found = read(text, TODAY, to, timeZone);
        for (const { id, schedule: from } of offers) {
          const [is, should] = [found, wanted].map((all) => withoutNights(all.get(id), timeZone));
          const differs = difference(is, should);
          assert.equal(differs, '', `${name}: ${differs} of ${JSON.stringify(from)}`);
        }
      }
    });
  }
});
