import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { mapOne, mapRows, mapping } from './mapping-harness.js';
import { csv, suggested } from './suggest-harness.js';

const FIELDS = {
  'practice.reason': 'Gute Praxis',
  'practice.people': 'Personal',
  'practice.money': 'Mittel',
  'practice.rooms': 'Räume',
  'practice.partners': 'Partner',
  'practice.since': 'seit',
  'practice.results': 'Ergebnisse',
  'practice.ask': 'Auskunft',
  'practice.ask.namePublic': 'Name öffentlich',
};
const ROW = {
  'Gute Praxis': 'Die Eltern kommen wieder.',
  Personal: 'Zwei Honorarkräfte',
  Mittel: '500 € im Jahr',
  Räume: 'Eine Küche',
  Partner: 'Grundschule und Jugendamt',
  seit: 'September 2023',
  Ergebnisse: 'Aus dem ersten Jahrgang haben zwölf Arbeit. Die Väter erreichen wir nicht.',
  Auskunft: 'Büro für Integration, 030 23125 118, amt@example.org',
};

describe('good practice in a table', () => {
  test('is read from its columns', () => {
    const { offer, remarks } = mapOne(FIELDS, ROW);
    assert.deepEqual(offer.practice, {
      reason: 'Die Eltern kommen wieder.',
      needs: {
        people: 'Zwei Honorarkräfte',
        money: '500 € im Jahr',
        rooms: 'Eine Küche',
        partners: 'Grundschule und Jugendamt',
      },
      since: '2023-09-01',
      results: 'Aus dem ersten Jahrgang haben zwölf Arbeit. Die Väter erreichen wir nicht.',
      ask: { role: 'Büro für Integration', phone: '030 23125 118', email: 'amt@example.org' },
    });
    assert.deepEqual(
      remarks.map(({ column, reason }) => [column, reason]),
      [['seit', 'is read as 2023-09-01']],
    );
  });

  test('shows a person only where the table says so', () => {
    const row = { ...ROW, Auskunft: 'Frau Kim Muster, 030 23125 118' };
    const ask = mapOne(FIELDS, row).offer.practice?.ask;
    assert.deepEqual(ask, { name: 'Frau Kim Muster', phone: '030 23125 118' });
    const said = mapOne(FIELDS, { ...row, 'Name öffentlich': 'ja' }).offer.practice?.ask;
    assert.equal(said?.namePublic, true);
  });

  for (const [text, day] of [
    ['seit 1.9.2023', '2023-09-01'],
    ['09/2023', '2023-09-01'],
    ['läuft seit März 2021', '2021-03-01'],
    ['2019', '2019-01-01'],
  ] as const) {
    test(`has run since ${day} where the cell says “${text}”`, () => {
      assert.equal(mapOne(FIELDS, { ...ROW, seit: text }).offer.practice?.since, day);
    });
  }

  for (const text of ['schon lange', '13/2023', 'Lenz 2021']) {
    test(`keeps “${text}” beside the results, as it names no day`, () => {
      const { offer, remarks } = mapOne(FIELDS, { ...ROW, seit: text });
      assert.equal(offer.practice?.since, undefined);
      assert.match(offer.practice?.results ?? '', new RegExp(text));
      assert.equal(remarks.length, 1);
    });
  }

  test('is refused without a reason, with the line and the column', () => {
    const { mapped } = mapRows(mapping(FIELDS), [ROW, { ...ROW, 'Gute Praxis': '–' }]);
    assert.deepEqual(
      mapped.map(({ offer }) => offer?.title),
      ['Angebot', undefined],
    );
    const [fault, ...more] = mapped.flatMap(({ faults }) => faults);
    assert.deepEqual(
      [fault?.line, fault?.column, fault?.path, fault?.reason, more.length],
      [3, 'Gute Praxis', 'practice.reason', 'is missing', 0],
    );
  });

  test('a row that says nothing of it is an offer like others', () => {
    assert.equal('practice' in mapOne(FIELDS, { Personal: '–', seit: '' }).offer, false);
  });

  test('is recognised by headers that say so, and by no visitor’s column', async (context) => {
    const { fields } = await suggested(
      context,
      csv({
        'Gutes Beispiel': ['Die Eltern kommen wieder.', ''],
        'Gute Praxis: Räume': ['Eine Küche', ''],
        'Gute Praxis seit': ['2019', ''],
        Kooperationspartner: ['Jugendamt', 'Schule'],
        Ergebnisse: ['Zeugnis', 'Bescheinigung'],
      }),
    );
    const practice = Object.entries(fields).filter(([name]) => name.startsWith('practice'));
    assert.deepEqual(Object.fromEntries(practice), {
      'practice.reason': 'Gutes Beispiel',
      'practice.rooms': 'Gute Praxis: Räume',
      'practice.since': 'Gute Praxis seit',
    });
  });

  test('has translations', () => {
    const fields = {
      ...FIELDS,
      'translations.en.practiceReason': 'Reason',
      'translations.en.by': '{ value: person }',
    };
    const { offer } = mapOne(fields, { ...ROW, Reason: 'Parents come back.' });
    assert.equal(offer.translations?.['en']?.texts.practiceReason, 'Parents come back.');
  });
});
