import type { Clause, Join } from './clause.js';
import { MOST_IMPACT, documentAt, impactAt } from './search-index.js';

/** Documents by their numbers, ascending, and what each is worth. */
export interface Worth {
  documents: Uint32Array;
  values: Float64Array;
}

/** The places of a word, read once from the first to the last. */
export interface PlaceReader {
  /** The document of the next place; `NO_DOCUMENT` after the last. */
  next: number;
  /**
   * Reads on to the end of a layer: raises its documents to what the word is worth there.
   * @param worth by impact
   */
  raise(layer: ScoreLayer, worth: Float64Array): void;
}

/** A number above those of all documents. */
export const NO_DOCUMENT = 2 ** 30 - 1;

/** Gives the places of a word, to be read once. */
export type PlacesOf = (word: number) => PlaceReader;

/** A clause whose words are being read. */
class Reading {
  /** For each word: what it is worth by its impact. */
  readonly worth = new Map<number, Float64Array>();
  readonly words: { places: PlaceReader; worth: Float64Array }[] = [];
  readonly joins: (Pick<Join, 'shares' | 'isWhole'> & { of: Reading[]; weights: number[] })[] = [];
  /** The worth of the clause in the last block that was read. */
  readonly layer: ScoreLayer;

  constructor(length: number) {
    this.layer = new ScoreLayer(length);
  }
}

/**
 * Begins to read clauses, each once: the same words are in many ways to say a thing.
 * @param length the number of documents in a block
 */
function createReader(length: number, placesOf: PlacesOf) {
  const known = new Map<Clause, Reading>();

  function begin(clause: Clause): Reading {
    const found = known.get(clause);
    if (found) return found;
    const reading = new Reading(length);
    known.set(clause, reading);
    add(clause, [], reading);
    for (const [word, worth] of reading.worth) {
      reading.words.push({ places: placesOf(word), worth });
    }
    return reading;
  }

  /** @param weights factors of all that is found, in the order in which they apply */
  function add({ hits, joins }: Clause, weights: number[], reading: Reading): void {
    const byQuality = new Map<number, Float64Array>();
    for (const [word, quality] of hits) {
      let worth = byQuality.get(quality);
      if (!worth) byQuality.set(quality, (worth = tableOf(quality, weights)));
      const other = reading.worth.get(word);
      // What finds a word in two ways is worth the better one.
      reading.worth.set(word, other ? better(other, worth) : worth);
    }
    for (const { of, shares, isWhole, weight } of joins) {
      const all = [weight, ...weights];
      const [first, second] = of;
      if (first && !second) add(first, [...shares, ...all], reading);
      else reading.joins.push({ of: of.map(begin), shares, isWhole, weights: all });
    }
  }

  return begin;
}

const better = (one: Float64Array, other: Float64Array) =>
  one.map((value, impact) => Math.max(value, other[impact] as number));

const tableOf = (quality: number, weights: readonly number[]) =>
  Float64Array.from({ length: MOST_IMPACT + 1 }, (_, impact) => {
    let value = (quality * impact) / MOST_IMPACT;
    for (const weight of weights) value *= weight;
    return value;
  });

/** The number of documents gone through at once, so that their values stay near the processor. */
export const BLOCK = 16_384;

/** What the documents of a block are worth, and which of them are worth anything. */
export class ScoreLayer {
  /** The first document; -1 before the first block. */
  from = -1;
  readonly values: Float64Array;
  readonly touched: Uint16Array;
  size = 0;

  constructor(length: number) {
    this.values = new Float64Array(length);
    this.touched = new Uint16Array(length);
  }

  /** Begins a block. */
  begin(from: number): void {
    const { values, touched, size } = this;
    for (let at = 0; at < size; at++) values[touched[at] as number] = 0;
    this.size = 0;
    this.from = from;
  }

  raise(document: number, value: number): void {
    const known = this.values[document] as number;
    if (value <= known) return;
    if (known === 0) this.touched[this.size++] = document;
    this.values[document] = value;
  }
}

/** Places in a list. */
export class PlaceList implements PlaceReader {
  readonly #places: ArrayLike<number>;
  #at = 0;
  next = NO_DOCUMENT;

  constructor(places: ArrayLike<number>) {
    this.#places = places;
    if (places.length > 0) this.next = documentAt(places[0] as number);
  }

  raise(layer: ScoreLayer, worth: Float64Array): void {
    const places = this.#places;
    const { from } = layer;
    let at = this.#at;
    let document = this.next;
    while (document < from + BLOCK) {
      layer.raise(document - from, worth[impactAt(places[at] as number)] as number);
      document = ++at < places.length ? documentAt(places[at] as number) : NO_DOCUMENT;
    }
    this.#at = at;
    this.next = document;
  }
}

/** Adds up what all documents of an index are worth, block by block. */
export class Tally {
  readonly #sums: Float64Array;

  /** @param size the number of documents */
  constructor(size: number) {
    this.#sums = new Float64Array(size);
  }

  /** Adds what a clause is worth; a step for each block. */
  *add(clause: Clause, weight: number, placesOf: PlacesOf): Generator<undefined, void> {
    const sums = this.#sums;
    const length = Math.min(sums.length, BLOCK);
    const reading = createReader(length, placesOf)(clause);
    for (let from = 0; from < sums.length; from += BLOCK) {
      const { values, touched, size } = readBlock(reading, from);
      for (let at = 0; at < size; at++) {
        const document = touched[at] as number;
        (sums[from + document] as number) += (values[document] as number) * weight;
      }
      yield;
    }
  }

  /** The documents that are worth at least so much; forgets what all are worth. */
  take(least: number): Worth {
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
    sums.fill(0);
    return worth;
  }
}

/** Reads on to the end of a block, unless it has been read. */
function readBlock({ layer, words, joins }: Reading, from: number): ScoreLayer {
  if (layer.from === from) return layer;
  layer.begin(from);
  for (let at = 0; at < words.length; at++) {
    const { places, worth } = words[at] as Reading['words'][number];
    if (places.next < from + BLOCK) places.raise(layer, worth);
  }
  for (const join of joins) {
    const layers = join.of.map((each) => readBlock(each, from));
    let fewest = 0;
    layers.forEach(({ size }, at) => {
      if (size < (layers[fewest] as ScoreLayer).size) fewest = at;
    });
    layers.forEach((some, at) => {
      // What has all of them is among the fewest.
      if (!join.isWhole || at === fewest) raiseJoined(layer, some, layers, join);
    });
  }
  return layer;
}

/** Raises some documents to what those of several layers are worth together. */
function raiseJoined(
  layer: ScoreLayer,
  { touched, size }: ScoreLayer,
  layers: readonly ScoreLayer[],
  { shares, isWhole, weights }: Reading['joins'][number],
): void {
  for (let next = 0; next < size; next++) {
    const document = touched[next] as number;
    let sum = 0;
    let count = 0;
    for (let at = 0; at < layers.length; at++) {
      const value = (layers[at] as ScoreLayer).values[document] as number;
      if (value > 0) count++;
      sum += value * (shares[at] as number);
    }
    if (isWhole && count < layers.length) continue;
    for (let at = 0; at < weights.length; at++) sum *= weights[at] as number;
    layer.raise(document, sum);
  }
}
