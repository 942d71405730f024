import type { Request } from '@vielfalt/feed';
import { crossKey } from '../answers/cross-counts.js';
import {
  ALL,
  axisEntries,
  EVERYONE_ENTRY,
  type AxisEntry,
  type AxisName,
  type InsightSource,
} from './entries.js';

/** The tables, by what their rows and columns are. */
export const TABLES = {
  topics: { rows: 'topic', columns: 'place' },
  audiences: { rows: 'audience', columns: 'place' },
  languages: { rows: 'spoken', columns: 'place' },
  times: { rows: 'when', columns: 'place' },
  'topics-by-audience': { rows: 'topic', columns: 'audience' },
} as const satisfies Record<string, { rows: AxisName; columns: AxisName }>;
export type TableName = keyof typeof TABLES;

export interface CountCell {
  /** Offers that name what is asked for. */
  count: number;
  /**
   * Further offers that the feed gives because they name no audience, and so are for everyone; 0
   * where no audience is asked for, or where they have an entry of their own.
   */
  everyone: number;
}

export interface CountTable {
  /** The first is `ALL`. */
  rows: AxisEntry[];
  /** The first is `ALL`. */
  columns: AxisEntry[];
  /** By row and column. */
  cells: CountCell[][];
  /** Tells whether an audience is asked for, so that those for everyone are counted apart. */
  isSplit: boolean;
}

/**
 * Counts the offers that a request leaves. Each cell holds as many as the feed finds for the request
 * with the cell's row and column asked as well: an offer counts in every place where it happens or
 * that it serves, and in the column of all once.
 * @param request of it only what `Lock` has is looked at
 */
export async function countTable(
  name: TableName,
  source: InsightSource,
  request: Request,
): Promise<CountTable> {
  const { query, lock } = request;
  const axes = TABLES[name];
  const isSplit = Boolean(query.audience ?? lock.audience) && !isByAudience(name);
  const [rows, columns, counts] = await Promise.all([
    axisEntries(axes.rows, source, query),
    axisEntries(axes.columns, source, query),
    source.answers.crossCounts(
      [axes.rows, axes.columns, ...(isSplit ? (['audience'] as const) : [])],
      request,
    ),
  ]);
  const cellOf = (row: AxisEntry, column: AxisEntry): CountCell => {
    const of = (...more: string[]) => counts.get(crossKey(row.id, column.id, ...more)) ?? 0;
    if (!isSplit) return { count: of(), everyone: 0 };
    const everyone = of(EVERYONE_ENTRY.id);
    return { count: of(ALL.id) - everyone, everyone };
  };
  const [allRows, allColumns] = [
    [ALL, ...rows],
    [ALL, ...columns],
  ];
  const cells = allRows.map((row) => allColumns.map((column) => cellOf(row, column)));
  return { rows: allRows, columns: allColumns, cells, isSplit };
}

/**
 * Tells whether one of a table's axes is the audience: then those for everyone are an entry there.
 */
export function isByAudience(name: TableName): boolean {
  const { rows, columns }: { rows: AxisName; columns: AxisName } = TABLES[name];
  return rows === 'audience' || columns === 'audience';
}
