import { fold, nearest } from '@vielfalt/feed';
import type { Vocabulary } from '@vielfalt/feed';
import { columnsOf } from './mapping.js';
import { MappingError } from './mapping-error.js';
import type { FieldOptions, Filling, Mapping } from './mapping.js';
import type { Filler } from './filler.js';

/** Fields without which every row would be a fault, or a record that cannot be recognised again. */
const NEEDED = [
  ...['record', 'title', 'provider', 'provider.record'],
  ...['network.name', 'network.record'],
];

/** Finds a column's number by its name, ignoring capitals, accents and extra spaces. */
export function columnFinder(columns: readonly string[]): (name: string) => number | undefined {
  const exact = new Map(columns.map((name, index) => [name, index]));
  const plain = (name: string) => fold(name.replace(/\s+/g, ' ').trim());
  const folded = new Map([...columns].map((name, index) => [plain(name), index]));
  return (name) => exact.get(name) ?? folded.get(plain(name));
}

/** @throws MappingError where the table lacks the columns of a field that rows need */
export function needColumns(
  mapping: Mapping,
  { field, options }: Filling,
  columns: readonly string[],
  find: (name: string) => number | undefined,
  hidden: readonly string[] = [],
): void {
  if (!NEEDED.includes(field.name) || options.default !== undefined) return;
  const missing = columnsOf(options).find((name) => find(name) === undefined);
  if (missing === undefined) return;
  const place = mapping.place('fields', field.name);
  if (columnFinder(hidden)(missing) !== undefined) {
    throw new MappingError(
      mapping,
      place,
      `the column ${JSON.stringify(missing)}, which ${field.name} comes from, is hidden in the table. Show it there, or write "hidden: take" to take what is hidden all the same.`,
    );
  }
  const near = nearest(missing, columns);
  const remedy =
    near === undefined ? `It has: ${columns.join(', ')}.` : `Did you mean ${JSON.stringify(near)}?`;
  throw new MappingError(
    mapping,
    place,
    `the table has no column ${JSON.stringify(missing)}, which ${field.name} comes from. ${remedy}`,
  );
}

/** @throws MappingError where a value that the mapping gives means nothing to its field */
export function checkWords(
  mapping: Mapping,
  { field, options }: Filling,
  filler: Filler,
  vocabulary: Vocabulary,
): void {
  for (const [keys, meaning] of given(options)) {
    if (filler.accepts(meaning)) continue;
    const ids = field.list ? vocabulary[field.list].map(({ id }) => id) : [];
    const what = [meaning].flat().find((word) => !ids.includes(String(word)));
    const near = nearest(String(what), ids);
    const remedy = near === undefined ? '' : ` Did you mean ${JSON.stringify(near)}?`;
    const problem = field.list
      ? `is not an id in the vocabulary’s list ${JSON.stringify(field.list)}`
      : `is nothing that ${field.name} takes`;
    throw new MappingError(
      mapping,
      mapping.place('fields', field.name, ...keys),
      `${JSON.stringify(what ?? meaning)} ${problem}.${remedy}`,
    );
  }
}

function* given({
  value,
  default: otherwise,
  ticked,
  terms,
  words,
}: FieldOptions): Generator<[keys: string[], meaning: NonNullable<FieldOptions['value']>]> {
  if (value !== undefined) yield [['value'], value];
  if (otherwise !== undefined) yield [['default'], otherwise];
  for (const [key, meanings] of Object.entries({ ticked, terms, words })) {
    for (const [word, meaning] of Object.entries(meanings ?? {})) yield [[key, word], meaning];
  }
}
