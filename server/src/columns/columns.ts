import {
  FACETS,
  FILTERS,
  FLAGS,
  LEVELS,
  YES,
  dateNumber,
  distance,
  termListOf,
  type Card,
  type FacetName,
  type FilterName,
  type Flag,
  type Level,
  type Point,
  type ProviderHead,
  type TermTree,
  type Terms,
  type Traits,
  type TraitsOf,
} from '@vielfalt/feed';
import { addBit, noBits, type Bits } from './bits.js';
import type { Move } from './move.js';
import { bytesOfNumbers, numbersIn, type NumbersKind, type Packed } from './packed.js';

/** The data that columns are made with besides the cards. */
export interface ColumnSource {
  traits: TraitsOf;
  tree: TermTree;
  /** The whole vocabulary, in any language. */
  terms: Terms;
  /** By id. */
  providers: Readonly<Record<string, Pick<ProviderHead, 'slug'>>>;
}

/** What the rows of packed columns are. */
export interface OfferFacts {
  size: number;
  recurrences: number;
  /** The ids of providers by number. */
  providers: readonly string[];
  /** The values of each filter. */
  values: readonly (readonly [FilterName, readonly string[]])[];
  sources: readonly string[];
}

/** The levels in their order; what is not known comes before them, at -1. */
const RANKS: readonly (Level | undefined)[] = LEVELS;
export const levelRank = (level: Level | undefined): number => RANKS.indexOf(level);

/** The number of steps that are taken at once. */
const AT_ONCE = 50_000;

/** A little less than the Earth's: what is left out by it is certainly too far away. */
const RADIUS = 6_360;
const DEGREES = 180 / Math.PI;

/**
 * What a revision's offers are filtered and ordered by, property by property, by the ordinal of each:
 * its rank by title. It is the same in every language and on every day.
 */
export class OfferColumns {
  readonly size: number;
  readonly tree: TermTree;
  readonly sources = new Map<string, Bits>();
  /** The ids of those whose offers they are, by number. */
  readonly providers: string[];
  /** The number of each offer's provider. */
  readonly providerOf: Uint32Array;
  /** The rank of the needed level. */
  readonly level: Int8Array;
  readonly age: { from: Float64Array; to: Float64Array };
  /** Milliseconds since the epoch; NaN where it is not known. */
  readonly changed: Float64Array;
  /** The date of the last check as a number that sorts; 0 where it is not known. */
  readonly checked: Float64Array;
  /** Languages spoken that the vocabulary does not have, sorted. */
  furtherLanguages: readonly string[] = [];
  /** The number of recurrences in all schedules. */
  recurrences = 0;
  readonly #traits = new Map<FilterName, Map<string, Bits>>();
  /** The numbers of providers by id and slug. */
  readonly #providersNamed: Map<string, number[]>;
  readonly #points: { of: number[]; lat: number[]; lng: number[] } = { of: [], lat: [], lng: [] };
  readonly #choices = new Map<FacetName | Flag, readonly string[]>();

  /** @param before columns whose providers keep their numbers; more are added to them */
  private constructor(size: number, tree: TermTree, before?: OfferColumns) {
    this.providers = before?.providers ?? [];
    this.#providersNamed = before ? before.#providersNamed : new Map<string, number[]>();
    this.size = size;
    this.tree = tree;
    this.level = new Int8Array(size);
    this.age = { from: new Float64Array(size), to: new Float64Array(size) };
    this.changed = new Float64Array(size);
    this.checked = new Float64Array(size);
    this.providerOf = new Uint32Array(size);
    for (const name of FILTERS) this.#traits.set(name, new Map());
  }

  /** Makes them of all cards in the order of their titles, a card at each step. */
  static *of(
    cards: readonly Card[],
    { traits, tree, terms, providers }: ColumnSource,
  ): Generator<undefined, OfferColumns> {
    const columns = OfferColumns.empty(cards.length, tree);
    for (const [ordinal, card] of cards.entries()) {
      columns.add(ordinal, card, traits(card), providers[card.provider]?.slug);
      yield;
    }
    columns.complete(terms);
    return columns;
  }

  /** Begins columns of so many offers, which are added one by one. */
  static empty(size: number, tree: TermTree): OfferColumns {
    return new OfferColumns(size, tree);
  }

  /** Adds an offer's card. @param slug its provider's, where that is not retired */
  add(ordinal: number, card: Card, traits: Traits, slug: string | undefined): void {
    const { provider, source, level, age, changed = '', checked } = card;
    for (const [name, values] of this.#traits) {
      for (const value of traits[name]) addBit(this.#bitsOf(values, value), ordinal);
    }
    addBit(this.#bitsOf(this.sources, source), ordinal);
    this.providerOf[ordinal] = this.#providerNumber(provider, slug);
    this.level[ordinal] = levelRank(level?.needed);
    this.age.from[ordinal] = age?.from ?? 0;
    this.age.to[ordinal] = age?.to ?? Infinity;
    this.changed[ordinal] = Date.parse(changed);
    this.checked[ordinal] = dateNumber(checked?.on);
    for (const { lat, lng } of card.locations ?? []) {
      if (lat === undefined || lng === undefined) continue;
      this.#addPoint(ordinal, lat, lng);
    }
    this.recurrences += card.schedule?.times?.length ?? 0;
  }

  /** Works out, once all are added, what there is to choose. @param terms in any language */
  complete(terms: Terms): void {
    const tags = [...this.valuesOf('spoken').keys()];
    this.furtherLanguages = tags.filter((tag) => !Object.hasOwn(terms.language, tag)).sort();
    for (const facet of [...FACETS, ...FLAGS]) this.#choices.set(facet, this.#listed(facet, terms));
  }

  /**
   * The columns of the next revision, a few steps at a time.
   * @param add adds the offers that it has anew
   */
  *moved(
    move: Move,
    { tree, terms }: Pick<ColumnSource, 'tree' | 'terms'>,
    add: (columns: OfferColumns) => void,
  ): Generator<undefined, OfferColumns> {
    const next = new OfferColumns(move.size, tree, this);
    move.numbers(this.level, next.level);
    move.numbers(this.age.from, next.age.from);
    move.numbers(this.age.to, next.age.to);
    move.numbers(this.changed, next.changed);
    move.numbers(this.checked, next.checked);
    move.numbers(this.providerOf, next.providerOf);
    yield;
    const { of, lat, lng } = this.#points;
    for (let at = 0; at < of.length; at += 1) {
      const ordinal = move.of(of[at] ?? 0);
      if (ordinal !== undefined) next.#addPoint(ordinal, lat[at] ?? NaN, lng[at] ?? NaN);
      if (at % AT_ONCE === 0) yield;
    }
    next.recurrences = this.recurrences;
    const all = [...this.#traits].map(([name, found]) => [found, next.#traits.get(name)] as const);
    for (const [found, into] of [...all, [this.sources, next.sources] as const]) {
      for (const [value, bits] of found) {
        into?.set(value, move.bits(bits));
        yield;
      }
    }
    add(next);
    for (const [, into] of [...all, [this.sources, next.sources] as const]) {
      for (const [value, bits] of into ?? []) if (!bits.some(Boolean)) into?.delete(value);
      yield;
    }
    next.complete(terms);
    return next;
  }

  #addPoint(ordinal: number, lat: number, lng: number): void {
    this.#points.of.push(ordinal);
    this.#points.lat.push(lat);
    this.#points.lng.push(lng);
  }

  #providerNumber(id: string, slug: string | undefined): number {
    const known = this.#providersNamed.get(id)?.find((number) => this.providers[number] === id);
    if (known !== undefined) return known;
    const number = this.providers.push(id) - 1;
    for (const name of new Set([id, slug ?? id])) {
      const numbers = this.#providersNamed.get(name);
      if (numbers) numbers.push(number);
      else this.#providersNamed.set(name, [number]);
    }
    return number;
  }

  #bitsOf(values: Map<string, Bits>, value: string): Bits {
    let bits = values.get(value);
    if (!bits) values.set(value, (bits = noBits(this.size)));
    return bits;
  }

  #listed(facet: FacetName | Flag, terms: Terms): string[] {
    const list = termListOf(facet);
    if (list) return Object.keys(terms[list]);
    if (facet !== 'spoken') return [YES];
    return [...Object.keys(terms.language), ...this.furtherLanguages];
  }

  /** The offers under each value that a filter finds any by: see `createTraits`. */
  valuesOf(name: FilterName): ReadonlyMap<string, Bits> {
    return this.#traits.get(name) ?? new Map<string, Bits>();
  }

  /** All values that a facet may have, in the order in which people expect them. */
  choicesOf(facet: FacetName | Flag): readonly string[] {
    return this.#choices.get(facet) ?? [];
  }

  /** The offers of some providers, by their ids or slugs. */
  providedBy(names: readonly string[]): Bits {
    const found = noBits(this.size);
    const asked = new Set(names.flatMap((name) => this.#providersNamed.get(name) ?? []));
    if (asked.size === 0) return found;
    this.providerOf.forEach((number, ordinal) => {
      if (asked.has(number)) addBit(found, ordinal);
    });
    return found;
  }

  /** All of it but the choices, as bytes. */
  pack(): Packed<OfferFacts> {
    const { size, recurrences, providers, level, age, changed, checked } = this;
    const { of, lat, lng } = this.#points;
    const values = [...this.#traits].map(([name, found]) => [name, [...found.keys()]] as const);
    const numbers = [level, age.from, age.to, changed, checked, this.providerOf];
    const points = [of, lat, lng].map((each) => Float64Array.from(each));
    const bits = [...this.#traits.values(), this.sources].flatMap((found) => [...found.values()]);
    const sources = [...this.sources.keys()];
    return {
      facts: { size, recurrences, providers, values, sources },
      rows: [...numbers, ...points, ...bits].map(bytesOfNumbers),
    };
  }

  /** Makes them of what `pack` gave. */
  static unpack(
    { facts, rows }: Packed<OfferFacts>,
    { tree, terms, providers }: Omit<ColumnSource, 'traits'>,
  ): OfferColumns {
    const columns = new OfferColumns(facts.size, tree);
    const left = rows.values();
    const next = <Numbers>(kind: NumbersKind<Numbers>) => numbersIn(left.next().value, kind);
    const { level, age, changed, checked, providerOf } = columns;
    level.set(next(Int8Array));
    for (const each of [age.from, age.to, changed, checked]) each.set(next(Float64Array));
    providerOf.set(next(Uint32Array));
    const { of, lat, lng } = columns.#points;
    for (const each of [of, lat, lng]) for (const number of next(Float64Array)) each.push(number);
    for (const [name, values] of facts.values) {
      const found = columns.#traits.get(name);
      for (const value of values) found?.set(value, next(Uint32Array));
    }
    for (const source of facts.sources) columns.sources.set(source, next(Uint32Array));
    for (const id of facts.providers) columns.#providerNumber(id, providers[id]?.slug);
    columns.recurrences = facts.recurrences;
    columns.complete(terms);
    return columns;
  }

  /**
   * The kilometres to each offer's nearest location, where that is not further than asked; else, and
   * where no point is known, perhaps Infinity.
   */
  distancesTo(point: Point, km: number): Float64Array {
    const distances = new Float64Array(this.size).fill(Infinity);
    const { of, lat, lng } = this.#points;
    const angle = km / RADIUS;
    const [height, narrow] = [angle * DEGREES, Math.cos(point.lat / DEGREES)];
    // Round a pole all meridians are near.
    const width = Math.sin(angle) < narrow ? Math.asin(Math.sin(angle) / narrow) * DEGREES : 180;
    for (let at = 0; at < of.length; at += 1) {
      const ordinal = of[at] ?? 0;
      const there = { lat: lat[at] ?? NaN, lng: lng[at] ?? NaN };
      if (Math.abs(there.lat - point.lat) > height) continue;
      const across = Math.abs(there.lng - point.lng);
      if (Math.min(across, 360 - across) > width) continue;
      distances[ordinal] = Math.min(distances[ordinal] ?? Infinity, distance(point, there));
    }
    return distances;
  }
}
