/**
 * A page's address: up to its path, then query and fragment. Pages without a website do not match.
 */
const PAGE = /^(\w[\w+.-]*:\/\/[^?#]*)(\?[^#]*)?(#.*)?$/;

interface Change {
  /** The query as written, with its `?`. */
  search?: string;
  /** The fragment with its `#`. */
  hash?: string;
}

/**
 * The page's own address with another query or fragment: absolute, since a `<base href>` or a path
 * that begins with `//` would lead a relative one elsewhere. Undefined in a page without a website,
 * such as an `<iframe srcdoc>`: there a fragment would lead to the page around.
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
