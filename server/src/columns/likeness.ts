import { pointsOf, type Card, type ComparedCard, type Likeness, type Terms } from '@vielfalt/feed';
import { addBits, hasBit, noBits } from './bits.js';
import type { OfferColumns } from './columns.js';
import type { Move } from './move.js';
import { NumberLists } from './lists.js';
import type { Packed } from './packed.js';

/** What the rows of packed likeness are: the ids of terms by number. */
export interface LikenessFacts {
  topics: readonly string[];
  audiences: readonly string[];
}

/** The terms that offers name, each with a number. */
class NamedTerms {
  readonly #numbers = new Map<string, number>();
  readonly #lists: NumberLists;

  constructor(size: number) {
    this.#lists = NumberLists.empty(size);
  }

  get ids(): readonly string[] {
    return [...this.#numbers.keys()];
  }

  add(ordinal: number, ids: readonly string[] = []): void {
    const numbers = ids.map((id) => {
      const number = this.#numbers.get(id) ?? this.#numbers.size;
      this.#numbers.set(id, number);
      return number;
    });
    this.#lists.add(ordinal, numbers);
  }

  pack(): Uint8Array[] {
    return this.#lists.pack(Uint32Array);
  }
}

/** Collects of cards, in the order of their titles, what others are compared with. */
export class LikenessBuilder {
  readonly #topics: NamedTerms;
  readonly #audiences: NamedTerms;
  readonly #points: NumberLists;
  readonly #terms: Terms;

  /** @param terms the vocabulary in any language */
  constructor(size: number, terms: Terms) {
    this.#topics = new NamedTerms(size);
    this.#audiences = new NamedTerms(size);
    this.#points = NumberLists.empty(size);
    this.#terms = terms;
  }

  add(ordinal: number, card: Card): void {
    this.#topics.add(ordinal, card.topics);
    this.#audiences.add(ordinal, card.audiences);
    const points = pointsOf(card, this.#terms);
    this.#points.add(
      ordinal,
      points.flatMap(({ lat, lng }) => [lat, lng]),
    );
  }

  pack(): Packed<LikenessFacts> {
    const points = this.#points.pack(Float64Array);
    return {
      facts: { topics: this.#topics.ids, audiences: this.#audiences.ids },
      rows: [...this.#topics.pack(), ...this.#audiences.pack(), ...points],
    };
  }
}

/** Numbers ids by a list that it adds those to that are new. */
function numberOf(known: string[]) {
  const numbers = new Map(known.map((id, number) => [id, number]));
  return (ids: readonly string[] = []) =>
    ids.map((id) => {
      const number = numbers.get(id) ?? known.push(id) - 1;
      numbers.set(id, number);
      return number;
    });
}

/** What of each offer others are compared with, by ordinal. */
export class LikenessColumns {
  readonly #facts: LikenessFacts;
  #topics: NumberLists;
  #audiences: NumberLists;
  #points: NumberLists;

  constructor({ facts, rows }: Packed<LikenessFacts>) {
    this.#facts = facts;
    this.#topics = NumberLists.unpack(rows.slice(0, 2), Uint32Array);
    this.#audiences = NumberLists.unpack(rows.slice(2, 4), Uint32Array);
    this.#points = NumberLists.unpack(rows.slice(4), Float64Array);
  }

  /**
   * The same of the next revision, a few steps at a time.
   * @param added the cards that it has anew, by ordinal
   * @param terms the vocabulary in any language
   */
  *moved(
    move: Move,
    added: ReadonlyMap<number, Card>,
    terms: Terms,
  ): Generator<undefined, LikenessColumns> {
    const topics = [...this.#facts.topics];
    const audiences = [...this.#facts.audiences];
    const next = new LikenessColumns({ facts: { topics, audiences }, rows: [] });
    const of = (list: (card: Card) => number[]) =>
      new Map([...added].map(([ordinal, card]) => [ordinal, list(card)]));
    const named = numberOf(topics);
    next.#topics = yield* this.#topics.moved(
      move,
      of((card) => named(card.topics)),
    );
    const meant = numberOf(audiences);
    next.#audiences = yield* this.#audiences.moved(
      move,
      of((card) => meant(card.audiences)),
    );
    next.#points = yield* this.#points.moved(
      move,
      of((card) => pointsOf(card, terms).flatMap(({ lat, lng }) => [lat, lng])),
    );
    return next;
  }

  /** Of some offers those that `similar` finds something in common with, as it compares them. */
  compared(
    ordinals: Iterable<number>,
    { topics, audiences, anyTopic }: Likeness,
    offers: OfferColumns,
  ): ComparedCard[] {
    const tests = [
      this.#sharing('topic', topics, offers),
      ...(anyTopic ? [this.#sharing('audience', audiences, offers)] : []),
    ];
    const found: ComparedCard[] = [];
    for (const ordinal of ordinals) {
      if (tests.some((isShared) => isShared(ordinal))) found.push(this.#cardOf(ordinal, offers));
    }
    return found;
  }

  /** Tells of an offer whether one side names a term that the other names, too, or a part of it. */
  #sharing(list: 'topic' | 'audience', wanted: readonly string[], offers: OfferColumns) {
    const named = list === 'topic' ? this.#topics : this.#audiences;
    const ids = list === 'topic' ? this.#facts.topics : this.#facts.audiences;
    const around = new Set(wanted.flatMap((id) => offers.tree.lineage(list, id)));
    const isAround = ids.map((id) => around.has(id));
    const under = noBits(offers.size);
    const values = offers.valuesOf(list);
    for (const id of wanted) {
      const bits = values.get(id);
      if (bits) addBits(under, bits);
    }
    return (ordinal: number) =>
      hasBit(under, ordinal) || named.of(ordinal).some((number) => isAround[number]);
  }

  #cardOf(ordinal: number, offers: OfferColumns): ComparedCard {
    const { topics, audiences } = this.#facts;
    const points = this.#points.of(ordinal);
    return {
      ...{ id: '', order: ordinal, provider: offers.providerIdOf(ordinal) },
      topics: Array.from(this.#topics.of(ordinal), (number) => topics[number] ?? ''),
      audiences: Array.from(this.#audiences.of(ordinal), (number) => audiences[number] ?? ''),
      locations: Array.from({ length: points.length / 2 }, (_, at) => ({
        lat: points[2 * at] ?? 0,
        lng: points[2 * at + 1] ?? 0,
      })),
    };
  }
}
