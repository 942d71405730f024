import assert from 'node:assert/strict';
import { describe, it, test, type TestContext } from 'node:test';
import type { Offer, Recurrence } from '@vielfalt/feed';
import { readWithIcalJs, readWithNodeIcal } from './calendar-readers.js';
import { example, offer } from './example.js';
import { startFeed } from './feed-harness.js';

type Thing = { '@type': string } & Record<string, unknown>;

const PLACE: Partial<Offer> = {
  kind: 'event',
  locations: [{ name: 'Haus', street: 'Weg 1', town: 'witten' }],
};

async function start(test: TestContext, offers: Offer[]) {
  const feed = await startFeed(test, {
    changes: { ...example(), offers },
    baseUrl: 'https://feed.example.org',
  });
  return {
    ...feed,
    text: async (path: string) => (await feed.get(path)).body.toString(),
    linked: async () =>
      (await feed.get('/v1/offers.jsonld?sort=title')).json<{ dataFeedElement: Thing[] }>()
        .dataFeedElement,
  };
}

const times = (...all: Recurrence[]): Partial<Offer> => ({ schedule: { times: all } });

describe('whole days', () => {
  const fair = offer(1, { ...PLACE, ...times({ dtstart: '2026-11-28' }) });
  const camp = offer(2, { ...PLACE, ...times({ dtstart: '2026-12-28', dtend: '2027-01-02' }) });
  const saturdays = offer(3, {
    ...PLACE,
    ...times({
      dtstart: '2026-11-07',
      freq: 'WEEKLY',
      until: '2026-12-19',
      exdate: ['2026-12-05'],
    }),
  });

  it('are dates in calendars, and their end is the day after', async (test) => {
    const feed = await start(test, [fair, camp, saturdays]);
    const calendar = await feed.text('/v1/offers.ics');
    assert.match(calendar, /DTSTART;VALUE=DATE:20261128\r\nDTEND;VALUE=DATE:20261129\r\n/);
    assert.match(calendar, /DTSTART;VALUE=DATE:20261228\r\nDTEND;VALUE=DATE:20270102\r\n/);
    assert.match(
      calendar,
      /DTSTART;VALUE=DATE:20261107\r\nDTEND;VALUE=DATE:20261108\r\nRRULE:FREQ=WEEKLY;BYDAY=SA;UNTIL=20261219;WKST=MO\r\nEXDATE;VALUE=DATE:20261205\r\n/,
    );
    for (const read of [readWithIcalJs, readWithNodeIcal]) {
      const days = [...read(calendar, '2026-11-23', '2026-12-31', 'Europe/Berlin').values()].flat();
      assert.equal(days.length, 5, 'a fair, a camp, three Saturdays');
      for (const each of days) assert.doesNotMatch(each, /T(?!00:00)/, each);
    }
  });

  it('have no invented time anywhere', async (test) => {
    const feed = await start(test, [fair, camp]);
    const [first, second] = await feed.linked();
    assert.deepEqual([first?.['startDate'], first?.['endDate']], ['2026-11-28', '2026-11-28']);
    assert.deepEqual([second?.['startDate'], second?.['endDate']], ['2026-12-28', '2027-01-01']);
    const [, row = '', long = ''] = (await feed.text('/v1/offers.csv?sort=title')).split('\r\n');
    assert.match(row, /;2026-11-28;;ganztägig;/);
    assert.match(long, /;2026-12-28;;ganztägig–2027-01-01;/);
    const page = await feed.text('/offers/offer-1');
    assert.match(page, /Sa\., 28\. Nov\. · ganztägig/);
    assert.match(await feed.text('/'), /Samstag, 28\. November, <span class="time">ganztägig</);
    const { offers } = await feed.offers('time=morning');
    assert.deepEqual(offers, []);
  });

  it('go with their last day, from lists and pages', async (test) => {
    const feed = await start(test, [fair, offer(4, times({ dtstart: '2019-12-14' }))]);
    const shown = async () => (await feed.offers('')).offers.map(({ slug }) => slug);
    assert.deepEqual(await shown(), ['offer-1'], 'what was in 2019 is over');
    assert.equal((await feed.get('/offers/offer-4')).status, 410);
    feed.setClock(Date.parse('2026-11-28T23:59:00+01:00'));
    assert.deepEqual(await shown(), ['offer-1']);
    feed.setClock(Date.parse('2026-11-29T00:00:00+01:00'));
    assert.deepEqual(await shown(), []);
  });
});

test('what goes on for days from one time of day to another has its end everywhere', async (context) => {
  const camp = offer(1, {
    ...PLACE,
    ...times({ dtstart: '2026-12-11T09:00', dtend: '2026-12-13T17:00' }),
  });
  const feed = await start(context, [camp]);
  assert.match(
    await feed.text('/offers/offer-1'),
    /Fr\., 11\. Dez\., 9 Uhr, bis So\., 13\. Dez\., 17 Uhr/,
  );
  const [event] = await feed.linked();
  assert.equal(event?.['endDate'], '2026-12-13T17:00:00+01:00');
  assert.match(await feed.text('/v1/offers.csv?sort=title'), /;09:00–2026-12-13 17:00;/);
  assert.match(await feed.text('/v1/offers.ics'), /DTEND;TZID=Europe\/Berlin:20261213T170000\r\n/);
});

describe('midnight', () => {
  const daily = (dtstart: string, dtend: string): Partial<Offer> =>
    times({ dtstart, dtend, freq: 'WEEKLY', byday: ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] });
  const always = offer(1, { ...PLACE, ...daily('2026-11-02T00:00', '2026-11-03T00:00') });
  const night = offer(2, { ...PLACE, ...daily('2026-11-02T20:00', '2026-11-03T06:00') });
  const late = offer(3, {
    ...PLACE,
    ...times({ dtstart: '2026-11-27T20:00', dtend: '2026-11-28T00:00' }),
  });

  it('is the end of the day, in words and in the table', async (test) => {
    const feed = await start(test, [always, night, late]);
    const page = await feed.text('/');
    assert.match(page, /Mo–So rund um die Uhr/);
    assert.match(page, /Mo–So 20 Uhr bis 6 Uhr am nächsten Tag/);
    assert.match(page, /Freitag, 27\. November, <span class="time">20–24 Uhr</);
    const rows = (await feed.text('/v1/offers.csv?sort=title')).split('\r\n');
    assert.match(rows[1] ?? '', /;00:00–24:00;/);
    assert.match(rows[2] ?? '', /;20:00–06:00;/);
    assert.match(rows[3] ?? '', /;20:00–24:00;/);
  });

  it('has the right end in linked data', async (test) => {
    const counselling = { ...daily('2026-11-02T00:00', '2026-11-03T00:00'), kind: 'counselling' };
    const feed = await start(test, [always, night, late, offer(4, counselling)]);
    const [whole, nightly, party, advice] = await feed.linked();
    const schedule = (thing: Thing | undefined) => thing?.['eventSchedule'] as Thing;
    assert.equal(schedule(whole)['endTime'], '24:00:00');
    assert.equal(schedule(nightly)['endTime'], '06:00:00');
    assert.equal(schedule(nightly)['duration'], 'PT10H');
    assert.equal(party?.['endDate'], '2026-11-28T00:00:00+01:00');
    const hours = advice?.['hoursAvailable'] as Thing;
    assert.deepEqual([hours['opens'], hours['closes']], ['00:00', '23:59']);
  });
});

describe('events in linked data', () => {
  const weekly = times({
    dtstart: '2024-01-08T18:00',
    dtend: '2024-01-08T20:00',
    freq: 'WEEKLY',
    interval: 2,
  });

  it('begin with their next date, never in the past', async (test) => {
    const feed = await start(test, [offer(1, { ...PLACE, ...weekly })]);
    const [series] = await feed.linked();
    assert.equal(series?.['@type'], 'EventSeries');
    assert.equal(series['startDate'], '2026-11-23T18:00:00+01:00');
    assert.equal((series['eventSchedule'] as Thing)['startDate'], '2026-11-23');
    assert.equal((series['subEvent'] as Thing)['startDate'], '2026-11-23T18:00:00+01:00');
  });

  it('courses begin so too, and have the times of their dates', async (test) => {
    const course = { ...PLACE, kind: 'course' };
    const feed = await start(test, [
      offer(1, { ...course, ...weekly }),
      offer(2, { ...course, ...times({ dtstart: '2026-12-17T18:00', dtend: '2026-12-17T19:00' }) }),
    ]);
    const [series, single] = (await feed.linked()).map(
      (thing) => thing['hasCourseInstance'] as Thing,
    );
    assert.equal(series?.['startDate'], '2026-11-23T18:00:00+01:00');
    assert.equal((series['courseSchedule'] as Thing)['startDate'], '2026-11-23');
    assert.equal(single?.['startDate'], '2026-12-17T18:00:00+01:00');
    assert.equal(single['endDate'], '2026-12-17T19:00:00+01:00');
  });

  it('single dates of a service are its hours on those days', async (test) => {
    const { schedule } = times(
      { dtstart: '2026-11-02T10:00', dtend: '2026-11-02T12:00' },
      { dtstart: '2026-12-14T10:00', dtend: '2026-12-14T12:00' },
      { dtstart: '2026-12-15' },
      { dtstart: '2026-12-18T14:00', dtend: '2026-12-20T13:00' },
    );
    const feed = await start(test, [
      offer(1, { kind: 'counselling', schedule: { ...schedule, byAppointment: true } }),
    ]);
    const [advice] = await feed.linked();
    assert.deepEqual(advice?.['hoursAvailable'], {
      '@type': 'OpeningHoursSpecification',
      opens: '10:00',
      closes: '12:00',
      validFrom: '2026-12-14',
      validThrough: '2026-12-14',
    });
    assert.equal((advice['potentialAction'] as Thing)['@type'], 'ScheduleAction');
  });

  it('are none without a place to go to', async (test) => {
    const online = { kind: 'event', online: true, ...weekly };
    const feed = await start(test, [
      offer(1, { kind: 'event', ...weekly }),
      offer(2, online),
      offer(3, { ...online, registration: { web: 'https://example.org/raum' } }),
      offer(4, { ...PLACE, ...online }),
    ]);
    const all = await feed.linked();
    assert.deepEqual(
      all.map((thing) => thing['@type']),
      ['Service', 'Service', 'EventSeries', 'EventSeries'],
    );
    assert.deepEqual(all[2]?.['location'], {
      '@type': 'VirtualLocation',
      url: 'https://example.org/raum',
    });
    assert.equal(
      (all[3]?.['location'] as Thing)['@type'],
      'Place',
      'our own page is no address to meet at',
    );
  });
});

describe('what is left out of a series, and its end', () => {
  it('are written as its start is, and lie on its dates', async (test) => {
    const summer: Recurrence = {
      dtstart: '2026-03-02T18:00',
      dtend: '2026-03-02T20:00',
      freq: 'WEEKLY',
      byday: ['MO'],
      until: '2027-06-30',
      exdate: ['2026-12-07', '2026-12-08'],
    };
    const feed = await start(test, [offer(1, times(summer))]);
    const calendar = (await feed.text('/v1/offers.ics')).replaceAll('\r\n ', '');
    const zone = /DTSTART;(TZID=[^:]+):20260302T180000\r\n/.exec(calendar)?.[1] ?? '';
    assert.ok(zone);
    assert.ok(calendar.includes(`EXDATE;${zone}:20261207T180000\r\n`), 'Tuesday is none of them');
    assert.match(calendar, /UNTIL=20270630T160000Z/);
  });
});
