import { atOnce, type Slices } from '../slices.js';

/** The number of days kept: today and the next one. */
const KEPT = 2;

/** Data made for a day: at once where it is needed, or a little at a time in advance. */
export class DayCache<Day extends object> {
  readonly #known = new Map<string, Day>();

  /** @param make makes a day's data in steps */
  constructor(private readonly make: (date: string) => Generator<undefined, Day>) {}

  on(date: string): Day {
    return this.#known.get(date) ?? this.#keep(date, atOnce(this.make(date)));
  }

  async prepare(date: string, slices: Slices): Promise<void> {
    if (!this.#known.has(date)) this.#keep(date, await slices.run(this.make(date)));
  }

  #keep(date: string, day: Day): Day {
    this.#known.set(date, day);
    for (const oldest of this.#known.keys()) {
      if (this.#known.size <= KEPT) break;
      this.#known.delete(oldest);
    }
    return day;
  }
}
