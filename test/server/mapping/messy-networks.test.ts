import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test, type TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import { words, type FileMember } from '@vielfalt/feed';
import { defaultVocabulary } from '@vielfalt/feed/vocabulary';
import { Mapper, readMapping } from '../../../server/src/mapping/index.js';
import type { Mapped } from '../../../server/src/mapping/index.js';
import { openBook } from '../../../server/src/table/open-book.js';
import { hostsIn, isFictionalPhone, isReservedHost, phonesIn } from '../../demo/fiction.js';
import { workbook } from '../table/zip.js';
import { TODAY } from './mapping-harness.js';
import { written } from './suggest-harness.js';

const path = (name: string) => fileURLToPath(new URL(`tables/${name}`, import.meta.url));

const PROVIDERS = ['Kita Sonne', 'Sportverein Grün-Weiß e.V.', 'Brückenbau, Witten', 'Jobcenter'];

async function mapped(file: string): Promise<Mapped[]> {
  const mapping = await readMapping(path('networks.yaml'));
  const book = await openBook(file, mapping.book);
  try {
    const table = await book.table();
    const mapper = new Mapper(mapping, {
      ...{ source: 'office', columns: table.columns, vocabulary: defaultVocabulary },
      ...{ today: TODAY, timeZone: 'Europe/Berlin' },
      providers: PROVIDERS.map((name) => ({
        name,
        source: 'office',
        record: words(name).join(''),
      })),
    });
    assert.deepEqual([mapper.missingColumns, mapper.unnamedColumns], [[], []]);
    const rows: Mapped[] = [];
    for await (const row of table.rows()) rows.push(mapper.map(row));
    return rows;
  } finally {
    await book.close();
  }
}

/** The same table as a workbook, with its headings in cells that are merged across the row. */
async function asWorkbook(context: TestContext): Promise<string> {
  const book = await openBook(path('networks.csv'), { header: 1 });
  const table = await book.table();
  const lines: string[][] = [[...table.columns]];
  for await (const { cells } of table.rows()) lines.push(cells.map(String));
  await book.close();
  const isHeading = (cells: string[]) => cells.filter(Boolean).length === 1;
  const xml = lines.map((cells, at) => {
    const shown = isHeading(cells) ? [cells.join('')] : cells;
    const each = shown.map((text, column) => {
      const safe = text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
      const place = `${String.fromCharCode(65 + column)}${at + 1}`;
      return (
        safe && `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${safe}</t></is></c>`
      );
    });
    return `<row r="${at + 1}">${each.join('')}</row>`;
  });
  const merges = lines.flatMap((cells, at) =>
    isHeading(cells) ? `<mergeCell ref="A${at + 1}:J${at + 1}"/>` : [],
  );
  const after = `<mergeCells>${merges.join('')}</mergeCells>`;
  return written(context, workbook({ sheets: [{ name: 'Netzwerke', rows: xml.join(''), after }] }));
}

const namesIn = (members: readonly FileMember[] = []) =>
  members.map((member) => ('name' in member ? member.name : `key ${member.provider}`));

/** A table with all that goes wrong where offices list who works with whom: see the file. */
describe('the messy table of networks', () => {
  test('is invented', () => {
    const text = new TextDecoder('windows-1252').decode(readFileSync(path('networks.csv')));
    assert.deepEqual(
      phonesIn(text).filter((phone) => !isFictionalPhone(phone)),
      [],
    );
    assert.deepEqual(
      hostsIn(text).filter((host) => !isReservedHost(host)),
      [],
    );
  });

  test('becomes networks, each with the members that it names', async () => {
    const rows = await mapped(path('networks.csv'));
    assert.deepEqual(
      rows.flatMap(({ faults }) => faults),
      [],
    );
    assert.deepEqual(
      rows.flatMap(({ network }) => (network ? [[network.name, namesIn(network.members)]] : [])),
      [
        ['Runder Tisch Ankommen', ['Kita Sonne', 'Jobcenter', 'Sportverein Grün Weis']],
        ['AK Sport & Bewegung', ['Sportverein Grün-Weiß e. V.', 'Kita Sonne', 'Stadtsportbund']],
        ['Netzwerk Frühe Hilfen', ['Hebammen-Praxis Süd', 'Brückenbau, Witten']],
        ['Runder Tisch „Ankomen“', ['Jobcenter', 'Caritas']],
        ['Bündnis für Bildung', ['Schule am Bach', 'Hort am Bach', 'Bibliothek']],
        ['Ehrenamtsrunde', ['Freiwilligenzentrum', 'Tafel', 'Lesen und mehr, e. V.']],
        ['AG Wohnen', []],
      ],
    );
  });

  test('is remarked on by line and column, with what to do', async () => {
    const rows = await mapped(path('networks.csv'));
    const remarks = rows.flatMap((row) => row.remarks);
    const of = (line: number) =>
      remarks.flatMap((each) => (each.line === line ? [[each.column, each.value]] : []));
    assert.deepEqual(of(2), [['Netzwerk', 'Netzwerke im Nordkreis']]);
    assert.deepEqual(of(3), [
      ['Mitglieder', 'Kita Sonne'],
      ['Mitglieder', 'u. a.'],
      ['Mitglieder', 'Sportverein Grün Weis'],
      ['Themen', 'Sprache'],
    ]);
    assert.deepEqual(of(4), [['Mitglieder', 'Kita Sonne (Leitung)']]);
    assert.deepEqual(of(8), [
      ['Mitglieder', 'hebamme@praxis.example'],
      ['Mitglieder', 'Frau Beispiel (Jugendamt)'],
      ['Koordination', 'Herr Muster'],
      ['Koordination', 'Tel. 030 23125 104'],
    ]);
    const said = (value: string) => remarks.find((each) => each.value === value)?.reason ?? '';
    assert.match(
      said('Netzwerke im Südkreis:'),
      /^stands alone in its row, as headings do; .* If it is a network, fill/,
    );
    assert.match(
      said('Runder Tisch „Ankomen“'),
      /^is nearly the name in line 3, “Runder Tisch Ankommen”/,
    );
    assert.match(
      said('hebamme@praxis.example'),
      /left out\. Put it into a column for the contact$/,
    );
    assert.match(said('Frau Beispiel (Jugendamt)'), /^names a person, .*: write the organisation$/);
    assert.match(
      said('evtl. Polizei'),
      /^is not sure to be a member, .*: write the name alone once/,
    );
    assert.match(said('Sportverein Grün Weis'), /^may be “Sportverein Grün-Weiß e\.V\.”/);
  });

  test('loses nothing: each word of a cell is in the network or in a remark', async () => {
    const rows = await mapped(path('networks.csv'));
    const book = await openBook(path('networks.csv'), { header: 1 });
    const { columns, ...table } = await book.table();
    const said = new Map(
      rows.map(({ line, network, remarks }) => [line, words(JSON.stringify([network, remarks]))]),
    );
    // Dates, times, topics and places become values of their own.
    const read = new Set(['Orte', 'Themen', 'Treffen', 'Stand']);
    const numbers = /^\d$/;
    for await (const { line, cells } of table.rows()) {
      for (const [at, cell] of cells.entries()) {
        if (read.has(columns[at] ?? '') || line === 14) continue;
        const lost = words(String(cell)).filter(
          (word) => !said.get(line)?.includes(word) && !numbers.test(word) && word !== 'sowie',
        );
        assert.deepEqual(lost, [], `line ${line}, ${columns[at]}`);
      }
    }
    await book.close();
  });

  test('is the same as a workbook, with its headings in merged cells', async (context) => {
    const rows = await mapped(path('networks.csv'));
    const sheet = await mapped(await asWorkbook(context));
    assert.deepEqual(
      sheet.flatMap(({ network }) => network ?? []),
      rows.flatMap(({ network }) => network ?? []),
    );
    const said = (all: Mapped[]) =>
      all.flatMap(({ remarks }) =>
        remarks.map(({ value, reason }) => [value, reason.slice(0, 20)]),
      );
    assert.deepEqual(said(sheet), said(rows));
  });
});
