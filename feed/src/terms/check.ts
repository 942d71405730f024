import type { Terms } from '../model/wire.js';
import type { VocabularyList } from '../model/vocabulary.js';
import { nearest } from '../query/nearest.js';
import type { List, Query, QueryProblem, Request } from '../query/query.js';
import { TERM_LISTS } from './lists.js';

/**
 * Names the values of a request that the directory does not know. An unknown value in a lock must
 * end in no offers at all.
 * @param providers ids and slugs
 */
export function checkTerms(
  { query, lock }: Request,
  terms: Terms,
  providers: ReadonlySet<string>,
): QueryProblem[] {
  return [...unknown('', query, terms, providers), ...unknown('within.', lock, terms, providers)];
}

function* unknown(
  prefix: string,
  query: Query,
  terms: Terms,
  providers: ReadonlySet<string>,
): Generator<QueryProblem> {
  for (const [name, list] of Object.entries(TERM_LISTS) as [List, VocabularyList][]) {
    for (const value of query[name] ?? []) {
      if (Object.hasOwn(terms[list], value)) continue;
      const near = nearest(value, Object.keys(terms[list]));
      yield {
        parameter: prefix + name,
        value,
        detail: `the directory has no ${list} "${value}"`,
        ...(near !== undefined && { nearest: near }),
      };
    }
  }
  for (const value of query.provider ?? []) {
    if (providers.has(value)) continue;
    const near = nearest(value, providers);
    yield {
      parameter: `${prefix}provider`,
      value,
      detail: `the directory has no provider "${value}"`,
      ...(near !== undefined && { nearest: near }),
    };
  }
}
