import type { Vocabulary } from '@vielfalt/feed';
import type { Book, Table } from '../../table/table.js';
import { fieldOf } from '../fields.js';
import { Mapper } from '../mapper.js';
import type { FieldOptions, Mapping, RowKind } from '../mapping.js';
import { textOf } from '../plain-text.js';
import type { Unmet } from '../unmet.js';
import type { ColumnChoice } from './settle-choice.js';
import { MOST_ROWS } from './profile.js';

/** The result of mapping the rows by a choice of columns. */
export interface Trial {
  unmet: Unmet[];
  /** Values that stay as text: per field, the reasons with their counts and first values. */
  asText: Map<string, { count: number; reason: string; values: string[] }>;
  /** Columns that tell all rows apart, where none has the rows' keys; empty: none do. */
  telling: string[];
}

const MOST_VALUES = 3;

/** Maps the first rows as the choice would, so that the suggestion can report what it will meet. */
export async function tryOut(
  table: Table,
  choice: ColumnChoice,
  context: { vocabulary: Vocabulary; today: string; timeZone: string; timesFrom: string },
): Promise<Trial> {
  const mapping = mappingOf(choice, context.timesFrom);
  const mapper = new Mapper(mapping, { source: 'trial', columns: table.columns, ...context });
  const asText: Trial['asText'] = new Map();
  const keys = keysOf(choice, table.columns);
  let rows = 0;
  for await (const row of table.rows()) {
    for (const { field, value, reason } of mapper.map(row).remarks) {
      const known = asText.get(field) ?? { count: 0, reason, values: [] };
      known.count += 1;
      if (known.values.length < MOST_VALUES && !known.values.includes(value))
        known.values.push(value);
      asText.set(field, known);
    }
    for (const key of keys) {
      const text = JSON.stringify(key.indexes.map((index) => textOf(row.cells[index] ?? '')));
      key.isUnique &&= !key.seen.has(text);
      if (key.isUnique) key.seen.add(text);
    }
    rows += 1;
    if (rows === MOST_ROWS) break;
  }
  return {
    unmet: mapper.unmet(),
    asText,
    telling: keys.find(({ isUnique }) => isUnique)?.names ?? [],
  };
}

/** Returns sets of columns that may tell rows apart, the smallest first. */
function keysOf({ kind, fields }: ColumnChoice, columns: readonly string[]) {
  const column = (name: string) => {
    const { column: one, columns: several = [] } = fields.get(name) ?? {};
    return one === undefined ? several : [one];
  };
  const [provider, title, place, time] = [
    column('provider'),
    column('title'),
    [column('location'), column('location.town'), column('location.name')].find(
      ({ length }) => length > 0,
    ) ?? [],
    [column('schedule'), column('schedule.days'), column('schedule.validFrom')].find(
      ({ length }) => length > 0,
    ) ?? [],
  ];
  const ofNetworks = [
    column('network.name'),
    [...column('network.name'), ...column('network.places')],
  ];
  const ofOffers = [
    [...provider, ...title],
    [...provider, ...title, ...place],
    [...provider, ...title, ...time],
    [...provider, ...title, ...place, ...time],
  ];
  return (kind === 'network' ? ofNetworks : ofOffers).map((names) => ({
    names: [...new Set(names)],
    indexes: names.map((name) => columns.indexOf(name)),
    seen: new Set<string>(),
    isUnique: true,
  }));
}

/** What a row needs, where no column has it. */
const NEEDED: Readonly<Record<RowKind, readonly string[]>> = {
  offer: ['provider', 'title'],
  network: ['network.name'],
};

function mappingOf({ kind, fields, keep, ignore }: ColumnChoice, timesFrom: string): Mapping {
  const all = new Map<string, FieldOptions>([
    ...NEEDED[kind].map((name): [string, FieldOptions] => [name, { value: '–' }]),
    ...fields,
  ]);
  return {
    name: 'the suggestion',
    book: {},
    timesFrom,
    takesHidden: false,
    fillings: [...all].flatMap(([name, options]) => {
      const field = fieldOf(name);
      return field ? [{ field, options }] : [];
    }),
    keep,
    ignore: ignore.map(({ name }) => name),
    place: () => ({ line: 1, column: 1 }),
  };
}

/** Returns the way the file was read, as a mapping states it. */
export function fileOf(book: Book, table: Table): Record<string, string> {
  return {
    ...(book.encoding !== undefined && { encoding: book.encoding }),
    ...(book.delimiter !== undefined && { delimiter: book.delimiter }),
    ...(book.format === 'xlsx' && { sheet: table.name }),
  };
}
