/** The most keys that are counted at a time; while there are as many, nothing else is allowed. */
const MOST_KEYS = 10_000;

/** Counts what is done, in this process's memory alone, so that nobody does too much of it. */
export class Limits {
  readonly #counts = new Map<string, { count: number; ends: number }>();

  /**
   * Counts one more of something.
   * @param key what it is, and whose
   * @param most how many are allowed
   * @param within of each so many milliseconds
   * @returns whether it is allowed
   */
  take(key: string, most: number, within: number, now: number): boolean {
    const known = this.#counts.get(key);
    if (known && now < known.ends) return ++known.count <= most;
    if (this.#counts.size >= MOST_KEYS) this.#forget(now);
    if (this.#counts.size >= MOST_KEYS) return false;
    this.#counts.set(key, { count: 1, ends: now + within });
    return most > 0;
  }

  /** Tells whether no more of something is allowed; counts nothing. */
  isSpent(key: string, most: number, now: number): boolean {
    const known = this.#counts.get(key);
    return known !== undefined && now < known.ends && known.count >= most;
  }

  #forget(now: number): void {
    for (const [key, { ends }] of this.#counts) if (ends <= now) this.#counts.delete(key);
  }
}
