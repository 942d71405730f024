import { StaticFeed, isStaticIndex } from '@vielfalt/feed/static';
import type { FeedClient, StaticAnswers } from './feed-client.js';
import type { FeedError } from './feed-error.js';

/** By the addresses of feeds: their elements share what has been loaded. */
const known = new Map<string, StaticAnswers>();

/**
 * What answers for a feed made of files. A bundle of its own, for pages with such a feed.
 *
 * @param Refusal the class of errors that elements know
 * @throws FeedError where it is of a kind that is not known here
 */
export function staticAnswers(
  client: FeedClient,
  index: unknown,
  Refusal: typeof FeedError,
): StaticAnswers {
  const { href } = client.base;
  const found = known.get(href);
  if (found) return found;
  if (!isStaticIndex(index)) throw new Refusal('the files are of a later version than this script');
  const feed = new StaticFeed(index, {
    load: (path) => client.load(path),
    now: () => Date.now(),
    refuse: (status, problems) =>
      new Refusal(`the files answer ${status}`, {
        status,
        ...(problems && { body: { problems } }),
      }),
  });
  const answers = (path: string) => feed.answer(path);
  known.set(href, answers);
  return answers;
}
