import { printXlsx } from '../../server/src/table/write-xlsx.js';

/** A row of an office's table, by column. */
export type TableRow = Readonly<Record<(typeof COLUMNS)[number], string>>;

const COLUMNS = [
  'Nr',
  'Angebot',
  'Beschreibung',
  'Träger',
  'Thema',
  'Wann',
  'Wo',
  'Telefon',
  'Kosten',
  'Stand',
  'Intern',
] as const;

/** What the mapping needs beside its fields, where there is no directory yet. */
export const DIRECTORY =
  '{ title: Angebote im Kreis, publisher: { name: Kreis }, timeZone: Europe/Berlin, language: de, languages: [] }';

/** The mapping of the table. */
export const MAPPING = `vielfalt-mapping: 1
source: { id: kreis, name: Tabelle des Kreises }
directory: ${DIRECTORY}
fields:
  record: Nr
  title: Angebot
  description: Beschreibung
  provider: Träger
  topics: { column: Thema, terms: { Dies und das: ignore } }
  schedule: Wann
  location: Wo
  contact.phone: Telefon
  cost: Kosten
  checked.on: Stand
ignore: [Intern]
`;

/** An invented row with a key. */
export function row(key: number, more: Partial<TableRow> = {}): TableRow {
  return {
    Nr: String(key),
    Angebot: `Sprachcafé ${key}`,
    Beschreibung: 'Für „alle“, die üben möchten.\n\n- Tee\n- Gespräche; auf Deutsch',
    Träger: key % 2 === 0 ? 'Haus am Fluss' : 'Büro für Begegnung',
    Thema: 'Deutsch lernen',
    Wann: 'Di 15–17 Uhr',
    Wo: 'Lange Straße 4, 58285 Gevelsberg',
    Telefon: `030 23125 ${100 + (key % 900)}`,
    Kosten: '2,50 €',
    Stand: '01.09.2026',
    Intern: 'Frau M. fragen',
    ...more,
  };
}

/** Rows with the keys from 1. */
export function rows(count: number, more: Partial<TableRow> = {}): TableRow[] {
  return Array.from({ length: count }, (_, index) => row(index + 1, more));
}

/** The table as spreadsheet programs write CSV: with quotation marks where they are needed. */
export function csv(table: readonly TableRow[], delimiter = ';'): string {
  const quoted = (cell: string) =>
    new RegExp(`["\n${delimiter}]`).test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
  return [COLUMNS, ...table.map((cells) => COLUMNS.map((name) => cells[name]))]
    .map((cells) => `${cells.map(quoted).join(delimiter)}\r\n`)
    .join('');
}

/** The same as a workbook. */
export function xlsx(table: readonly TableRow[]): Promise<Buffer> {
  return printXlsx([
    {
      name: 'Angebote',
      columns: COLUMNS,
      rows: table.map((cells) => COLUMNS.map((name) => cells[name])),
    },
  ]);
}

/** What Node cannot write by itself: Windows-1252 of texts with German quotation marks and dashes. */
export function windows1252(text: string): Buffer {
  const beyond = new Map([...'€‚„…–“”'].map((letter, at) => [letter, CODES[at]!]));
  return Buffer.from([...text].map((letter) => beyond.get(letter) ?? letter.charCodeAt(0)));
}

const CODES = [0x80, 0x82, 0x84, 0x85, 0x96, 0x93, 0x94];
