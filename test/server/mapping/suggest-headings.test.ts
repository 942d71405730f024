import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import type { TestContext } from 'node:test';
import { defaultVocabulary } from '@vielfalt/feed/vocabulary';
import {
  Mapper,
  parseMapping,
  suggestMapping,
  visibleTable,
} from '../../../server/src/mapping/index.js';
import { openBook } from '../../../server/src/table/table.js';
import { folder } from '../fixture.js';
import { TODAY } from './mapping-harness.js';

/** The suggestion for a table, and what its rows become once TODOs are filled in. */
async function suggested(context: TestContext, content: string, more = '') {
  const file = join(folder(context), 'table');
  writeFileSync(file, content);
  const book = await openBook(file);
  const vocabulary = defaultVocabulary;
  const about = {
    vocabulary,
    hasDirectory: true,
    today: TODAY,
    timeZone: 'Europe/Berlin',
  };
  const text = await suggestMapping(book, await visibleTable(book), about);
  const mapping = parseMapping(`${text.replaceAll('"TODO', '"Mended')}${more}`, 'm.yaml');
  const fields = Object.fromEntries(
    mapping.fillings.map(({ field, options }) => [field.name, options.column ?? options.columns]),
  );
  const table = await visibleTable(book, mapping);
  const isWhole = !text.includes('TODO which column');
  const mapped = [];
  if (isWhole) {
    const mapper = new Mapper(mapping, {
      ...{
        source: 's',
        columns: table.columns,
        vocabulary,
        today: TODAY,
        timeZone: 'Europe/Berlin',
      },
    });
    for await (const row of table.rows()) mapped.push(mapper.map(row));
  }
  await book.close();
  return { text, fields, mapped };
}

/** A table of two rows by its columns, each with two cells. */
function csv(columns: Record<string, readonly [string, string]>): string {
  const all = Object.entries({ Titel: ['Sprachcafé', 'Nähtreff'], Träger: ['A', 'B'], ...columns });
  const line = (cells: readonly (string | undefined)[]) =>
    cells.map((cell) => `"${cell ?? ''}"`).join(';');
  return [all.map(([name]) => name), ...[0, 1].map((at) => all.map(([, cells]) => cells[at]))]
    .map(line)
    .join('\n');
}

describe('a column is recognised by what offices and programs call it', () => {
  const times: [string, string] = ['09:00', '10:30:00'];
  const known: [heading: string, field: string, cells: [string, string]][] = [
    ['opens_at', 'schedule.start', times],
    ['startTime', 'schedule.start', times],
    ['Öffnet um', 'schedule.start', times],
    ['Startzeit', 'schedule.start', times],
    ['closes_at', 'schedule.end', times],
    ['endTime', 'schedule.end', times],
    ['Schließt', 'schedule.end', times],
    ['daysOfWeek', 'schedule.days', ['Monday', 'Tuesday']],
    ['min_age', 'age.from', ['6', '12']],
    ['minimum_age', 'age.from', ['6', '12']],
    ['Alter min', 'age.from', ['6', '12']],
    ['max_age', 'age.to', ['6', '12']],
    ['Maximalalter', 'age.to', ['6', '12']],
    ['desc', 'description', ['Wir treffen uns.', 'Kommt vorbei.']],
    ['Langtext', 'description', ['Wir treffen uns.', 'Kommt vorbei.']],
    ['kurz', 'summary', ['Kurz gesagt', 'Ganz kurz']],
    ['post_excerpt', 'summary', ['Kurz gesagt', 'Ganz kurz']],
    ['latlng', 'location.point', ['51.43,7.33', '51.44,7.34']],
    ['geo_point', 'location.point', ['51.43, 7.33', '51.44, 7.34']],
    ['addr:postcode', 'location.postalCode', ['58452', '58453']],
    ['addressLocality', 'location.town', ['Witten', 'Hattingen']],
    ['addr:city', 'location.town', ['Witten', 'Hattingen']],
    ['isAccessibleForFree', 'cost.free', ['true', 'false']],
    ['fees_description', 'cost', ['5 €', '10 €']],
    ['last_modified', 'checked.on', ['2026-08-01', '2026-08-02T10:00:00']],
    ['opening_hours', 'schedule', ['Mo 9:00-12:00', 'Di 9:00-12:00']],
    ['contact:phone', 'contact.phone', ['030 23125 100', '030 23125 101']],
    ['EVENT START DATE', 'schedule.validFrom', ['2026-10-01', '2026-10-02']],
  ];
  for (const [heading, field, cells] of known) {
    test(`${heading} is ${field}`, async (context) => {
      const { fields, mapped } = await suggested(context, csv({ [heading]: cells }));
      assert.equal(fields[field], heading);
      assert.deepEqual(
        mapped.map(({ faults }) => faults),
        [[], []],
      );
    });
  }

  test('einrichtungsname is who makes the offer', async (context) => {
    const { fields } = await suggested(
      context,
      'angebot;einrichtungsname\nSprachcafé;Haus am Fluss\nNähtreff;Villa\n',
    );
    assert.deepEqual([fields['title'], fields['provider']], ['angebot', 'einrichtungsname']);
  });

  for (const heading of ['housenumber', 'Hausnummer', 'addr:housenumber', 'Haus-Nr.']) {
    test(`${heading} belongs to the street`, async (context) => {
      const table = csv({ street: ['Hauptstraße', 'Gartenweg'], [heading]: ['3', '5a'] });
      const { fields, mapped } = await suggested(context, table);
      assert.deepEqual(fields['location.street'], ['street', heading]);
      assert.equal(mapped[0]?.offer?.locations?.[0]?.street, 'Hauptstraße 3');
    });
  }
});

describe('no column is a telephone number by its figures alone that is', () => {
  const none: [heading: string, cells: [string, string]][] = [
    ['location_id', ['0230212345', '0230212346']],
    ['created', ['01.09.2026', '02.09.2026']],
    ['geändert am', ['2026-09-01 10:00', '2026-09-02 11:00']],
    ['ts', ['1756720000', '1756720001']],
    ['Umsatz', ['123456', '234567']],
    ['wert', ['51.955324', '7.637477']],
    ['Kennung 2', ['20260901', '20260902']],
  ];
  for (const [heading, cells] of none) {
    test(`${heading} with ${cells[0]}`, async (context) => {
      const { fields } = await suggested(context, csv({ [heading]: cells }));
      assert.equal(fields['contact.phone'], undefined);
    });
  }

  test('but one is by what people dial', async (context) => {
    const { fields } = await suggested(
      context,
      csv({ Durchwahl: ['030 23125-100', '+49 30 23125 101'] }),
    );
    assert.equal(fields['contact.phone'], 'Durchwahl');
  });
});

describe('a suggestion', () => {
  test('gives no field to an empty column', async (context) => {
    const { fields, text } = await suggested(context, csv({ Telefon: ['', ''], Kosten: ['', ''] }));
    assert.deepEqual([fields['contact.phone'], fields['cost']], [undefined, undefined]);
    assert.match(text, /- Telefon {3}# empty/);
  });

  for (const [what, cells] of Object.entries({
    times: ['Mo 9–12 Uhr', 'Di 10–11 Uhr'],
    coordinates: ['51.955324', '51.955325'],
    dates: ['01.09.2026', '02.09.2026'],
    'telephone numbers': ['030 23125 100', '030 23125 101'],
  })) {
    test(`has TODO for a title where there are ${what} alone`, async (context) => {
      const { text } = await suggested(context, `wer;was\nX GmbH;${cells.join('\nX GmbH;')}\n`);
      assert.match(text, /title: "TODO which column\?"/);
    });
  }

  test('makes of keys and of words in a name no field that the cells do not bear out', async (context) => {
    const { fields, mapped } = await suggested(
      context,
      csv({
        service_id: ['ac148810', 'bc148811'],
        location_id: ['9bcc-42', '9bcc-43'],
        contact_id: ['7-a', '7-b'],
        parent_organization_id: ['x-1', 'x-2'],
        wait_time: ['About a week', 'None'],
        external_identifier_type: ['UPRN', 'OS'],
        tax_status: ['charity', 'company'],
      }),
    );
    const { title, provider, record, ...more } = fields;
    assert.deepEqual([title, provider], ['Titel', 'Träger']);
    assert.match(String(record), /_id|Titel|Träger/);
    assert.deepEqual(
      Object.keys(more).filter((name) => name !== 'provider.record'),
      [],
    );
    assert.deepEqual(
      mapped.map(({ faults }) => faults),
      [[], []],
    );
  });

  test('says that an English table is English', async (context) => {
    const about = 'We meet every week and learn together with volunteers.';
    const cells: [string, string] = [about, `${about} Tea is free for all of us.`];
    assert.match((await suggested(context, csv({ Description: cells }))).text, /\nlanguage: en\n/);
    const german = 'Wir treffen uns jede Woche und lernen mit Freiwilligen für die Schule.';
    const other = await suggested(
      context,
      csv({ Text: [german, `${german} Der Eintritt ist frei.`] }),
    );
    assert.doesNotMatch(other.text, /language: en/);
  });

  test('reads an object of objects as a list, by its keys', async (context) => {
    const json = JSON.stringify({
      'a-1': { title: 'Sprachcafé', provider: 'Haus' },
      'b-2': { title: 'Nähtreff', provider: 'Villa' },
    });
    for (const text of [json, `{"count": 2, "offers": ${json}}`]) {
      const { fields, mapped } = await suggested(context, text);
      assert.equal(fields['record'], 'id');
      assert.deepEqual(
        mapped.map(({ offer }) => [offer?.record, offer?.title]),
        [
          ['a-1', 'Sprachcafé'],
          ['b-2', 'Nähtreff'],
        ],
      );
    }
  });
});

describe('rows that go on with the one above', () => {
  const table = [
    'Nr;Titel;Träger;Zeiten;Beschreibung',
    '1;Café;Haus;Mo 9–10 Uhr;Für alle',
    ';;;Di 11–12 Uhr;Mit Tee',
    '2;Treff;Villa;Mi 9–10 Uhr;',
    '2;Treff;Villa;Do 9–10 Uhr;Mit Kuchen',
  ].join('\n');
  const MAPPING = `vielfalt-mapping: 1
file: { continued: Nr }
fields: { record: Nr, title: Titel, provider: Träger, schedule: Zeiten, description: Beschreibung }
`;

  test('are one offer, by the column that is empty or the same in them', async (context) => {
    const file = join(folder(context), 'table');
    writeFileSync(file, table);
    const mapping = parseMapping(MAPPING, 'm.yaml');
    const book = await openBook(file);
    const read = await visibleTable(book, mapping);
    const mapper = new Mapper(mapping, {
      ...{
        source: 's',
        columns: read.columns,
        vocabulary: defaultVocabulary,
        today: TODAY,
        timeZone: 'Europe/Berlin',
      },
    });
    const offers = [];
    for await (const row of read.rows()) offers.push(mapper.map(row).offer);
    await book.close();
    assert.deepEqual(
      offers.map((offer) => [offer?.title, offer?.description, offer?.schedule?.times?.length]),
      [
        ['Café', 'Für alle\nMit Tee', 2],
        ['Treff', 'Mit Kuchen', 2],
      ],
    );
  });

  test('need that column', async (context) => {
    const file = join(folder(context), 'table');
    writeFileSync(file, table);
    const book = await openBook(file);
    const mapping = parseMapping(MAPPING.replace('continued: Nr', 'continued: Key'), 'm.yaml');
    await assert.rejects(visibleTable(book, mapping), {
      name: 'TableError',
      message: /no column "Key", by which rows go on/,
    });
    await book.close();
  });
});

test('a date beside a start and an end is their day, which is not lost', async (context) => {
  const rows = [12, 13, 14].map((day) => `${day};Kurs ${day};Verein;${day}.12.2026;9:00;11:00`);
  const { fields } = await suggested(
    context,
    ['Nr.;Angebot;Träger;Datum;von;bis', ...rows].join('\n'),
  );
  assert.equal(fields['schedule.days'], 'Datum');
  assert.equal(fields['schedule.start'], 'von');
});

test('a first day with a time of day is a start', async (context) => {
  const items = [12, 13, 14].map((day) => ({
    id: `u${day}`,
    title: `Fest ${day}`,
    operator: 'Verein',
    startDate: `2026-12-${day}T09:00:00+01:00`,
    endDate: `2026-12-${day}T12:00:00+01:00`,
  }));
  const { fields, mapped } = await suggested(context, JSON.stringify({ items }));
  assert.equal(fields['schedule.start'], 'startDate');
  assert.equal(fields['schedule.end'], 'endDate');
  assert.equal(fields['provider'], 'operator');
  assert.deepEqual(mapped[0]?.offer?.schedule?.times, [
    { dtstart: '2026-12-12T09:00', dtend: '2026-12-12T12:00' },
  ]);
});

describe('what a file calls its own parts says nothing of offers', () => {
  const feature = (title: string, type: string, coordinates: unknown) => ({
    type: 'Feature',
    geometry: { type, coordinates },
    properties: { name: title, operator: 'Verein', address: { '@type': 'PostalAddress' } },
  });
  const places = JSON.stringify({
    type: 'FeatureCollection',
    features: [
      feature('Nähtreff', 'Point', [7.33, 51.44]),
      feature('Chor', 'MultiPoint', [[7.34, 51.43]]),
    ],
  });

  test('types of GeoJSON and JSON-LD are suggested for no field, and named', async (context) => {
    const { text, fields } = await suggested(context, places);
    assert.equal(fields['kind'], undefined);
    for (const name of ['type', 'geometry.type', 'properties.address.@type']) {
      assert.doesNotMatch(JSON.stringify(fields), new RegExp(`"${name}"`));
      assert.match(text, new RegExp(`- "?${name}"? +# the file’s own word for its parts`));
    }
  });

  test('a kind that is one stays one', async (context) => {
    const { fields } = await suggested(context, csv({ type: ['Beratung', 'Kurs'] }));
    assert.equal(fields['kind'], 'type');
  });
});

describe('an address is no contact', () => {
  const address: [string, string] = ['Lange Straße 1, 58452 Witten', 'Gasse 2, 58453 Witten'];
  for (const heading of ['Kontakt', 'contact_address', 'Kontaktadresse']) {
    test(`${heading} with addresses alone is where it is`, async (context) => {
      const { fields } = await suggested(context, csv({ [heading]: address }));
      assert.equal(fields['location'], heading);
      assert.equal(fields['contact'], undefined);
    });
  }

  test('no column is suggested for both', async (context) => {
    const { fields } = await suggested(
      context,
      csv({
        Adresse: address,
        Kontakt: address,
        Ansprechpartner: ['Lange Straße 1, 58452 Witten, 030 23125 100', 'info@example.org'],
      }),
    );
    assert.equal(fields['location'], 'Adresse');
    assert.notEqual(fields['contact'], 'Kontakt');
    const columns = Object.entries(fields).flatMap(([name, each]) =>
      name === 'record' ? [] : each,
    );
    assert.equal(new Set(columns).size, columns.length);
  });
});
