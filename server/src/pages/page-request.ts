import {
  WITHIN,
  addressParameters,
  parseRequest,
  printRequest,
  type Query,
  type QueryProblem,
  type Request,
} from '@vielfalt/feed';
import { unknownValues } from '../answers/reference.js';
import { withMeant } from '../resources/meant-values.js';
import type { PageContext } from './context.js';

/** The request that stands in a page's address. */
export interface PageRequest {
  /** As far as it is understood; the language is the page's own business. */
  request: Request;
  /** Values that are malformed or that the directory does not have. */
  problems: QueryProblem[];
}

/**
 * Reads a page's address: the feed's parameters, and those that our elements write. Foreign ones
 * (`utm_…`) are not looked at; what is wrong in the others is left out and named.
 */
export function readPageRequest(
  parameters: URLSearchParams,
  { site, view }: PageContext,
): PageRequest {
  const { request, problems } = parseRequest(addressParameters(parameters));
  const unknown = unknownValues(request, view.terms, site.reference);
  const { lang: _, ...query } = request.query;
  return {
    request: { query: withoutUnknown(query, unknown), lock: request.lock },
    problems: withMeant([...problems, ...unknown], site.reference),
  };
}

/** The query without values that the directory does not have. */
export function withoutUnknown(query: Query, problems: QueryProblem[]): Query {
  const rest: Record<string, unknown> = { ...query };
  for (const { parameter, value } of problems) {
    const values = rest[parameter];
    if (!Array.isArray(values)) continue;
    const kept = values.filter((each) => each !== value);
    rest[parameter] = kept.length > 0 ? kept : undefined;
  }
  return rest;
}

/**
 * Tells whether the lock is not understood: then no offers are shown, better than the wrong ones.
 */
export function isLockBroken({ problems }: PageRequest): boolean {
  return problems.some(({ parameter }) => parameter.startsWith(WITHIN));
}

/** A request for cards in the page's language. */
export function inPageLanguage(request: Request, { language }: PageContext): Request {
  return { query: { ...request.query, lang: language }, lock: request.lock };
}

/** The request with other choices, from its first page, as a page's query. */
export function changedQuery({ request }: PageRequest, change: Partial<Query>): string {
  const { query, lock } = request;
  return printRequest({ query: { ...query, page: undefined, ...change }, lock });
}

/** The lock alone as a page's query: what links to other pages carry on. */
export function lockQuery({ request: { lock } }: PageRequest): string {
  return printRequest({ query: {}, lock });
}
