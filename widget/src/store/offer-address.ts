import type { FeedClient } from './feed-client.js';
import { OFFER, fragmentWith, ownParts } from './fragment.js';
import { pageAddress } from './page-address.js';
import { offerPage } from './records.js';

/** Inside a frame the page's own address is not what people see, keep and pass on. */
export const isFramed = (): boolean => window.parent !== window;

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
 * This page's address with a part of ours in its fragment; undefined where that would take the place
 * of the page's route, or the page has no address.
 */
export function addressHere(part: string): string | undefined {
  return isRoute() ? undefined : pageAddress({ hash: fragmentWith(part) });
}

/** The link to one offer: in this page, where a list opens it, else the directory's own page. */
export function offerAddress(client: FeedClient, slug: string): string {
  return addressHere(OFFER + slug) ?? offerPage(client, slug);
}
