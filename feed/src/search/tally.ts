import { MOST_IMPACT } from './search-index.js';

/** Words of the dictionary by their numbers, with the quality of each, 0 to 1. */
export type Hits = ReadonlyMap<number, number>;

/** Something looked for: a document is worth the best of its words and joins there. */
export interface Clause {
  hits: Hits;
  joins: Join[];
}

/** Several things looked for together: a document is worth the sum of theirs, each by its share. */
export interface Join {
  of: readonly Clause[];
  shares: readonly number[];
  /** The number of them that a document must have. */
  least: number;
  /** The worth of all together. */
  weight: number;
}

/** Documents by their numbers, ascending, and what each is worth. */
export interface Worth {
  documents: Uint32Array;
  values: Float64Array;
}

/** Calls back with each word of a clause and its quality there; with one that stands twice, twice. */
export function eachHit(
  { hits, joins }: Clause,
  use: (word: number, quality: number) => void,
  weight = 1,
): void {
  for (const [word, quality] of hits) use(word, quality * weight);
  for (const join of joins) for (const each of join.of) eachHit(each, use, weight * join.weight);
}

/** The places of a word, read once from the first to the last. */
export interface PlaceReader {
  /**
   * Reads on to the end of a layer: raises its documents to what the word is worth there.
   * @param worth by impact
   */
  raise(layer: Layer, worth: Float64Array): void;
}

/** Gives the places of a word, to be read once. */
export type PlacesOf = (word: number) => PlaceReader;

/** A clause whose words are being read. */
interface Reading {
  /** For each word: what it is worth by its impact. */
  worth: Map<number, Float64Array>;
  words: [PlaceReader, Float64Array][];
  joins: { of: Reading[]; least: number; weights: readonly number[] }[];
}

/** @param weights factors of all that is found, in the order in which they apply */
function read({ hits, joins }: Clause, weights: readonly number[], into?: Reading): Reading {
  const reading: Reading = into ?? { worth: new Map(), words: [], joins: [] };
  const byQuality = new Map<number, Float64Array>();
  for (const [word, quality] of hits) {
    let values = byQuality.get(quality);
    if (!values) byQuality.set(quality, (values = valuesOf(quality, weights)));
    const known = reading.worth.get(word);
    // What finds a word in two ways is worth the better one.
    reading.worth.set(word, known ? better(known, values) : values);
  }
  for (const { of, shares, least, weight } of joins) {
    const all = [weight, ...weights];
    const [first, second] = of;
    if (first && !second) read(first, [...shares, ...all], reading);
    else {
      const each = of.map((clause, at) => read(clause, shares.slice(at, at + 1)));
      reading.joins.push({ of: each, least, weights: all });
    }
  }
  return reading;
}

const better = (one: Float64Array, other: Float64Array) =>
  one.map((value, impact) => Math.max(value, other[impact] as number));

const valuesOf = (quality: number, weights: readonly number[]) =>
  Float64Array.from({ length: MOST_IMPACT + 1 }, (_, impact) =>
    weights.reduce((value, weight) => value * weight, (quality * impact) / MOST_IMPACT),
  );

/** Has places read from their beginning. */
function begin(reading: Reading, placesOf: PlacesOf): void {
  for (const [word, worth] of reading.worth) reading.words.push([placesOf(word), worth]);
  for (const { of } of reading.joins) for (const each of of) begin(each, placesOf);
}

/** The number of documents gone through at once, so that their values stay near the processor. */
export const BLOCK = 16_384;

/** Values of the documents of a block, and which of them have any. */
export class Layer {
  /** The first document. */
  from = 0;
  readonly values: Float64Array;
  readonly counts: Uint8Array;
  readonly touched: Uint16Array;
  size = 0;

  constructor(length: number) {
    this.values = new Float64Array(length);
    this.counts = new Uint8Array(length);
    this.touched = new Uint16Array(length);
  }
}

/** Places in a list. */
export class PlaceList implements PlaceReader {
  readonly #places: ArrayLike<number>;
  #next = 0;

  constructor(places: ArrayLike<number>) {
    this.#places = places;
  }

  raise(layer: Layer, worth: Float64Array): void {
    const places = this.#places;
    const { from, values, touched } = layer;
    const end = (from + BLOCK) * (MOST_IMPACT + 1);
    let { size } = layer;
    let next = this.#next;
    for (; next < places.length; next++) {
      const place = places[next] as number;
      if (place >= end) break;
      const document = (place >>> 6) - from;
      const value = worth[place & MOST_IMPACT] as number;
      const known = values[document] as number;
      if (value > known) {
        if (known === 0) touched[size++] = document;
        values[document] = value;
      }
    }
    layer.size = size;
    this.#next = next;
  }
}

/** Adds up what all documents of an index are worth, block by block. */
export class Tally {
  readonly #sums: Float64Array;
  /** Made when they are first needed: two for each join within a join. */
  readonly #layers: Layer[] = [];

  /** @param size the number of documents */
  constructor(size: number) {
    this.#sums = new Float64Array(size);
  }

  /** Adds what a clause is worth; a step for each block. */
  *add(clause: Clause, weight: number, placesOf: PlacesOf): Generator<undefined, void> {
    const sums = this.#sums;
    const reading = read(clause, [weight]);
    begin(reading, placesOf);
    for (let from = 0; from < sums.length; from += BLOCK) {
      const { values, touched, size } = this.#go(reading, from, 0);
      for (let at = 0; at < size; at++) {
        const document = touched[at] as number;
        (sums[from + document] as number) += values[document] as number;
      }
      this.#clear(0);
      yield;
    }
  }

  /** The documents that are worth at least so much. */
  found(least: number): Worth {
    const sums = this.#sums;
    let size = 0;
    for (let at = 0; at < sums.length; at++) if ((sums[at] as number) >= least) size++;
    const worth = { documents: new Uint32Array(size), values: new Float64Array(size) };
    for (let at = 0, next = 0; next < size; at++) {
      const value = sums[at] as number;
      if (value < least) continue;
      worth.documents[next] = at;
      worth.values[next++] = value;
    }
    return worth;
  }

  #layer(depth: number): Layer {
    return (this.#layers[depth] ??= new Layer(Math.min(this.#sums.length, BLOCK)));
  }

  #clear(depth: number): void {
    const layer = this.#layer(depth);
    for (let at = 0; at < layer.size; at++) {
      const document = layer.touched[at] as number;
      layer.values[document] = layer.counts[document] = 0;
    }
    layer.size = 0;
  }

  /** Goes on reading to the end of a block, into the layer at a depth. */
  #go({ words, joins }: Reading, from: number, depth: number): Layer {
    const layer = this.#layer(depth);
    layer.from = from;
    for (const [places, worth] of words) places.raise(layer, worth);
    for (const { of, least, weights } of joins) {
      const sum = this.#layer(depth + 1);
      for (const each of of) {
        const { values, touched, size } = this.#go(each, from, depth + 2);
        for (let at = 0; at < size; at++) {
          const document = touched[at] as number;
          if (sum.counts[document] === 0) sum.touched[sum.size++] = document;
          (sum.counts[document] as number)++;
          (sum.values[document] as number) += values[document] as number;
        }
        this.#clear(depth + 2);
      }
      for (let at = 0; at < sum.size; at++) {
        const document = sum.touched[at] as number;
        if ((sum.counts[document] as number) < least) continue;
        let value = sum.values[document] as number;
        for (const weight of weights) value *= weight;
        const known = layer.values[document] as number;
        if (value > known) {
          if (known === 0) layer.touched[layer.size++] = document;
          layer.values[document] = value;
        }
      }
      this.#clear(depth + 1);
    }
    return layer;
  }
}
