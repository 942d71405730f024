import { withoutPassword } from '../store/postgres/address.js';

/**
 * Reads an address that people reach the directory at: links are made from it, and begin with it.
 * @returns it without a slash at its end, or what is wrong with it, as a sentence's end; never a password
 */
export function readPublicAddress(text: string): { address: string } | { wrong: string } {
  const is = `is "${withoutPassword(text)}", `;
  if (!URL.canParse(text)) return { wrong: `${is}which is no URL` };
  const { protocol, search, hash, username, password, href, pathname } = new URL(text);
  if (!/^https?:$/.test(protocol)) {
    return { wrong: `${is}which does not begin with http: or https:` };
  }
  if (search || hash || username || password) {
    return { wrong: `${is}which has more than a host and a path` };
  }
  // Servers compare the path before it is written with percent signs, and not all in the same way.
  if (/[^\w./~-]|\/\//.test(pathname)) {
    return {
      wrong: `${is}whose path has more than letters, digits and . _ ~ - between single slashes`,
    };
  }
  return { address: href.replace(/[/?#]+$/, '') };
}
