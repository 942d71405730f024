import type { Fault } from '../validation/fault.js';
import type { Remark } from '../mapping/index.js';
import { reportKind } from '../export/former-output.js';
import { printCsv } from '../table/write-csv.js';
import type { CellValue, Table } from '../table/table.js';

const OWN_COLUMNS = ['Line', 'Faults', 'Kept as text'];

/** The beginning of every report, by which an earlier one is recognised. */
export const REPORT_KIND = reportKind(
  [...printCsv(OWN_COLUMNS, [])].join('').trimEnd(),
  'no report of an import',
);

/**
 * Prints the rows of a table that have faults or were not fully understood, each with what is wrong
 * beside it, for the person who keeps the table.
 * @returns CSV, in pieces
 */
export async function printFaultRows(
  table: Table,
  faults: readonly Fault[],
  remarks: readonly Remark[],
): Promise<string> {
  const here = faults.filter(({ file }) => file === undefined);
  const faultsOf = byLine(here, ({ column, path, value, reason, remedy }) =>
    [
      `${column ?? path}: ${value === undefined ? '' : `${JSON.stringify(value)} `}${reason}.`,
      remedy,
    ]
      .filter(Boolean)
      .join(' '),
  );
  const remarksOf = byLine(
    remarks,
    ({ column, value, reason }) => `${column}: ${JSON.stringify(value)} ${reason}.`,
  );
  const rows: CellValue[][] = [];
  for await (const { line, cells } of table.rows()) {
    if (!faultsOf.has(line) && !remarksOf.has(line)) continue;
    const said = [faultsOf, remarksOf].map((texts) => (texts.get(line) ?? []).join('\n'));
    rows.push([line, ...said, ...cells]);
  }
  return [...printCsv([...OWN_COLUMNS, ...table.columns], rows)].join('');
}

function byLine<Item extends { line?: number }>(
  items: readonly Item[],
  print: (item: Item) => string,
): Map<number, string[]> {
  const texts = new Map<number, string[]>();
  for (const item of items) {
    if (item.line === undefined) continue;
    const said = texts.get(item.line);
    if (said) said.push(print(item));
    else texts.set(item.line, [print(item)]);
  }
  return texts;
}
