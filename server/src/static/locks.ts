import { LOCKS, parseQuery, type Lock } from '@vielfalt/feed';
import { LONGEST_NAME, setKey, setName } from '@vielfalt/feed/static';
import { townsIn } from '../answers/axes.js';
import { unknownValues } from '../answers/reference.js';
import type { Site } from '../answers/site.js';

/** A lock that no set can be made for; the message says why. */
export class LockError extends Error {
  override readonly name = 'LockError';
}

/**
 * The locks that sets are made for: those given, else each topic and town that has offers. A town's set
 * holds what its districts show.
 * @param texts as addresses have them: `place=witten&topic=language`
 * @throws LockError
 */
export async function locksFor(texts: readonly string[], site: Site): Promise<Lock[]> {
  if (texts.length > 0) return texts.map((text) => readLock(text, site));
  const { facets } = await site.answers.answer({ query: { limit: 1 }, lock: {} });
  const towns = townsIn(site.reference.view(undefined).terms);
  const topics = (facets.topic ?? []).map(({ value }) => ({ topic: [value] }));
  const places = (facets.place ?? []).filter(({ value }) => towns.includes(value));
  return [...topics, ...places.map(({ value }) => ({ place: [value] }))];
}

function readLock(text: string, { reference }: Site): Lock {
  const { query, problems } = parseQuery(text.replace(/^\?/, ''));
  const unknown = unknownValues({ query, lock: {} }, reference.view(undefined).terms, reference);
  const [problem] = [...problems, ...unknown];
  if (problem) {
    const { detail, nearest } = problem;
    const hint = nearest === undefined ? '' : ` Did you mean "${nearest}"?`;
    throw new LockError(`The lock "${text}" is not understood: ${detail}.${hint}`);
  }
  const isLock = Object.keys(query).every((name) => LOCKS.some((each) => each === name));
  if (!isLock || Object.keys(query).length === 0) {
    throw new LockError(
      `The lock "${text}" is none: name places, topics and the like, as an element's attributes do.`,
    );
  }
  const slugs = query.provider?.map((each) => reference.providers.named(each)?.slug ?? each);
  const lock: Lock = { ...query, ...(slugs && { provider: slugs }) };
  const key = setKey(lock);
  if (setName(key).length > LONGEST_NAME) {
    throw new LockError(
      `The lock "${text}" is too long to be a file's name: leave it out; the whole directory's set holds it.`,
    );
  }
  return lock;
}
