import { isDeepStrictEqual } from 'node:util';
import type { FileProvider } from '@vielfalt/feed';
import { slugOf } from '../text/slug.js';
import { isTree } from './tree.js';
import type { Tree } from './tree.js';

/** A disagreement of two rows about one provider. */
export interface Contradiction {
  /** As the mapping names it: `provider.contact.phone`. */
  field: string;
  value: unknown;
  /** The value of an earlier row, which stays. */
  kept: unknown;
}

/** Longer than any name. */
const MAX_KEY = 300;

/** Returns a provider's key; a name that leaves no slug is its own key. */
export function providerKey(name: string): string {
  return slugOf(name, MAX_KEY) || name;
}

/** Collects the providers that rows name, each once. */
export class Providers {
  readonly #source: string;
  readonly #known = new Map<string, Tree>();

  constructor(source: string) {
    this.#source = source;
  }

  /**
   * Takes what a row says of a provider: gaps are filled, earlier values stay.
   * @returns what disagrees with earlier rows
   */
  add(record: string, said: Tree): Contradiction[] {
    const known = this.#known.get(record);
    if (!known) {
      this.#known.set(record, { ...said, record });
      return [];
    }
    return [...fill(known, said, 'provider')];
  }

  all(): FileProvider[] {
    return [...this.#known.values()].map(
      // The draft holds nothing that the contract's schema does not take.
      (provider) => ({ source: this.#source, ...provider }) as unknown as FileProvider,
    );
  }
}

function* fill(known: Tree, said: Tree, path: string): Generator<Contradiction> {
  for (const [key, value] of Object.entries(said)) {
    const field = `${path}.${key}`;
    const kept = known[key];
    if (kept === undefined) known[key] = value;
    else if (key === 'address' && isTree(kept) && isTree(value)) {
      // A street of one address and a town of another do not make an address.
      const differs = Object.keys(value).some((part) => part in kept && kept[part] !== value[part]);
      if (differs) yield { field, value: inWords(value), kept: inWords(kept) };
      else Object.assign(kept, value);
    } else if (isTree(kept) && isTree(value)) yield* fill(kept, value, field);
    // The name's spelling may differ: the key is the same.
    else if (key !== 'name' && key !== 'record' && !isDeepStrictEqual(kept, value)) {
      yield { field, value, kept };
    }
  }
}

function inWords(address: Tree): string {
  return Object.values(address).map(String).join(', ');
}
