import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { openBook } from '../../../server/src/table/open-book.js';
import type { Book, BookOptions, TableRow } from '../../../server/src/table/table.js';

/** A folder of a test file's own that goes when its tests have ended. */
export function testFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'vielfalt-table-'));
  after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export interface Read {
  book: Pick<Book, 'format' | 'encoding' | 'delimiter' | 'sheets'>;
  name: string;
  columns: readonly string[];
  rows: TableRow[];
}

/** Writes a file and reads its table. */
export function reader(
  folder: string,
): (content: string | Buffer, options?: BookOptions, sheet?: string) => Promise<Read> {
  let count = 0;
  return async (content, options, sheet) => {
    const file = join(folder, `table-${++count}`);
    writeFileSync(file, content);
    return readTable(file, options, sheet);
  };
}

export async function readTable(
  file: string,
  options?: BookOptions,
  sheet?: string,
): Promise<Read> {
  const book = await openBook(file, options);
  try {
    const table = await book.table(sheet);
    const rows: TableRow[] = [];
    for await (const row of table.rows()) rows.push(row);
    return { book, name: table.name, columns: table.columns, rows };
  } finally {
    await book.close();
  }
}

/** The cells of all rows. */
export function cellsOf({ rows }: Read) {
  return rows.map(({ cells }) => cells);
}
