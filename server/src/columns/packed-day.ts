import { Appointments, type AppointmentFacts } from './appointments.js';
import type { OfferColumns } from './columns.js';
import type { DayColumns } from './day.js';
import { OfferDates, type DateFacts } from './dates.js';
import { bytesOfNumbers, numbersIn, type Packed } from './packed.js';

/** What the rows of a packed day are. */
export interface DayFacts {
  occurrences: DateFacts;
  appointments: AppointmentFacts;
}

/** A day as bytes. */
export function packDay({ shown, suggested, appointments, dates }: DayColumns): Packed<DayFacts> {
  const [next, times] = [dates.pack(), appointments.pack()];
  const own = [shown, suggested].map(bytesOfNumbers);
  return {
    facts: { occurrences: next.facts, appointments: times.facts },
    rows: [...own, ...next.rows, ...times.rows],
  };
}

/** Makes a day of what `packDay` gave. */
export function unpackDay<Offers extends Pick<OfferColumns, 'size'>>(
  { facts, rows }: Packed<DayFacts>,
  offers: Offers,
  date: string,
): Omit<DayColumns, 'offers'> & { offers: Offers } {
  const [shown, suggested] = rows;
  const [dates, times] = [rows.slice(2, 5), rows.slice(5)];
  const appointments = Appointments.unpack({ facts: facts.appointments, rows: times }, offers.size);
  return {
    offers,
    date,
    shown: numbersIn(shown, Uint32Array),
    suggested: numbersIn(suggested, Uint32Array),
    appointments,
    dates: OfferDates.unpack({ facts: facts.occurrences, rows: dates }),
  };
}
