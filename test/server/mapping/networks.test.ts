import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { defaultVocabulary } from '@vielfalt/feed/vocabulary';
import { Mapper, parseMapping } from '../../../server/src/mapping/index.js';
import type { Mapped } from '../../../server/src/mapping/index.js';
import type { CellValue } from '../../../server/src/table/table.js';
import { TODAY } from './mapping-harness.js';

const PROVIDERS = [
  { name: 'Brückenbau, Witten', source: 'office', record: 'c1' },
  { name: 'Sportverein Grün-Weiß e.V.', source: 'office', record: 'sv' },
  { name: 'Bildungswerk Hattingen', source: 'town', record: 'bw' },
  { name: 'Haus der Familien', source: 'office', record: '12' },
];

function mapRows(fields: Record<string, string>, rows: Record<string, CellValue>[]): Mapped[] {
  const lines = Object.entries(fields).map(([name, value]) => `  network.${name}: ${value}\n`);
  const text = `vielfalt-mapping: 1\nfields:\n${lines.join('')}`;
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const mapper = new Mapper(parseMapping(text, 'm.yaml'), {
    ...{ source: 'office', columns, vocabulary: defaultVocabulary },
    ...{ today: TODAY, timeZone: 'Europe/Berlin', providers: PROVIDERS },
  });
  return rows.map((row, index) =>
    mapper.map({ line: index + 2, cells: columns.map((column) => row[column] ?? '') }),
  );
}

/** The network that a row becomes. */
function mapOne(fields: Record<string, string>, row: Record<string, CellValue>) {
  const [only] = mapRows({ name: 'Name', ...fields }, [{ Name: 'Runder Tisch', ...row }]);
  assert.ok(only?.network, JSON.stringify(only?.faults));
  return { ...only, network: only.network };
}

/** What a cell of members becomes. */
function membersIn(cell: string, field = 'Mitglieder') {
  const { network, remarks } = mapOne({ members: field }, { Mitglieder: cell });
  return {
    members: network.members,
    remarks: remarks.map(({ value, reason }) => `${value}: ${reason}`),
    aim: network.aim,
  };
}

const named = (...names: string[]) => names.map((name) => ({ name }));

describe('a table of networks', () => {
  test('a row is a network, with all that the fields can hold', () => {
    const { network, remarks } = mapOne(
      {
        ...{ record: 'Nr', aim: 'Ziel', places: 'Orte', topics: 'Themen', schedule: 'Treffen' },
        ...{ coordinator: 'Koordination', 'contact.phone': 'Telefon', web: 'Internet' },
        ...{ 'checked.on': 'Stand', 'checked.by': 'geprüft von', links: 'Links' },
      },
      {
        ...{ Nr: '7', Ziel: 'Ankommen leichter machen.', Orte: 'Witten, Hattingen' },
        ...{ Themen: 'Sport', Treffen: 'jeden 1. Dienstag im Monat, 17-19 Uhr' },
        ...{ Koordination: 'Kreis, Büro für Vielfalt', Telefon: '030 23125 100' },
        ...{ Internet: 'www.example.org', Stand: '1.9.2026', 'geprüft von': 'Büro' },
        ...{ Links: 'Protokolle: https://example.org/p' },
      },
    );
    assert.deepEqual(remarks, []);
    const { schedule, links, web, ...rest } = network;
    assert.deepEqual(rest, {
      ...{ source: 'office', record: '7', name: 'Runder Tisch', aim: 'Ankommen leichter machen.' },
      ...{ places: ['witten', 'hattingen'], topics: ['sport'] },
      coordinator: { name: 'Kreis, Büro für Vielfalt' },
      contact: { phone: '030 23125 100' },
      checked: { on: '2026-09-01', by: 'Büro' },
    });
    assert.deepEqual(schedule?.times?.[0]?.byday, ['1TU']);
    assert.equal(links?.[0]?.url, 'https://example.org/p');
    assert.match(web ?? '', /^https?:\/\/www\.example\.org/);
  });

  test('what a field cannot take stands at the end of the aim', () => {
    const { network, remarks } = mapOne(
      { aim: 'Ziel', places: 'Orte', 'checked.on': 'Stand' },
      { Ziel: 'Ankommen.', Orte: 'Atlantis', Stand: 'neulich' },
    );
    assert.equal(network.aim, 'Ankommen.\n\nStand: neulich\nOrte: Atlantis');
    assert.match(remarks[0]?.reason ?? '', /it stands at the end of the aim$/);
  });

  test('works everywhere where its places say so', () => {
    for (const Orte of ['kreisweit', 'Gesamter Kreis', 'bundesweit', 'alle', '–']) {
      const { network, remarks } = mapOne({ places: 'Orte' }, { Orte });
      assert.deepEqual([network.places, network.aim, remarks], [undefined, undefined, []], Orte);
    }
  });

  test('without keys, the name is the key; twice is a fault, and no name is', () => {
    const [one, two, three] = mapRows({ name: 'Name', members: 'Mitglieder' }, [
      { Name: 'Runder Tisch', Mitglieder: 'Kita' },
      { Name: 'Runder Tisch', Mitglieder: 'Hort' },
      { Mitglieder: 'Schule' },
    ]);
    assert.equal(one?.network?.record, 'Runder Tisch');
    assert.deepEqual(two?.faults, [
      {
        ...{ path: 'network.record', line: 3, record: 'Runder Tisch', value: 'Runder Tisch' },
        reason: 'stands in line 2 already',
        remedy:
          'The name is the key here. Name the columns that tell such rows apart in the mapping: network.record: { columns: […] }. Where they are one network, with a row for each member, name that column: file: { continued: … }.',
      },
    ]);
    assert.deepEqual(
      three?.faults.map(({ path, reason }) => [path, reason]),
      [
        ['network.record', 'is missing'],
        ['network.name', 'is missing'],
      ],
    );
  });

  test('has translations, each with who made it, in rows that have one', () => {
    const fields = {
      'translations.en.name': 'Name (en)',
      'translations.en.aim': 'Aim',
      'translations.en.by': '{ value: person }',
      'translations.ar.aim': 'الهدف',
      'translations.ar.schedule': 'المواعيد',
      'translations.ar.by': 'عن طريق',
    };
    const { network, remarks } = mapOne(fields, {
      ...{ 'Name (en)': 'Round\ntable', Aim: 'Helping people arrive.' },
      ...{ الهدف: 'مساعدة', المواعيد: 'الثلاثاء', 'عن طريق': 'maschinell' },
    });
    assert.deepEqual(network.translations, {
      ar: { by: 'machine', texts: { aim: 'مساعدة', schedule: 'الثلاثاء' } },
      en: { by: 'person', texts: { name: 'Round table', aim: 'Helping people arrive.' } },
    });
    assert.deepEqual(remarks, []);
    assert.equal(mapOne(fields, {}).network.translations, undefined);
  });

  test('whose translations nobody has made is refused, with what to say', () => {
    const fields = { name: 'Name', 'translations.en.aim': 'Aim' };
    const [row] = mapRows(fields, [{ Name: 'Runder Tisch', Aim: 'Help' }]);
    assert.deepEqual(row?.faults, [
      {
        ...{ path: 'network.translations.en.by', line: 2, record: 'Runder Tisch' },
        reason: 'is missing',
        remedy:
          'Say in the mapping who translated: "network.translations.en.by: { value: person }", or machine.',
      },
    ]);
  });

  test('takes translations as JSON too', () => {
    const translations = { en: { by: 'person', texts: { name: 'Round table' } } };
    const { network } = mapOne(
      { translations: 'Übersetzung' },
      { Übersetzung: JSON.stringify(translations) },
    );
    assert.deepEqual(network.translations, translations);
  });

  test('a row of one cell is a heading, where the table has more to say', () => {
    const fields = { name: 'Name', aim: 'Ziel' };
    const heading = { Name: 'Netzwerke im Norden' };
    const rows: Record<string, string>[] = [
      heading,
      { Name: 'AK Sport', Ziel: '–' },
      { Name: 'AK', Nr: '1' },
    ];
    assert.deepEqual(
      mapRows(fields, rows).map(({ network, remarks }) => [network?.name, remarks.length]),
      [
        [undefined, 1],
        ['AK Sport', 0],
        ['AK', 0],
      ],
    );
    const [only] = mapRows({ name: 'Name' }, [heading]);
    assert.ok(only?.network, 'a list of names');
  });

  test('two names that are nearly one are two networks, with a remark', () => {
    const reasons = (...names: string[]) =>
      mapRows(
        { name: 'Name' },
        names.map((Name) => ({ Name })),
      ).map(({ network, remarks }) => [network?.name, remarks[0]?.reason.split(':')[0]]);
    const is = 'is nearly the name in line 2, “Runder Tisch Ankommen”';
    assert.deepEqual(
      reasons(
        ...['Runder Tisch Ankommen', 'Runder Tisch „Ankomen“', 'RUNDER TISCH ANKOMMEN e. V.'],
        ...['Runder Tisch Nord', 'Runder Tisch Süd', 'AG 1', 'AG 2'],
      ).map(([, reason]) => reason),
      [undefined, is, is, undefined, undefined, undefined, undefined],
    );
  });

  test('offers and networks are not mapped together', () => {
    const refused = (fields: string, message: RegExp) =>
      assert.throws(() => parseMapping(`vielfalt-mapping: 1\nfields:\n${fields}`, 'm'), message);
    refused(
      '  network.name: Name\n  title: Titel\n',
      /title is a field of offers, and network\.name says that the rows are networks/,
    );
    refused(
      '  title: Titel\n  provider: Träger\n  network.aim: Ziel\n',
      /network\.aim is a field of networks\. Say network\.name, too/,
    );
    refused('  network.nam: Name\n', /Did you mean "network\.name"\?/);
  });
});

describe('the members in a cell', () => {
  test('are set apart by lines, semicolons or commas', () => {
    const three = named('Kita Sonne', 'Schule am Bach', 'Jobcenter');
    assert.deepEqual(membersIn('Kita Sonne\nSchule am Bach\n- Jobcenter').members, three);
    assert.deepEqual(membersIn('Kita Sonne; Schule am Bach; Jobcenter').members, three);
    assert.deepEqual(membersIn('Kita Sonne, Schule am Bach, Jobcenter').members, three);
    assert.deepEqual(
      membersIn('Amt für Jugend, Familie und Sport; Jobcenter').members,
      named('Amt für Jugend, Familie und Sport', 'Jobcenter'),
    );
    assert.deepEqual(
      membersIn('Kita Sonne / Jobcenter', '{ column: Mitglieder, split: / }').members,
      named('Kita Sonne', 'Jobcenter'),
    );
  });

  test('may be providers whose names hold commas, and end in a legal form', () => {
    assert.deepEqual(
      membersIn('Jobcenter, Brückenbau, Witten, Lesen und mehr, e. V., Kita (Nord, Süd)'),
      {
        members: named(
          'Jobcenter',
          'Brückenbau, Witten',
          'Lesen und mehr, e. V.',
          'Kita (Nord, Süd)',
        ),
        remarks: [],
        aim: undefined,
      },
    );
  });

  test('are ticked in columns, each of which stands for one', () => {
    const columns =
      '{ ticked: { Amt: "Amt für Jugend, Familie und Sport", Verein: sv, Kita: Kita } }';
    const { network } = mapOne({ members: columns }, { Amt: 'x', Verein: 'ja', Kita: 'nein' });
    assert.deepEqual(network.members, [
      { name: 'Amt für Jugend, Familie und Sport' },
      { provider: 'sv' },
    ]);
  });

  test('are named by a provider’s key of the same source', () => {
    const { members } = membersIn('sv; bw');
    assert.deepEqual(members, [{ provider: 'sv' }, { name: 'bw' }]);
  });

  test('that stand there twice count once, and others that nobody names are left out', () => {
    assert.deepEqual(membersIn('Kita Sonne, Jobcenter, kita sonne, Hort u. a.'), {
      members: named('Kita Sonne', 'Jobcenter', 'Hort'),
      remarks: [
        'kita sonne: stands there twice, which counts once',
        'u. a.: names nobody, and is left out: name the others, if people are to find them',
      ],
      aim: undefined,
    });
    for (const others of ['usw.', 'u.a.', 'etc.', 'und viele weitere', '…', 'u. v. m.']) {
      assert.deepEqual(membersIn(`Hort, ${others}`).members, named('Hort'), others);
    }
    assert.deepEqual(membersIn('usw.').members, undefined);
    assert.deepEqual(membersIn('Hort; Hort (www.hort.example)').members, [
      { name: 'Hort', web: 'https://www.hort.example' },
    ]);
  });

  test('that are nearly a provider stay as they are written, with a remark', () => {
    assert.deepEqual(membersIn('Bildungswerk Hatingen, Kita'), {
      members: named('Bildungswerk Hatingen', 'Kita'),
      remarks: [
        'Bildungswerk Hatingen: may be “Bildungswerk Hattingen”: it stays as it is written. Write exactly that name if it is',
      ],
      aim: undefined,
    });
    assert.deepEqual(membersIn('sportverein gruen-weiss e. V.').remarks, []);
  });

  test('that go on after “sowie”, are counted through, or wrapped after commas', () => {
    const three = named('Kita Sonne', 'Hort', 'Schule');
    for (const cell of [
      'Kita Sonne, Hort sowie Schule',
      '1. Kita Sonne\n2. Hort\n3. Schule',
      '1. Kita Sonne 2. Hort 3. Schule',
      'a) Kita Sonne; b) Hort; c) Schule',
      'Kita Sonne,\nHort,\nSchule',
      'Kita Sonne,\nHort\nSchule',
      'Kita Sonne / Hort / Schule',
      '► Kita Sonne\n✓ „Hort“\n"Schule"',
      'Kita Sonne، Hort، Schule',
      'Kita Sonne؛ Hort؛ Schule',
    ]) {
      assert.deepEqual(membersIn(cell), { members: three, remarks: [], aim: undefined }, cell);
    }
    assert.deepEqual(membersIn('1. FC Köln; 2. Chance e. V.; Stadt / Jugendamt').members, [
      ...named('1. FC Köln', '2. Chance e. V.', 'Stadt / Jugendamt'),
    ]);
  });

  test('are two where “und” joins names of providers, else one', () => {
    assert.deepEqual(
      membersIn('Bildungswerk Hattingen und Brückenbau, Witten; Kinder und Jugend').members,
      named('Bildungswerk Hattingen', 'Brückenbau, Witten', 'Kinder und Jugend'),
    );
  });

  test('keep their web address, and no other way to reach them', () => {
    const reach = 'is a way to reach somebody and no name: it is left out. Put it into a column';
    const { members, remarks } = membersIn(
      'Hort (www.hort.example); Kita, Tel. 030 23125 100; info@schule.example; Treff, Hauptstr. 5, 58452 Witten; www.verein.example',
    );
    assert.deepEqual(members, [
      { name: 'Hort', web: 'https://www.hort.example' },
      ...named('Kita', 'Treff'),
    ]);
    assert.deepEqual(
      remarks.map((remark) => remark.split(` ${reach}`)[0]),
      [
        ...['Tel. 030 23125 100:', 'info@schule.example:', 'Hauptstr. 5, 58452 Witten:'],
        'https://www.verein.example:',
      ],
    );
  });

  test('have no brackets that tell how to reach somebody, and whom', () => {
    const { members, remarks } = membersIn(
      'Kita (Eva Muster, eva@kita.example); Hort (Muster, 030 23125 100); Tafel (www.tafel.example)',
    );
    assert.deepEqual(members, [
      ...named('Kita', 'Hort'),
      { name: 'Tafel', web: 'https://www.tafel.example' },
    ]);
    assert.deepEqual(
      remarks.map((remark) => remark.split(':')[0]),
      ['Eva Muster, eva@kita.example', 'Muster, 030 23125 100'],
    );
  });

  test('are organisations: persons are named nowhere but in the report', () => {
    const { members, remarks, aim } = membersIn(
      'Jobcenter (Frau Muster); Herr Beispiel; Polizei, Frau Muster; Muster, Eva <eva@example.org>; Frau Holle e. V.',
    );
    assert.deepEqual(members, named('Jobcenter', 'Polizei', 'Frau Holle e. V.'));
    assert.equal(remarks.length, 4);
    assert.ok(remarks.slice(0, 3).every((remark) => remark.includes('names a person')));
    assert.equal(aim, undefined);
  });

  test('are not counted: a number is nobody, unless it is a key', () => {
    const { members, remarks } = membersIn('12; Jobcenter; 30');
    assert.deepEqual(members, [{ provider: '12' }, { name: 'Jobcenter' }]);
    assert.deepEqual(remarks, ['30: names nobody, and is left out']);
  });

  test('are left out where the office says that they are not for the public', () => {
    const hidden = [
      'Zuflucht (geheim)',
      'Frauenhaus (nicht veröffentlichen!)',
      'Treff (nur intern)',
    ];
    const { members, remarks } = membersIn(`${hidden.join('; ')}; Internationaler Bund (Nord)`);
    assert.deepEqual(members, named('Internationaler Bund (Nord)'));
    assert.deepEqual(
      remarks,
      hidden.map((value) => `${value}: says that it is not for the public; it is left out`),
    );
  });

  test('are left out where the office is not sure of them', () => {
    const doubtful = [
      ...['Kita Sonne ?', 'evtl. Hort', 'Schule (angefragt)', 'Treff (ausgetreten 2024)'],
      ...['Bildungswerk Hattingen?', 'Polizei (?)'],
    ];
    const { members, remarks } = membersIn(`Jobcenter; ${doubtful.join('; ')}`);
    assert.deepEqual(members, named('Jobcenter'));
    assert.deepEqual(
      remarks,
      doubtful.map(
        (value) =>
          `${value}: is not sure to be a member, and left out: write the name alone once it is`,
      ),
    );
  });

  test('coordinate where they are named for it, the first of several', () => {
    const { network, remarks } = mapOne(
      { coordinator: 'Leitung' },
      { Leitung: 'Büro für Vielfalt (Frau Muster)\nJobcenter' },
    );
    assert.deepEqual(network.coordinator, { name: 'Büro für Vielfalt' });
    assert.deepEqual(
      remarks.map(({ value }) => value),
      ['Frau Muster', 'Jobcenter'],
    );
  });

  test('that are no names are kept as text', () => {
    const long = 'Wir treffen uns mit allen, '.repeat(20).trim();
    const { members, aim } = membersIn(`Kita Sonne; ${long}`);
    assert.deepEqual(members, named('Kita Sonne'));
    assert.equal(aim, `Mitglieder: ${long}`);
    const told = membersIn(`${long} Fragen an info@hort.example, Tel. 030 23125 100.; Hort`);
    assert.match(told.aim ?? '', /Fragen an , \.$/);
    assert.equal(told.remarks.length, 3);
  });
});
