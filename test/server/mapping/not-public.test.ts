import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { visibleTable } from '../../../server/src/mapping/index.js';
import { openBook } from '../../../server/src/table/open-book.js';
import { folder } from '../fixture.js';
import { offersIn, office } from '../office.js';
import { DIRECTORY } from '../offers-table.js';
import { workbook } from '../table/zip.js';
import { mapping, mapRows } from './mapping-harness.js';
import { suggest, written } from './suggest-harness.js';

const inline = (...texts: string[]) =>
  texts.map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join('');
const sheetRow = (at: number, attributes: string, ...texts: string[]) =>
  `<row r="${at}" ${attributes}>${inline(...texts)}</row>`;

const MAPPING = `vielfalt-mapping: 1
source: { id: kreis }
directory: ${DIRECTORY}
fields: { record: Nr, title: Titel, provider: Träger }
`;

describe('a row that is marked as not public is left out, and named', () => {
  const marked: [column: string, shown: string, hidden: string][] = [
    ['visible', 'TRUE', 'FALSE'],
    ['sichtbar', 'ja', 'nein'],
    ['Öffentlich?', 'x', '0'],
    ['published', '1', 'false'],
    ['Aktiv (ja/nein)', 'ja', 'NEIN'],
    ['ist aktiv', 'wahr', 'falsch'],
    ['isPublic', 'true', 'false'],
    ['Im Internet anzeigen', 'ja', 'nein'],
    ['Auf der Website veröffentlichen', 'x', '–'],
    ['properties.visible', 'true', 'false'],
    ['Freigabe', 'ja', 'ausstehend'],
    ['Sichtbarkeit', 'öffentlich', 'privat'],
    ['hidden', '0', '1'],
    ['Gelöscht', 'nein', 'ja'],
    ['Entwurf', '', 'x'],
    ['Nicht veröffentlichen', '', 'ja'],
    ['Status', 'aktiv', 'Entwurf'],
    ['status', 'active', 'defunct'],
    ['status', 'temporarily closed', 'inactive'],
    ['post_status', 'publish', 'auto-draft'],
    ['business_status', 'OPERATIONAL', 'CLOSED_PERMANENTLY'],
    ['Status', '–', 'archiviert'],
    ['Status', 'läuft', 'Geschlossen'],
    ['Status', 'nicht gesperrt', 'nur intern'],
    ['Status', 'vorübergehend geschlossen bis März', 'noch nicht freigegeben'],
    ['Status', 'aktiv', 'Freigabe ausstehend (Kim fragen)'],
    ['Status', 'aktiv', 'zurückgezogen'],
    ['Status', 'aktuell', 'nicht mehr aktuell'],
    ['Status', 'aktiv', 'wartet auf Freigabe'],
    ['State', 'live', 'trashed'],
    ['is_active', 't', 'f'],
    ['archived', 'f', 't'],
    ['Veröffentlichen', 'ja', 'noch nicht'],
    ['Freigabe', 'erteilt', 'nicht erteilt'],
    ['Freigabe', 'nicht gesperrt', 'Nein, Rückfrage'],
    ['Freigabe', 'freigegeben', 'offen'],
    ['Freigabestatus', 'erteilt', 'steht noch aus'],
    ['approved', 'yes', 'open'],
    ['Anzeige', 'an', 'aus'],
    ['Sichtbarkeit', 'offen', 'off'],
    ['versteckt', 'aus', 'an'],
    ['deleted_at', '0000-00-00 00:00:00', '2026-01-02 10:00:00'],
    ['deletedAt', '', '2026-01-02T10:00:00Z'],
    ['archiviert am', '', '02.01.2026'],
  ];
  for (const [column, shown, hidden] of marked) {
    test(`“${column}” with “${hidden}”, whether a field comes from it or not`, () => {
      const ways: Record<string, string>[] = [{}, { status: JSON.stringify(column) }];
      for (const fields of ways) {
        if (
          'status' in fields &&
          /hidden|versteckt|Gelöscht|Entwurf|Nicht|archiv|deleted/.test(column)
        )
          continue;
        const { mapped } = mapRows(mapping(fields), [
          { Träger: 'A', [column]: shown },
          { Träger: 'B', [column]: hidden },
        ]);
        assert.ok(mapped[0]?.offer, 'the first is public');
        assert.equal(mapped[1]?.offer, undefined);
        assert.deepEqual(mapped[1]?.mark, { column, value: hidden.trim() });
      }
    });
  }

  test('what is over is left out where no field says so, and ended where one does', () => {
    const rows = ['abgelaufen', 'storniert', 'cancelled'].map((Status) => ({ Status }));
    const left = mapRows(mapping({}), rows).mapped;
    assert.deepEqual(
      left.map(({ offer }) => offer),
      [undefined, undefined, undefined],
    );
    const kept = mapRows(mapping({ status: 'Status' }), rows).mapped;
    assert.deepEqual(
      kept.map(({ offer }) => offer?.status),
      ['ended', 'ended', 'ended'],
    );
  });

  test('and its provider is not published either', () => {
    const fields = { provider: 'Träger', status: 'Status' };
    const rows = [
      { Träger: 'A', Status: 'aktiv' },
      { Träger: 'B', Status: 'intern' },
    ];
    const { mapper } = mapRows(mapping(fields), rows);
    assert.deepEqual(
      mapper.providers().map(({ name }) => name),
      ['A'],
    );
  });

  const kept: [what: string, fields: Record<string, string>, row: Record<string, string>][] = [
    ['a text in a column for the office', {}, { Intern: 'Frau M. fragen' }],
    ['a field of another meaning', { online: 'Online' }, { Online: 'nein' }],
    ['a name that only contains the word', {}, { 'Aktiv im Alter': 'nein' }],
    ['days on which it is closed', {}, { geschlossen: 'sonntags' }],
    [
      'what the mapping says of a word',
      { status: '{ column: Status, words: { Entwurf: published } }' },
      { Status: 'Entwurf' },
    ],
    ['everything, where the mapping says so', { status: 'Status' }, { Status: 'Entwurf' }],
  ];
  for (const [what, fields, row] of kept) {
    test(`but not by ${what}`, () => {
      const more = what.startsWith('everything') ? 'hidden: take' : '';
      const { mapped } = mapRows(mapping(fields, more), [row]);
      assert.ok(mapped[0]?.offer);
      assert.equal(mapped[0].offer.status ?? 'published', 'published');
    });
  }

  test('by words of the mapping: all but one, or where nothing is ticked', () => {
    const all = mapping({ status: '{ column: Web, words: { frei: published, "*": hidden } }' });
    const ticks = mapping({ status: '{ column: Web, default: hidden }' });
    const ticked = mapping({ status: '{ ticked: { gesperrt am: hidden, ruht: paused } }' });
    const outcome = (text: string, rows: Record<string, string>[]) =>
      mapRows(text, rows).mapped.map(({ offer }) => offer && (offer.status ?? 'published'));
    const words = [{ Web: 'frei' }, { Web: 'unklar' }];
    assert.deepEqual(outcome(all, words), ['published', undefined]);
    assert.deepEqual(outcome(ticks, [{ Web: 'x' }, { Web: '' }, { Web: 'k. A.' }]), [
      'published',
      undefined,
      undefined,
    ]);
    const three = [
      { 'gesperrt am': 'x', ruht: '' },
      { 'gesperrt am': '', ruht: 'x' },
    ];
    assert.deepEqual(outcome(ticked, three), [undefined, 'paused']);
  });
});

describe('what is hidden in a workbook', () => {
  const book = (state?: string) =>
    workbook({
      sheets: [
        {
          name: 'Angebote',
          ...(state !== undefined && { state }),
          before:
            '<cols><col min="1" max="3" width="9"/><col min="4" max="4" width="9" hidden="1"/><col min="5" max="6" width="0" customWidth="1"/></cols>',
          rows: [
            sheetRow(1, '', 'Nr', 'Titel', 'Träger', 'Handy', 'Notiz', 'Zweite Notiz'),
            sheetRow(2, '', '1', 'Café', 'Haus', '1', 'a', 'b'),
            sheetRow(3, 'hidden="1" outlineLevel="1"', '2', 'Kurs', 'Villa', '2', 'a', 'b'),
            sheetRow(4, 'hidden="true"', '3', 'Treff', 'Haus', '3', 'a', 'b'),
            sheetRow(5, 'ht="0" customHeight="1"', '4', 'Tanz', 'Haus', '3', 'a', 'b'),
            sheetRow(6, '', '5', 'Chor', 'Haus', '3', 'a', 'b'),
          ].join(''),
        },
        { name: 'Intern', state: 'veryHidden', rows: sheetRow(1, '', 'Geheim') },
      ],
    });

  test('is neither imported nor suggested: rows, columns, sheets', async (context) => {
    const { vielfalt, write, directory } = office(context);
    write('m.yaml', MAPPING);
    write('t.xlsx', book());
    const done = await vielfalt(['import', 't.xlsx', '--mapping', 'm.yaml']);
    assert.equal(done.code, 0, done.stderr);
    assert.match(
      done.stdout,
      /\nrows that are not public, and left out: 3\n {2}lines 3, 4, 5: hidden in the table\n/,
    );
    assert.match(
      done.stdout,
      /\ncolumns that are hidden, and left out: "Handy", "Notiz", "Zweite Notiz"\n/,
    );
    assert.match(done.stdout, /\nsheets that are hidden, and not read: "Intern"\n/);
    assert.match(done.stdout, /write "hidden: take" in the mapping/);
    assert.deepEqual(
      offersIn(await directory()).map(({ title }) => title),
      ['Café', 'Chor'],
    );
    const { stdout } = await vielfalt(['import', 't.xlsx', '--suggest']);
    assert.match(stdout, /\n {2}- Handy {3}# hidden in the table/);
    assert.doesNotMatch(stdout, /Villa|Treff/);
  });

  test('is taken where the mapping says so', async (context) => {
    const { vielfalt, write, directory } = office(context);
    write('m.yaml', `${MAPPING}keep: [Handy]\nhidden: take\n`);
    write('t.xlsx', book());
    const done = await vielfalt(['import', 't.xlsx', '--mapping', 'm.yaml']);
    assert.equal(done.code, 0, done.stderr);
    const offers = offersIn(await directory());
    assert.equal(offers.length, 5);
    assert.equal(offers[0]?.description, 'Handy: 1');
  });

  test('is named where the title comes from it', async (context) => {
    const { vielfalt, write } = office(context);
    write('m.yaml', MAPPING.replace('title: Titel', 'title: Handy'));
    write('t.xlsx', book());
    const { code, stderr } = await vielfalt(['import', 't.xlsx', '--mapping', 'm.yaml']);
    assert.equal(code, 1);
    assert.match(stderr, /the column "Handy", which title comes from, is hidden in the table\./);
  });

  for (const state of ['hidden', 'veryHidden']) {
    test(`is refused where there is no other sheet: ${state}`, async (context) => {
      const file = join(folder(context), 't.xlsx');
      writeFileSync(file, book(state));
      const opened = await openBook(file);
      const refused = { name: 'TableError', message: /“Angebote” is hidden.*hidden: take/ };
      await assert.rejects(visibleTable(opened), refused);
      const named = { sheet: 'Angebote', takesHidden: false };
      await assert.rejects(visibleTable(opened, named), refused);
      assert.equal((await visibleTable(opened, { takesHidden: true })).name, 'Angebote');
      await opened.close();
    });
  }
});

describe('the report of an import', () => {
  test('counts rows that are not public, by what says so', async (context) => {
    const { vielfalt, write } = office(context);
    write('m.yaml', MAPPING);
    write('t.csv', 'Nr;Titel;Träger;aktiv\n1;A;X;ja\n2;B;X;nein\n3;C;X;nein\n');
    const { stdout } = await vielfalt(['import', 't.csv', '--mapping', 'm.yaml', '--dry-run']);
    assert.match(stdout, /left out: 2\n {2}lines 3, 4: column "aktiv" says "nein"\n/);
    const json = await vielfalt(['import', 't.csv', '--mapping', 'm.yaml', '--dry-run', '--json']);
    const { mapped } = JSON.parse(json.stdout) as { mapped: { hidden: { rows: unknown } } };
    assert.deepEqual(mapped.hidden.rows, [
      { line: 3, column: 'aktiv', value: 'nein' },
      { line: 4, column: 'aktiv', value: 'nein' },
    ]);
  });
});

test('the suggestion makes columns that mark rows the status', async (context) => {
  const suggested = (...lines: string[]) =>
    suggest(written(context, `Titel;Träger;${lines.join('\n')}\n`));
  assert.match(await suggested('visible', 'A;X;TRUE', 'B;X;FALSE'), /\n {2}status: visible\n/);
  assert.match(
    await suggested('Veröffentlichen', 'A;X;x', 'B;X;'),
    /\n {2}status:\n {4}column: Veröffentlichen\n {4}default: hidden\n/,
  );
  assert.match(
    await suggested('Status;gelöscht', 'A;X;aktiv;nein', 'B;X;Entwurf;ja'),
    /\n {2}status: Status\n[^]*- gelöscht {3}# rows that it marks as not public are left out/,
  );
});
