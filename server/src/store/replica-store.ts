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

  constructor(primary: Store, replica: Store) {
    this.#primary = primary;
    this.#replica = replica;
  }

  async read(): Promise<DirectoryState | undefined> {
    const state = await this.#replica.read();
    const revision = state?.revision ?? 0;
    if (revision < this.#latest) {
      throw new StoreError(
        'behind',
        `The database of DATABASE_READ_URL has revision ${revision}, and ${this.#latest} has been shown: it has to catch up first.`,
      );
    }
    this.#latest = revision;
    return state;
  }

  async revision(): Promise<number> {
    return Math.max(this.#latest, await this.#replica.revision());
  }

  change: Store['change'] = (work) => this.#primary.change(work);
  history: Store['history'] = () => this.#primary.history();
  papers: Store['papers'] = (...asked) => this.#primary.papers(...asked);
  watch: NonNullable<Store['watch']> = (onChange) => this.#primary.watch?.(onChange);

  async close(): Promise<void> {
    await this.#replica.close();
    await this.#primary.close();
  }
}
