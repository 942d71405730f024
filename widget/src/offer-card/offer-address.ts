import { OFFER, pageAddress } from '../store/page-address.js';

/** Whether the page uses its fragment for routes of its own: then it names no element of it. */
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

/** The link to one offer in this page; nothing where it would take the place of the page's route. */
export function offerAddress(slug: string): string | undefined {
  return isRoute(location.hash) ? undefined : pageAddress({ hash: OFFER + slug });
}
