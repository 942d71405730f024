import type { Editions } from './editions.js';
import { StoreError } from './error.js';
import { NO_REVISION, isSameRevision } from './records.js';
import type { DirectoryState, RevisionId, StampedState, Store } from './store.js';

/**
 * A store that reads the directory from a copy of its database. A copy lags behind, and another one
 * may be behind the first: a process never goes back to an older revision than it has read, unless
 * the directory itself has gone back, as after a restore from a backup. A database with another
 * directory is no copy.
 */
export class ReplicaStore implements Store {
  readonly #primary: Store;
  readonly #replica: Store;
  /** The revision that was read last. */
  #shown = NO_REVISION;
  readonly editions?: Editions;

  constructor(primary: Store, replica: Store) {
    this.#primary = primary;
    this.#replica = replica;
    const { editions } = replica;
    if (primary.editions && editions) {
      this.editions = readFromReplica(primary.editions, editions, (found) => this.#reach(found));
    }
  }

  async read(): Promise<DirectoryState | undefined> {
    return (await this.readStamped())?.state;
  }

  async readStamped(): Promise<StampedState | undefined> {
    const found = await this.#replica.readStamped();
    const { stamp } = found ?? NO_REVISION;
    await this.#reach({ revision: found?.state.revision ?? 0, stamp });
    return found;
  }

  async revision(): Promise<number> {
    return (await this.latest()).revision;
  }

  async latest(): Promise<RevisionId> {
    const found = await this.#replica.latest();
    return (await this.#isBehind(found)) ? this.#shown : found;
  }

  has: Store['has'] = (revision) => this.#primary.has(revision);
  change: Store['change'] = (work) => this.#primary.change(work);
  history: Store['history'] = () => this.#primary.history();
  papers: Store['papers'] = (...asked) => this.#primary.papers(...asked);
  watch: NonNullable<Store['watch']> = (onChange) => this.#primary.watch?.(onChange);

  /** Notes a revision that was read. @throws StoreError where it is older than another one before */
  async #reach(found: RevisionId): Promise<void> {
    if (await this.#isBehind(found)) {
      throw new StoreError(
        'behind',
        `The database of DATABASE_READ_URL has revision ${found.revision}, and ${this.#shown.revision} has been shown: it has to catch up first.`,
      );
    }
    this.#shown = found;
  }

  /**
   * Whether a revision of the copy is older than the one that was read last.
   * @throws StoreError where it is none of this directory's
   */
  async #isBehind(found: RevisionId): Promise<boolean> {
    if (isSameRevision(found, this.#shown)) return false;
    if (found.revision > 0 && !(await this.#primary.has(found))) {
      throw new StoreError(
        'foreign',
        `The database of DATABASE_READ_URL holds another directory than that of DATABASE_URL, or one that was replaced by a restore: its revision ${found.revision} is not in the history there. Name a replica of DATABASE_URL, or leave DATABASE_READ_URL out.`,
      );
    }
    return found.revision < this.#shown.revision && this.#primary.has(this.#shown);
  }

  async close(): Promise<void> {
    await this.#replica.close();
    await this.#primary.close();
  }
}

/**
 * Editions that are made on one side and read on the other.
 * @param reach notes each revision that is read, or refuses it
 */
function readFromReplica(
  primary: Editions,
  replica: Editions,
  reach: (revision: RevisionId) => Promise<void>,
): Editions {
  return {
    primary,
    newest: (program) => primary.newest(program),
    revision: () => primary.revision(),
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
      if (found) await reach(found);
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
