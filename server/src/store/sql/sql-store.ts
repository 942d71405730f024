import type {
  DirectoryState,
  HistoryEntry,
  RevisionId,
  StampedState,
  Store,
  Transaction,
  TransactionResult,
} from '../store.js';
import type { Editions } from '../editions.js';
import type { Access } from './access.js';
import { SqlEditions } from './sql-editions.js';
import { SqlTransaction } from './sql-transaction.js';
import type { PaperKind, Papers } from '../papers.js';
import {
  hasRevision,
  readHistory,
  readPapers,
  readRevision,
  readStamped,
  readState,
} from './tables.js';

export type { Access };

/** A store in the tables of an SQL database. */
export class SqlStore implements Store {
  readonly #access: Access;
  readonly editions: Editions;

  constructor(access: Access) {
    this.#access = access;
    this.editions = new SqlEditions(access);
  }

  read(): Promise<DirectoryState | undefined> {
    return this.#access.read(readState);
  }

  readStamped(): Promise<StampedState | undefined> {
    return this.#access.read(readStamped);
  }

  async revision(): Promise<number> {
    return (await this.latest()).revision;
  }

  latest(): Promise<RevisionId> {
    return this.#access.ask(readRevision);
  }

  has(revision: RevisionId): Promise<boolean> {
    return this.#access.ask((connection) => hasRevision(connection, revision));
  }

  history(): Promise<HistoryEntry[]> {
    return this.#access.ask(readHistory);
  }

  papers<Kind extends PaperKind>(
    kind: Kind,
    ids?: readonly string[],
  ): Promise<Map<string, Papers[Kind]>> {
    return this.#access.ask((connection) => readPapers(connection, kind, ids));
  }

  change<Result>(
    work: (transaction: Transaction) => Promise<TransactionResult<Result>>,
  ): Promise<Result> {
    return this.#access.write(async (connection) => {
      const transaction = new SqlTransaction(connection);
      const verdict = await work(transaction);
      if (verdict.keep) await transaction.finish(verdict.keep.entry);
      return verdict;
    });
  }

  watch(onChange: () => void): void {
    this.#access.watch?.(onChange);
  }

  close(): Promise<void> {
    return this.#access.close();
  }
}
