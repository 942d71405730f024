import { Problem } from './problem.js';

/** Longer targets are refused: no question needs them. */
const MAX_TARGET = 4_096;

/**
 * Where a request goes: read from its target and from nothing else. Whatever else a client or a
 * proxy may write, the `Host` header above all, has no say in what is answered.
 */
export interface RequestTarget {
  /** In one form for all that mean the same (RFC 3986, 6.2.2): `/%6Fffers` is `/offers`. */
  path: string;
  /** What stands behind the first question mark, as it was written. */
  query: string;
}

/** A path that is in its one form already. */
const PLAIN = /^\/[\w\-./~]*$/;
/** What is not part of an address, and what is taken for `/` or cut off elsewhere. */
const FORBIDDEN = /[^\x21-\x7e]|[\\#]/;

/**
 * Reads a request target in origin form (RFC 9112, 3.2.1), the only one that is taken: a proxy's
 * absolute form names a host that nobody here looks at. In the query broken encoding is no fault, as
 * in browsers: much of what stands there is other people's.
 * @throws Problem 400 where it is none, 414 where it is too long
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
