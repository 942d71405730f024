import type { SiteSource } from '../answers/site-source.js';
import { render, type Reply } from '../http/reply.js';
import { firstVisit } from '../pages/first-visit.js';
import { contentEncodingOf, type AppContext, type AppMiddleware, type Respond } from './state.js';

/**
 * Leads first-time visitors of a page to it in the language they prefer; nobody else is redirected.
 */
export function leadFirstVisit(sites: SiteSource, respond: Respond): AppMiddleware {
  return (context, next) => {
    const { route, parameters } = context.state.request;
    const site = route.isPage && !parameters.has('lang') ? sites.find() : undefined;
    const reply = site && firstVisit(context.req.headers['accept-language'], parameters, site);
    return reply ? lead(context, reply) : next();
  };

  async function lead(context: AppContext, reply: Reply): Promise<void> {
    respond(context, await render(reply, contentEncodingOf(context)));
  }
}
