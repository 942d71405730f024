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
 * What calendar and clock of the directory's zone show while an answer is made, and how long the
 * answer stays true: whoever asks what comes next makes it end when that is over. An answer that asks
 * nothing of the kind is true for the day.
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

  /** Those that are not over, of occurrences in their order. */
  ahead(occurrences: readonly Occurrence[] = []): Occurrence[] {
    const ahead = occurrences.filter((each) => isAhead(each, this));
    for (const each of ahead) this.#note(each);
    return ahead;
  }

  /** The one that is running, or else the next to begin, of what a card says is to come. */
  readonly next: NextOf = ({ upcoming = [] }) => {
    const next = nextOf(upcoming, this);
    if (next) this.#note(next);
    return next;
  };

  #note(occurrence: Occurrence): void {
    const lapse = lapseOf(occurrence);
    if (lapse.startsWith(this.date) && lapse < (this.#lapses ?? '~')) this.#lapses = lapse;
  }

  /** Milliseconds since the epoch at which what has been asked changes; the end of the day counts besides. */
  get until(): number {
    return this.#lapses ? instantOf(this.#lapses, this.#timeZone) : Infinity;
  }
}
