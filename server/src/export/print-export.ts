import type { DirectoryFile } from '@vielfalt/feed';
import { printCsv } from '../table/write-csv.js';
import { printXlsx } from '../table/write-xlsx.js';
import { printFeedJson } from './feed-json.js';
import { stack, toSheets } from './to-sheets.js';
import type { Content } from './draft.js';

/** The formats of an export; each is the ending of its files. */
export const FORMATS = ['json', 'csv', 'xlsx'] as const;
export type Format = (typeof FORMATS)[number];

/** A directory in one of the formats that an import reads again. @throws TableError what XLSX cannot hold */
export async function printExport(file: DirectoryFile, format: Format): Promise<Content> {
  switch (format) {
    case 'json':
      return printFeedJson(file);
    case 'csv': {
      const { columns, rows } = stack(toSheets(file));
      return printCsv(columns, rows);
    }
    case 'xlsx':
      return printXlsx(toSheets(file));
  }
}
