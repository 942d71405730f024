import type { Card, Occurrence } from '@vielfalt/feed';
import { Appointments, type AppointmentFacts } from './appointments.js';
import type { OfferColumns } from './columns.js';
import type { DayColumns } from './day.js';
import { NumberLists } from './lists.js';
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
  readonly #lists: NumberLists;

  /** @param size the number of the revision's offers */
  constructor(size: number) {
    this.#lists = NumberLists.empty(size);
  }

  /** Adds an offer's; offers come in the order of their ordinals, and none may be left out. */
  add(ordinal: number, { upcoming = [] }: Pick<Card, 'upcoming'> = {}): void {
    const numbers = upcoming.map((each) => {
      const key = `${each.start} ${each.end ?? ''}`;
      const number = this.#numbers.get(key) ?? this.#occurrences.push(each) - 1;
      this.#numbers.set(key, number);
      return number;
    });
    this.#lists.add(ordinal, numbers);
  }

  pack(): Packed<readonly Occurrence[]> {
    return { facts: this.#occurrences, rows: this.#lists.pack(Uint32Array) };
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

/** A day whose next dates are lists of numbers. */
export interface ListedDay extends DayColumns {
  /** The occurrences that there are, and of each offer the numbers of its next ones. */
  occurrences: readonly Occurrence[];
  upcoming: NumberLists;
}

/** Makes a day of what `packDay` gave. */
export function unpackDay<Offers extends Pick<OfferColumns, 'size'>>(
  { facts, rows }: Packed<DayFacts>,
  offers: Offers,
  date: string,
): Omit<ListedDay, 'offers'> & { offers: Offers } {
  const [shown, suggested, first, dates, ...times] = rows;
  const upcoming = NumberLists.unpack([first, dates], Uint32Array);
  const appointments = Appointments.unpack({ facts: facts.appointments, rows: times }, offers.size);
  return listedDay({
    offers,
    date,
    shown: numbersIn(shown, Uint32Array),
    suggested: numbersIn(suggested, Float64Array),
    appointments,
    occurrences: facts.occurrences,
    upcoming,
  });
}

/** A day that knows the next dates of its offers by these lists. */
export function listedDay<Day extends Pick<ListedDay, 'occurrences' | 'upcoming'>>(
  day: Day,
): Day & Pick<ListedDay, 'datesOf'> {
  const { occurrences, upcoming } = day;
  const occurrenceOf = (number: number) => occurrences[number] as Occurrence;
  return {
    ...day,
    datesOf: (ordinal) => ({ upcoming: Array.from(upcoming.of(ordinal), occurrenceOf) }),
  };
}
