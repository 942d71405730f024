import type { FeedClient } from './feed-client.js';
import { OFFER, pageAddress } from './page-address.js';
import { offerPage } from './records.js';

/**
 * Tells whether the page uses its fragment for routes of its own: then it names no element of it.
 */
function isRoute(hash: string): boolean {
  if (!hash || hash.startsWith(OFFER)) return false;
  let name = hash.slice(1);
  try {
    name = decodeURIComponent(name);
  } catch {
    // As it is written.
  }
  return !document.getElementById(name) && !document.getElementsByName(name)[0];
}

/**
 * The link to one offer: in this page, where a list opens it; the directory's own page about it where
 * that would take the place of the page's route.
 */
export function offerAddress(client: FeedClient, slug: string): string {
  const here = isRoute(location.hash) ? undefined : pageAddress({ hash: OFFER + slug });
  return here ?? offerPage(client, slug);
}
