import Koa, { type Context } from 'koa';
import type { Logger } from 'pino';
import { Answers } from './http/answers.js';
import type { Clock } from './clock.js';
import { encodingFor, type ContentEncoding } from './http/encoding.js';
import { cacheControl } from './http/headers.js';
import type { Rendered } from './http/memory.js';
import { Problem } from './http/problem.js';
import { keyOf, questionOf, type AnswerRequest } from './http/question.js';
import { PREFLIGHT, problemReply, render, type Reply } from './http/reply.js';
import { createRouter } from './http/router.js';
import { send } from './http/send.js';
import { readTarget, type RequestTarget } from './http/target.js';
import { Traffic } from './http/traffic.js';
import { rootOf } from './pages/context.js';
import { failurePage } from './pages/failure.js';
import { firstVisit, likedLanguage } from './pages/first-visit.js';
import { isForPrograms, MISSING } from './pages/routes.js';
import type { Publisher } from './snapshot/publisher.js';
import { Moment } from './answers/moment.js';
import type { Site } from './answers/site.js';
import { createRoutes, type Route } from './routes.js';

export interface AppOptions {
  publisher: Publisher;
  clock: Clock;
  log: Logger;
  /** The public address from the operator's settings; else the directory's own counts. */
  baseUrl: string | undefined;
  /** The folder with providers' logos. */
  logos: string | undefined;
  /** By address. */
  widgetFiles: ReadonlyMap<string, Reply>;
  /** The folder with parts of other builds of the widget. */
  parts: string | undefined;
  /** Whether the service is on its way out. */
  isStopping: () => boolean;
}

function wanted({ req }: Context): ContentEncoding {
  return encodingFor(req.headers['accept-encoding']);
}

/** Whether a person's browser asks for a page, be its address readable or not. */
function asksForPage({ req }: Context): boolean {
  return !isForPrograms(req.url ?? '') && /\btext\/html\b/.test(req.headers.accept ?? '');
}

/**
 * The service as a Koa app. What was answered once for this revision and day is answered from
 * memory. Of a request only its method, its target, `Accept-Encoding` and `If-None-Match` count; of
 * an error, which nobody remembers, also `Accept` and `Accept-Language`; and where a first visit is
 * led, which is not remembered either, depends on the latter. Nothing here may read another header, nor what
 * Koa makes of it (`URL`, `host`, `query`, …).
 */
export function createApp(options: AppOptions): {
  app: Koa;
  traffic: Traffic;
  /** The path of the route that a request target leads to. */
  routeOf: (raw: string) => string | undefined;
} {
  const { publisher, clock, log } = options;
  const answers = new Answers();
  const traffic = new Traffic(log);
  const cache = cacheControl(clock, () => publisher.dayEnds);
  const routes = createRoutes({ ...options, site });
  const route = createRouter(routes);
  const missing: Route = {
    path: '*',
    takes: MISSING.takes,
    isPage: true,
    reply: (parameters) => MISSING.page(site(), parameters),
  };
  publisher.onChange = (snapshot) => {
    answers.clear();
    log.info({ revision: snapshot?.revision ?? 0, date: publisher.date }, 'published');
  };

  function respond({ req, res }: Context, rendered: Rendered, remembered: boolean): void {
    send(req, res, rendered, cache);
    traffic.count(res.statusCode, remembered);
  }

  function baseUrl(): string {
    const own = publisher.snapshot?.state.directory.baseUrl?.replace(/\/+$/, '');
    return options.baseUrl ?? own ?? '';
  }

  function site(): Site {
    const { snapshot, date } = publisher;
    if (!snapshot) {
      const detail = 'The directory is empty: import one with "vielfalt import".';
      throw new Problem(503, detail, {}, { 'Retry-After': '5' });
    }
    const moment = new Moment(clock(), snapshot.state.directory.timeZone);
    return { snapshot, date, moment, baseUrl: baseUrl() };
  }

  function greet({ req }: Context, { parameters }: AnswerRequest<Route>): Reply | undefined {
    return publisher.snapshot && firstVisit(req.headers['accept-language'], parameters, site());
  }

  /** @throws Problem where nothing is, or nothing that can be done so */
  function question({ method = '' }: Context['req'], target: RequestTarget): AnswerRequest<Route> {
    const isRead = method === 'GET' || method === 'HEAD';
    const match = route(target.path);
    if (match && isRead) return questionOf(match, target);
    if (match) {
      const allow = { Allow: 'GET, HEAD' };
      throw new Problem(405, `Only GET and HEAD are offered, not ${method}.`, {}, allow);
    }
    if (isRead && !isForPrograms(target.path)) {
      return questionOf({ route: missing, name: '', path: target.path }, target);
    }
    throw new Problem(404, `There is nothing at "${target.path}".`);
  }

  async function answer(context: Context, target: RequestTarget): Promise<void> {
    if (context.req.method === 'OPTIONS' && route(target.path)) {
      respond(context, await render(PREFLIGHT, 'identity'), false);
      return;
    }
    const asked = question(context.req, target);
    const encoding = wanted(context);
    const led = asked.route.isPage && !asked.parameters.has('lang') && greet(context, asked);
    if (led) {
      respond(context, await render(led, encoding), false);
      return;
    }
    if (asked.route.isLive) {
      const reply = await asked.route.reply(asked.parameters, asked.name);
      respond(context, await render(reply, encoding), false);
      return;
    }
    publisher.checkDate();
    const key = keyOf(asked, encoding);
    const known = answers.get(key, clock());
    const make = async () => {
      await publisher.ready();
      return asked.route.reply(asked.parameters, asked.name);
    };
    respond(
      context,
      known ?? (await answers.make(key, encoding, make, () => context.req.socket.destroyed)),
      known !== undefined,
    );
  }

  async function explain(context: Context, error: unknown): Promise<void> {
    const problem = error instanceof Problem ? error : unexpected(error);
    const reply = asksForPage(context) ? problemPage(context, problem) : problemReply(problem);
    respond(context, await render(reply, wanted(context)), false);
  }

  /** What went wrong, for a person: from a mistake in an address they are led on in their language. */
  function problemPage({ req }: Context, problem: Problem): Reply {
    if (problem.status >= 500 || !publisher.snapshot) {
      return failurePage(problem, rootOf(baseUrl()));
    }
    const [, query] = (req.url ?? '').split('?');
    const lang =
      new URLSearchParams(query).get('lang') ??
      likedLanguage(req.headers['accept-language'], site());
    const page = MISSING.page(site(), new URLSearchParams({ lang }));
    return { ...page, status: problem.status, headers: { ...page.headers, ...problem.headers } };
  }

  function unexpected(error: unknown): Problem {
    log.error({ err: error }, 'an answer failed');
    return new Problem(500, 'The mistake is on our side and has been written down.');
  }

  const app = new Koa();
  // Koa's own error output would print what a request carried.
  app.silent = true;
  app.use(async (context) => {
    context.respond = false;
    try {
      await answer(context, readTarget(context.req.url ?? ''));
    } catch (error) {
      await explain(context, error);
    }
  });

  function routeOf(raw: string): string | undefined {
    try {
      return route(readTarget(raw).path)?.route.path;
    } catch {
      return undefined;
    }
  }
  return { app, traffic, routeOf };
}
