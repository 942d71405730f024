import type { IncomingMessage, ServerResponse } from 'node:http';
import {
  answerRequestOf,
  answerKey,
  type AnswerRequest,
  type RouteParameters,
} from './answer-request.js';
import { encodingFor, type ContentEncoding } from './encoding.js';
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

/** The most targets whose requests are known, and the letters that such a target may have. */
const MOST_TARGETS = 2_000;
const MOST_LETTERS = 500;

/** A request that was answered from memory before. */
interface KnownRequest {
  /** The path of its route. */
  path: string;
  /** As `answerKey` makes it. */
  key: string;
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
  // Reading a target takes longer than finding its answer, and most are asked for again and again.
  const known = { br: new Targets(), gzip: new Targets(), identity: new Targets() };
  return (request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return false;
    const { url = '' } = request;
    const encoding = encodingFor(request.headers['accept-encoding']);
    const before = known[encoding].get(url);
    const wanted = before ?? rememberedRequest(url, encoding, match);
    const rendered = wanted && find(wanted.key);
    if (!rendered) return false;
    if (!before) known[encoding].set(url, wanted);
    observe?.(response, () => wanted.path);
    send(request, response, rendered);
    traffic.count(response.statusCode, true);
    return true;
  };
}

/** Requests by target. Foreign parameters make endless ones of the same request: they are few. */
class Targets {
  readonly #requests = new Map<string, KnownRequest>();

  get(target: string): KnownRequest | undefined {
    return this.#requests.get(target);
  }

  set(target: string, request: KnownRequest): void {
    if (target.length > MOST_LETTERS) return;
    if (this.#requests.size >= MOST_TARGETS) this.#requests.clear();
    this.#requests.set(target, request);
  }
}

/** The request for an answer that may be remembered. */
function rememberedRequest<Route extends RememberedRoute>(
  url: string,
  encoding: ContentEncoding,
  match: AnswerMemory<Route>['match'],
): KnownRequest | undefined {
  const wanted = requestOf(url, match);
  if (!wanted || (wanted.route.isPage && !wanted.parameters.has('lang'))) return undefined;
  return { path: wanted.route.path, key: answerKey(wanted, encoding) };
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
