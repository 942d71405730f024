import type { DirectoryFile } from '@vielfalt/feed';
import { printCsv } from '../table/write-csv.js';
import { printXlsx } from '../table/write-xlsx.js';
import { printFeedJson } from './feed-json.js';
import { stack, toSheets } from './to-sheets.js';
import type { FileContent } from './draft.js';

/** The formats of an export; each is the ending of its files. */
export const EXPORT_FORMATS = ['json', 'csv', 'xlsx'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/**
 * A directory in one of the formats that an import reads again. @throws TableError where XLSX
 * cannot hold it
 */
export async function printExport(file: DirectoryFile, format: ExportFormat): Promise<FileContent> {
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
