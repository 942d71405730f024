import type { Site } from '../answers/site.js';
import type { RouteParameters } from '../http/answer-request.js';
import type { Reply } from '../http/reply.js';
import type { RoutePattern } from '../http/router.js';
import type { Operation } from './operation.js';

/** The sources that routes answer from. */
export interface RouteSources {
  /** @throws Problem 503 where there is no directory */
  site: () => Site;
  /** The folder with providers' logos; undefined: there are none. */
  logos: string | undefined;
  /** The widget's files by address. */
  widgetFiles: ReadonlyMap<string, Reply>;
  /** The folder with parts of other builds of the widget. */
  parts: string | undefined;
  /** Tells whether the service is shutting down. */
  isStopping: () => boolean;
  /** The time since which the store cannot be read, in milliseconds since the epoch; undefined: it can. */
  lostSince: () => number | undefined;
  /** Whether a newer revision, or the next day, cannot be prepared. */
  preparingFails: () => boolean;
  /** Whether answers are read from the store. */
  isInStore: () => boolean;
}

/** The part of a request that a route answers. */
export interface RouteRequest {
  /** Those that the route takes. */
  parameters: URLSearchParams;
  /** The part of the path that stands for the route's parameter; '' where it has none. */
  name: string;
}

/**
 * One kind of address: what leads to it, what answers, and how it is described. The router, the
 * OpenAPI document, the table in `docs/feed.md` and the classes of metrics are made from these.
 */
export interface Route extends RoutePattern, RouteParameters {
  /** A summary of its answer, in one line; absent: it is not part of the feed's interface. */
  summary?: string;
  /** The way programs ask; absent: it stands in no OpenAPI document. */
  operation?: Operation;
  reply(request: RouteRequest, sources: RouteSources): Reply | Promise<Reply>;
  /** Tells what is the case right now: no answer is remembered or shared. */
  isLive?: true;
  /** Looks at very much: it is made beside other answers, so that these need not wait for it. */
  isLong?: true;
  /** Speaks to people: in the language they like best, until the address names one. */
  isPage?: true;
}

/** Answers from the directory. */
export type Resource = (
  site: Site,
  parameters: URLSearchParams,
  name: string,
) => Reply | Promise<Reply>;

/** Programs are told of each parameter that means nothing: all count. */
export const anyParameter = () => true;
export const noParameter = () => false;

/** An answer from the directory that ends when what it tells of the moment does. */
export function fromDirectory(resource: Resource): Route['reply'] {
  return async ({ parameters, name }, sources) => {
    const site = sources.site();
    const reply = await resource(site, parameters, name);
    return { ...reply, until: site.moment.until };
  };
}

/** A route of the feed's interface that answers from the directory. */
export function dataRoute(
  path: string,
  resource: Resource,
  description: Pick<Route, 'summary' | 'operation' | 'isLong'>,
): Route {
  return { path, takes: anyParameter, reply: fromDirectory(resource), ...description };
}
