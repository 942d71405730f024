import { distanceTo, termHeads, termTree, words } from '@vielfalt/feed';
import type { Vocabulary } from '@vielfalt/feed';

interface Point {
  lat: number;
  lng: number;
}

interface KnownPlace extends Point {
  id: string;
}

/** The greatest distance of a place's edge from its middle in most counties, in kilometres. */
const LEAST_REACH = 15;

/** The reach where the vocabulary locates only one place: nobody knows how large it is. */
const REACH_OF_ONE = 60;

/** The directory's places according to a vocabulary. */
export class Area {
  /** The distance in kilometres beyond which nothing belongs to a place. */
  readonly reach: number;
  readonly #labels: ReadonlyMap<string, string>;
  readonly #places: readonly KnownPlace[];
  readonly #lineage: (id: string) => readonly string[];
  /** Place ids by folded label and synonym. */
  readonly #byName = new Map<string, string>();
  /** The place that most others lie in. */
  readonly #root: string | undefined;

  /** @param language the language of labels */
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
    // Each id adds its own label before its synonyms, and a name stays with the first that has it.
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

  /** Finds the place that a town's name means, by itself or without what follows it. */
  named(name: string): string | undefined {
    return this.#byName.get(placeKey(name));
  }

  /** Returns the place that a district lies in. */
  townOf(district: string): string {
    return this.#lineage(district)[1] ?? district;
  }

  /** Returns the postal codes among the names of a place and of those in it. */
  postalCodes(id: string): string[] {
    return [...this.#byName].flatMap(([name, place]) =>
      /^\d{4,5}$/.test(name) && this.isWithin(place, id) ? [name] : [],
    );
  }

  /** Tells whether a place lies in another, or is it; also true where one of them is unknown. */
  isWithin(id: string, around: string): boolean {
    if (!this.#labels.has(id) || !this.#labels.has(around)) return true;
    return this.#lineage(id).includes(this.#lineage(around)[0] ?? around);
  }

  /** Tells whether a place is known and lies in none of the directory's. */
  isElsewhere(id: string): boolean {
    return this.#root !== undefined && !this.isWithin(id, this.#root);
  }

  /**
   * Returns the kilometres to the nearest place that has a point; among those in `around`, where that is
   * given and one of them has. Nothing where no place has a point.
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
