import type { Merge } from '../raw-table.js';
import { columnIndex, isTrue } from './sheet-rows.js';

/** The properties of a sheet besides its rows. */
export interface Layout {
  readonly merges: readonly Merge[];
  /** Invisible columns, from 0: hidden, folded away, or without width. */
  readonly hiddenColumns: ReadonlySet<number>;
}

const ROWS = /<(?:\w+:)?sheetData\b/;
const END_OF_ROWS = /<(?:\/(?:\w+:)?sheetData|(?:\w+:)?sheetData\s*\/)>/;
const END_OF_MERGES = /<\/(?:\w+:)?mergeCells>/;
const COLUMNS = /<(?:\w+:)?col\s[^>]*>/g;
const MERGE = /<(?:\w+:)?mergeCell\s[^>]*?ref=["']([A-Z]+)(\d+):([A-Z]+)(\d+)["']/g;
/** The most characters before the rows, and after them, that are searched. */
const MAX_AROUND = 16_000_000;
/** The last column that spreadsheets have, from 1. */
const LAST_COLUMN = 16_384;

/**
 * Reads the parts of a sheet before its rows and after them. The rows are skipped without parsing them
 * as XML: that would take as long as reading the table.
 */
export async function readLayout(pieces: AsyncIterable<Buffer>): Promise<Layout> {
  let text = '';
  let head: string | undefined;
  let isAfterRows = false;
  for await (const piece of pieces) {
    text += piece.toString('latin1');
    if (head === undefined) {
      const start = ROWS.exec(text);
      if (!start && text.length < MAX_AROUND) continue;
      head = text.slice(0, start?.index);
      text = text.slice(head.length);
    }
    if (!isAfterRows) {
      const end = END_OF_ROWS.exec(text);
      isAfterRows = end !== null;
      text = end ? text.slice(end.index) : text.slice(-100);
    } else if (END_OF_MERGES.test(text) || text.length > MAX_AROUND) break;
  }
  return {
    hiddenColumns: hiddenIn(head ?? ''),
    merges: [...text.matchAll(MERGE)].map(([, left, top, right, bottom]) => ({
      top: Number(top),
      bottom: Number(bottom),
      left: columnIndex(left!),
      right: columnIndex(right!),
    })),
  };
}

function hiddenIn(head: string): Set<number> {
  const hidden = new Set<number>();
  for (const [tag] of head.matchAll(COLUMNS)) {
    const said = (name: string) => new RegExp(`\\s${name}=["']([^"']*)["']`).exec(tag)?.[1];
    if (!isTrue(said('hidden')) && Number(said('width') ?? 1) !== 0) continue;
    const last = Math.min(Number(said('max')), LAST_COLUMN);
    for (let column = Number(said('min')); column <= last; column++) hidden.add(column - 1);
  }
  return hidden;
}
