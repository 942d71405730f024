import { v5 } from 'uuid';
import { slugOf } from '../text/slug.js';
import type { RecordKind } from '../store/store.js';

/** The namespace of all ids that Vielfalt makes (RFC 9562, section 5.5); must never change. */
const NAMESPACE = '5d29877d-99c6-49de-8a1b-56c0d8a41e08';

/** Returns the id of a source's record: the same wherever and whenever it is imported. */
export function recordId(kind: RecordKind, source: string, record: string): string {
  // A source's id has no slash, so no two names can coincide.
  // Encoded here, as a key with half a character, which is a fault, must not throw during look-ups.
  return v5(new TextEncoder().encode(`${kind}/${source}/${record}`), NAMESPACE);
}

/** With a title and a number, the town stays within the 120 characters that a slug may have. */
const MAX_TOWN = 30;

/** Returns a record's key among all sources. */
export function recordKey({ source, record }: { source: string; record: string }): string {
  return `${source}/${record}`;
}

/** The parts of a slug for a record without one. */
export interface Named {
  /** Its title as a slug; empty where it has no letter that a slug may have. */
  name: string;
  /** Tells records with one title apart. */
  town?: string;
}

/**
 * Hands out slugs that nobody has: the title, with the town where the title alone would be
 * ambiguous, with a number where that is too.
 */
export class Slugs {
  readonly #taken: ReadonlyMap<string, unknown>;
  readonly #given = new Set<string>();
  readonly #fallback: RecordKind;
  readonly #ambiguous = new Set<string>();
  /** The last number that was given to a name: all up to it are taken. */
  readonly #numbers = new Map<string, number>();

  /**
   * @param taken by slugs that are in use or once were
   * @param newcomers all records that will ask: where two have the same title, neither gets it alone
   */
  constructor(
    fallback: RecordKind,
    taken: ReadonlyMap<string, unknown>,
    newcomers: Iterable<Named>,
  ) {
    this.#fallback = fallback;
    this.#taken = taken;
    const seen = new Set<string>();
    for (const named of newcomers) {
      const name = this.#nameOf(named);
      if (seen.has(name)) this.#ambiguous.add(name);
      seen.add(name);
    }
  }

  next(named: Named): string {
    const name = this.#nameOf(named);
    const unclear = this.#ambiguous.has(name) || this.#isTaken(name);
    const place = unclear && named.town ? slugOf(named.town, MAX_TOWN) : '';
    const wanted = place ? `${name}-${place}` : name;
    let slug = wanted;
    if (this.#isTaken(wanted)) {
      let number = this.#numbers.get(wanted) ?? 1;
      do slug = `${wanted}-${++number}`;
      while (this.#isTaken(slug));
      this.#numbers.set(wanted, number);
    }
    this.#given.add(slug);
    return slug;
  }

  #isTaken(slug: string): boolean {
    return this.#given.has(slug) || this.#taken.has(slug);
  }

  #nameOf({ name }: Named): string {
    return name || this.#fallback;
  }
}
