import type { FeedClient } from './feed-client.js';
import { fragmentWith, ownParts } from './fragment.js';
import { pageAddress } from './page-address.js';
import { offerPage } from './records.js';

/**
 * Tells whether the page uses its fragment for routes of its own: then it names no element of it.
 */
function isRoute(): boolean {
  if (ownParts()) return false;
  let name = location.hash.slice(1);
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
  const here = isRoute() ? undefined : pageAddress({ hash: fragmentWith(slug) });
  return here ?? offerPage(client, slug);
}
