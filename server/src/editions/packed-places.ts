import {
  BLOCK,
  MOST_IMPACT,
  NO_DOCUMENT,
  documentAt,
  impactAt,
  placeOf,
  type ScoreLayer,
  type PlaceReader,
} from '@vielfalt/feed/search';
import { bytesOfNumbers, numbersIn } from '../columns/packed.js';

/** A place takes two bytes: six bits are its impact, the others how many documents it comes later. */
const IMPACT_BITS = 6;
const LATER = 2 ** (16 - IMPACT_BITS);

/**
 * Packs the places of a word, two bytes each. Where the next one is further away than these can say,
 * a number without an impact comes before it: so many times 1,024 documents.
 */
export function bytesOfPlaces(places: ArrayLike<number>): Uint8Array {
  const last = documentAt(places[places.length - 1] ?? 0);
  // As many more as it takes to come to the last one.
  const codes = new Uint16Array(2 * places.length + Math.ceil(last / LATER ** 2));
  let size = 0;
  let document = 0;
  for (let at = 0; at < places.length; at += 1) {
    const place = places[at] ?? 0;
    let later = documentAt(place) - document;
    document += later;
    while (later >= LATER) {
      const times = Math.min(LATER - 1, Math.floor(later / LATER));
      codes[size++] = times << IMPACT_BITS;
      later -= times * LATER;
    }
    codes[size++] = (later << IMPACT_BITS) | impactAt(place);
  }
  return bytesOfNumbers(codes.slice(0, size));
}

/** The numbers in packed bytes. */
export function codesIn(bytes: Uint8Array): Uint16Array {
  // What begins at an odd address has to be copied.
  return bytes.byteOffset % 2 === 0
    ? new Uint16Array(bytes.buffer, bytes.byteOffset, bytes.length / 2)
    : numbersIn(bytes, Uint16Array);
}

/** The position after so many places. @param from where the first of them begins */
export function endOf(codes: Uint16Array, from: number, count: number): number {
  let end = from;
  for (let found = 0; found < count && end < codes.length; end += 1) {
    if (((codes[end] as number) & MOST_IMPACT) > 0) found += 1;
  }
  return end;
}

/** The packed places of a word. */
export class PackedPlaces implements PlaceReader {
  readonly #codes: Uint16Array;
  readonly #end: number;
  /** The position of the next place. */
  #at: number;
  next = 0;

  constructor(codes: Uint16Array, from = 0, end = codes.length) {
    this.#codes = codes;
    this.#at = from - 1;
    this.#end = end;
    this.#goOn();
  }

  raise(layer: ScoreLayer, worth: Float64Array): void {
    const codes = this.#codes;
    const end = this.#end;
    const { from, values, touched } = layer;
    let at = this.#at;
    let document = this.next - from;
    let { size } = layer;
    while (document < BLOCK) {
      const value = worth[(codes[at] as number) & MOST_IMPACT] as number;
      const known = values[document] as number;
      if (value > known) {
        if (known === 0) touched[size++] = document;
        values[document] = value;
      }
      at += 1;
      while (at < end && ((codes[at] as number) & MOST_IMPACT) === 0) {
        document += ((codes[at] as number) >>> IMPACT_BITS) * LATER;
        at += 1;
      }
      document = at < end ? document + ((codes[at] as number) >>> IMPACT_BITS) : NO_DOCUMENT - from;
    }
    layer.size = size;
    this.#at = at;
    this.next = document + from;
  }

  /** Goes on to the next place. */
  #goOn(): void {
    for (this.#at += 1; this.#at < this.#end; this.#at += 1) {
      const code = this.#codes[this.#at] as number;
      const later = code >>> IMPACT_BITS;
      const isPlace = (code & MOST_IMPACT) > 0;
      this.next += isPlace ? later : later * LATER;
      if (isPlace) return;
    }
    this.next = NO_DOCUMENT;
  }

  /** The places that have not been read yet. */
  list(): Uint32Array {
    const places: number[] = [];
    while (this.next < NO_DOCUMENT) {
      places.push(placeOf(this.next, (this.#codes[this.#at] as number) & MOST_IMPACT));
      this.#goOn();
    }
    return Uint32Array.from(places);
  }

  /** Says whether something holds for the document of a place that has not been read yet. */
  some(holds: (document: number) => boolean): boolean {
    while (this.next < NO_DOCUMENT) {
      if (holds(this.next)) return true;
      this.#goOn();
    }
    return false;
  }
}
