import type { ContentEncoding } from './encoding.js';
import type { RouteMatch } from './router.js';
import type { RequestTarget } from './target.js';

/** What a route says of the questions put to it. */
export interface Asking {
  /** Whether its answers depend on a parameter; others are no part of the question. */
  takes(parameter: string): boolean;
}

/** What is asked: all that an answer may depend on. */
export interface AnswerRequest<Route> {
  route: Route;
  /** What stands in the path for the route's parameter. */
  name: string;
  /** Those that the route takes, by name; equal names in their order. */
  parameters: URLSearchParams;
  /** Equal questions have equal ones. */
  address: string;
}

/**
 * The question behind a target. An answer is made from it alone and remembered by its address, so
 * that nothing else in a request can reach what others are answered.
 */
export function questionOf<Route extends Asking>(
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
