/** A page's address: up to its path, then query and fragment. Pages of no website have none. */
const PAGE = /^(\w[\w+.-]*:\/\/[^?#]*)(\?[^#]*)?(#.*)?$/;

/** What a link to one offer ends in, on the host page. */
export const OFFER = '#vielfalt-offer=';

interface Change {
  /** The query as written, with its `?`. */
  search?: string;
  /** The fragment with its `#`. */
  hash?: string;
}

/**
 * The page's own address with another query or fragment: absolute, since a `<base href>` or a path
 * that begins with `//` would lead a relative one elsewhere. Nothing in a page of no website, such as
 * an `<iframe srcdoc>`: there a fragment would lead to the page around.
 */
export function pageAddress({ search, hash }: Change): string | undefined {
  const [, page, query = '', fragment = ''] = PAGE.exec(location.href) ?? [];
  return page && page + (search ?? query) + (hash ?? fragment);
}

/** Gives the page another address where the browser lets us: never in a sandbox, seldom too often. */
export function changeAddress(how: 'pushState' | 'replaceState', change: Change): void {
  const address = pageAddress(change);
  try {
    if (address) history[how](history.state, '', address);
  } catch (error) {
    console.warn('Vielfalt: the page’s address stays as it is', error);
  }
}

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
