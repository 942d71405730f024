import { WITHIN, type QueryProblem } from '@vielfalt/feed';
import { NETWORK_LOCKS } from '../../resources/networks.js';
import type { PageContext } from '../context.js';
import { changedQuery, readPageRequest, type PageRequest } from '../page-request.js';

/** The orders of the table, the first its usual one. */
export const NETWORK_SORTS = ['name', 'next', 'members'] as const;
export type NetworkSort = (typeof NETWORK_SORTS)[number];

/** What the address of a page of networks asks for. */
export interface NetworkRequest {
  requested: PageRequest;
  sort: NetworkSort;
}

/** The parameters that choose networks. */
export function isNetworkParameter(name: string): boolean {
  return ['topic', 'place', 'sort'].includes(name) || name.startsWith(WITHIN);
}

/**
 * Reads the address. A lock that says nothing of networks is not understood: none are shown, better
 * than those outside it.
 */
export function readNetworkRequest(
  parameters: URLSearchParams,
  context: PageContext,
): NetworkRequest {
  const asked = parameters.getAll('sort').join(',');
  const others = [...parameters].filter(([name]) => name !== 'sort');
  const requested = readPageRequest(new URLSearchParams(others), context);
  const sort = NETWORK_SORTS.find((name) => name === asked);
  const problems: QueryProblem[] = [...requested.problems];
  if (asked && !sort) {
    problems.push({
      parameter: 'sort',
      value: asked,
      detail: `one of ${NETWORK_SORTS.join(', ')}`,
    });
  }
  for (const [name, value] of parameters) {
    const isKnown = !name.startsWith(WITHIN) || NETWORK_LOCKS.includes(name);
    const isSaid = problems.some(({ parameter }) => parameter === name);
    if (!isKnown && !isSaid) {
      problems.push({ parameter: name, value, detail: 'says nothing of networks' });
    }
  }
  return { requested: { ...requested, problems }, sort: sort ?? NETWORK_SORTS[0] };
}

/** The address part of the same networks in an order. */
export function sortedQuery({ requested }: NetworkRequest, sort: NetworkSort): string {
  const query = changedQuery(requested, {});
  if (sort === NETWORK_SORTS[0]) return query;
  return `${query}${query && '&'}sort=${sort}`;
}
