import type { Card, Request } from '@vielfalt/feed';
import type { View } from '../snapshot/view.js';
import { ALL, entriesOf, type AxisName, type AxisEntry } from './entries.js';
import { keysOf } from './keys.js';

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
  /** Whether an audience is asked for, so that those for everyone are counted apart. */
  isSplit: boolean;
}

/**
 * Counts the offers that a request leaves and that are shown on a date. Each cell holds as many as
 * the feed finds for the request with the cell's row and column asked as well: an offer counts in
 * every place where it happens or that it serves, and in the column of all once.
 * @param request of it only what `Lock` has is looked at
 * @param today the local date in the directory's zone
 */
export function countTable(
  name: TableName,
  view: View,
  request: Request,
  today: string,
): CountTable {
  const { query, lock } = request;
  const axes = TABLES[name];
  const cards = cardsLeft(view, request, today);
  const rows = [ALL, ...entriesOf(axes.rows, view, query)];
  const columns = [ALL, ...entriesOf(axes.columns, view, query)];
  const source = { view, cards, today };
  const rowKeys = keysOf(axes.rows, rows.slice(1), source);
  const columnKeys = keysOf(axes.columns, columns.slice(1), source);
  const cells = rows.map(() => columns.map((): CountCell => ({ count: 0, everyone: 0 })));
  const [rowAt, columnAt] = [rows, columns].map(
    (entries) => new Map(entries.map(({ id }, index) => [id, index])),
  );
  const isSplit = Boolean(query.audience ?? lock.audience) && !isByAudience(name);
  for (const card of cards) {
    const kind = isSplit && !card.audiences?.length ? 'everyone' : 'count';
    const own = [ALL.id, ...columnKeys(card)].flatMap((id) => columnAt?.get(id) ?? []);
    for (const id of [ALL.id, ...rowKeys(card)]) {
      const row = cells[rowAt?.get(id) ?? -1];
      for (const index of own) if (row?.[index]) row[index][kind] += 1;
    }
  }
  return { rows, columns, cells, isSplit };
}

/** Whether one of a table's axes is the audience: then those for everyone are an entry there. */
export function isByAudience(name: TableName): boolean {
  const { rows, columns }: { rows: AxisName; columns: AxisName } = TABLES[name];
  return rows === 'audience' || columns === 'audience';
}

/** The offers that both halves of a request leave on a date. */
export function cardsLeft(view: View, { query, lock }: Request, today: string): Card[] {
  const day = view.on(today);
  const asked = new Set(day.within(query));
  return day.within(lock).filter((card) => asked.has(card));
}
