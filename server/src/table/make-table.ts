import { findHeader, letters, uniqueNames, type Header } from './header.js';
import { inWords, MAX_CELL, MAX_COLUMNS, MAX_ROWS } from './limits.js';
import { isBlank, type RawTable } from './raw-table.js';
import { NoRowsError, TableError } from './table-error.js';
import type { BookOptions, CellValue, TableRow, Table } from './table.js';

/** The number of rows used to detect header and columns. */
const SAMPLE = 1000;

/**
 * Makes a table from a file's rows: finds the header, names the columns, fills short rows.
 * @throws TableError, also while its rows are read
 */
export async function makeTable(raw: RawTable, options: BookOptions): Promise<Table> {
  const sample = await firstRows(raw);
  const header = findHeader(raw, sample, options.header);
  const body = sample.filter((row) => row.line > header.last);
  if (body.length === 0) {
    throw new NoRowsError(`${raw.at(header.last)}: there are column names and no rows below them.`);
  }
  const columns = usedColumns(raw, header, body);
  const names = uniqueNames(
    columns.map((column) => header.names[column] ?? ''),
    columns,
  );
  return {
    name: raw.name,
    columns: names,
    hiddenColumns: names.filter((_, index) => raw.hiddenColumns?.has(columns[index]!)),
    ...(raw.isHidden && { isHidden: true }),
    rows: () => tableRows(raw, header, columns),
  };
}

async function firstRows(raw: RawTable): Promise<TableRow[]> {
  const rows: TableRow[] = [];
  for await (const row of raw.rows()) {
    if (row.cells.every(isBlank)) continue;
    rows.push(row);
    if (rows.length > SAMPLE) break;
  }
  if (rows.length === 0) throw new TableError(`${raw.at(1)}: there is nothing but empty rows.`);
  return rows;
}

/** Finds the columns with a name, and those without one that are not empty. */
function usedColumns(raw: RawTable, header: Header, body: readonly TableRow[]): number[] {
  const used = new Set<number>();
  header.names.forEach((name, column) => {
    if (name) used.add(column);
  });
  for (const { cells } of body) {
    const width = raw.isDelimited ? Math.min(cells.length, header.names.length) : cells.length;
    for (let column = 0; column < width; column++) if (!isBlank(cells[column]!)) used.add(column);
  }
  if (used.size > MAX_COLUMNS) {
    throw new TableError(
      `${raw.at(header.first)}: there are more than ${MAX_COLUMNS} columns. Take out those that nobody needs.`,
    );
  }
  return [...used].sort((a, b) => a - b);
}

async function* tableRows(
  raw: RawTable,
  header: Header,
  columns: readonly number[],
): AsyncGenerator<TableRow> {
  const known = new Set(columns);
  let count = 0;
  for await (const { line, cells, isHidden, hasErrors } of raw.rows()) {
    if (line <= header.last || cells.every(isBlank)) continue;
    if (++count > MAX_ROWS) {
      throw new TableError(
        `${raw.at(line)}: there are more than ${inWords(MAX_ROWS)} rows. Is it the right file?`,
      );
    }
    for (let column = 0; column < cells.length; column++) {
      const cell = cells[column]!;
      if (typeof cell === 'string' && cell.length > MAX_CELL) {
        throw new TableError(tooLong(`${raw.at(line)}, column ${nameOf(header, column)}`));
      }
      if (!known.has(column) && !isBlank(cell)) throw surplus(raw, header, { line, cells }, column);
    }
    yield {
      line,
      cells: columns.map((column): CellValue => cells[column] ?? ''),
      ...(isHidden && { isHidden }),
      ...(hasErrors && { hasErrors }),
    };
  }
}

/** @param place where the cell is, in words */
export function tooLong(place: string): string {
  return `${place}: the cell holds more than ${inWords(MAX_CELL)} characters. Shorten it.`;
}

function nameOf(header: Header, column: number): string {
  const name = header.names[column];
  return name ? `“${name}”` : letters(column);
}

function surplus(
  raw: RawTable,
  header: Header,
  { line, cells }: TableRow,
  column: number,
): TableError {
  const width = header.names.length;
  if (!raw.isDelimited || column < width) {
    return new TableError(
      `${raw.at(line)}: column ${letters(column)} has something in it and no name in row ${header.last}. Name the column, or empty it.`,
    );
  }
  const more = cells.length - width;
  return new TableError(
    `${raw.at(line)}: the row has ${cells.length} cells and the header ${width}. ${
      more <= 3
        ? 'A cell seems to hold the separator: put quotation marks round it.'
        : 'Give each row as many cells as the header.'
    }`,
  );
}
