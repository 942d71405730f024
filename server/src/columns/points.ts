import { distance, type Point } from '@vielfalt/feed';
import { addBit, hasBit, noBits, type Bits } from './bits.js';
import type { Move } from './move.js';
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

/** The number of points that are moved at once. */
const AT_ONCE = 50_000;

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

  /**
   * The points of the next revision's offers, a few steps at a time.
   * @param added of those that it has anew
   */
  *moved(move: Move, added: OfferPoint[]): Generator<undefined, PointColumns> {
    added.sort((a, b) => a.lat - b.lat);
    const most = this.#of.length + added.length;
    const all = {
      of: new Uint32Array(most),
      lat: new Float64Array(most),
      lng: new Float64Array(most),
    };
    let size = 0;
    const put = ({ of, lat, lng }: OfferPoint) => {
      all.of[size] = of;
      all.lat[size] = lat;
      all.lng[size] = lng;
      size += 1;
    };
    let next = 0;
    for (let at = 0; at < this.#of.length; at += 1) {
      const [lat, lng] = [this.#lat[at] ?? NaN, this.#lng[at] ?? NaN];
      for (let each = added[next]; each && each.lat < lat; each = added[next]) {
        put(each);
        next += 1;
      }
      const of = move.of(this.#of[at] ?? 0);
      if (of !== undefined) put({ of, lat, lng });
      if (at % AT_ONCE === 0) yield;
    }
    for (const each of added.slice(next)) put(each);
    return new PointColumns(all.of.slice(0, size), all.lat.slice(0, size), all.lng.slice(0, size));
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
