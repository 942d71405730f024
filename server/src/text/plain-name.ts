import { nearest, words } from '@vielfalt/feed';

const LEGAL_FORM = /^(e|v|ev|ggmbh|gmbh|mbh|gug|ug|kg|ag|eg|verein)$/;
/** In shorter names, one letter makes another word. */
const SHORTEST = 5;

/** The name of an organisation as names are compared: folded, without its legal form. */
export function plainName(name: string): string {
  const all = words(name);
  const own = all.filter((word) => !LEGAL_FORM.test(word));
  return (own.length > 0 ? own : all).join(' ');
}

const IN_BRACKETS = /\s*[([][^()[\]]*[)\]]/g;

/**
 * Finds names that another may have been meant to be: spelt nearly so, with a legal form, or with
 * something in brackets.
 */
export class NearNames {
  readonly #names: ReadonlyMap<string, string>;
  /** Names that were asked for: the same ones come again and again. */
  readonly #found = new Map<string, string | undefined>();

  constructor(names: Iterable<string>) {
    this.#names = new Map([...names].map((name) => [plainName(name), name]));
  }

  find(name: string): string | undefined {
    const plain = plainName(name);
    if (plain.length < SHORTEST) return undefined;
    const bare = plainName(name.replace(IN_BRACKETS, ''));
    return this.#names.get(plain) ?? this.#names.get(bare) ?? this.#nearest(plain);
  }

  #nearest(plain: string): string | undefined {
    if (!this.#found.has(plain)) {
      this.#found.set(plain, this.#names.get(nearest(plain, this.#names.keys()) ?? ''));
    }
    return this.#found.get(plain);
  }
}
