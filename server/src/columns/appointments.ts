import { DAYS, TIMES, overlaps, slotOf, type Recurrence, type Slot } from '@vielfalt/feed';
import { addBit, addBits, noBits, type Bits } from './bits.js';
import type { Move } from './move.js';
import { bytesOfNumbers, numbersIn, type Packed } from './packed.js';

/** The number of appointments that are moved at once. */
const AT_ONCE = 10_000;

/** The times of day that there are: an appointment for each span. */
export type AppointmentFacts = readonly Slot[];

/** When a day's offers take place from then on: on which weekdays, and from when until when. */
export class Appointments {
  readonly #size: number;
  readonly #today: string;
  /** Of each appointment the offer, the weekdays as bits from Monday, and the number of its span. */
  #ordinals: Uint32Array;
  #weekdays: Uint8Array;
  #spans: Uint32Array;
  #length = 0;
  /** One appointment for each span that there is. */
  #examples: Slot[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #known = new Map<string, readonly Bits[]>();

  /**
   * @param size the number of the revision's offers
   * @param most the number of their recurrences
   */
  constructor(size: number, most: number, today: string) {
    this.#size = size;
    this.#today = today;
    this.#ordinals = new Uint32Array(most);
    this.#weekdays = new Uint8Array(most);
    this.#spans = new Uint32Array(most);
  }

  add(ordinal: number, recurrences: readonly Recurrence[]): void {
    for (const recurrence of recurrences) {
      const slot = slotOf(recurrence, this.#today);
      if (!slot) continue;
      let weekdays = 0;
      for (const day of slot.days) weekdays |= 1 << DAYS.indexOf(day);
      this.#ordinals[this.#length] = ordinal;
      this.#weekdays[this.#length] = weekdays;
      this.#spans[this.#length] = this.#spanOf(slot);
      this.#length += 1;
    }
  }

  #spanOf(slot: Slot): number {
    const key = `${slot.from} ${slot.to}`;
    const number = this.#numbers.get(key) ?? this.#examples.length;
    if (number === this.#examples.length) {
      this.#examples.push(slot);
      this.#numbers.set(key, number);
    }
    return number;
  }

  /**
   * The appointments of the next revision, a few steps at a time.
   * @param added of the offers that it has anew, by ordinal
   */
  *moved(
    move: Move,
    added: ReadonlyMap<number, readonly Recurrence[]>,
    today: string,
  ): Generator<undefined, Appointments> {
    let most = this.#length;
    for (const recurrences of added.values()) most += recurrences.length;
    const next = new Appointments(move.size, most, today);
    next.#examples = [...this.#examples];
    next.#examples.forEach(({ from, to }, number) => next.#numbers.set(`${from} ${to}`, number));
    for (let at = 0; at < this.#length; at += 1) {
      const ordinal = move.of(this.#ordinals[at] ?? 0);
      if (ordinal !== undefined) {
        next.#ordinals[next.#length] = ordinal;
        next.#weekdays[next.#length] = this.#weekdays[at] ?? 0;
        next.#spans[next.#length] = this.#spans[at] ?? 0;
        next.#length += 1;
      }
      if (at % AT_ONCE === 0) yield;
    }
    const before = next.#length;
    for (const [ordinal, recurrences] of added) next.add(ordinal, recurrences);
    for (const [key, weekdays] of this.#known) {
      const times = key === String(undefined) ? undefined : [key];
      const more = next.#weekdaysAt(times, before);
      weekdays.forEach((bits, day) => addBits(more[day] ?? bits, move.bits(bits)));
      next.#known.set(key, more);
      yield;
    }
    return next;
  }

  pack(): Packed<AppointmentFacts> {
    const all = [this.#ordinals, this.#weekdays, this.#spans];
    const rows = all.map((each) => bytesOfNumbers(each.subarray(0, this.#length)));
    return { facts: this.#examples, rows };
  }

  /** Makes them of what `pack` gave. @param size the number of the revision's offers */
  static unpack({ facts, rows }: Packed<AppointmentFacts>, size: number): Appointments {
    const appointments = new Appointments(size, 0, '');
    const [ordinals, weekdays, spans] = rows;
    appointments.#ordinals = numbersIn(ordinals, Uint32Array);
    appointments.#weekdays = numbersIn(weekdays, Uint8Array);
    appointments.#spans = numbersIn(spans, Uint32Array);
    appointments.#length = appointments.#ordinals.length;
    appointments.#examples = [...facts];
    return appointments;
  }

  /** Works out what is asked most, once all are there. */
  *prepare(): Generator<undefined, void> {
    for (const times of [undefined, ...TIMES.map((time) => [time])]) {
      this.#known.set(String(times), this.#weekdaysAt(times));
      yield;
    }
  }

  /** The offers that take place at one of the times (any, where none is given), by weekday from Monday. */
  weekdaysAt(times: readonly string[] | undefined): readonly Bits[] {
    return this.#known.get(String(times)) ?? this.#weekdaysAt(times);
  }

  /** @param from the number of the first appointment that counts */
  #weekdaysAt(times: readonly string[] | undefined, from = 0): readonly Bits[] {
    const fits = this.#examples.map((slot) => times?.some((time) => overlaps(slot, time)) ?? true);
    const found = DAYS.map(() => noBits(this.#size));
    for (let at = from; at < this.#length; at += 1) {
      if (!fits[this.#spans[at] ?? 0]) continue;
      const [ordinal, weekdays] = [this.#ordinals[at] ?? 0, this.#weekdays[at] ?? 0];
      for (let left = weekdays; left !== 0; left &= left - 1) {
        const bits = found[31 - Math.clz32(left & -left)];
        if (bits) addBit(bits, ordinal);
      }
    }
    return found;
  }
}
