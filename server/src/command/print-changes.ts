import type { UntoldChange } from '../desk/untold-changes.js';
import type { FileContent } from '../export/draft.js';
import { reportKind } from '../export/former-output.js';
import type { OutputKind } from '../export/former-output.js';
import type { ExportFormat } from '../export/print-export.js';
import { cellOf, columnsFor, SHEETS, valueUnder } from '../export/sheet-layout.js';
import type { CellValue } from '../table/table.js';
import { printCsv } from '../table/write-csv.js';
import { printXlsx } from '../table/write-xlsx.js';

const COLUMNS = ['source', 'record', 'title', 'field', 'old', 'new', 'by', 'on'];

/** The beginnings of such lists; a workbook might be anybody's. */
const STARTS = {
  json: '{\n  "changes": [',
  csv: [...printCsv(COLUMNS, [])].join('').trimEnd(),
  xlsx: undefined,
};

/** The lists that a new one may replace. */
export function changesKind(format: ExportFormat): OutputKind {
  return reportKind(STARTS[format], 'no list of changes');
}

/** Prints such a list: in tables with a row for each column of the offer's that changes. */
export async function printChanges(
  changes: readonly UntoldChange[],
  format: ExportFormat,
): Promise<FileContent> {
  const rows = changes.flatMap(rowsOf);
  switch (format) {
    case 'json':
      return `${JSON.stringify({ changes }, null, 2)}\n`;
    case 'csv':
      return printCsv(COLUMNS, rows);
    case 'xlsx':
      return printXlsx([{ name: 'changes', columns: COLUMNS, rows }]);
  }
}

function rowsOf({ source, record, title, field, before, after, by, on }: UntoldChange) {
  const [old, next] = [before, after].map((value) => (value === null ? {} : { [field]: value }));
  const columns = columnsFor(SHEETS.offers, [old, next]);
  return columns.flatMap(({ name, steps, form }): CellValue[][] => {
    const [was, is] = [old, next].map((values) => cellOf(valueUnder(values, steps), form));
    if (was === is || was === undefined || is === undefined) return [];
    return [[source, record, title, name, was, is, by, on]];
  });
}
