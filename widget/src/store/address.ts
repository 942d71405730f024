import { printQuery, type Query } from '@vielfalt/feed';
import type { StoreOptions } from './options.js';
import type { Cause } from './visit.js';

/**
 * Writes a visitor's choices into the page's address, so that they can be kept and passed on. Words
 * stay out of it, and so out of the host's logs, unless the editor wants them in.
 */
export function writeAddress(
  { prefix, withWords }: NonNullable<StoreOptions['address']>,
  { q, ...choices }: Query,
  cause: Cause,
): void {
  const address = new URL(location.href);
  const before = address.search;
  for (const name of new Set(address.searchParams.keys())) {
    if (name.startsWith(prefix)) address.searchParams.delete(name);
  }
  const shown = withWords && q ? { q, ...choices } : choices;
  for (const [name, value] of new URLSearchParams(printQuery(shown))) {
    address.searchParams.append(prefix + name, value);
  }
  address.search = address.search.replaceAll('%2C', ',');
  if (address.search === before) return;
  if (cause === 'typing') history.replaceState(history.state, '', address);
  else history.pushState(history.state, '', address);
}
