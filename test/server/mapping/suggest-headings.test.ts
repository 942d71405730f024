import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parseMapping } from '../../../server/src/mapping/index.js';
import { csv, mappedBy, suggested, written } from './suggest-harness.js';

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
    const mapping = parseMapping(MAPPING, 'm.yaml');
    const { mapped } = await mappedBy(mapping, written(context, table));
    assert.deepEqual(
      mapped.map(({ offer }) => [offer?.title, offer?.description, offer?.schedule?.times?.length]),
      [
        ['Café', 'Für alle\nMit Tee', 2],
        ['Treff', 'Mit Kuchen', 2],
      ],
    );
  });

  test('need that column', async (context) => {
    const mapping = parseMapping(MAPPING.replace('continued: Nr', 'continued: Key'), 'm.yaml');
    await assert.rejects(mappedBy(mapping, written(context, table)), {
      name: 'TableError',
      message: /no column "Key", by which rows go on/,
    });
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

test('a column that ends what another begins is no schedule by itself', async (context) => {
  const rows = [12, 13].map(
    (day) => `Kurs ${day};Verein;2027-02-${day}T18:00:00;2027-02-${day}T20:00:00`,
  );
  const { fields, mapped } = await suggested(
    context,
    ['event_name;organizer;start_at;end_at', ...rows].join('\n'),
  );
  assert.deepEqual([fields['schedule.start'], fields['schedule.end']], ['start_at', 'end_at']);
  assert.deepEqual(mapped[0]?.offer?.schedule?.times, [
    { dtstart: '2027-02-12T18:00', dtend: '2027-02-12T20:00' },
  ]);
});

test('a weekday and a time of day are read together, and a number of dates is none', async (context) => {
  const { fields, mapped } = await suggested(
    context,
    'Kurstitel;Träger;Wochentag;Uhrzeit;Termine (Anzahl)\nYoga;VHS;Mo;18:00 - 19:30;12\nTanz;VHS;Di;9:00 - 10:30;8\n',
  );
  assert.deepEqual(fields['schedule'], ['Wochentag', 'Uhrzeit']);
  assert.equal(mapped[0]?.offer?.schedule?.times?.[0]?.byday?.[0], 'MO');
  assert.equal(mapped[0]?.offer?.schedule?.text, undefined);
});

test('coordinates are known by their names, with two decimals too, and never half', async (context) => {
  const both = await suggested(
    context,
    'Titel;Träger;Breite;Länge\nA-Kurs;V;51.44;7.33\nB-Kurs;V;51.45;7.34\n',
  );
  assert.deepEqual([both.fields['location.lat'], both.fields['location.lng']], ['Breite', 'Länge']);
  const half = await suggested(context, 'Titel;Träger;Länge\nWandern;V;7.5\nRadeln;V;12.5\n');
  assert.equal(half.fields['location.lng'], undefined);
});

test('nothing is called like the person who is in charge', async (context) => {
  const { fields } = await suggested(
    context,
    'Einrichtungsname;Zuständigkeit Haus\nTreff;Frau Beispiel\nBüro;Herr Muster\n',
  );
  assert.equal(fields['title'], 'Einrichtungsname');
});
