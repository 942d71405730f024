import { WITHIN } from './print.js';
import { FLAGS, LOCKS, NAMES } from './query.js';

/** Elements keep a visitor's choices in a page's address under names that begin so. */
const CHOSEN = 'vielfalt.';
/** Parameters that belong to the page and not to a visitor's choices. */
const FRAME: readonly string[] = ['limit', 'lang'];
const KNOWN: readonly string[] = NAMES;
const SWITCHES: readonly string[] = FLAGS;

/** Tells whether a parameter of the directory's address means something. */
export function isAddressParameter(name: string): boolean {
  return name.startsWith(WITHIN) || name.startsWith(CHOSEN) || KNOWN.includes(name);
}

/**
 * The feed's names of the parameters in the directory's own address: where elements have written
 * choices into it, these alone are its choices. Parameters that mean nothing (`utm_…`) are left out.
 */
export function addressNames(names: Iterable<string>): Map<string, string> {
  const all = [...new Set(names)];
  const isChosen = all.some((name) => name.startsWith(CHOSEN));
  const found = new Map<string, string>();
  for (const name of all) {
    const isPages = name.startsWith(WITHIN) || FRAME.includes(name);
    const plain = isChosen && !isPages ? name.slice(CHOSEN.length) : name;
    const isOurs = isPages || isChosen === name.startsWith(CHOSEN);
    const isKnown = name.startsWith(WITHIN) || KNOWN.includes(plain);
    if (isOurs && isKnown) found.set(name, plain);
  }
  return found;
}

/** The parameters of the directory's own address as the feed reads them. */
export function addressParameters(parameters: URLSearchParams): URLSearchParams {
  const own = [...addressNames(parameters.keys())].flatMap(([written, name]) =>
    parameters.getAll(written).map((value): [string, string] => [name, value]),
  );
  return new URLSearchParams(own);
}

/** What an editor means who embeds what the directory's address shows: names and values as written. */
export interface EmbeddedAddress {
  lock: [name: string, value: string][];
  /** The choices that visitors begin with and may change. */
  start: [name: string, value: string][];
  /** The order, and the offers on a page. */
  display: [name: string, value: string][];
}

/**
 * Reads the directory's address for whoever embeds what it shows: all that can be a lock is one, a
 * switch without a value too.
 * Words and what is near stay a visitor's to change, as does a choice inside a lock of its name.
 */
export function embedded(parameters: URLSearchParams): EmbeddedAddress {
  const own = addressParameters(parameters);
  const written = (name: string): string | undefined => {
    const values = own.getAll(name);
    const isOn = values.length > 0 && SWITCHES.includes(name.replace(WITHIN, ''));
    return values.join(',') || (isOn ? 'yes' : undefined);
  };
  const named = (names: readonly string[], value: (name: string) => string | undefined) =>
    names.flatMap((name): [string, string][] => {
      const text = value(name);
      return text === undefined ? [] : [[name, text]];
    });
  const fixed = (name: string) => written(WITHIN + name);
  return {
    lock: named(LOCKS, (name) => fixed(name) ?? written(name)),
    start: [
      ...named(['q', 'near', 'km'], written),
      ...named(LOCKS, (name) => fixed(name) && written(name)),
    ],
    display: named(['sort', 'limit'], written),
  };
}
