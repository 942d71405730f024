import { distance, type Point } from '@vielfalt/feed';
import { addBit, hasBit, noBits, type Bits } from './bits.js';
import { bytesOfNumbers, numbersIn } from './packed.js';

/** A point of an offer, which has an ordinal and may have several. */
export interface OfferPoint extends Point {
  of: number;
}

/** Offers that are near a point. */
export interface NearOffers {
  offers: Bits;
  /** The kilometres to the nearest point of each of them, by ordinal. */
  distances: Float64Array;
}

/** A little less than the Earth's: what is left out by it is certainly too far away. */
const RADIUS = 6_360;
const DEGREES = 180 / Math.PI;

/** Where offers are, from south to north, so that what is near stands together. */
export class PointColumns {
  readonly #of: Uint32Array;
  readonly #lat: Float64Array;
  readonly #lng: Float64Array;

  private constructor(of: Uint32Array, lat: Float64Array, lng: Float64Array) {
    this.#of = of;
    this.#lat = lat;
    this.#lng = lng;
  }

  static of(points: OfferPoint[]): PointColumns {
    points.sort((a, b) => a.lat - b.lat);
    return new PointColumns(
      Uint32Array.from(points, ({ of }) => of),
      Float64Array.from(points, ({ lat }) => lat),
      Float64Array.from(points, ({ lng }) => lng),
    );
  }

  /** @param size the number of the revision's offers */
  near(point: Point, km: number, size: number): NearOffers {
    const found = { offers: noBits(size), distances: new Float64Array(size) };
    const angle = km / RADIUS;
    const [height, narrow] = [angle * DEGREES, Math.cos(point.lat / DEGREES)];
    // Round a pole all meridians are near.
    const width = Math.sin(angle) < narrow ? Math.asin(Math.sin(angle) / narrow) * DEGREES : 180;
    for (let at = this.#from(point.lat - height); at < this.#of.length; at += 1) {
      const there = { lat: this.#lat[at] ?? NaN, lng: this.#lng[at] ?? NaN };
      if (there.lat > point.lat + height) break;
      const across = Math.abs(there.lng - point.lng);
      if (Math.min(across, 360 - across) > width) continue;
      const away = distance(point, there);
      if (away > km) continue;
      const ordinal = this.#of[at] ?? 0;
      const least = hasBit(found.offers, ordinal) ? (found.distances[ordinal] ?? 0) : Infinity;
      addBit(found.offers, ordinal);
      found.distances[ordinal] = Math.min(least, away);
    }
    return found;
  }

  /** The place of the first that is not further south. */
  #from(lat: number): number {
    let from = 0;
    let to = this.#lat.length;
    while (from < to) {
      const middle = (from + to) >>> 1;
      if ((this.#lat[middle] ?? 0) < lat) from = middle + 1;
      else to = middle;
    }
    return from;
  }

  pack(): Uint8Array[] {
    return [this.#of, this.#lat, this.#lng].map(bytesOfNumbers);
  }

  /** Makes them of what `pack` gave. */
  static unpack([of, lat, lng]: readonly (Uint8Array | undefined)[]): PointColumns {
    return new PointColumns(
      numbersIn(of, Uint32Array),
      numbersIn(lat, Float64Array),
      numbersIn(lng, Float64Array),
    );
  }
}
