import { Problem } from './problem.js';

/** Longer targets are refused: no question needs them. */
const MAX_TARGET = 4_096;

/**
 * The target of a request, read from its request line and from nothing else. Whatever else a client
 * or a proxy sends, above all the `Host` header, has no influence on the answer.
 */
export interface RequestTarget {
  /** The path in normalised form (RFC 3986, 6.2.2): `/%6Fffers` is `/offers`. */
  path: string;
  /** The part after the first question mark, as it was written. */
  query: string;
}

/** A path that is already in normalised form. */
const PLAIN = /^\/[\w\-./~]*$/;
/** Characters that are not part of an address, or are elsewhere taken for `/` or cut off. */
const FORBIDDEN = /[^\x21-\x7e]|[\\#]/;

/**
 * Reads a request target in origin form (RFC 9112, 3.2.1), the only one accepted: a proxy's
 * absolute form names a host that is ignored here. In the query, broken encoding is accepted, as in
 * browsers: much of it is other people's.
 * @throws Problem 400 where it is not one, 414 where it is too long
 */
export function readTarget(raw: string): RequestTarget {
  if (raw.length > MAX_TARGET) {
    throw new Problem(414, `An address here has at most ${MAX_TARGET} characters.`);
  }
  if (!raw.startsWith('/')) {
    throw new Problem(400, 'Ask for a path that begins with "/" (RFC 9112, 3.2.1).');
  }
  if (FORBIDDEN.test(raw)) {
    throw new Problem(400, 'The address holds characters that have to be percent-encoded.');
  }
  const mark = raw.indexOf('?');
  const path = mark < 0 ? raw : raw.slice(0, mark);
  const query = mark < 0 ? '' : raw.slice(mark + 1);
  return { path: PLAIN.test(path) ? path : normalized(path), query };
}

function normalized(path: string): string {
  try {
    return path
      .split('/')
      .map((segment) => encodeURIComponent(decodeURIComponent(segment)))
      .join('/');
  } catch {
    throw new Problem(400, 'The path is not percent-encoded UTF-8.');
  }
}
