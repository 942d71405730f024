import type { IncomingMessage, ServerResponse } from 'node:http';
import {
  answerRequestOf,
  answerKey,
  type AnswerRequest,
  type RouteParameters,
} from './answer-request.js';
import { encodingFor } from './encoding.js';
import type { Rendered } from './memory.js';
import type { Metrics } from './metrics.js';
import { Problem } from './problem.js';
import type { RouteMatch, RoutePattern } from './router.js';
import { readTarget } from './target.js';
import type { Traffic } from './traffic.js';

/** A route whose answers may be remembered. */
interface RememberedRoute extends RoutePattern, RouteParameters {
  isPage?: true;
}

/** The means by which remembered answers are found, counted and sent. */
export interface AnswerMemory<Route extends RememberedRoute> {
  match: (path: string) => RouteMatch<Route> | undefined;
  /** The answer to an equal request of this revision and day. */
  find: (key: string) => Rendered | undefined;
  send: (request: IncomingMessage, response: ServerResponse, rendered: Rendered) => void;
  traffic: Traffic;
  observe: Metrics['observe'] | undefined;
}

/**
 * Answers from memory what was answered before, ahead of everything else: a context and a chain of
 * middleware would cost more than the answer.
 * @returns whether it has answered; all else, mistakes included, is left to the middleware, as are
 *   pages in no language, whose readers may be led to their own
 */
export function answerRemembered<Route extends RememberedRoute>(
  memory: AnswerMemory<Route>,
): (request: IncomingMessage, response: ServerResponse) => boolean {
  const { match, find, send, traffic, observe } = memory;
  return (request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return false;
    const wanted = requestOf(request.url ?? '', match);
    if (!wanted || (wanted.route.isPage && !wanted.parameters.has('lang'))) return false;
    const encoding = encodingFor(request.headers['accept-encoding']);
    const rendered = find(answerKey(wanted, encoding));
    if (!rendered) return false;
    observe?.(response, () => wanted.route.path);
    send(request, response, rendered);
    traffic.count(response.statusCode, true);
    return true;
  };
}

function requestOf<Route extends RememberedRoute>(
  url: string,
  match: AnswerMemory<Route>['match'],
): AnswerRequest<Route> | undefined {
  try {
    const target = readTarget(url);
    const found = match(target.path);
    return found && answerRequestOf(found, target);
  } catch (error) {
    if (error instanceof Problem) return undefined;
    throw error;
  }
}
