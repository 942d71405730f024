import type { Terms } from '../model/wire.js';
import { nearest } from '../query/nearest.js';
import { WITHIN } from '../query/print.js';
import { LISTS, type List, type Query, type QueryProblem, type Request } from '../query/query.js';
import { termList } from './lists.js';

/**
 * For how many unknown values the nearest known one is looked for: a person misspells a few, and a
 * hint costs a comparison with everything there is.
 */
const HINTS = 4;

/**
 * Names the values of a request that the directory does not know; the first few with what is
 * nearest. An unknown value in a lock must end in no offers at all.
 * @param providers ids and slugs
 */
export function checkTerms(
  { query, lock }: Request,
  terms: Terms,
  providers: ReadonlySet<string>,
): QueryProblem[] {
  const found = [
    ...unknown('', query, terms, providers),
    ...unknown(WITHIN, lock, terms, providers),
  ];
  return found.map(({ choices, ...problem }, index) => {
    const near = index < HINTS ? nearest(problem.value, choices()) : undefined;
    return { ...problem, ...(near !== undefined && { nearest: near }) };
  });
}

function* unknown(
  prefix: string,
  query: Query,
  terms: Terms,
  providers: ReadonlySet<string>,
): Generator<QueryProblem & { choices: () => Iterable<string> }> {
  const problem = (name: List, value: string, what: string, choices: () => Iterable<string>) => ({
    parameter: prefix + name,
    value,
    detail: `the directory has no ${what} "${value}"`,
    choices,
  });
  for (const name of LISTS) {
    const list = termList(name);
    if (!list) continue;
    for (const value of query[name] ?? []) {
      if (Object.hasOwn(terms[list], value)) continue;
      yield problem(name, value, list, () => Object.keys(terms[list]));
    }
  }
  for (const value of query.provider ?? []) {
    if (!providers.has(value)) yield problem('provider', value, 'provider', () => providers);
  }
}
