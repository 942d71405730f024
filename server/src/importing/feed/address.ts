/** Addresses below a directory's own: of its data, and of its pages about one thing. */
const BELOW =
  /\/(?:v1(?:\/.*)?|(?:offers|providers|networks|topics|places|embed)\/.*|offers|providers|networks|insight|professionals|practice)\/?$/;

/** Tells whether an argument is meant as an address rather than a file. */
export function isAddress(text: string): boolean {
  return /^[a-z][a-z\d+.-]+:\/\//i.test(text);
}

/**
 * Finds a directory's own address, with a slash at its end, from that or from one below it: of its
 * data (`…/v1/`) or of a page.
 * @returns a sentence about what is wrong with it, where it is none
 */
export function directoryAddress(text: string): { address: string } | { wrong: string } {
  if (!URL.canParse(text)) return { wrong: `${text} is not an address.` };
  const url = new URL(text);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    return { wrong: `${text} is no address on the web: it begins with https:// or http://.` };
  }
  if (url.username || url.password) {
    return { wrong: 'The address has a name or a password in it. A feed is open: leave them out.' };
  }
  const path = url.pathname.replace(BELOW, '');
  return { address: `${url.origin}${path.replace(/\/+$/, '')}/` };
}
