import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { parseMapping } from '../../../server/src/mapping/index.js';
import type { Mapped, Mapping } from '../../../server/src/mapping/index.js';
import { mergedWorkbook } from './merged-workbook.js';
import { columnsOf, mappedBy, mended, suggest, written } from './suggest-harness.js';

const shared =
  process.env.VIELFALT_SHARED ?? fileURLToPath(new URL('../../../../shared', import.meta.url));
const AUGSBURG = `${shared}/data/real/landkreis-augsburg.csv`;

const table = (name: string) => fileURLToPath(new URL(`tables/${name}.csv`, import.meta.url));

/** What a file's rows become, where the mapping misses no column and passes over none. */
async function imported(file: string, mapping: Mapping): Promise<Mapped[]> {
  const { mapped, mapper } = await mappedBy(mapping, file);
  assert.deepEqual([mapper.missingColumns, mapper.unnamedColumns], [[], []]);
  return mapped;
}

describe('of a stranger’s table, a mapping is suggested that imports every row', () => {
  test('a county’s, with facts about providers', async () => {
    const mapping = mended(await suggest(table('landkreis')));
    assert.deepEqual(columnsOf(mapping), {
      record: ['Träger', 'Titel des Angebots'],
      title: 'Titel des Angebots',
      summary: 'Kurzbeschreibung',
      description: 'Ziele und Inhalte',
      topics: 'Themenfeld',
      audiences: 'Zielgruppe/n',
      spoken: 'Sprache(n)',
      'location.stepFree': 'Barrierefreier Zugang',
      schedule: 'Zeiten',
      cost: 'Teilnahmegebühr',
      registration: 'Anmeldung erforderlich?',
      childcare: 'Kinderbetreuung',
      'checked.on': 'Letzte Prüfung',
      provider: 'Träger',
      'provider.address': 'Anschrift des Trägers',
      'provider.contact.phone': 'Telefon Träger',
      'provider.contact.email': 'E-Mail Träger',
    });
    assert.deepEqual(mapping.ignore, ['lfd. Nr.', 'Wiedervorlage']);
    assert.equal(
      (await imported(table('landkreis'), mapping)).filter(({ offer }) => offer).length,
      3,
    );
  });

  test('a sports club’s, with days and times in three columns and no provider', async () => {
    const text = await suggest(table('sportverein'));
    assert.match(text, /provider: \{ value: "TODO who makes these offers" \}/);
    const mapping = mended(text);
    const {
      'schedule.days': days,
      'schedule.start': start,
      'schedule.end': end,
      ...rest
    } = columnsOf(mapping);
    assert.deepEqual([days, start, end], ['Wochentag', 'von', 'bis']);
    assert.deepEqual(rest, {
      record: 'Sportart',
      title: 'Sportart',
      age: 'Alter',
      'location.town': 'PLZ/Ort',
      'location.name': 'Halle',
      cost: 'Beitrag',
      'contact.name': 'Übungsleiter/in',
      'contact.phone': 'Tel.',
      'contact.email': 'E-Mail',
      provider: 'Mended who makes these offers',
    });
    assert.deepEqual(mapping.ignore, ['Bemerkung intern']);
    const [first] = await imported(table('sportverein'), mapping);
    assert.deepEqual(
      first?.offer?.schedule?.times?.map(({ dtstart, byday }) => [dtstart, byday]),
      [
        ['2026-09-07T16:00', ['MO']],
        ['2026-09-09T17:30', ['WE']],
      ],
    );
  });

  test('an English one', async () => {
    const mapping = mended(await suggest(table('county')));
    assert.deepEqual(columnsOf(mapping), {
      record: 'ID',
      title: 'Activity',
      description: 'Description',
      topics: 'Category',
      audiences: 'Target group',
      spoken: 'Languages spoken',
      location: 'Address',
      'location.stepFree': 'Wheelchair access',
      'location.name': 'Venue',
      schedule: 'When',
      'schedule.validFrom': 'Start date',
      'schedule.validTo': 'End date',
      cost: 'Fee',
      'contact.name': 'Contact person',
      'contact.phone': 'Phone',
      'contact.email': 'Email address',
      'contact.web': 'Website',
      'checked.on': 'Last updated',
      provider: 'Provider',
    });
    assert.ok((await imported(table('county'), mapping)).every(({ offer }) => offer));
  });

  test('a network’s, with a column for each audience, language and day', async () => {
    const mapping = mended(await suggest(table('netzwerk')));
    const { audiences, spoken, schedule, title, provider } = columnsOf(mapping);
    assert.deepEqual(audiences, {
      Frauen: 'women',
      Männer: 'men',
      'Senior*innen': 'seniors',
      Jugendliche: 'youth',
      Kinder: 'children',
    });
    assert.deepEqual(spoken, { Arabisch: 'ar', Türkisch: 'tr' });
    assert.deepEqual(schedule, ['Montag', 'Dienstag', 'Donnerstag']);
    assert.deepEqual([title, provider], ['Einrichtung', 'Einrichtung']);
    assert.deepEqual([mapping.keep, mapping.ignore], [['Mobil'], ['Fax']]);
    const [first] = await imported(table('netzwerk'), mapping);
    assert.deepEqual(first?.offer?.audiences, ['women', 'seniors', 'children']);
    assert.equal(first.offer.schedule?.times?.length, 2);
  });

  test('a workbook with column names in two rows', async (context) => {
    const file = written(context, mergedWorkbook());
    const mapping = mended(await suggest(file));
    assert.deepEqual(columnsOf(mapping), {
      record: 'Angebot – Name',
      title: 'Angebot – Name',
      description: 'Angebot – Inhalt',
      audiences: 'Angebot – Für wen?',
      'location.street': 'Ort – Straße',
      'location.postalCode': 'Ort – PLZ',
      'location.town': 'Ort',
      'contact.name': 'Kontakt – Ansprechpartner/in',
      'contact.phone': 'Kontakt – Telefon',
      'contact.email': 'Kontakt – E-Mail',
      'checked.on': 'Stand',
      provider: 'Mended who makes these offers',
    });
    assert.equal(mapping.sheet, 'Angebote 2026');
    assert.ok((await imported(file, mapping)).every(({ offer }) => offer));
  });

  test('one whose headings nobody knows: words that met no term stay, and are listed', async (context) => {
    const file = written(context, 'Titel;Träger;Rubrik\nA;V;Grün\nB;V;Grün|Blau\nC;V;Blau\n');
    const text = await suggest(file);
    assert.match(text, /^ {6}# "Grün": .* # 2 times/m);
    const mapped = await imported(file, mended(text));
    assert.deepEqual(
      mapped.map(({ offer }) => offer?.description),
      ['Rubrik: Grün', 'Rubrik: Grün, Blau', 'Rubrik: Blau'],
    );
  });

  test('one without any column name that says something', async (context) => {
    const file = written(
      context,
      'a;b;c;d;e\nKochen;Wir kochen zusammen, alle sind willkommen, und am Ende wird gegessen. Bitte eine Schürze mitbringen, Messer und Bretter sind da.;58452 Witten;kochen@verein.example;030 23125 800\nMalen;Wir malen mit Öl und Wasser, auf Leinwand und Papier, für den Anfang ist alles da. Wer mag, stellt im Sommer mit uns in der Bücherei aus.;58452 Witten;malen@verein.example;030 23125 801\n',
    );
    const mapping = mended(await suggest(file));
    const {
      title,
      description,
      'location.town': town,
      'contact.email': email,
      'contact.phone': phone,
    } = columnsOf(mapping);
    assert.deepEqual([title, description, town, email, phone], ['a', 'b', 'c', 'd', 'e']);
  });
});

describe('a suggestion', () => {
  test('says how the file is written and what is in each column', async (context) => {
    const cp1252 = Buffer.from('Titel;Träger;Preis\nKöche;Verein;5 €\n', 'latin1');
    const text = await suggest(written(context, Buffer.concat([cp1252])));
    assert.match(text, /encoding: windows-1252/);
    assert.match(text, /delimiter: ";"/);
    assert.match(text, /# "Köche"\n {2}title: Titel/);
  });

  test('of which something has to be filled in is refused until it is, with the line', async () => {
    const text = await suggest(table('sportverein'), false);
    assert.match(text, /^directory:\n {2}title: "TODO/m);
    const line = text.split('\n').findIndex((each) => each.includes('"TODO')) + 1;
    assert.throws(() => parseMapping(text, 'm.yaml'), {
      name: 'MappingError',
      message: `m.yaml, line ${line}, column 10: "TODO what the directory is called" has to be filled in first.`,
    });
    assert.equal(mended(text).directory?.publisher.name, 'Mended the office that publishes it');
  });

  test('can take a term by taking away the #', async () => {
    const text = (await suggest(table('landkreis'))).replace(/# ("Ankunft": )\S+/, '$1society');
    const [first] = await imported(table('landkreis'), mended(text));
    assert.deepEqual(first?.offer?.topics, ['language', 'society']);
  });

  test(
    'is made of a real county’s file too',
    { skip: !existsSync(AUGSBURG) && 'the real file is not there' },
    async () => {
      const mapping = mended(await suggest(AUGSBURG, false));
      const {
        record,
        title,
        topics,
        'checked.on': checked,
        'contact.web': web,
      } = columnsOf(mapping);
      assert.deepEqual(
        [record, title, topics, checked, web],
        ['Nr.', 'Angebot', 'Themen', 'Stand', 'Internet'],
      );
      const mapped = await imported(AUGSBURG, mapping);
      assert.equal(mapped.length, 172);
      assert.ok(mapped.every(({ offer }) => offer));
    },
  );
});
