import type { Editions } from './editions.js';
import { StoreError } from './error.js';
import type { DirectoryState, Store } from './store.js';

/**
 * A store that reads the directory from a copy of its database. A copy lags behind, and another one
 * may be behind the first: a process never goes back to an older revision than it has read.
 */
export class ReplicaStore implements Store {
  readonly #primary: Store;
  readonly #replica: Store;
  #latest = 0;
  readonly editions?: Editions;

  constructor(primary: Store, replica: Store) {
    this.#primary = primary;
    this.#replica = replica;
    const { editions } = replica;
    if (primary.editions && editions) {
      this.editions = readFromReplica(primary.editions, editions, (revision) =>
        this.#reach(revision),
      );
    }
  }

  async read(): Promise<DirectoryState | undefined> {
    const state = await this.#replica.read();
    this.#reach(state?.revision ?? 0);
    return state;
  }

  async revision(): Promise<number> {
    return Math.max(this.#latest, await this.#replica.revision());
  }

  change: Store['change'] = (work) => this.#primary.change(work);
  history: Store['history'] = () => this.#primary.history();
  papers: Store['papers'] = (...asked) => this.#primary.papers(...asked);
  watch: NonNullable<Store['watch']> = (onChange) => this.#primary.watch?.(onChange);

  /** Notes a revision that was read. @throws StoreError where it is older than another one before */
  #reach(revision: number): void {
    if (revision < this.#latest) {
      throw new StoreError(
        'behind',
        `The database of DATABASE_READ_URL has revision ${revision}, and ${this.#latest} has been shown: it has to catch up first.`,
      );
    }
    this.#latest = revision;
  }

  async close(): Promise<void> {
    await this.#replica.close();
    await this.#primary.close();
  }
}

/**
 * Editions that are made on one side and read on the other.
 * @param reach is called with each revision that is read
 */
function readFromReplica(
  primary: Editions,
  replica: Editions,
  reach: (revision: number) => void,
): Editions {
  return {
    primary,
    newest: (program) => primary.newest(program),
    head: () => primary.head(),
    countSince: (revision, most) => primary.countSince(revision, most),
    writtenSince: (kind, revision) => primary.writtenSince(kind, revision),
    writtenBy: (providers) => primary.writtenBy(providers),
    positionBefore: (edition, kind, key) => primary.positionBefore(edition, kind, key),
    derive: (program, edition, now) => primary.derive(program, edition, now),
    changes: (edition, kind, after) => replica.changes(edition, kind, after),
    claim: (program, now) => primary.claim(program, now),
    touch: (edition, now) => primary.touch(edition, now),
    isCurrent: (edition) => primary.isCurrent(edition),
    written: (kind) => primary.written(kind),
    writtenByIds: (kind, ids) => primary.writtenByIds(kind, ids),
    putRecords: (edition, kind, records) => primary.putRecords(edition, kind, records),
    putParts: (edition, name, parts) => primary.putParts(edition, name, parts),
    removePart: (edition, name) => primary.removePart(edition, name),
    complete: (edition) => primary.complete(edition),
    removeBefore: (edition, now) => primary.removeBefore(edition, now),
    abandon: (edition) => primary.abandon(edition),
    offers: () => replica.offers(),
    async latest(program) {
      const found = await replica.latest(program);
      if (found) reach(found.revision);
      return found;
    },
    parts: (edition, name, numbers) => replica.parts(edition, name, numbers),
    partSizes: (edition, name) => replica.partSizes(edition, name),
    partNames: (edition) => replica.partNames(edition),
    records: (edition, kind, numbers) => replica.records(edition, kind, numbers),
    byIds: (edition, kind, ids) => replica.byIds(edition, kind, ids),
    named: (edition, kind, name) => replica.named(edition, kind, name),
    range: (edition, kind, range) => replica.range(edition, kind, range),
    names: (edition, kind) => replica.names(edition, kind),
  };
}
