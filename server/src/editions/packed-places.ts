import { documentAt, impactAt, placeOf } from '@vielfalt/feed/search';
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

/** The places of words in packed bytes, word after word. */
export class PackedPlaces {
  readonly #codes: Uint16Array;
  #next = 0;

  constructor(bytes: Uint8Array) {
    // Bytes that begin at an odd address have to be copied.
    this.#codes =
      bytes.byteOffset % 2 === 0
        ? new Uint16Array(bytes.buffer, bytes.byteOffset, bytes.length / 2)
        : numbersIn(bytes, Uint16Array);
  }

  /** The position at which the next word begins. */
  get next(): number {
    return this.#next;
  }

  /** The places of the word that begins at a position. @param count the number of its places */
  places(count: number, position = this.#next): Uint32Array {
    const codes = this.#codes;
    const places = new Uint32Array(count);
    let document = 0;
    let at = position;
    for (let found = 0; found < count; at += 1) {
      const code = codes[at] ?? 1;
      const later = code >>> IMPACT_BITS;
      const impact = code & (2 ** IMPACT_BITS - 1);
      if (impact === 0) document += later * LATER;
      else {
        document += later;
        places[found] = placeOf(document, impact);
        found += 1;
      }
    }
    this.#next = at;
    return places;
  }
}
