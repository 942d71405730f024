import { distanceTo, termHeads, termTree, words } from '@vielfalt/feed';
import type { Vocabulary } from '@vielfalt/feed';

interface Point {
  lat: number;
  lng: number;
}

interface KnownPlace extends Point {
  id: string;
}

/** A place's edge lies this far from its middle at most, in most counties. In kilometres. */
const LEAST_REACH = 15;

/** Where the vocabulary says of one place alone where it is: nobody knows how large it is. */
const REACH_OF_ONE = 60;

/** What a vocabulary knows of the directory's places. */
export class Area {
  /** Kilometres beyond which nothing belongs to a place. */
  readonly reach: number;
  readonly #labels: ReadonlyMap<string, string>;
  readonly #places: readonly KnownPlace[];
  readonly #lineage: (id: string) => readonly string[];
  /** Place ids by folded label and synonym. */
  readonly #byName = new Map<string, string>();
  /** The place that most others lie in. */
  readonly #root: string | undefined;

  /** @param language the one that labels are shown in */
  constructor(vocabulary: Vocabulary, language: string) {
    const heads = termHeads(vocabulary, language, language);
    const tree = termTree(heads);
    this.#lineage = (id) => tree.lineage('place', id);
    this.#labels = new Map(Object.entries(heads.place).map(([id, { label }]) => [id, label]));
    this.#places = vocabulary.place.flatMap(({ id, lat, lng, replacedBy }) =>
      lat === undefined || lng === undefined || replacedBy !== undefined ? [] : [{ id, lat, lng }],
    );
    const apart = this.#places.map((place) =>
      Math.min(
        ...this.#places.filter((other) => other !== place).map((it) => kilometres(place, it)),
      ),
    );
    this.reach = apart.length < 2 ? REACH_OF_ONE : Math.max(LEAST_REACH, ...apart);
    const sizes = vocabulary.place.map(
      ({ id }) => [id, tree.descendants('place', id).length] as const,
    );
    this.#root = sizes.sort(([, a], [, b]) => b - a)[0]?.[0];
    // An id that is a word of its own comes first, so that no synonym of another hides it.
    for (const [id, { label, words: names = [] }] of Object.entries(heads.place)) {
      for (const name of [label, ...names]) {
        const key = placeKey(name);
        if (!this.#byName.has(key)) this.#byName.set(key, id);
      }
    }
  }

  label(id: string): string {
    return this.#labels.get(id) ?? id;
  }

  /** The place that a town's name means, by itself or without what stands after it. */
  named(name: string): string | undefined {
    return this.#byName.get(placeKey(name));
  }

  /** The place that a district lies in. */
  townOf(district: string): string {
    return this.#lineage(district)[1] ?? district;
  }

  /** The postal codes that a place and those in it have among their names. */
  postalCodes(id: string): string[] {
    return [...this.#byName].flatMap(([name, place]) =>
      /^\d{4,5}$/.test(name) && this.isWithin(place, id) ? [name] : [],
    );
  }

  /** Whether a place lies in another, or is it; also where one of them is unknown. */
  isWithin(id: string, around: string): boolean {
    if (!this.#labels.has(id) || !this.#labels.has(around)) return true;
    return this.#lineage(id).includes(this.#lineage(around)[0] ?? around);
  }

  /** Whether a place is known and lies in none of the directory's. */
  isElsewhere(id: string): boolean {
    return this.#root !== undefined && !this.isWithin(id, this.#root);
  }

  /**
   * Kilometres to the nearest place that has a point; among those in `around`, where that is given
   * and one of them has. Nothing where no place has a point.
   */
  distance(point: Point, around?: string): number | undefined {
    const inside =
      around === undefined ? [] : this.#places.filter(({ id }) => this.isWithin(id, around));
    const places = inside.length > 0 ? inside : this.#places;
    return places.length === 0
      ? undefined
      : Math.min(...places.map((place) => kilometres(point, place)));
  }
}

function kilometres(a: Point, b: Point): number {
  return distanceTo({ locations: [a] }, b) ?? 0;
}

function placeKey(name: string): string {
  return words(name).join(' ');
}
