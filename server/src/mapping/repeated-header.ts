import { fold } from '@vielfalt/feed';
import type { TableRow } from '../table/table.js';
import type { Remark } from './draft.js';
import { textOf } from './plain-text.js';
import { oneLine } from './readers.js';

const LONGEST = 80;

/** Recognises a row that repeats the column names within the table, as on printed pages. */
export class RepeatedHeader {
  /** Per column, the names it may have in such a row; folded. */
  readonly #names: readonly ReadonlySet<string>[];

  constructor(
    private readonly columns: readonly string[],
    private readonly kind: 'offer' | 'network',
  ) {
    this.#names = columns.map((name) => {
      const bare = name.replace(/ \(\d+\)$/, '');
      return new Set([name, bare, ...bare.split(' – ')].map(plain));
    });
  }

  /** Returns a remark where a row repeats the header; such a row is no record. */
  remark({ line, cells }: TableRow): Remark | undefined {
    let same = 0;
    for (const [index, cell] of cells.entries()) {
      const text = typeof cell === 'string' ? cell : textOf(cell);
      if (text.trim() === '') continue;
      if (text.length > LONGEST || !this.#names[index]?.has(plain(textOf(text)))) return undefined;
      same += 1;
    }
    if (same < 2) return undefined;
    return {
      line,
      column: this.columns.find(Boolean) ?? '',
      value: cells.map(textOf).filter(Boolean).join(', ').slice(0, LONGEST),
      field: '',
      reason: `repeats the names of the columns; the row is no ${this.kind}, and left out`,
    };
  }
}

function plain(name: string): string {
  return fold(oneLine(name)).replace(/[.:]+$/, '');
}
