import type { ContentEncoding } from './encoding.js';
import type { RouteMatch } from './router.js';
import type { RequestTarget } from './target.js';

/** The parameters of a query that a route looks at. */
export interface RouteParameters {
  /** Says whether its answers depend on a parameter; others are not part of the request. */
  takes(parameter: string): boolean;
}

/** All that an answer may depend on. */
export interface AnswerRequest<Route> {
  route: Route;
  /** The value of the route's parameter in the path. */
  name: string;
  /** The parameters that the route takes, by name; equal names in their order. */
  parameters: URLSearchParams;
  /** The key of the request: equal requests have equal addresses. */
  address: string;
}

/**
 * The request behind a target. An answer is made from it alone and remembered by its address, so
 * that nothing else in a request can affect others' answers.
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

/** The key of a remembered answer: its request and its encoding. */
export function answerKey({ address }: AnswerRequest<unknown>, encoding: ContentEncoding): string {
  return `${encoding} ${address}`;
}
