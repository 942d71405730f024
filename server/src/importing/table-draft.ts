import type { FileOffer } from '@vielfalt/feed';
import { named, townOf } from './draft.js';
import type { RecordDraft, RecordPosition } from './draft.js';
import type { Named } from './identity.js';
import type { Spool } from './spool.js';

/** What all rows of a table have in common. */
export interface TableContext {
  /** Has what the records say. */
  spool: Spool;
  /** The column that a member comes from, where it comes from one. */
  columnOf: (member: string) => string | undefined;
}

/**
 * An offer of a table's row. There may be a hundred thousand, so that each holds little: what it is
 * told from others by, and the number under which the rest is put aside.
 */
export class TableDraft implements RecordDraft<FileOffer> {
  readonly source: string;
  readonly record: string;
  readonly provider: string;
  readonly isRetired: boolean;
  readonly #title: string;
  readonly #town: string | undefined;
  readonly #line: number;
  readonly #number: number;
  readonly #context: TableContext;

  constructor(given: FileOffer, line: number, context: TableContext) {
    this.source = given.source;
    this.record = given.record;
    this.provider = given.provider;
    this.isRetired = given.status === 'retired';
    this.#title = given.title;
    this.#town = named('', townOf(given.locations)).town;
    this.#line = line;
    this.#number = context.spool.add(given);
    this.#context = context;
  }

  get named(): Named {
    return { title: this.#title, ...(this.#town !== undefined && { town: this.#town }) };
  }

  get place(): RecordPosition {
    const line = this.#line;
    return {
      name: `line ${line}`,
      of: (member) => {
        const column = this.#context.columnOf(member);
        return { path: member, line, ...(column !== undefined && { column }) };
      },
    };
  }

  give(): FileOffer {
    return this.#context.spool.get(this.#number) as FileOffer;
  }
}
