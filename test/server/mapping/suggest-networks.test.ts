import assert from 'node:assert/strict';
import { describe, test, type TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import { printXlsx } from '../../../server/src/table/write-xlsx.js';
import { columnsOf, mappedBy, mended, suggest, suggested, written } from './suggest-harness.js';

/** Lines of cells as a table. */
const table = (...lines: string[]) => `${lines.join('\n')}\n`;

/** Which columns the fields of networks come from; nothing where the rows are taken for offers. */
async function fieldsOf(context: TestContext, content: string) {
  const { fields } = await suggested(context, content);
  const own = Object.entries(fields).map(([name, column]) => [
    name.replace('network.', ''),
    column,
  ]);
  return 'network.name' in fields ? (Object.fromEntries(own) as typeof fields) : undefined;
}

describe('of a table of networks, a mapping is suggested', () => {
  test('by the names of its columns', async (context) => {
    assert.deepEqual(
      await fieldsOf(
        context,
        table(
          'Netzwerk;Ziel;Mitglieder;Koordination;Treffen;Kontakt',
          'Runder Tisch;Ankommen;Kita, Hort;Büro;jeden 1. Dienstag im Monat, 17-19 Uhr;030 23125 100',
          'AK Sport;;Verein A;Sportbund;;info@sport.example',
        ),
      ),
      {
        ...{ record: 'Netzwerk', name: 'Netzwerk', aim: 'Ziel', members: 'Mitglieder' },
        ...{ coordinator: 'Koordination', schedule: 'Treffen', contact: 'Kontakt' },
      },
    );
    assert.deepEqual(
      await fieldsOf(
        context,
        table('network;goal;members;lead;next meeting', 'Round table;Help;"A; B";C;2026-11-12'),
      ),
      {
        ...{ record: 'network', name: 'network', aim: 'goal', members: 'members' },
        ...{ coordinator: 'lead', schedule: 'next meeting' },
      },
    );
  });

  test('that imports every row, with what is in further columns', async (context) => {
    const { mapping, mapped } = await suggested(
      context,
      table(
        'Nr;Name;Aufgaben;Mitglied 1;Mitglied 2;Ansprechpartnerin;Termine;Gebiet;E-Mail;Stand;intern',
        '1;AK A;Helfen;Kita;Hort;Eva Muster;Di 9 Uhr;Witten;a@b.example;1.9.2026;geheim',
        '2;AK B;;Schule;;Udo Muster;;;;;',
      ),
    );
    assert.deepEqual(columnsOf(mapping), {
      ...{ 'network.record': 'Nr', 'network.name': 'Name', 'network.aim': 'Aufgaben' },
      ...{ 'network.members': ['Mitglied 1', 'Mitglied 2'], 'network.places': 'Gebiet' },
      ...{ 'network.schedule': 'Termine', 'network.contact.name': 'Ansprechpartnerin' },
      ...{ 'network.contact.email': 'E-Mail', 'network.checked.on': 'Stand' },
    });
    assert.deepEqual(mapping.ignore, ['intern']);
    assert.deepEqual(
      mapped.map(({ network }) => [network?.record, network?.members]),
      [
        ['1', [{ name: 'Kita' }, { name: 'Hort' }]],
        ['2', [{ name: 'Schule' }]],
      ],
    );
  });

  test('also where each member has a row of its own', async (context) => {
    const { mapping, text } = await suggested(
      context,
      table('Netzwerk;Mitglied', 'AK A;Kita', ';Hort', ';Schule', 'AK B;Kita', 'AK B;Hort'),
    );
    assert.equal(mapping.continued, 'Netzwerk');
    assert.match(text, /\n {2}network\.record: Netzwerk\n/);
    const many = Array.from({ length: 900 }, (_, at) => `AK ${at};Kita`);
    const { mapping: plain } = await suggested(context, table('Netzwerk;Mitglied', ...many));
    assert.equal(plain.continued, undefined);
  });

  test('also where each member has a column, to be ticked', async (context) => {
    const { fields, mapped } = await suggested(
      context,
      table('Netzwerk;Kita Sonne;Jobcenter;aktiv', 'AK A;x;;ja', 'AK B;;x;ja', 'AK C;x;x;nein'),
    );
    assert.deepEqual(fields['network.members'], {
      'Kita Sonne': 'Kita Sonne',
      Jobcenter: 'Jobcenter',
    });
    assert.deepEqual(
      mapped.map(({ network }) => network?.members),
      [[{ name: 'Kita Sonne' }], [{ name: 'Jobcenter' }], undefined],
    );
  });

  test('that says how translations are written', async (context) => {
    const { text, mapping } = await suggested(
      context,
      table('Netzwerk;Mitglieder;Ziel;Ziel (en);Name Arabisch', 'AK;Kita;Hilfe;Help;شبكة'),
    );
    assert.equal(columnsOf(mapping)['network.aim'], 'Ziel');
    assert.match(
      text,
      /- Ziel \(en\) {3}# a translation: write it as network\.translations\.en\.aim, and who made it as network\.translations\.en\.by; "Help"/,
    );
    assert.match(text, /- Name Arabisch {3}# .*network\.translations\.ar\.name/);
  });

  test('for which persons coordinate nothing', async (context) => {
    const fields = await fieldsOf(
      context,
      table('Netzwerk;Mitglieder;Koordination', 'A;Kita;Frau Muster', 'B;Hort;Herr Beispiel'),
    );
    assert.deepEqual(
      [fields?.['coordinator'], fields?.['contact.name']],
      [undefined, 'Koordination'],
    );
  });

  test('from the messy one', async () => {
    const file = fileURLToPath(new URL('tables/networks.csv', import.meta.url));
    const text = await suggest(file);
    assert.match(text, /# Each row is taken for a network/);
    assert.match(text, /they stand at the end of the aim\./);
    const mapping = mended(text);
    const { mapped } = await mappedBy(mapping, file);
    assert.equal(mapped.filter(({ network }) => network).length, 7);
    // Keys and dates are missing in most rows.
    assert.deepEqual([mapping.keep, mapping.ignore], [[], ['Nr.', 'Stand']]);
  });

  test('and of a workbook’s further sheets it says how', async (context) => {
    const sheets = [
      { name: 'Netzwerke', columns: ['Netzwerk', 'Mitglieder'], rows: [['AK', 'Kita']] },
      { name: 'Angebote', columns: ['Titel', 'Träger'], rows: [['Kurs', 'Verein']] },
      { name: 'Tabelle3', columns: [], rows: [] },
    ];
    const text = await suggest(written(context, await printXlsx(sheets)));
    assert.match(text, /# Further sheets .* \(--suggest --sheet NAME\): "Angebote"\.\n/);
    assert.match(text, /sheet: Netzwerke/);
  });
});

test('a table of offers is not taken for one of networks', async (context) => {
  for (const lines of [
    ['Angebot;Träger;Netzwerk;Mitglieder', 'Kurs A;Verein;AK A;12', 'Kurs B;Verein;AK B;15'],
    ['Angebot;Netzwerk;Mitglieder', 'Kurs A;AK A;Kita', 'Kurs B;AK B;Hort'],
    ['Einrichtung;Netzwerk;Telefon', 'Kita;AK A;030 23125 100', 'Hort;AK B;'],
    ['Verein;Mitglieder;Sportart', 'SV;120;Turnen', 'TuS;80;Fußball'],
    ['Projekt;Kooperationspartner;Beschreibung', 'A;Kita;x', 'B;Hort;y'],
    ['Name;Netzwerk;Adresse', 'Kita;AK A;Weg 1, 58452 Witten', 'Hort;AK B;Weg 2, 58452 Witten'],
    ['Name;Zielgruppe;Mitglieder', 'A;Frauen;Kita', 'B;Männer;Hort'],
  ]) {
    assert.equal(await fieldsOf(context, table(...lines)), undefined, lines[0]);
  }
});
