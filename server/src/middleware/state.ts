import type { IncomingMessage } from 'node:http';
import type { ParameterizedContext } from 'koa';
import type { AnswerRequest } from '../http/answer-request.js';
import { encodingFor, type ContentEncoding } from '../http/encoding.js';
import type { Rendered } from '../http/memory.js';
import type { Route } from '../resources/route.js';

/** The facts about a request that one middleware tells the next. */
export interface RequestState {
  /**
   * The path of the route that the address leads to, whatever the outcome; absent: there is none.
   */
  routePath?: string;
  /** All that the answer may depend on; there once the route is found. */
  request: AnswerRequest<Route>;
  /** Tells whether it was answered from memory. */
  isRemembered?: true;
}

export type AppContext = ParameterizedContext<RequestState>;
export type AppMiddleware = (context: AppContext, next: () => Promise<void>) => Promise<void>;

/** Sends a rendered answer, to be kept for as long as it is true. */
export type Respond = (context: AppContext, rendered: Rendered) => void;

/** The encoding in which to send an answer. */
export function contentEncodingOf({ req }: { req: IncomingMessage }): ContentEncoding {
  return encodingFor(req.headers['accept-encoding']);
}
