import type { Card } from '@vielfalt/feed';
import type { Slices } from '../slices.js';

/** The number of days kept: today and the next one. */
const KEPT = 2;
/** The number of cards brought to a day at once. */
const AT_ONCE = 20;

/** Data made from cards for a day: at once where it is needed, or a little at a time in advance. */
export class DayCache<Day extends object> {
  readonly #known = new Map<string, Day>();

  /**
   * @param put brings some of the cards to a day
   * @param empty a day with nothing in it yet
   */
  constructor(
    private readonly cards: readonly Card[],
    private readonly put: (some: Card[], date: string, day: Day) => void,
    private readonly empty: (date: string) => Day,
  ) {}

  on(date: string): Day {
    const known = this.#known.get(date);
    if (known) return known;
    const day = this.empty(date);
    this.put([...this.cards], date, day);
    return this.#keep(date, day);
  }

  async prepare(date: string, slices: Slices): Promise<void> {
    if (this.#known.has(date)) return;
    const day = this.empty(date);
    for (let at = 0; at < this.cards.length; at += AT_ONCE) {
      this.put(this.cards.slice(at, at + AT_ONCE), date, day);
      await slices.pause();
    }
    this.#keep(date, day);
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
