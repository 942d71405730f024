import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { defaultVocabulary } from '@vielfalt/feed/vocabulary';
import {
  Mapper,
  parseMapping,
  suggestMapping,
  visibleTable,
} from '../../../server/src/mapping/index.js';
import type { Mapped, Mapping } from '../../../server/src/mapping/index.js';
import { openBook } from '../../../server/src/table/open-book.js';
import { folder } from '../fixture.js';
import { TODAY } from './mapping-harness.js';

/** The directory that suggestions are made for. */
const DIRECTORY = { vocabulary: defaultVocabulary, today: TODAY, timeZone: 'Europe/Berlin' };

/** Writes a file that is gone after the test. */
export function written(context: TestContext, content: string | Buffer): string {
  const file = join(folder(context), 'table');
  writeFileSync(file, content);
  return file;
}

/** The mapping that is suggested for a file, as text. */
export async function suggest(file: string, hasDirectory = true): Promise<string> {
  const book = await openBook(file);
  try {
    return await suggestMapping(book, await visibleTable(book), { ...DIRECTORY, hasDirectory });
  } finally {
    await book.close();
  }
}

/** The suggestion, with what it leaves to a person filled in. */
export function mended(text: string): Mapping {
  return parseMapping(text.replaceAll('"TODO', '"Mended'), 'suggested.yaml');
}

/** What a file's rows become, and the mapper that has made it of them. */
export async function mappedBy(
  mapping: Mapping,
  file: string,
): Promise<{ mapped: Mapped[]; mapper: Mapper }> {
  const book = await openBook(file, mapping.book);
  try {
    const table = await visibleTable(book, mapping);
    const mapper = new Mapper(mapping, { ...DIRECTORY, source: 's', columns: table.columns });
    const mapped: Mapped[] = [];
    for await (const row of table.rows()) mapped.push(mapper.map(row));
    return { mapped, mapper };
  } finally {
    await book.close();
  }
}

/** Which columns each field is suggested to come from. */
export function columnsOf({ fillings }: Mapping): Record<string, unknown> {
  return Object.fromEntries(
    fillings.map(({ field, options: { column, columns, ticked, value } }) => [
      field.name,
      column ?? columns ?? ticked ?? value,
    ]),
  );
}

/**
 * The suggestion for a table, and what its rows become once TODOs are filled in; nothing where
 * only a person can say which column has the titles.
 * @param more further lines of the mapping
 */
export async function suggested(context: TestContext, content: string, more = '') {
  const file = written(context, content);
  const text = await suggest(file);
  const mapping = mended(text + more);
  const isWhole = !text.includes('TODO which column');
  const { mapped } = isWhole ? await mappedBy(mapping, file) : { mapped: [] };
  return { text, mapping, fields: columnsOf(mapping), mapped };
}

/** A table of two rows by its columns, each with two cells. */
export function csv(columns: Record<string, readonly [string, string]>): string {
  const all = Object.entries({ Titel: ['Sprachcafé', 'Nähtreff'], Träger: ['A', 'B'], ...columns });
  const line = (cells: readonly (string | undefined)[]) =>
    cells.map((cell) => `"${cell ?? ''}"`).join(';');
  return [all.map(([name]) => name), ...[0, 1].map((at) => all.map(([, cells]) => cells[at]))]
    .map(line)
    .join('\n');
}
