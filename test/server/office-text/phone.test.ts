import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { readContact, readPhone } from '../../../server/src/office-text/index.js';
import { mapOne } from '../mapping/mapping-harness.js';

/** What a cell for telephone numbers comes to. */
function read(cell: string) {
  const { offer, remarks } = mapOne({ 'contact.phone': 'Tel' }, { Tel: cell });
  return {
    phone: offer.contact?.phone,
    text: offer.description,
    said: remarks.map(({ reason }) => reason).join(),
  };
}

describe('a telephone number', () => {
  for (const [text, phone] of [
    ['030 23125 112', '030 23125 112'],
    ['Tel.: 030/23125-112', '030/23125-112'],
    ['Mobil 0152 28895456', '0152 28895456'],
    ['Handy: 0171 3920012', '0171 3920012'],
    ['+49 (0)30 23125 112', '+49 (0)30 23125 112'],
    ['0049 30 23125 112', '0049 30 23125 112'],
    ['069 90009-123', '069 90009-123'],
    ['+43 1 234567890', '+43 1 234567890'],
    ['+380 44 123 4567', '+380 44 123 4567'],
    ['0800 111 0 111', '0800 111 0 111'],
    ...['110', '112', '115', '116117', '116 117', '116 123', '11833'].map((each) => [each, each]),
  ] as [string, string][]) {
    test(`${text} is one`, () => {
      assert.deepEqual(read(text), { phone, text: undefined, said: '' });
    });
  }

  for (const text of [
    '20260901',
    '20260901120000',
    '58452',
    '01067',
    '1001',
    '555-12',
    '030 1',
    'auf Anfrage',
    '+49 1',
    '111',
    // +49 2324 123450, or 04923 24123450?
    '492324123450',
  ]) {
    test(`${text} is none, and is read as text`, () => {
      const { phone, text: kept, said } = read(text);
      assert.equal(phone, undefined);
      assert.match(kept ?? '', /^Tel: /);
      assert.match(said, /not a telephone number/);
    });
  }

  for (const text of ['01.09.2026', '1.9.26', '2026-09-01']) {
    test(`${text} is a date that a spreadsheet made, and stands nowhere`, () => {
      const { phone, text: kept, said } = read(text);
      assert.deepEqual([phone, kept], [undefined, undefined]);
      assert.match(said, /is a date/);
    });
  }

  for (const [text, phone] of [
    ['030 23125 112 oder 030 23125 113', '030 23125 112'],
    ['030 23125-112/-113', '030 23125-112'],
    ['030 23125-112 / -113', '030 23125-112'],
    ['030 23125-112/113', '030 23125-112'],
    ['030 23125-112 u. -113', '030 23125-112'],
    ['030 23125 112 / 0152 28895456', '030 23125 112'],
    ['030 23125 112, 030 23125 113', '030 23125 112'],
    ['030 23125 112 (nur vormittags)', '030 23125 112'],
  ] as const) {
    test(`of ${text} the first is taken, and all of it stays to be read`, () => {
      const { phone: taken, text: kept, said } = read(text);
      assert.equal(taken, phone);
      assert.ok(kept?.includes(text));
      assert.match(said, /more than one|more in it/);
    });
  }

  test('that lost its zero or its plus gets it back, and that is said', () => {
    const national = read('23025550123');
    assert.equal(national.phone, '02302 5550123');
    assert.match(national.said, /02302 5550123/);
    assert.equal(read('15228895456').phone?.replace(/\D/g, ''), '015228895456');
    assert.equal(read('493023125112').phone, '+49 30 23125112');
  });

  test('is of the country that the directory is in', () => {
    assert.equal(readPhone('01 234567890', 'AT'), '01 234567890');
    assert.equal(readPhone('044 668 18 00', 'CH'), '044 668 18 00');
    assert.equal(readPhone('115', 'AT'), undefined);
    assert.equal(readPhone('112', 'AT'), '112');
  });
});

test('of two numbers in a contact the first is taken, not the last', () => {
  assert.deepEqual(readContact('Frau Muster\n030 23125 112 oder 030 23125 113'), {
    contact: { name: 'Frau Muster', phone: '030 23125 112' },
    rest: 'oder 030 23125 113',
  });
});

test('what knows the numbers of the world is on the server alone', () => {
  for (const part of ['feed', 'widget']) {
    const text = readFileSync(new URL(`../../../${part}/package.json`, import.meta.url), 'utf8');
    assert.doesNotMatch(text, /libphonenumber/);
  }
});
