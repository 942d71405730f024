import { addressTrouble, namedAddresses } from './links.js';
import type { AddressSource, NamedAddress } from './links.js';
import type { Link, LinkTrouble } from '../store/papers.js';

/** A web address that a record names, and what is asked for. */
export interface NamedLink extends NamedAddress {
  /** The address as it is asked and kept: without what stands behind a `#`. */
  address: string;
}

/**
 * The web addresses of a directory that can be asked: those that by their look lead somewhere.
 * Examples do not, not even in a demo.
 */
export function* namedLinks(source: AddressSource): Generator<NamedLink> {
  for (const named of namedAddresses(source)) {
    const { field, value } = named;
    const isWeb = /^https?:\/\//i.test(value) && field !== 'mapLink';
    if (!isWeb || addressTrouble(value, false) !== undefined) continue;
    yield { ...named, address: linkAddress(value) };
  }
}

function linkAddress(text: string): string {
  const url = new URL(text);
  url.hash = '';
  url.username = '';
  url.password = '';
  return url.href;
}

/** Tells whether an address is dead: it failed on two days, and did not answer on any between. */
export function isDead({ state, since, asked }: Link): boolean {
  return state === 'failing' && since < asked;
}

/** The web addresses of a directory, each once, by what they answered last. */
export interface LinkCounts {
  alive: number;
  /** They failed the last time, and not before. */
  failing: number;
  /** They failed on two days. */
  dead: number;
  unclear: number;
  /** Not asked yet. */
  unknown: number;
}

export function countLinks(source: AddressSource, links: ReadonlyMap<string, Link>): LinkCounts {
  const counts = { alive: 0, failing: 0, dead: 0, unclear: 0, unknown: 0 };
  const addresses = new Set<string>();
  for (const { address } of namedLinks(source)) addresses.add(address);
  for (const address of addresses) {
    const link = links.get(address);
    counts[link ? (isDead(link) ? 'dead' : link.state) : 'unknown'] += 1;
  }
  return counts;
}

/** The address to write instead of one that leads elsewhere for good. */
export function movedTo({ to, hasMoved, state }: Link, value: string): string | undefined {
  if (!hasMoved || to === undefined || state !== 'alive') return undefined;
  const { hash } = new URL(value);
  return to.includes('#') ? to : to + hash;
}

/** What is the trouble, as the end of a sentence. */
export const LINK_TROUBLES: Readonly<Record<LinkTrouble, string>> = {
  gone: 'the page is not there',
  server: 'the server fails',
  host: 'there is no website of that name',
  silent: 'nothing answers',
  certificate: 'browsers warn of it, for it cannot prove to be what it says (certificate)',
  loop: 'it leads on and on, from one address to the next',
  private: 'it leads to a machine that is not on the internet',
  refused: 'programs are not told',
  robots: 'its robots.txt keeps programs away',
};
