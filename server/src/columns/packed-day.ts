import type { Card, Occurrence } from '@vielfalt/feed';
import { Appointments, type AppointmentFacts } from './appointments.js';
import type { OfferColumns } from './columns.js';
import type { DayColumns } from './day.js';
import { bytesOfNumbers, numbersIn, type Packed } from './packed.js';

/** What the rows of a packed day are. */
export interface DayFacts {
  /** The occurrences that there are, each once. */
  occurrences: readonly Occurrence[];
  appointments: AppointmentFacts;
}

/** The next dates of offers, of which many begin and end at the same times. */
export class NextDates {
  readonly #numbers = new Map<string, number>();
  readonly #occurrences: Occurrence[] = [];
  readonly #all: number[] = [];
  readonly #starts: Uint32Array;

  /** @param size the number of the revision's offers */
  constructor(size: number) {
    this.#starts = new Uint32Array(size + 1);
  }

  /** Adds an offer's; offers come in the order of their ordinals, and none may be left out. */
  add(ordinal: number, { upcoming = [] }: Pick<Card, 'upcoming'> = {}): void {
    for (const each of upcoming) {
      const key = `${each.start} ${each.end ?? ''}`;
      const number = this.#numbers.get(key) ?? this.#occurrences.push(each) - 1;
      this.#numbers.set(key, number);
      this.#all.push(number);
    }
    this.#starts[ordinal + 1] = this.#all.length;
  }

  pack(): Packed<readonly Occurrence[]> {
    const rows = [this.#starts, Uint32Array.from(this.#all)];
    return { facts: this.#occurrences, rows: rows.map(bytesOfNumbers) };
  }
}

/** A day as bytes. */
export function packDay(
  { shown, suggested, appointments }: Omit<DayColumns, 'datesOf'>,
  dates: NextDates,
): Packed<DayFacts> {
  const [next, times] = [dates.pack(), appointments.pack()];
  const own = [shown, suggested].map(bytesOfNumbers);
  return {
    facts: { occurrences: next.facts, appointments: times.facts },
    rows: [...own, ...next.rows, ...times.rows],
  };
}

/** Makes a day of what `packDay` gave. */
export function unpackDay(
  { facts, rows }: Packed<DayFacts>,
  offers: OfferColumns,
  date: string,
): DayColumns {
  const [shown, suggested, first, dates, ...times] = rows;
  const [starts, all] = [numbersIn(first, Uint32Array), numbersIn(dates, Uint32Array)];
  const appointments = Appointments.unpack({ facts: facts.appointments, rows: times }, offers.size);
  return {
    offers,
    date,
    shown: numbersIn(shown, Uint32Array),
    suggested: numbersIn(suggested, Float64Array),
    appointments,
    datesOf(ordinal) {
      const some = all.subarray(starts[ordinal], starts[ordinal + 1]);
      return { upcoming: Array.from(some, (number) => facts.occurrences[number] as Occurrence) };
    },
  };
}
