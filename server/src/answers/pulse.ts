import { setTimeout as sleep } from 'node:timers/promises';
import { turn } from '../slices.js';
import { StoreError } from '../store/error.js';
import type { RevisionId } from '../store/records.js';

/** The time after which a store that does not answer counts as silent, in milliseconds. */
const PATIENCE = 1_000;

/** The time that somebody may wait for a store that is silent, and between two looks at it. */
const LONGEST_WAIT = 1_800;
const BETWEEN_LOOKS = 200;

/** Asks a store for its latest revision, and so notices where it does not answer at all. */
export class Pulse {
  readonly #ask: () => Promise<RevisionId>;
  /** When those questions were asked that have no answer yet, the oldest first. */
  readonly #asked = new Set<{ since: number }>();

  constructor(ask: () => Promise<RevisionId>) {
    this.#ask = ask;
  }

  /** Says whether a question has been without an answer for a second. */
  get isSilent(): boolean {
    const [oldest] = this.#asked;
    return oldest !== undefined && performance.now() - oldest.since > PATIENCE;
  }

  /**
   * The store's latest revision. One that is silent is not asked further: each question holds a connection.
   * @throws StoreError where it cannot be read, or no answer comes within a second
   */
  async latest(): Promise<RevisionId> {
    if (this.isSilent) throw silence();
    const question = { since: performance.now() };
    this.#asked.add(question);
    const answer = this.#ask().finally(() => this.#asked.delete(question));
    return unless(answer, PATIENCE, () => this.isSilent);
  }

  /**
   * Waits for what the store is needed for, but not for a store that is silent.
   * @param since the time from which somebody waits for it, by `performance.now()`
   * @throws StoreError where nothing has come after 1.8 seconds and the store is silent
   */
  heard<Result>(work: Promise<Result>, since: number): Promise<Result> {
    const left = LONGEST_WAIT - (performance.now() - since);
    return unless(work, Math.max(0, left), () => this.isSilent);
  }
}

/** Waits for work, and from some time on only as long as something is not so. */
async function unless<Result>(
  work: Promise<Result>,
  from: number,
  isSo: () => boolean,
): Promise<Result> {
  const over = new AbortController();
  const { signal } = over;
  const look = async (): Promise<never> => {
    await sleep(from, undefined, { signal });
    for (;;) {
      // What came while this thread was busy is heard first.
      await turn();
      if (isSo()) throw silence();
      await sleep(BETWEEN_LOOKS, undefined, { signal });
    }
  };
  try {
    return await Promise.race([work, look()]);
  } finally {
    over.abort();
  }
}

function silence(): StoreError {
  return new StoreError('unreachable', 'The database does not answer. It is asked again.');
}
