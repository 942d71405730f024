import type { ContentEncoding } from './encoding.js';
import type { RouteMatch } from './router.js';
import type { RequestTarget } from './target.js';

/** Which parameters of a query a route looks at. */
export interface RouteParameters {
  /** Whether its answers depend on a parameter; others are no part of the request. */
  takes(parameter: string): boolean;
}

/** All that an answer may depend on. */
export interface AnswerRequest<Route> {
  route: Route;
  /** What stands in the path for the route's parameter. */
  name: string;
  /** Those that the route takes, by name; equal names in their order. */
  parameters: URLSearchParams;
  /** Equal requests have equal ones. */
  address: string;
}

/**
 * The request behind a target. An answer is made from it alone and remembered by its address, so
 * that nothing else in a request can reach what others are answered.
 */
export function answerRequestOf<Route extends RouteParameters>(
  { route, name, path }: RouteMatch<Route>,
  { query }: RequestTarget,
): AnswerRequest<Route> {
  const parameters = new URLSearchParams();
  if (query !== '') {
    for (const [key, value] of new URLSearchParams(query)) {
      if (route.takes(key)) parameters.append(key, value);
    }
    parameters.sort();
  }
  const text = parameters.size > 0 ? `?${parameters.toString()}` : '';
  return { route, name, parameters, address: path + text };
}

/** What an answer is remembered by: what was asked, and how it travels. */
export function keyOf({ address }: AnswerRequest<unknown>, encoding: ContentEncoding): string {
  return `${encoding} ${address}`;
}
