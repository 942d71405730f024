import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Recurrence } from '@vielfalt/feed';
import type { CellValue } from '../../../server/src/table/table.js';
import { flatten } from '../../../server/src/table/json/flatten.js';
import { mapOne } from './mapping-harness.js';

/** A schedule in one line: `MO 09:00–12:00`, `2026-12-12T09:00–11:00`, `text` where it stayed text. */
function timesOf(fields: Record<string, string>, row: Record<string, CellValue>): string {
  const { offer, remarks } = mapOne(fields, row);
  const { times = [], text } = offer.schedule ?? {};
  assert.equal(remarks.length > 0, text !== undefined, 'what stays text is remarked');
  return [...times.map(lineOf), ...(text === undefined ? [] : ['text'])].join('; ');
}

function lineOf({ dtstart, dtend = '', byday }: Recurrence): string {
  const end = dtend.includes('T') ? dtend.slice(11) : dtend;
  const start = byday ? `${byday.join(',')} ${dtstart.slice(11)}` : dtstart;
  return end ? `${start}–${end}` : start;
}

describe('a day, a start and an end in three columns of one field', () => {
  const table = (von: CellValue, bis: CellValue, day: CellValue = '12.12.2026') =>
    timesOf({ schedule: '{ columns: [Datum, von, bis] }' }, { Datum: day, von, bis });

  test('are one span', () => {
    assert.equal(table('9:00', '11:00'), '2026-12-12T09:00–11:00');
    assert.equal(table('09:00:00', '11:00:00'), '2026-12-12T09:00–11:00');
    assert.equal(table('9 Uhr', '11 Uhr'), '2026-12-12T09:00–11:00');
    assert.equal(table('20:55:00', '22:25:00', 'Fr'), 'FR 20:55–22:25');
    assert.equal(table('9:00', ''), '2026-12-12T09:00');
    assert.equal(table('', ''), '2026-12-12');
    assert.equal(table('ganztägig', ''), '2026-12-12');
  });

  test('are one span where a start and an end say their day themselves', () => {
    const moments = (Beginn: CellValue, Ende: CellValue) =>
      timesOf({ schedule: '{ columns: [Beginn, Ende] }' }, { Beginn, Ende });
    assert.equal(moments('12.02.2027 18:00', '12.02.2027 20:00'), '2027-02-12T18:00–20:00');
    assert.equal(moments('12.02.2027 18:00', '13.02.2027 02:00'), '2027-02-12T18:00–02:00');
    assert.equal(moments('12.02.2027 18:00', '20:00'), '2027-02-12T18:00–20:00');
    assert.equal(
      moments('2027-02-12T18:00:00+01:00', '2027-02-12T20:00:00+01:00'),
      '2027-02-12T18:00–20:00',
    );
    assert.equal(moments('2027-02-12', '2027-02-14'), '2027-02-12–2027-02-15');
    const dates = { schedule: '{ columns: [Termin 1, Termin 2] }' };
    const both = { 'Termin 1': '12.02.2027', 'Termin 2': '14.02.2027' };
    assert.equal(timesOf(dates, both), '2027-02-12; 2027-02-14');
  });

  test('are text where the columns are numbered: they may be two beginnings', () => {
    const fields = { schedule: '{ columns: [Datum, Uhrzeit 1, Uhrzeit 2] }' };
    const row = { Datum: '12.12.2026', 'Uhrzeit 1': '9:00', 'Uhrzeit 2': '11:00' };
    assert.equal(timesOf(fields, row), 'text');
  });
});

describe('day, start and end as fields of their own', () => {
  const table = (days: CellValue, start: CellValue, end: CellValue) =>
    timesOf(
      { 'schedule.days': 'Tag', 'schedule.start': 'von', 'schedule.end': 'bis' },
      { Tag: days, von: start, bis: end },
    );

  const rows: [row: [CellValue, CellValue, CellValue], meaning: string][] = [
    [['Fr', '20:55:00', '22:25:00'], 'FR 20:55–22:25'],
    [['Fr', '0,375', '0,5'], 'FR 09:00–12:00'],
    [['Fr', 0.375, 0.583333333], 'FR 09:00–14:00'],
    [['Fr', '1899-12-30T09:00:00', '1899-12-30T12:00:00'], 'FR 09:00–12:00'],
    [['Fr', '30.12.1899 09:00:00', '30.12.1899 12:00:00'], 'FR 09:00–12:00'],
    [['12.12.2026', '9:00', '11:00'], '2026-12-12T09:00–11:00'],
    [['2026-12-12T00:00:00', '9:00', '11:00'], '2026-12-12T09:00–11:00'],
    [['12.12.2026', '', ''], '2026-12-12'],
    [['12.12.2026', 'ganztägig', ''], '2026-12-12'],
    [['', '2026-12-13T09:00', '2026-12-13T11:00'], '2026-12-13T09:00–11:00'],
    [['', '2026-12-13T08:00:00Z', ''], '2026-12-13T09:00'],
    [['', '12.12.2026', '14.12.2026'], '2026-12-12–2026-12-15'],
    [['Fr', '8:00; 14:00', '12:00; 17:00'], 'FR 08:00–12:00; FR 14:00–17:00'],
    [['Fr', '8:00', '12:00; 17:00'], 'text'],
    [['Fr', '0,37', '0,5'], 'text'],
    [['Fr', 'nachmittags', '17:00'], 'text'],
  ];
  for (const [row, meaning] of rows) {
    test(row.join(' | '), () => {
      assert.equal(table(...row), meaning);
    });
  }

  test('a start that is a day alone is the first of many, and none that ends at night', () => {
    const { offer } = mapOne({ 'schedule.start': 'Beginn' }, { Beginn: '12.12.2026' });
    assert.deepEqual(offer.schedule, { validFrom: '2026-12-12' });
  });
});

test('the time of day of a first and a last day is not lost', () => {
  const { offer, remarks } = mapOne(
    { 'schedule.validFrom': 'Beginn', 'schedule.validTo': 'Ende' },
    { Beginn: '2026-12-13T08:00:00Z', Ende: '2026-12-14T22:59:59Z' },
  );
  assert.deepEqual(offer.schedule, {
    validFrom: '2026-12-13',
    validTo: '2026-12-14',
    text: 'Beginn: 2026-12-13 09:00',
  });
  assert.match(remarks[0]?.reason ?? '', /time of day/);
});

describe('opening hours as programs hold them', () => {
  const json = (hours: object, names = false) => {
    const row = Object.fromEntries(flatten(hours));
    const columns = Object.keys(row).map((column) => JSON.stringify(column));
    return timesOf({ schedule: `{ columns: [${columns.join(', ')}], names: ${names} }` }, row);
  };

  for (const names of [false, true]) {
    describe(names ? 'with the names of their columns' : 'without', () => {
      for (const [hours, meaning] of [
        [{ mo: ['08:00', '17:00'] }, 'MO 08:00–17:00'],
        [{ mo: ['08:00:00', '17:00:00'] }, 'MO 08:00–17:00'],
        [{ mo: ['08:00', '17:00'], tu: ['09:00', '12:00'] }, 'MO 08:00–17:00; TU 09:00–12:00'],
        [{ tu: ['08:00', '17:00'], we: ['09:00', '12:00'] }, 'TU 08:00–17:00; WE 09:00–12:00'],
        [{ mo: '08:00-12:00, 14:00-18:00' }, 'MO 08:00–12:00; MO 14:00–18:00'],
        [{ mo: ['08:00-12:00', '14:00-18:00'] }, 'MO 08:00–12:00; MO 14:00–18:00'],
        [
          {
            hours: {
              mo: [
                ['08:00', '12:00'],
                ['14:00', '17:00'],
              ],
            },
          },
          'MO 08:00–12:00; MO 14:00–17:00',
        ],
        [{ mo: { open: '08:00', close: '17:00' } }, 'MO 08:00–17:00'],
        [{ opening_hours: { monday: [{ opens: '08:00', closes: '17:00' }] } }, 'MO 08:00–17:00'],
        [{ monday_open: '08:00', monday_close: '17:00' }, 'MO 08:00–17:00'],
        [{ MontagVon: '08:00', MontagBis: '17:00' }, 'MO 08:00–17:00'],
        [{ 'Mo von': '08:00', 'Mo bis': '17:00', 'Di von': '', 'Di bis': '' }, 'MO 08:00–17:00'],
        [
          {
            spec: [
              { dayOfWeek: ['Monday', 'Tuesday'], opens: '08:00', closes: '17:00' },
              { dayOfWeek: 'https://schema.org/Friday', opens: '08:00', closes: '12:00' },
            ],
          },
          'MO,TU 08:00–17:00; FR 08:00–12:00',
        ],
        // A third time may be anything, and so may four in a row.
        [{ mo: ['08:00', '12:00', '17:00'] }, 'text'],
        [{ mo: ['08:00', '12:00', '14:00', '17:00'] }, 'text'],
        [{ mo: { open: '08:00', close: 'abends' } }, 'text'],
        [{ monday_open: '08:00' }, 'MO 08:00'],
      ] as const) {
        test(JSON.stringify(hours), () => {
          assert.equal(json(hours, names), meaning);
        });
      }
    });
  }
});

test('a moment in UTC is the day that it is in the directory’s zone', () => {
  const fields = { 'schedule.validFrom': 'Start', 'schedule.validTo': 'Ende' };
  const row = { Start: '2026-08-31T22:00:00Z', Ende: '2026-12-31T00:00:00+01:00' };
  assert.deepEqual(mapOne(fields, row).offer.schedule, {
    validFrom: '2026-09-01',
    validTo: '2026-12-31',
  });
  const { offer } = mapOne(
    { 'schedule.period': 'Zeitraum' },
    { Zeitraum: '2026-09-01T00:00:00 – 2026-12-31T00:00:00' },
  );
  assert.deepEqual(offer.schedule, { validFrom: '2026-09-01', validTo: '2026-12-31' });
});

test('a name that may limit the times is none of a weekday alone', () => {
  const fields = { schedule: '{ columns: [ferien_mo], names: true }' };
  assert.equal(timesOf(fields, { ferien_mo: '9–12 Uhr' }), 'text');
});
