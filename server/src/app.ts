import type { RequestListener } from 'node:http';
import Koa from 'koa';
import type { Logger } from 'pino';
import { SiteSource } from './answers/site-source.js';
import type { Clock } from './clock.js';
import { Limits } from './desk/limits.js';
import type { Mailer } from './desk/mail.js';
import type { VisitSources } from './desk/visit.js';
import { AnswerCache, type ObserveWait } from './http/answer-cache.js';
import { answerRemembered } from './http/answer-remembered.js';
import { cacheControl } from './http/headers.js';
import type { Metrics } from './http/metrics.js';
import { respond as respondWith, respondReady } from './http/respond.js';
import { createRouter } from './http/router.js';
import type { Traffic } from './http/traffic.js';
import { answerFromMemory, answerLive } from './middleware/answer.js';
import { countRequests } from './middleware/count.js';
import { explainProblems } from './middleware/explain.js';
import { findRoute } from './middleware/find-route.js';
import { leadFirstVisit } from './middleware/lead-first-visit.js';
import { receiveVisits } from './middleware/receive-visits.js';
import type { RequestState, Respond } from './middleware/state.js';
import type { RouteSources } from './resources/route.js';
import { ROUTES } from './routes.js';
import type { Publisher } from './answers/publisher.js';
import type { Store } from './store/store.js';
import type { Upkeep } from './upkeep/upkeep.js';
import { VISITS } from './visits.js';

export interface AppOptions extends Omit<RouteSources, 'site'> {
  publisher: Publisher;
  store: Store;
  clock: Clock;
  /** Sends mails; undefined: none can be sent. */
  mailer: Mailer | undefined;
  /** The header in which a proxy names the keeper; undefined: keepers come by links. */
  officeHeader: string | undefined;
  log: Logger;
  /** The public address from the operator's settings; else the directory's own counts. */
  baseUrl: string | undefined;
  upkeep: Upkeep;
  traffic: Traffic;
  /** Measures requests; undefined: nothing is measured. */
  observe: Metrics['observe'] | undefined;
  /** Measures how long answers wait to be made; undefined: nothing is measured. */
  observeWait: ObserveWait | undefined;
}

/**
 * The service's answers. What was answered once for this revision and day is answered from memory,
 * all else by a Koa app. Of a request only its method, its target, `Accept-Encoding` and
 * `If-None-Match` count; of an error, which nobody remembers, also `Accept` and `Accept-Language`;
 * and where a first visit is led, which is not remembered either, depends on the latter. Visits
 * (`desk/`), which are answered one by one, see more. No other middleware may read another header, nor
 * what Koa makes of it (`URL`, `host`, `query`, …).
 */
export function createApp(options: AppOptions): RequestListener {
  const { publisher, store, clock, mailer, log, baseUrl, upkeep, traffic, observe, observeWait } =
    options;
  const answers = new AnswerCache(observeWait);
  const sites = new SiteSource(publisher, clock, baseUrl, mailer !== undefined, upkeep);
  const sources: RouteSources = { ...options, site: () => sites.now() };
  const visitSources: VisitSources = {
    ...sources,
    ...{ store, clock, mailer, log, officeHeader: options.officeHeader },
    limits: new Limits(),
    get baseUrl() {
      return sites.baseUrl || undefined;
    },
    refresh: () => publisher.check(),
  };
  const match = createRouter(ROUTES);
  const cache = cacheControl(clock, () => publisher.dayEnds);
  const respond: Respond = (context, rendered) =>
    respondWith(context, rendered, cache(rendered.lifetime, rendered.until));
  const find = (key: string) => {
    publisher.checkDate();
    return answers.get(key, clock());
  };
  publisher.onChange = (published) => {
    answers.clear();
    log.info({ revision: published?.revision ?? 0, date: publisher.date }, 'published');
    upkeep.notice(() => sites.find());
  };

  const app = new Koa<RequestState>();
  // Koa's own error output would print what a request carried.
  app.silent = true;
  app.use(countRequests(traffic, observe));
  app.use(explainProblems(sites, log, respond));
  app.use(receiveVisits(VISITS, visitSources, publisher, respond));
  app.use(findRoute(match, respond));
  app.use(leadFirstVisit(sites, respond));
  app.use(answerLive(sources, respond));
  app.use(answerFromMemory(answers, find, publisher, sources, respond));
  const answer = app.callback();

  const isRemembered = answerRemembered({
    match,
    find,
    send: (request, response, rendered) =>
      respondReady(request, response, rendered, cache(rendered.lifetime, rendered.until)),
    traffic,
    observe,
  });
  return (request, response) => {
    if (!isRemembered(request, response)) void answer(request, response);
  };
}
