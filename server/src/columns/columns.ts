import {
  FACETS,
  FILTERS,
  FLAGS,
  LEVELS,
  YES,
  dateNumber,
  termListOf,
  type Card,
  type FacetName,
  type FilterName,
  type Flag,
  type Level,
  type Point,
  type TermTree,
  type Terms,
  type Traits,
  type TraitsOf,
} from '@vielfalt/feed';
import { addBit, noBits, type Bits } from './bits.js';
import type { Move } from './move.js';
import { PointColumns, type NearOffers, type OfferPoint } from './points.js';
import type { ProviderHeads } from './provider-heads.js';
import { bytesOfNumbers, numbersIn, type Packed } from './packed.js';
import { PackedNames } from './texts.js';

/** The data that columns are made with besides the cards. */
export interface ColumnSource {
  traits: TraitsOf;
  tree: TermTree;
  /** The whole vocabulary, in any language. */
  terms: Terms;
  providers: ProviderHeads;
}

/** What the rows of packed columns are. */
export interface OfferFacts {
  size: number;
  recurrences: number;
  /** The values of each filter. */
  values: readonly (readonly [FilterName, readonly string[]])[];
  sources: readonly string[];
}

/** The levels in their order; what is not known comes before them, at -1. */
const RANKS: readonly (Level | undefined)[] = LEVELS;
export const levelRank = (level: Level | undefined): number => RANKS.indexOf(level);

/** The bytes of a number of each row: level, the two ends of age, change, check, and provider. */
const WIDTHS = [1, 1, 1, 8, 4, 4];

/** Older than the oldest: ages are asked for in whole years up to 120. */
const NO_AGE = 255;

/**
 * What a revision's offers are filtered and ordered by, property by property, by the ordinal of each:
 * its rank by title. It is the same in every language and on every day.
 */
export class OfferColumns {
  readonly size: number;
  readonly tree: TermTree;
  readonly sources = new Map<string, Bits>();
  /** The number of each offer's provider. */
  readonly providerOf: Uint32Array;
  /** The rank of the needed level. */
  readonly level: Int8Array;
  /** Whole years; `NO_AGE` is more than anybody can ask for. */
  readonly age: { from: Uint8Array; to: Uint8Array };
  /** Milliseconds since the epoch; NaN where it is not known. */
  readonly changed: Float64Array;
  /** The date of the last check as a number that sorts; 0 where it is not known. */
  readonly checked: Uint32Array;
  /** Languages spoken that the vocabulary does not have, sorted. */
  furtherLanguages: readonly string[] = [];
  /** The number of recurrences in all schedules. */
  recurrences = 0;
  readonly #traits = new Map<FilterName, Map<string, Bits>>();
  readonly #heads: ProviderHeads;
  #providers = PackedNames.of([]);
  /** The numbers of those that have come since. */
  readonly #newProviders = new Map<string, number>();
  #points = PointColumns.of([]);
  readonly #added: OfferPoint[] = [];
  readonly #choices = new Map<FacetName | Flag, readonly string[]>();

  /** @param rows the bytes of all numbers, as wide as `WIDTHS` */
  private constructor(
    size: number,
    { tree, providers }: Pick<ColumnSource, 'tree' | 'providers'>,
    rows: readonly Uint8Array[],
  ) {
    this.size = size;
    this.tree = tree;
    this.#heads = providers;
    const [level, from, to, changed, checked, providerOf] = rows;
    this.level = numbersIn(level, Int8Array);
    this.age = { from: numbersIn(from, Uint8Array), to: numbersIn(to, Uint8Array) };
    this.changed = numbersIn(changed, Float64Array);
    this.checked = numbersIn(checked, Uint32Array);
    this.providerOf = numbersIn(providerOf, Uint32Array);
    for (const name of FILTERS) this.#traits.set(name, new Map());
  }

  /** Makes them of all cards in the order of their titles, a card at each step. */
  static *of(cards: readonly Card[], source: ColumnSource): Generator<undefined, OfferColumns> {
    const columns = OfferColumns.empty(cards.length, source);
    for (const [ordinal, card] of cards.entries()) {
      columns.add(ordinal, card, source.traits(card));
      yield;
    }
    columns.complete(source.terms);
    return columns;
  }

  /** Begins columns of so many offers, which are added one by one. */
  static empty(size: number, source: Pick<ColumnSource, 'tree' | 'providers'>): OfferColumns {
    const rows = WIDTHS.map((width) => new Uint8Array(width * size));
    return new OfferColumns(size, source, rows);
  }

  /** Adds an offer's card. */
  add(ordinal: number, card: Card, traits: Traits): void {
    const { provider, source, level, age, changed = '', checked } = card;
    for (const [name, values] of this.#traits) {
      for (const value of traits[name]) addBit(this.#bitsOf(values, value), ordinal);
    }
    addBit(this.#bitsOf(this.sources, source), ordinal);
    this.providerOf[ordinal] = this.#numberOfProvider(provider);
    this.level[ordinal] = levelRank(level?.needed);
    this.age.from[ordinal] = Math.min(NO_AGE, Math.ceil(age?.from ?? 0));
    this.age.to[ordinal] = Math.min(NO_AGE, Math.floor(age?.to ?? NO_AGE));
    this.changed[ordinal] = Date.parse(changed);
    this.checked[ordinal] = dateNumber(checked?.on);
    for (const { lat, lng } of card.locations ?? []) {
      if (lat === undefined || lng === undefined) continue;
      this.#added.push({ of: ordinal, lat, lng });
    }
    this.recurrences += card.schedule?.times?.length ?? 0;
  }

  /** Works out, once all are added, what there is to choose. @param terms in any language */
  complete(terms: Terms): void {
    this.#nameProviders();
    this.#points = PointColumns.of(this.#added.splice(0));
    this.#complete(terms);
  }

  #nameProviders(): void {
    if (this.#newProviders.size === 0) return;
    this.#providers = PackedNames.of([...this.#providers, ...this.#newProviders.keys()]);
    this.#newProviders.clear();
  }

  #complete(terms: Terms): void {
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
    source: Omit<ColumnSource, 'traits'>,
    add: (columns: OfferColumns) => void,
  ): Generator<undefined, OfferColumns> {
    const next = OfferColumns.empty(move.size, source);
    move.numbers(this.level, next.level);
    move.numbers(this.age.from, next.age.from);
    move.numbers(this.age.to, next.age.to);
    move.numbers(this.changed, next.changed);
    move.numbers(this.checked, next.checked);
    move.numbers(this.providerOf, next.providerOf);
    yield;
    next.#providers = this.#providers;
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
    next.#points = yield* this.#points.moved(move, next.#added.splice(0));
    next.#nameProviders();
    next.#complete(source.terms);
    return next;
  }

  #numberOfProvider(id: string): number {
    const known = this.#providers.numberOf(id) ?? this.#newProviders.get(id);
    if (known !== undefined) return known;
    const number = this.#providers.length + this.#newProviders.size;
    this.#newProviders.set(id, number);
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

  /** The id of an offer's provider. */
  providerIdOf(ordinal: number): string {
    return this.#providers.at(this.providerOf[ordinal] ?? 0) ?? '';
  }

  /** The number of a provider, by its id, where it has offers. */
  providerNumber(id: string): number | undefined {
    return this.#providers.numberOf(id);
  }

  /** The offers of some providers, by their ids or slugs. */
  providedBy(names: readonly string[]): Bits {
    const found = noBits(this.size);
    const ids = names.flatMap((name) => [name, ...this.#heads.idsOf(name)]);
    const asked = new Set(ids.flatMap((id) => this.providerNumber(id) ?? []));
    if (asked.size === 0) return found;
    for (let ordinal = 0; ordinal < this.size; ordinal += 1) {
      if (asked.has(this.providerOf[ordinal] ?? 0)) addBit(found, ordinal);
    }
    return found;
  }

  /** All of it but the choices, as bytes. */
  pack(): Packed<OfferFacts> {
    const { size, recurrences, level, age, changed, checked } = this;
    const values = [...this.#traits].map(([name, found]) => [name, [...found.keys()]] as const);
    const numbers = [level, age.from, age.to, changed, checked, this.providerOf];
    const bits = [...this.#traits.values(), this.sources].flatMap((found) => [...found.values()]);
    const sources = [...this.sources.keys()];
    return {
      facts: { size, recurrences, values, sources },
      rows: [
        ...[...numbers, ...bits].map(bytesOfNumbers),
        ...this.#points.pack(),
        ...this.#providers.pack(),
      ],
    };
  }

  /** Makes them of what `pack` gave. */
  static unpack(
    { facts, rows }: Packed<OfferFacts>,
    source: Omit<ColumnSource, 'traits'>,
  ): OfferColumns {
    const columns = new OfferColumns(facts.size, source, rows.slice(0, WIDTHS.length));
    const left = rows.slice(WIDTHS.length).values();
    const nextBits = () => numbersIn(left.next().value, Uint32Array);
    for (const [name, values] of facts.values) {
      const found = columns.#traits.get(name);
      for (const value of values) found?.set(value, nextBits());
    }
    for (const id of facts.sources) columns.sources.set(id, nextBits());
    const others = [...left];
    columns.#points = PointColumns.unpack(others.splice(0, 3));
    columns.#providers = PackedNames.unpack(others);
    columns.recurrences = facts.recurrences;
    columns.#complete(source.terms);
    return columns;
  }

  /** The offers that have a point near one. */
  near(point: Point, km: number): NearOffers {
    return this.#points.near(point, km, this.size);
  }
}
