import type { FileOffer, Vocabulary } from '@vielfalt/feed';
import { defaultVocabulary } from '@vielfalt/feed/vocabulary';
import { Mapper, parseMapping } from '../../../server/src/mapping/index.js';
import type { Mapped } from '../../../server/src/mapping/index.js';
import type { CellValue } from '../../../server/src/table/table.js';

export const TODAY = '2026-09-07';

/** Rows without key and provider columns get by with these. */
const REST = { record: 'Nr', title: 'Titel', provider: '{ value: Landkreis }' };

/** A mapping of the fields given, as YAML flow values, with all that a mapping needs. */
export function mapping(fields: Record<string, string>, more = ''): string {
  const lines = Object.entries({ ...REST, ...fields }).map(
    ([name, value]) => `  ${name}: ${value}`,
  );
  return `vielfalt-mapping: 1\ntimes-from: 2026-09-07\n${more}\nfields:\n${lines.join('\n')}\n`;
}

/** Maps rows given by their columns; each has a key and a title unless it says otherwise. */
export function mapRows(
  text: string,
  rows: readonly Record<string, CellValue>[],
  vocabulary: Vocabulary = defaultVocabulary,
): { mapped: Mapped[]; mapper: Mapper } {
  const all = rows.map((row, index) => ({ Nr: String(index + 1), Titel: 'Angebot', ...row }));
  const columns = [...new Set(all.flatMap((row) => Object.keys(row)))];
  const mapper = new Mapper(parseMapping(text, 'm.yaml'), {
    source: 'office',
    columns,
    vocabulary,
    today: TODAY,
    timeZone: 'Europe/Berlin',
  });
  const mapped = all.map((row: Record<string, CellValue>, index) =>
    mapper.map({ line: index + 2, cells: columns.map((column) => row[column] ?? '') }),
  );
  return { mapped, mapper };
}

/** The one offer that a row of these cells becomes, and what was remarked. */
export function mapOne(
  fields: Record<string, string>,
  row: Record<string, CellValue>,
  more = '',
): Mapped & { offer: FileOffer } {
  const [only] = mapRows(mapping(fields, more), [row]).mapped;
  if (!only?.offer) throw new Error(`No offer: ${JSON.stringify(only?.faults)}`);
  return { ...only, offer: only.offer };
}
