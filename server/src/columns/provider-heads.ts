import type { ProviderHead } from '@vielfalt/feed';
import { PackedNames, PackedTexts } from './texts.js';

/** The number of slugs on each side of a name that is none: one of them may have been meant. */
const AROUND = 1_000;

/**
 * The heads of the providers that are not retired, by name. They are kept as bytes, and each is read
 * when it is asked for: a large directory has a hundred thousand, an answer names twenty.
 */
export class ProviderHeads implements Iterable<ProviderHead> {
  readonly #ids: PackedNames;
  readonly #slugs: PackedNames;
  /** Each without its id and slug, as JSON. */
  readonly #others: PackedTexts;

  private constructor(ids: PackedNames, slugs: PackedNames, others: PackedTexts) {
    this.#ids = ids;
    this.#slugs = slugs;
    this.#others = others;
  }

  /** @param heads by name */
  static of(heads: readonly ProviderHead[]): ProviderHeads {
    return new ProviderHeads(
      PackedNames.of(heads.map(({ id }) => id)),
      PackedNames.of(heads.map(({ slug }) => slug)),
      PackedTexts.of(heads.map(({ id: _, slug: __, ...others }) => JSON.stringify(others))),
    );
  }

  get size(): number {
    return this.#ids.length;
  }

  byId(id: string): ProviderHead | undefined {
    return this.#at(this.#ids.numberOf(id));
  }

  /** One by id or slug; where a name is both, the one that has it as its id. */
  named(name: string): ProviderHead | undefined {
    return this.#at(this.#ids.numberOf(name) ?? this.#slugs.numberOf(name));
  }

  /** The ids of all that have a name as their id or slug. */
  idsOf(name: string): string[] {
    const numbers = [this.#ids.numberOf(name), this.#slugs.numberOf(name)];
    return [...new Set(numbers)].flatMap((number) =>
      number === undefined ? [] : (this.#ids.at(number) ?? []),
    );
  }

  /** Those of some ids, by id. */
  some(ids: Iterable<string>): Record<string, ProviderHead> {
    const found = [...new Set(ids)].flatMap((id) => this.byId(id) ?? []);
    return Object.fromEntries(found.map((head) => [head.id, head]));
  }

  /**
   * Of some names those that are ids or slugs; for one that is neither, slugs that are like it. Not
   * all: that would be a comparison with everything there is.
   */
  namesLike(names: readonly string[]): ReadonlySet<string> {
    return new Set(
      names.flatMap((name) => (this.named(name) ? name : this.#slugs.around(name, AROUND))),
    );
  }

  /**
   * The first that is called so.
   * @param compare by the directory's collation, however coarsely
   */
  called(name: string, compare: (one: string, other: string) => number): ProviderHead | undefined {
    let [from, to] = [0, this.size];
    while (from < to) {
      const middle = (from + to) >>> 1;
      if (compare(this.#at(middle)?.name ?? '', name) < 0) from = middle + 1;
      else to = middle;
    }
    const found = this.#at(from);
    return found && compare(found.name, name) === 0 ? found : undefined;
  }

  [Symbol.iterator](): Generator<ProviderHead> {
    return this.between(0, this.size);
  }

  /** Those at some places in the order of their names, each read when its turn comes. */
  *between(from: number, to: number): Generator<ProviderHead> {
    for (let number = from; number < Math.min(to, this.size); number += 1) {
      const head = this.#at(number);
      if (head) yield head;
    }
  }

  #at(number: number | undefined): ProviderHead | undefined {
    if (number === undefined) return undefined;
    const [id = '', slug = ''] = [this.#ids.at(number), this.#slugs.at(number)];
    const others = JSON.parse(this.#others.at(number) ?? '{}') as Omit<ProviderHead, 'id' | 'slug'>;
    return { id, slug, ...others };
  }

  pack(): Uint8Array[] {
    return [...this.#ids.pack(), ...this.#slugs.pack(), ...this.#others.pack()];
  }

  /** Makes them of what `pack` gave. */
  static unpack(rows: readonly Uint8Array[]): ProviderHeads {
    return new ProviderHeads(
      PackedNames.unpack(rows.slice(0, 3)),
      PackedNames.unpack(rows.slice(3, 6)),
      PackedTexts.unpack(rows.slice(6)),
    );
  }
}
