import { MAX_COLUMNS } from './limits.js';
import { mendText } from './mend-text.js';
import { isBlank, type Merge, type RawTable } from './raw-table.js';
import { TableError } from './table-error.js';
import type { BookOptions, CellValue, TableRow } from './table.js';

/** The names of the columns, '' where there is none, and the rows they are in. */
export interface Header {
  readonly first: number;
  readonly last: number;
  readonly names: readonly string[];
}

/**
 * Finds the row of the column names, or its rows where cells are merged.
 * @param sample the table's first rows that are not empty
 * @throws TableError where a requested row has no names
 */
export function findHeader(
  table: RawTable,
  sample: readonly TableRow[],
  wanted: BookOptions['header'],
): Header {
  const rows =
    wanted === undefined ? headerRows(table, sample) : namedRows(table, sample, [wanted].flat());
  const parts = rows.map((row, index) =>
    index < rows.length - 1 ? spread(table, row, rows[index + 1]!) : row.cells.map(label),
  );
  const width = Math.max(...parts.map((names) => names.length));
  const names = Array.from({ length: width }, (_, column) =>
    [...new Set(parts.map((part) => part[column] ?? ''))].filter(Boolean).join(' – '),
  );
  return { first: rows[0]!.line, last: rows.at(-1)!.line, names };
}

/**
 * Returns the names of one line, each once: a second "Telefon" becomes "Telefon (2)".
 * @param names trimmed; '' gets the letters of its column
 */
export function uniqueNames(
  names: readonly string[],
  columns = names.map((_, at) => at),
): string[] {
  const taken = new Set<string>();
  return names.map((name, index) => {
    const plain = name || `Column ${letters(columns[index]!)}`;
    let unique = plain;
    for (let count = 2; taken.has(unique); count++) unique = `${plain} (${count})`;
    taken.add(unique);
    return unique;
  });
}

/** Returns a cell as a column's name: on one line, without invisible characters. */
export function label(cell: CellValue): string {
  return mendText(String(cell))
    .replace(/[\u00ad\u200b\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Returns a column's letters as spreadsheets show them: 0 is A, 26 is AA. */
export function letters(column: number): string {
  const rest = Math.floor(column / 26);
  return (rest > 0 ? letters(rest - 1) : '') + String.fromCharCode(65 + (column % 26));
}

function namedRows(
  table: RawTable,
  sample: readonly TableRow[],
  lines: readonly number[],
): TableRow[] {
  return lines.map((line) => {
    const row = sample.find((candidate) => candidate.line === line);
    if (row) return row;
    throw new TableError(`${table.at(line)}: there are no column names. Name the row they are in.`);
  });
}

/** Finds the first row that is as wide as a table, and the rows below over which its cells are merged. */
function headerRows({ merges }: RawTable, sample: readonly TableRow[]): TableRow[] {
  const widths = sample.map(filled).sort((a, b) => a - b);
  const usual = widths[Math.floor(widths.length / 2)] ?? 0;
  let at = sample.findIndex((row) => filled(row) * 2 >= usual);
  // Few groups over many columns; a single merged cell is the table's title.
  while (at > 0 && filled(sample[at - 1]!) > 1 && isGroup(sample[at - 1]!, sample[at], merges))
    at--;
  const rows = [sample[at]!];
  for (; isGroup(rows.at(-1)!, sample[at + 1], merges); at++) rows.push(sample[at + 1]!);
  return rows;
}

/** Tells whether a row's names are above names in the next row, by merged cells alone. */
function isGroup(row: TableRow, next: TableRow | undefined, merges: readonly Merge[]): boolean {
  if (next?.line !== row.line + 1) return false;
  const here = merges.filter((merge) => merge.top <= row.line && row.line <= merge.bottom);
  if (here.some((merge) => merge.bottom > row.line)) return true;
  const wide = here.filter((merge) => merge.right > merge.left);
  if (wide.length === 0 || next.cells.some((cell) => typeof cell !== 'string')) return false;
  const isUnder = (column: number) =>
    wide.some(({ left, right }) => left <= column && column <= right);
  return next.cells.every(
    (cell, column) => isUnder(column) || isBlank(cell) || isBlank(row.cells[column] ?? ''),
  );
}

/** Repeats a group's name over its columns: merged ones, or where nothing is merged, up to the next. */
function spread({ merges }: RawTable, row: TableRow, below: TableRow): string[] {
  const width = Math.min(Math.max(row.cells.length, below.cells.length), MAX_COLUMNS + 1);
  const names = Array.from({ length: width }, (_, column) => label(row.cells[column] ?? ''));
  const here = merges.filter((merge) => merge.top <= row.line && row.line <= merge.bottom);
  return names.map((name, column) => {
    if (name) return name;
    const merge = here.find(({ left, right }) => left <= column && column <= right);
    if (merge) return names[merge.left] ?? '';
    if (merges.length > 0 || isBlank(below.cells[column] ?? '')) return '';
    return names.slice(0, column).findLast(Boolean) ?? '';
  });
}

function filled({ cells }: TableRow): number {
  return cells.filter((cell) => !isBlank(cell)).length;
}
