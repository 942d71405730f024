import { createAnswerer, type Answerer, type SetAnswer } from '@vielfalt/feed';
import { createSearch } from '@vielfalt/feed/search';

/**
 * Answers requests in the browser, as the feed would. A chunk of its own: it comes when a visitor
 * reaches for search.
 */
export function createLocalAnswerer(set: SetAnswer): Answerer {
  return createAnswerer(set, createSearch);
}
