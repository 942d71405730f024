import { WITHIN, type Lock, type QueryProblem } from '@vielfalt/feed';
import type { FeedClient } from './feed-client.js';
import { FeedError } from './feed-error.js';

/** The locks that directories have pages about, and what the paths of these begin with. */
const PAGES = { topic: 'topics', place: 'places', at: 'places', provider: 'providers' } as const;

/** An address in parts: the directory without its scheme, the kind of page, the id. */
const ADDRESS = /^https?:(\/\/[^?#]*\/)([^/?#]+)\/([^/?#]+)\/?([?#].*)?$/i;

/** The sentence about an address that names nothing here. */
export function notHere(text: string, pages: string, { base }: FeedClient): string {
  return `"${text}" is not the address of a page below ${base.href}${pages}/`;
}

/**
 * The id or slug that a text means: by itself, or as the end of the address of its page in the
 * directory. Undefined where it is any other address, such as one of another directory.
 *
 * @param pages what the path of such a page begins with: `topics`
 */
export function idOf(text: string, pages: string, { base }: FeedClient): string | undefined {
  if (!text.includes('://')) return text;
  const [, directory = '', kind = '', id] = ADDRESS.exec(text.trim()) ?? [];
  const here = base.href.replace(/^https?:/, '') + pages;
  return (directory + kind).toLowerCase() === here.toLowerCase() ? id?.toLowerCase() : undefined;
}

/**
 * A lock with ids in the place of addresses.
 *
 * @throws FeedError where one is not of this directory, as if the feed had refused it
 */
export function lockWithIds(lock: Lock, client: FeedClient): Lock {
  const problems: QueryProblem[] = [];
  const found: Lock = { ...lock };
  for (const [name, pages] of Object.entries(PAGES) as [keyof typeof PAGES, string][]) {
    const ids = lock[name]?.flatMap((value) => {
      const id = idOf(value, pages, client);
      if (id !== undefined) return id;
      problems.push({ parameter: WITHIN + name, value, detail: notHere(value, pages, client) });
      return [];
    });
    if (ids) found[name] = ids;
  }
  if (!problems[0]) return found;
  throw new FeedError('addresses are not understood', { status: 400, body: { problems } });
}
