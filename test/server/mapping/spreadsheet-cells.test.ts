import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { CellValue } from '../../../server/src/table/table.js';
import { mapOne, mapping, mapRows } from './mapping-harness.js';

describe('an error of the spreadsheet', () => {
  const errors: [string, RegExp][] = [
    ['#N/A', /a look-up has found nothing/],
    ['#NV', /a look-up has found nothing/],
    ['#REF!', /a cell that is gone/],
    ['#BEZUG!', /a cell that is gone/],
    ['#NAME?', /a word that the program does not know/],
    ['#DIV/0!', /divides by nothing/],
    ['#WERT!', /calculates with a text/],
    ['#VALUE!', /calculates with a text/],
    ['#ZAHL!', /a number that it cannot take/],
    ['#NULL!', /nothing in common/],
    ['#SPILL!', /no room for its result/],
    ['#ÜBERLAUF!', /no room for its result/],
    ['#########', /too narrow/],
    ['Err:502', /has failed/],
  ];
  for (const [error, cause] of errors) {
    test(`${error} is named with its cause, and published nowhere`, () => {
      const fields = { cost: 'Kosten', schedule: 'Zeit', topics: 'Thema', description: 'Text' };
      for (const column of ['Kosten', 'Zeit', 'Thema', 'Text', 'Rest']) {
        const { offer, remarks } = mapOne(fields, { [column]: error }, 'keep: [Rest]');
        assert.doesNotMatch(JSON.stringify(offer), /#|Err/);
        const [{ line, column: named, value, reason } = assert.fail(), ...more] = remarks;
        assert.deepEqual([line, named, value, more], [2, column, error, []]);
        assert.match(reason, cause);
      }
    });
  }

  test('in the title is a fault beside it; in the mark of a row hides the row', () => {
    const { mapped } = mapRows(mapping({ status: 'aktiv' }), [
      { Titel: '#NV', aktiv: 'ja' },
      { aktiv: '#NV' },
    ]);
    assert.equal(mapped[0]?.faults[0]?.reason, 'is missing');
    assert.match(mapped[0]?.remarks[0]?.reason ?? '', /look-up/);
    assert.deepEqual(mapped[1]?.mark, { column: 'aktiv', value: '#NV' });
  });

  test('is not seen in texts that only begin so', () => {
    const { offer, remarks } = mapOne({ description: 'Text' }, { Text: '#Namen und mehr' });
    assert.equal(offer.description, '#Namen und mehr');
    assert.deepEqual(remarks, []);
  });
});

describe('a date that is only counted', () => {
  const cases: [field: string, value: CellValue, cause: RegExp][] = [
    ['schedule', '1797152400', /seconds since 1970.*\(2026-12-13\)/],
    ['schedule', 1797152400, /seconds since 1970.*\(2026-12-13\)/],
    ['schedule.start', '1797152400000', /seconds since 1970.*\(2026-12-13\)/],
    ['schedule.validFrom', '1797152400', /seconds since 1970.*\(2026-12-13\)/],
    ['schedule.period', '1797152400', /seconds since 1970/],
    ['checked.on', '1787152400', /seconds since 1970/],
    ['schedule.validTo', '46369', /days since 1900.*\(2026-12-13\)/],
    ['schedule', '46369.375', /days since 1900.*\(2026-12-13\)/],
  ];
  for (const [field, value, cause] of cases) {
    test(`${field} ${String(value)} is named with the cause, and published nowhere`, () => {
      const { offer, remarks } = mapOne({ [field]: 'Datum' }, { Datum: value });
      assert.doesNotMatch(JSON.stringify(offer), /17971524|17871524|46369/);
      assert.equal(remarks.length, 1);
      assert.match(remarks[0]?.reason ?? '', cause);
    });
  }

  test('is not seen in texts and keys', () => {
    const { offer } = mapOne({ description: 'Text' }, { Text: '1797152400' });
    assert.equal(offer.description, '1797152400');
  });
});

describe('a date that a spreadsheet made of figures', () => {
  const street = '{ columns: [Straße, Nr.], join: " " }';
  const made: [what: string, fields: Record<string, string>, column: string, values: string[]][] = [
    [
      'house number',
      { 'location.street': street },
      'Nr.',
      ['2026-05-03', '03. Mai', '05. Mrz', '3-May', '45813'],
    ],
    [
      'age',
      { age: 'Alter' },
      'Alter',
      ['2026-10-06', 'Jun 10', '06. Okt', '10-Jun', '06.10.2026', '45813'],
    ],
    ['youngest', { 'age.from': 'Alter' }, 'Alter', ['2026-10-06', '45813', 'Okt 06']],
    ['price', { cost: 'Preis' }, 'Preis', ['2026-10-05', '05. Okt']],
    ['telephone', { 'contact.phone': 'Telefon' }, 'Telefon', ['2026-10-05', '05.10.2026']],
    ['level', { level: 'Niveau' }, 'Niveau', ['2026-02-01', '01. Feb']],
    ['topic', { topics: 'Thema' }, 'Thema', ['2026-02-01T00:00']],
  ];
  for (const [what, fields, column, values] of made) {
    for (const value of values) {
      test(`${what} ${value} is named with the cause, and published nowhere`, () => {
        const { offer, remarks } = mapOne(fields, { Straße: 'Lange Straße', [column]: value });
        assert.doesNotMatch(JSON.stringify(offer), /2026|Mai|Mrz|May|Jun|Okt|Feb|45813/);
        assert.deepEqual(
          remarks.map((remark) => [remark.column, remark.value]),
          [[column, value]],
        );
        assert.match(remarks[0]?.reason ?? '', /which a spreadsheet makes of figures like 3-5/);
      });
    }
  }

  const kept: [fields: Record<string, string>, row: Record<string, string>, has: RegExp][] = [
    [{ schedule: 'Zeit' }, { Zeit: '2026-10-05' }, /2026-10-05/],
    [{ description: 'Text' }, { Text: 'Seit 2026-10-05' }, /2026-10-05/],
    [{ title: 'Name' }, { Name: '1. Mai' }, /1\. Mai/],
    [{ 'location.street': 'Straße' }, { Straße: 'Straße des 17. Juni 3' }, /17\. Juni 3/],
    [{ 'location.postalCode': 'PLZ' }, { PLZ: '45813' }, /45813/],
    [{ age: 'Alter' }, { Alter: '6-10' }, /"from":6,"to":10/],
    [{ record: 'Tag' }, { Tag: '2026-10-05' }, /2026-10-05/],
  ];
  for (const [fields, row, has] of kept) {
    test(`but ${JSON.stringify(row)} is what it says in ${Object.keys(fields).join()}`, () => {
      assert.match(JSON.stringify(mapOne(fields, row).offer), has);
    });
  }
});

describe('the header within the table', () => {
  test('is no offer, and named', () => {
    const rows: Record<string, string>[] = [
      { Ort: 'Witten' },
      { Nr: 'NR', Titel: ' titel', Ort: 'Ort' },
      { Ort: 'Hagen' },
    ];
    const { mapped } = mapRows(mapping({ 'location.town': 'Ort' }), rows);
    assert.deepEqual(
      mapped.map(({ offer, faults }) => [offer !== undefined, faults.length]),
      [
        [true, 0],
        [false, 0],
        [true, 0],
      ],
    );
    assert.deepEqual(
      mapped[1]?.remarks.map(({ line, reason }) => [line, reason]),
      [[3, 'repeats the names of the columns; the row is no offer, and left out']],
    );
  });

  test('is one with full stops or blanks that the first row has not', () => {
    const rows = [{ Nr: 'nr.', Titel: ' TITEL ' }];
    assert.equal(mapRows(mapping({}), rows).mapped[0]?.offer, undefined);
  });

  test('is none where one cell alone is called like its column', () => {
    const { mapped } = mapRows(mapping({}), [{ Titel: 'Titel' }]);
    assert.ok(mapped[0]?.offer);
  });
});

describe('letters', () => {
  test('that were encoded twice are read as they were meant, and named', () => {
    const { offer, remarks } = mapOne({ description: 'Text' }, { Text: 'fÃ¼r alle' });
    assert.equal(offer.description, 'für alle');
    assert.deepEqual(remarks[0]?.value, 'fÃ¼r alle');
    assert.match(remarks[0]?.reason ?? '', /decoded wrongly before; it is read as "für alle"/);
  });

  test('that were lost are a fault with line, column and what to do', () => {
    const { mapped } = mapRows(mapping({ description: 'Text' }), [{ Text: 'f\ufffdr' }]);
    assert.equal(mapped[0]?.offer, undefined);
    const [{ line, column, record, reason, remedy } = assert.fail()] = mapped[0]?.faults ?? [];
    assert.deepEqual([line, column, record], [2, 'Text', '1']);
    assert.match(`${reason} ${remedy}`, /letters that were lost .* “CSV UTF-8”/);
  });
});

describe('an option that does nothing where it stands is refused, with the reason', () => {
  const idle: [field: string, options: string, message: RegExp][] = [
    [
      'schedule.days',
      '{ column: T, words: { x: Mo } }',
      /words, which does nothing here: days, start/,
    ],
    ['schedule.days', '{ column: T, default: Mo }', /default, which does nothing here/],
    ['schedule.start', '{ value: "9:00" }', /value, which does nothing here: .* say schedule/],
    ['schedule.end', '{ column: T, split: ";" }', /split, which does nothing here/],
    ['cost', '{ value: frei, default: frei }', /default, .* no cell is read, and none is empty/],
    ['cost', '{ value: frei, words: { x: frei } }', /words, .* with value no cell is read/],
    ['cost', '{ column: T, join: "; " }', /join, .* there is one column/],
    ['cost', '{ column: T, split: ";" }', /split, .* cost is not taken apart/],
    ['topics', '{ columns: [A, B], join: ";" }', /join, .* each column of a list/],
    ['topics', '{ column: A, names: true }', /names, .* each column of a list/],
    ['topics', '{ value: sport, terms: { x: sport } }', /terms, .* with value/],
    ['audiences', '{ ticked: { A: women }, split: ";" }', /split, .* ticked columns/],
    ['audiences', '{ ticked: { A: women }, terms: { A: women } }', /terms, .* ticked columns/],
    ['status', '{ value: hidden }', /leaves every row out/],
  ];
  for (const [field, options, message] of idle) {
    test(`${field}: ${options}`, () => {
      assert.throws(() => mapRows(mapping({ [field]: options }), []), {
        name: 'MappingError',
        message,
      });
    });
  }

  const doing: [field: string, options: string][] = [
    ['spoken', '{ column: T, split: "/" }'],
    ['location', '{ column: T, split: "|" }'],
    ['audiences', '{ ticked: { A: women }, default: seniors }'],
    ['schedule.days', '{ ticked: { A: Mo, B: Di } }'],
    ['schedule', '{ column: T, names: true }'],
    ['title', '{ columns: [A, B], join: ": " }'],
  ];
  for (const [field, options] of doing) {
    test(`but not ${field}: ${options}`, () => {
      assert.ok(mapRows(mapping({ [field]: options }), [{ T: '', A: '', B: '' }]).mapper);
    });
  }
});
