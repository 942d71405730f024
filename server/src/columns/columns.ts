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

/** The data that columns are made with besides the cards. */
export interface ColumnSource {
  traits: TraitsOf;
  tree: TermTree;
  /** The whole vocabulary, in any language. */
  terms: Terms;
  /** By id. */
  providers: Readonly<Record<string, Pick<ProviderHead, 'slug'>>>;
}

/** The levels in their order; what is not known comes before them, at -1. */
const RANKS: readonly (Level | undefined)[] = LEVELS;
export const levelRank = (level: Level | undefined): number => RANKS.indexOf(level);

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
  /** By id. */
  readonly ordinals = new Map<string, number>();
  readonly sources = new Map<string, Bits>();
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
  readonly #providers = new Map<string, number[]>();
  readonly #points: { of: number[]; lat: number[]; lng: number[] } = { of: [], lat: [], lng: [] };
  readonly #choices = new Map<FacetName | Flag, readonly string[]>();

  private constructor(size: number, tree: TermTree) {
    this.size = size;
    this.tree = tree;
    this.level = new Int8Array(size);
    this.age = { from: new Float64Array(size), to: new Float64Array(size) };
    this.changed = new Float64Array(size);
    this.checked = new Float64Array(size);
  }

  /** Makes them of all cards in the order of their titles, a card at each step. */
  static *of(
    cards: readonly Card[],
    { traits, tree, terms, providers }: ColumnSource,
  ): Generator<undefined, OfferColumns> {
    const columns = new OfferColumns(cards.length, tree);
    for (const name of FILTERS) columns.#traits.set(name, new Map());
    for (const [ordinal, card] of cards.entries()) {
      columns.#add(ordinal, card, traits(card), providers[card.provider]?.slug);
      yield;
    }
    const tags = [...columns.valuesOf('spoken').keys()];
    columns.furtherLanguages = tags.filter((tag) => !Object.hasOwn(terms.language, tag)).sort();
    for (const facet of [...FACETS, ...FLAGS]) {
      columns.#choices.set(facet, columns.#listed(facet, terms));
    }
    return columns;
  }

  #add(ordinal: number, card: Card, traits: Traits, slug: string | undefined): void {
    const { id, provider, source, level, age, changed = '', checked } = card;
    this.ordinals.set(id, ordinal);
    for (const [name, values] of this.#traits) {
      for (const value of traits[name]) addBit(this.#bitsOf(values, value), ordinal);
    }
    addBit(this.#bitsOf(this.sources, source), ordinal);
    for (const name of new Set([provider, slug ?? provider])) {
      const offers = this.#providers.get(name);
      if (offers) offers.push(ordinal);
      else this.#providers.set(name, [ordinal]);
    }
    this.level[ordinal] = levelRank(level?.needed);
    this.age.from[ordinal] = age?.from ?? 0;
    this.age.to[ordinal] = age?.to ?? Infinity;
    this.changed[ordinal] = Date.parse(changed);
    this.checked[ordinal] = dateNumber(checked?.on);
    for (const { lat, lng } of card.locations ?? []) {
      if (lat === undefined || lng === undefined) continue;
      this.#points.of.push(ordinal);
      this.#points.lat.push(lat);
      this.#points.lng.push(lng);
    }
    this.recurrences += card.schedule?.times?.length ?? 0;
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

  /** The ordinals of a provider's offers, by its id or slug. */
  providedBy(name: string): readonly number[] {
    return this.#providers.get(name) ?? [];
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
