import type { IncomingMessage } from 'node:http';
import type { ParameterizedContext } from 'koa';
import type { AnswerRequest } from '../http/answer-request.js';
import { encodingFor, type ContentEncoding } from '../http/encoding.js';
import type { Rendered } from '../http/memory.js';
import type { Route } from '../resources/route.js';

/** What one middleware tells the next of a request. */
export interface RequestState {
  /** The path of the route that the address leads to, whatever comes of it; absent: there is none. */
  routePath?: string;
  /** All that the answer may depend on; there once the route is found. */
  request: AnswerRequest<Route>;
  /** Whether it was answered from memory. */
  isRemembered?: true;
}

export type AppContext = ParameterizedContext<RequestState>;
export type AppMiddleware = (context: AppContext, next: () => Promise<void>) => Promise<void>;

/** Answers with what has been made, to be kept for as long as it is true. */
export type Respond = (context: AppContext, rendered: Rendered) => void;

/** How an answer is to travel. */
export function encodingOf({ req }: { req: IncomingMessage }): ContentEncoding {
  return encodingFor(req.headers['accept-encoding']);
}
