import Router from '@koa/router';
import Koa, { type Context, type Next } from 'koa';
import type { Logger } from 'pino';
import type { Clock } from './clock.js';
import { FORMATS } from './formats/formats.js';
import { encodingFor, type Encoding } from './http/encoding.js';
import { cacheControl } from './http/headers.js';
import { Memory, type Rendered } from './http/memory.js';
import { Problem } from './http/problem.js';
import { problemReply, render, type Reply } from './http/reply.js';
import { send } from './http/send.js';
import { Traffic } from './http/traffic.js';
import { keptPart } from './http/widget-parts.js';
import { assetFile } from './pages/assets.js';
import { rootOf } from './pages/context.js';
import { failurePage } from './pages/failure.js';
import { LOGOS, readLogo } from './logos/logos.js';
import { missingPage } from './pages/missing.js';
import { isForPrograms, PAGES } from './pages/routes.js';
import type { Publisher } from './publication/publisher.js';
import { formatted, offerCalendar } from './resources/formats.js';
import { offer } from './resources/offer.js';
import { offers, set } from './resources/offers.js';
import { openapi } from './resources/openapi.js';
import { provider, providers } from './resources/providers.js';
import type { Site } from './resources/request.js';
import { schema } from './resources/schema.js';
import { vocabulary } from './resources/vocabulary.js';

/** Longer addresses are refused: no question needs them. */
const MAX_URL = 4_096;
/** Bytes of answers kept, compressed. */
const MEMORY = 96 * 1024 * 1024;
/** Answers being built at one time; whoever comes then is asked to come again. */
const MAX_BUILDING = 200;

type Resource = (site: Site, parameters: URLSearchParams, name: string) => Reply;

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

function wanted({ req }: Context): Encoding {
  return encodingFor(req.headers['accept-encoding']);
}

/** Whether a person's browser asks for a page. */
function asksForPage({ path, req }: Context): boolean {
  return !isForPrograms(path) && /\btext\/html\b/.test(req.headers.accept ?? '');
}

/** What an answer is remembered by: what was asked, and how it travels. */
function addressOf(context: Context, url = context.req.url ?? ''): string {
  return `${wanted(context)} ${url}`;
}

/** The service as a Koa app. What was answered once for this revision and day is answered from memory. */
export function createApp(options: AppOptions): {
  app: Koa;
  traffic: Traffic;
  /** The paths that the router knows. */
  routes: string[];
} {
  const { publisher, clock, log, widgetFiles } = options;
  const memory = new Memory(MEMORY);
  const building = new Map<string, Promise<Rendered>>();
  const traffic = new Traffic(log);
  const cache = cacheControl(clock, () => publisher.dayEnds);
  publisher.onChange = (publication) => {
    memory.clear();
    building.clear();
    log.info({ revision: publication?.revision ?? 0, date: publisher.date }, 'published');
  };

  function respond(context: Context, rendered: Rendered, remembered: boolean): void {
    context.respond = false;
    send(context.req, context.res, rendered, cache);
    traffic.count(context.res.statusCode, remembered);
  }

  function fromMemory(context: Context, next: Next): Promise<void> | void {
    const { method } = context.req;
    if (method === 'GET' || method === 'HEAD') {
      publisher.checkDate();
      const known = memory.get(addressOf(context));
      if (known) {
        respond(context, known, true);
        return;
      }
    }
    return next();
  }

  async function explainProblems(context: Context, next: Next): Promise<void> {
    try {
      if (context.url.length > MAX_URL) {
        throw new Problem(414, `An address here has at most ${MAX_URL} characters.`);
      }
      await next();
    } catch (error) {
      const problem = error instanceof Problem ? error : unexpected(error);
      const isForPeople = problem.status >= 500 && asksForPage(context);
      const reply = isForPeople ? failurePage(problem, rootOf(baseUrl())) : problemReply(problem);
      respond(context, await render(reply, wanted(context)), false);
    }
  }

  function unexpected(error: unknown): Problem {
    log.error({ err: error }, 'an answer failed');
    return new Problem(500, 'The mistake is on our side and has been written down.');
  }

  function baseUrl(): string {
    const own = publisher.publication?.state.directory.baseUrl?.replace(/\/+$/, '');
    return options.baseUrl ?? own ?? '';
  }

  function site(): Site {
    const { publication, date } = publisher;
    if (!publication) {
      const detail = 'The directory is empty: import one with "vielfalt import".';
      throw new Problem(503, detail, {}, { 'Retry-After': '5' });
    }
    return { publication, date, baseUrl: baseUrl() };
  }

  /** Requests for the same address while it is being built wait for the same answer. */
  async function built(context: Context, reply: () => Reply, url?: string): Promise<Rendered> {
    const address = addressOf(context, url);
    const underWay = building.get(address);
    if (underWay) return underWay;
    if (building.size >= MAX_BUILDING) {
      throw new Problem(503, 'Too much is asked at once.', {}, { 'Retry-After': '2' });
    }
    const made = render(reply(), wanted(context));
    building.set(address, made);
    try {
      const rendered = await made;
      // A revision that came meanwhile has emptied `building`: this answer is of the one before.
      if (rendered.lifetime !== 'none' && building.get(address) === made)
        memory.set(address, rendered);
      return rendered;
    } finally {
      if (building.get(address) === made) building.delete(address);
    }
  }

  const answer =
    (resource: Resource) => async (context: Context & { params: { name?: string } }) => {
      const reply = () => resource(site(), context.URL.searchParams, context.params.name ?? '');
      respond(context, await built(context, reply), false);
    };

  /** What is there whether there is a directory or not. */
  const fixed =
    (reply: (name: string) => Reply) =>
    async (context: Context & { params: { name?: string } }) => {
      const make = () => reply(context.params.name ?? '');
      respond(context, await built(context, make, context.path), false);
    };

  const router = new Router();
  router.get('/offers/:name.ics', answer(offerCalendar));
  for (const [path, page] of PAGES) router.get(path, answer(page));
  router.get('/v1/offers', answer(offers));
  for (const format of FORMATS) router.get(`/v1/offers${format.suffix}`, answer(formatted(format)));
  router.get('/v1/offers/set', answer(set));
  router.get('/v1/offers/:name', answer(offer));
  router.get('/v1/providers', answer(providers));
  router.get('/v1/providers/:name', answer(provider));
  router.get('/v1/vocabulary', answer(vocabulary));
  router.get('/v1/openapi.json', answer(openapi));
  router.get(`${LOGOS}:name`, async (context) => {
    const { name = '' } = context.params;
    if (!options.logos) throw new Problem(404, 'There are no logos here.');
    const logo = await readLogo(options.logos, name);
    respond(context, await render(logo, wanted(context)), false);
  });
  router.get('/v1/schema/:name', fixed(schema));
  router.get('/pages/:name', fixed(assetFile));
  router.get('/widget/v1/{*name}', async (context) => {
    const { name = '' } = context.params;
    const file = widgetFiles.get(`/widget/v1/${name}`) ?? (await keptPart(options.parts, name));
    if (!file) throw new Problem(404, `The widget has no file "${name}".`);
    respond(context, await built(context, () => file, context.path), false);
  });
  router.get('/healthz', async (context) => {
    respond(context, await render({ body: 'ok\n', type: 'text/plain' }, 'identity'), false);
  });
  router.get('/readyz', async (context) => {
    if (options.isStopping()) throw new Problem(503, 'The service is stopping.');
    const { publication } = site();
    respond(context, await render({ body: { revision: publication.revision } }, 'identity'), false);
  });

  const app = new Koa();
  // Koa's own error output would print what a request carried.
  app.silent = true;
  app.use(fromMemory);
  app.use(explainProblems);
  app.use(router.routes());
  app.use(async (context) => {
    const isKnown = router.match(context.path, 'GET').path.length > 0;
    const isRead = context.method === 'GET' || context.method === 'HEAD';
    if (!isKnown && isRead && !isForPrograms(context.path)) {
      respond(
        context,
        await render(missingPage(site(), context.URL.searchParams), wanted(context)),
        false,
      );
      return;
    }
    if (!isKnown) throw new Problem(404, `There is nothing at "${context.path}".`);
    const allow = { Allow: 'GET, HEAD' };
    throw new Problem(405, `Only GET and HEAD are offered, not ${context.method}.`, {}, allow);
  });
  return { app, traffic, routes: router.stack.map(({ path }) => String(path)) };
}
