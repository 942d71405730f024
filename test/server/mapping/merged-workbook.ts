import { workbook } from '../table/zip.js';

const HEADER = [
  ['Angebot', '', '', 'Ort', '', '', 'Kontakt', '', '', 'Stand'],
  [
    'Name',
    'Inhalt',
    'Für wen?',
    'Straße',
    'PLZ',
    'Ort',
    'Ansprechpartner/in',
    'Telefon',
    'E-Mail',
    '',
  ],
];
const ROWS = [
  [
    'Elterntreff',
    'Frühstück und Austausch',
    'Eltern',
    'Am Markt 5',
    '58285',
    'Gevelsberg',
    'Eva Beispiel',
    '030 23125 701',
    'eltern@treff.example',
    '01.09.2026',
  ],
  [
    'Boxen',
    'Training ohne Kontakt',
    'Jugendliche',
    'Ringstraße 1',
    '58332',
    'Schwelm',
    'Udo Muster',
    '030 23125 702',
    'boxen@treff.example',
    '14.9.26',
  ],
  ['Gartentag', 'Wir pflanzen', 'alle', '', '', 'Anderswo', '', '', '', ''],
];
const MERGES = ['A1:C1', 'D1:F1', 'G1:I1', 'J1:J2'];

/** A workbook whose columns are named in two rows, by merged cells. */
export function mergedWorkbook(): Buffer {
  const rows = [...HEADER, ...ROWS].map((cells, at) => {
    const texts = cells.map((text, column) => {
      const place = `${String.fromCharCode(65 + column)}${at + 1}`;
      return text ? `<c r="${place}" t="inlineStr"><is><t>${text}</t></is></c>` : '';
    });
    return `<row r="${at + 1}">${texts.join('')}</row>`;
  });
  const merges = MERGES.map((range) => `<mergeCell ref="${range}"/>`).join('');
  return workbook({
    sheets: [
      { name: 'Angebote 2026', rows: rows.join(''), after: `<mergeCells>${merges}</mergeCells>` },
    ],
  });
}
