import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { MappingError } from '../../../server/src/mapping/index.js';
import { mapOne, mapping, mapRows } from './mapping-harness.js';

describe('a value that a field cannot take', () => {
  test('stands at the end of the description, and is listed', () => {
    const { offer, remarks } = mapOne(
      { description: 'Text', 'checked.on': 'Stand' },
      { Text: 'Für alle.', Stand: 'neulich' },
    );
    assert.equal(offer.description, 'Für alle.\n\nStand: neulich');
    assert.equal(offer.checked, undefined);
    assert.deepEqual(remarks, [
      {
        line: 2,
        column: 'Stand',
        value: 'neulich',
        field: 'checked.on',
        reason: 'is not a valid date; it stands at the end of the description',
      },
    ]);
  });

  test('stands in the field’s own text where it has one', () => {
    const { offer, remarks } = mapOne({ 'cost.amount': 'Preis' }, { Preis: 'je nach Einkommen' });
    assert.deepEqual(offer.cost, { text: 'Preis: je nach Einkommen' });
    assert.equal(remarks.length, 1);
  });

  test('a date of checking in the future is none', () => {
    const { offer, remarks } = mapOne({ 'checked.on': 'Stand' }, { Stand: '01.09.2062' });
    assert.equal(offer.checked, undefined);
    assert.match(remarks[0]?.reason ?? '', /lies in the future/);
  });

  test('a title that is too long is cut, and stands whole in the description', () => {
    const title = 'Sehr langer Titel '.repeat(30).trim();
    const { offer } = mapOne({}, { Titel: title });
    assert.equal(offer.title.length, 300);
    assert.match(offer.title, /^Sehr langer Titel .*…$/);
    assert.equal(offer.description, `Titel: ${title}`);
  });

  test('that contradicts another column is kept too', () => {
    const { offer, remarks } = mapOne(
      { contact: 'Kontakt', 'contact.phone': 'Telefon' },
      { Kontakt: '030 23125 100', Telefon: '030 23125 101' },
    );
    assert.equal(offer.contact?.phone, '030 23125 101');
    assert.equal(offer.description, 'Kontakt: 030 23125 100');
    assert.equal(remarks.length, 1);
  });
});

describe('what offices leave open', () => {
  for (const nothing of ['', '  ', 'k. A.', 'keine Angabe', '–', '---', 'n/a', '?']) {
    test(`${JSON.stringify(nothing)} fills nothing`, () => {
      const { offer, remarks } = mapOne(
        { cost: 'Kosten', 'contact.phone': 'Telefon', topics: 'Themen' },
        { Kosten: nothing, Telefon: nothing, Themen: nothing },
      );
      assert.deepEqual(
        [offer.cost, offer.contact, offer.topics],
        [undefined, undefined, undefined],
      );
      assert.deepEqual(remarks, []);
    });
  }

  test('gets the mapping’s default', () => {
    const { mapped } = mapRows(mapping({ provider: '{ column: Träger, default: Landkreis }' }), [
      { Träger: 'Verein' },
      { Träger: '' },
    ]);
    assert.deepEqual(
      mapped.map(({ offer }) => offer?.provider),
      ['verein', 'landkreis'],
    );
  });
});

describe('letters that nobody sees', () => {
  test('are taken out, those that turn text round among them', () => {
    const { offer } = mapOne(
      { summary: 'Kurz' },
      { Kurz: '\u202eKurs\u202c \u2066A1\u2069\u0007 und \u202bدورة\u202c &#8238;B1' },
    );
    assert.equal(offer.summary, 'Kurs A1 und دورة B1');
  });
});

describe('words of the table', () => {
  test('become terms by the vocabulary and by the mapping, the others are kept and counted', () => {
    const { mapped, mapper } = mapRows(
      mapping({ topics: '{ column: Themen, terms: { Ankunft: society, Sonstiges: ignore } }' }),
      [{ Themen: 'Deutschkurs; Ankunft; Sonstiges; Quatsch' }, { Themen: 'Quatsch' }],
    );
    assert.deepEqual(mapped[0]?.offer?.topics, ['language', 'society']);
    assert.equal(mapped[0].offer.description, 'Themen: Quatsch');
    const [unmet] = mapper.unmet();
    assert.deepEqual(
      [unmet?.list, unmet?.column, unmet?.value, unmet?.count],
      ['topic', 'Themen', 'Quatsch', 2],
    );
  });

  test('may mean several terms, and * means all that is not named', () => {
    const topics = '{ column: Themen, terms: { Alles: [sport, music], "*": meeting } }';
    const { offer } = mapOne({ topics }, { Themen: 'Alles; Anderes' });
    assert.deepEqual(offer.topics, ['sport', 'music', 'meeting']);
  });

  test('mean what the mapping says in fields without terms', () => {
    const fields = {
      only: '{ column: F, words: { x: women } }',
      status: '{ column: aktiv, words: { ruht: paused } }',
    };
    const { offer } = mapOne(fields, { F: 'x', aktiv: 'Ruht' });
    assert.deepEqual([offer.only, offer.status], ['women', 'paused']);
  });

  test('in columns of their own are ticked, and a remark there is kept', () => {
    const { offer } = mapOne(
      { audiences: '{ ticked: { Frauen: women, Senioren: seniors, Kinder: children } }' },
      { Frauen: 'x', Senioren: 'ab 60', Kinder: 'nein' },
    );
    assert.deepEqual(offer.audiences, ['women', 'seniors']);
    assert.equal(offer.description, 'Senioren: ab 60');
  });
});

describe('columns together', () => {
  test('are joined, and may bring their names', () => {
    const { offer } = mapOne(
      {
        description: '{ columns: [Text, Hinweise], join: "\\n\\n" }',
        schedule: '{ columns: [Montag, Dienstag], names: true }',
      },
      { Text: 'Eins', Hinweise: 'Zwei', Montag: '9–12 Uhr', Dienstag: '' },
      'keep: [Raum]',
    );
    assert.equal(offer.description, 'Eins\n\nZwei');
    assert.equal(offer.schedule?.times?.[0]?.dtstart, '2026-09-07T09:00');
  });

  test('kept ones stand at the end of the description with their names', () => {
    const { offer } = mapOne({ description: 'Text' }, { Text: 'Eins', Raum: '7' }, 'keep: [Raum]');
    assert.equal(offer.description, 'Eins\n\nRaum: 7');
  });

  test('days, starts and ends in three columns are one schedule', () => {
    const fields = { 'schedule.days': 'Tag', 'schedule.start': 'von', 'schedule.end': 'bis' };
    const times = (row: Record<string, string>) =>
      mapOne(fields, row).offer.schedule?.times?.map(({ dtstart, dtend }) => [dtstart, dtend]);
    assert.deepEqual(times({ Tag: 'Mo; Mi', von: '9:00; 14 Uhr', bis: '12:00; 16.30' }), [
      ['2026-09-07T09:00', '2026-09-07T12:00'],
      ['2026-09-09T14:00', '2026-09-09T16:30'],
    ]);
    assert.deepEqual(times({ Tag: 'Mittwoch', von: '9', bis: '12' }), [
      ['2026-09-09T09:00', '2026-09-09T12:00'],
    ]);
    const { offer, remarks } = mapOne(fields, { Tag: 'Mo; Di; Mi', von: '9; 10', bis: '11; 12' });
    assert.match(offer.schedule?.text ?? '', /Mo; Di; Mi/);
    assert.equal(remarks.length, 1);
  });

  const periods: [text: string, period: object][] = [
    ['1.9.2026 – 30.06.2027', { validFrom: '2026-09-01', validTo: '2027-06-30' }],
    ['vom 01.09.26 bis zum 30.06.27', { validFrom: '2026-09-01', validTo: '2027-06-30' }],
    ['bis 31.12.2026', { validTo: '2026-12-31' }],
    ['ab 1. Oktober 2026', { validFrom: '2026-10-01' }],
    ['2026 bis 2027', { text: 'Laufzeit: 2026 bis 2027' }],
    ['30.6.2027 – 1.9.2026', { text: 'Laufzeit: 30.6.2027 – 1.9.2026' }],
  ];
  for (const [text, period] of periods) {
    test(`the first and last day in one cell are read, or kept: ${text}`, () => {
      const { offer } = mapOne({ 'schedule.period': 'Laufzeit' }, { Laufzeit: text });
      assert.deepEqual(offer.schedule, period);
    });
  }

  test('fill an address by parts; what one cell has in full fills the gaps', () => {
    const { offer } = mapOne(
      {
        location: 'Adresse',
        'location.stepFree': 'frei',
        'location.lat': 'B',
        'location.lng': 'L',
      },
      { Adresse: 'Hauptstraße 1, 58452 Witten', frei: 'ja', B: '51,44', L: 7.33 },
    );
    assert.deepEqual(offer.locations, [
      {
        stepFree: 'yes',
        lat: 51.44,
        lng: 7.33,
        street: 'Hauptstraße 1',
        postalCode: '58452',
        town: 'witten',
      },
    ]);
  });

  test('of a second location and of another language have fields of their own', () => {
    const { offer } = mapOne(
      {
        'location.town': 'Ort',
        'location.2.town': 'Ort 2',
        'translations.en.title': 'Title',
        'translations.en.by': '{ value: machine }',
      },
      { Ort: 'Witten', 'Ort 2': 'Augsburg', Title: 'Offer' },
    );
    assert.deepEqual(offer.locations, [{ town: 'witten' }, { locality: 'Augsburg' }]);
    assert.deepEqual(offer.translations, { en: { by: 'machine', texts: { title: 'Offer' } } });
  });

  test('of another language have a translator only where there is a text', () => {
    const title = { 'translations.en.title': 'Title' };
    const by = { ...title, 'translations.en.by': '{ value: person }' };
    assert.equal(mapOne(by, {}).offer.translations, undefined);
    const [row] = mapRows(mapping(title), [{ Title: 'Offer' }]).mapped;
    assert.deepEqual(
      row?.faults.map(({ path, reason }) => [path, reason]),
      [['translations.en.by', 'is missing']],
    );
  });
});

describe('an offer that cannot be', () => {
  const rows: Record<string, string>[] = [
    { Träger: 'Verein' },
    { Träger: 'Verein', Titel: '' },
    { Träger: '' },
    { Träger: 'Verein', Nr: '1' },
    { Träger: 'Verein', Nr: '' },
  ];

  test('is a fault with line, column, reason and remedy', () => {
    const { mapped } = mapRows(mapping({ provider: 'Träger' }), rows);
    const faults = mapped.flatMap((row) => row.faults);
    assert.deepEqual(
      faults.map(({ line, column, path, reason }) => [line, column, path, reason]),
      [
        [3, 'Titel', 'title', 'is missing'],
        [4, 'Träger', 'provider', 'is missing'],
        [5, 'Nr', 'record', 'stands in line 2 already'],
        [6, 'Nr', 'record', 'is missing'],
      ],
    );
    assert.ok(faults.every(({ remedy }) => remedy));
    assert.equal(mapped.filter(({ offer }) => offer).length, 1);
  });

  test('without a key column, provider and title are the key', () => {
    const text = mapping({ provider: 'Träger' }).replace('  record: Nr\n', '');
    const { mapped } = mapRows(text, [{ Träger: 'A' }, { Träger: 'B' }, { Träger: 'A' }]);
    assert.deepEqual(
      mapped.map(({ offer }) => offer?.record),
      ['A / Angebot', 'B / Angebot', undefined],
    );
    assert.match(mapped[2]?.faults[0]?.remedy ?? '', /record: \{ columns/);
  });
});

describe('providers', () => {
  test('are gathered once, gaps filled, contradictions remarked', () => {
    const fields = {
      provider: 'Träger',
      'provider.contact.phone': 'Tel',
      'provider.contact.email': 'Mail',
      'provider.address': 'Adresse',
    };
    const { mapper, mapped } = mapRows(mapping(fields), [
      { Träger: 'Verein A e. V.', Tel: '030 23125 100', Mail: '', Adresse: 'Weg 1, 58452 Witten' },
      {
        Träger: 'verein a e.V.',
        Tel: '030 23125 101',
        Mail: 'a@verein.example',
        Adresse: 'Gasse 2, 45525 Hattingen',
      },
    ]);
    assert.deepEqual(mapper.providers(), [
      {
        source: 'office',
        record: 'verein-a-e-v',
        name: 'Verein A e. V.',
        contact: { phone: '030 23125 100', email: 'a@verein.example' },
        address: { street: 'Weg 1', postalCode: '58452', town: 'witten' },
      },
    ]);
    assert.deepEqual(
      mapped[1]?.remarks.map(({ column, field }) => [column, field]),
      [
        ['Tel', 'provider.contact.phone'],
        ['Adresse', 'provider.address'],
      ],
    );
  });
});

describe('columns and members', () => {
  const fields = {
    location: 'Adresse',
    'location.street': 'Straße',
    schedule: 'Zeiten',
    topics: 'Thema',
  };

  test('are found from one to the other', () => {
    const { mapper } = mapRows(mapping(fields, 'ignore: [Intern]'), [
      { Adresse: '', 'STRASSE ': '', Thema: '', Neu: '', Intern: '' },
    ]);
    assert.equal(mapper.columnOf('locations[0].street'), 'Straße');
    assert.equal(mapper.columnOf('locations[0].town'), 'Adresse');
    assert.equal(mapper.columnOf('schedule.times[0].dtstart'), 'Zeiten');
    assert.equal(mapper.columnOf('topics[2]'), 'Thema');
    assert.equal(mapper.columnOf('cost.amount'), undefined);
    assert.deepEqual(mapper.missingColumns, ['Zeiten']);
    assert.deepEqual(mapper.unnamedColumns, ['Neu']);
  });

  test('that no row can do without must be there', () => {
    assert.throws(
      () => mapRows(mapping({ title: 'Tittel' }), [{}]),
      (error) =>
        error instanceof MappingError &&
        /m\.yaml, line 6, column 3: the table has no column "Tittel", which title comes from\. Did you mean "Titel"\?/.test(
          error.message,
        ),
    );
  });
});

for (const [field, value] of [
  ['cost', '-5 €'],
  ['cost', -5],
  ['cost.amount', '-5'],
] as const) {
  test(`a ${field} of ${value} is remarked, and no amount`, () => {
    const { offer, remarks } = mapOne({ [field]: 'Preis' }, { Preis: value });
    assert.equal(offer.cost?.amount, undefined);
    assert.deepEqual(
      remarks.map(({ value: named }) => named),
      [String(value)],
    );
    assert.match(remarks[0]?.reason ?? '', /less than/);
  });
}
