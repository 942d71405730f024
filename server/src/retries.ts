/** The pauses after what failed, in milliseconds: from the first to the longest. */
const PAUSES = { first: 1_000, longest: 60_000 };

/** Keeps what fails from being tried without a pause: a second, twice as long each time, a minute at most. */
export class Retries {
  #pause = 0;
  #due = Number.NEGATIVE_INFINITY;
  #error: unknown;

  /** @param now milliseconds of a clock that nobody sets back */
  constructor(private readonly now: () => number = () => performance.now()) {}

  /** Does a piece of work, or says what it failed of last while the pause after that lasts. */
  async run<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.now() < this.#due) throw this.#error;
    try {
      const result = await work();
      this.forget();
      return result;
    } catch (error) {
      this.#error = error;
      this.#pause = Math.min(this.#pause * 2 || PAUSES.first, PAUSES.longest);
      this.#due = this.now() + this.#pause;
      throw error;
    }
  }

  /** Lets the next attempt come at once. */
  forget(): void {
    this.#pause = 0;
    this.#due = Number.NEGATIVE_INFINITY;
  }
}
