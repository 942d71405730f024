import {
  isAhead,
  lapseOf,
  localTime,
  nextOf,
  type LocalMoment,
  type NextOf,
  type Occurrence,
} from '@vielfalt/feed';
import { instantOf } from '../zone.js';

/**
 * The date and time in the directory's zone while an answer is made, and how long the answer stays
 * true: asking what comes next makes it end when that is over. An answer that asks nothing of the
 * kind is true for the day.
 */
export class Moment implements LocalMoment {
  readonly date: string;
  readonly time: string;
  readonly #timeZone: string;
  #lapses: string | undefined;

  /** @param now milliseconds since 1970-01-01T00:00Z */
  constructor(now: number, timeZone: string) {
    ({ date: this.date, time: this.time } = localTime(now, timeZone));
    this.#timeZone = timeZone;
  }

  /** The occurrences that are not over, in their order. */
  ahead(occurrences: readonly Occurrence[] = []): Occurrence[] {
    const ahead = occurrences.filter((each) => isAhead(each, this));
    for (const each of ahead) this.#note(each);
    return ahead;
  }

  /** The occurrence of a card that is running, or else the next to begin. */
  readonly next: NextOf = ({ upcoming = [] }) => {
    const next = nextOf(upcoming, this);
    if (next) this.#note(next);
    return next;
  };

  #note(occurrence: Occurrence): void {
    const { start, end = start } = occurrence;
    if (!end.startsWith(this.date)) return;
    const lapse = lapseOf(occurrence);
    if (lapse.startsWith(this.date) && lapse < (this.#lapses ?? '~')) this.#lapses = lapse;
  }

  /**
   * Milliseconds since the epoch at which the answers change; the end of the day counts as well.
   */
  get until(): number {
    return this.#lapses ? instantOf(this.#lapses, this.#timeZone) : Infinity;
  }
}
