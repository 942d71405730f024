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

  constructor(names: Iterable<string>) {
    this.#names = new Map([...names].map((name) => [plainName(name), name]));
  }

  find(name: string): string | undefined {
    const plain = plainName(name);
    if (plain.length < SHORTEST) return undefined;
    return (
      this.#names.get(plain) ??
      this.#names.get(plainName(name.replace(IN_BRACKETS, ''))) ??
      this.#names.get(nearest(plain, this.#names.keys()) ?? '')
    );
  }
}
