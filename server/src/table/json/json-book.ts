import { jsonTrouble, parseJson } from '../../files/json.js';
import { label, uniqueNames } from '../header.js';
import { inWords, MAX_CELL, MAX_COLUMNS, MAX_JSON, MAX_ROWS } from '../limits.js';
import { tooLong } from '../make-table.js';
import { isBlank } from '../raw-table.js';
import type { InputFile } from '../../files/input-file.js';
import { TableError } from '../table-error.js';
import type { Book, BookOptions, TableRow, Table } from '../table.js';
import { flatten } from './flatten.js';
import { findList } from './find-list.js';

/** @throws TableError */
export async function openJson(source: InputFile, { list }: BookOptions): Promise<Book> {
  const { path, entries } = findList(await parse(source), list, source.name);
  let read = 0;
  const at = (line: number) => `${source.name}, entry ${line}${path ? ` of ${path}` : ''}`;
  return {
    format: 'json',
    sheets: [''],
    table: async (name = '') => {
      if (name !== '') {
        throw new TableError(`${source.name} is JSON, which has no sheet “${name}”. Name none.`);
      }
      return jsonTable(entries, at, (share) => (read = share));
    },
    progress: () => read,
    close: () => source.close(),
  };
}

async function parse(source: InputFile): Promise<unknown> {
  if (source.size > MAX_JSON) {
    throw new TableError(
      `${source.name} has ${inWords(source.size)} bytes, more than any list of offers. Is it the right file?`,
    );
  }
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let text = '';
  try {
    for await (const part of source.read()) text += decoder.decode(part, { stream: true });
    text += decoder.decode();
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new TableError(`${source.name} is not written in UTF-8. Save it as UTF-8.`, {
      cause: error,
    });
  }
  const read = parseJson(text);
  if ('json' in read) return read.json;
  throw new TableError(`${source.name} ${jsonTrouble(read.trouble)}`);
}

function jsonTable(
  entries: readonly object[],
  at: (line: number) => string,
  progress: (share: number) => void,
): Table {
  const paths = new Set<string>();
  entries.forEach((entry, index) => {
    for (const path of flatten(entry).keys()) paths.add(path);
    if (paths.size <= MAX_COLUMNS) return;
    throw new TableError(
      `${at(index + 1)}: with it there are more than ${MAX_COLUMNS} different names of values. Take out those that nobody needs.`,
    );
  });
  if (paths.size === 0) throw new TableError(`${at(1)}: no entry has a value in it.`);
  return {
    name: '',
    columns: uniqueNames([...paths].map(label)),
    rows: () => jsonRows(entries, [...paths], at, progress),
  };
}

async function* jsonRows(
  entries: readonly object[],
  paths: readonly string[],
  at: (line: number) => string,
  progress: (share: number) => void,
): AsyncGenerator<TableRow> {
  for (const [index, entry] of entries.entries()) {
    const line = index + 1;
    if (line > MAX_ROWS) {
      throw new TableError(
        `${at(line)}: there are more than ${inWords(MAX_ROWS)} rows. Is it the right file?`,
      );
    }
    const values = flatten(entry);
    const cells = paths.map((path) => values.get(path) ?? '');
    const long = cells.findIndex((cell) => String(cell).length > MAX_CELL);
    if (long >= 0) throw new TableError(tooLong(`${at(line)}, “${paths[long]}”`));
    progress(line / entries.length);
    if (!cells.every(isBlank)) yield { line, cells };
  }
}
