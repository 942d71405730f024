import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parseMapping } from '../../../server/src/mapping/index.js';
import { mapRows, mapOne } from './network-rows.js';

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
