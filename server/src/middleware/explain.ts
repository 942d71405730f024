import type { Logger } from 'pino';
import type { SiteSource } from '../answers/site-source.js';
import { Problem } from '../http/problem.js';
import { problemReply, render, type Reply } from '../http/reply.js';
import { rootOf } from '../pages/context.js';
import { failurePage } from '../pages/failure.js';
import { isFrame } from '../pages/frames/path.js';
import { likedLanguage } from '../pages/first-visit.js';
import { missingPage } from '../pages/missing.js';
import { isForPrograms } from '../pages/routes.js';
import { unreadable } from '../resources/health.js';
import { StoreError } from '../store/error.js';
import { contentEncodingOf, type AppContext, type AppMiddleware, type Respond } from './state.js';

/**
 * Answers with what went wrong: as problem details (RFC 9457), or as a page where a person's
 * browser asks for one. For an error, which is not remembered, `Accept` and `Accept-Language`
 * count, too.
 */
export function explainProblems(sites: SiteSource, log: Logger, respond: Respond): AppMiddleware {
  return async (context, next) => {
    try {
      await next();
    } catch (error) {
      const problem = error instanceof Problem ? error : unexpected(error, log);
      const reply = wantsPage(context)
        ? problemPage(context, problem, sites)
        : problemReply(problem);
      respond(context, await render(reply, contentEncodingOf(context)));
    }
  };
}

function unexpected(error: unknown, log: Logger): Problem {
  log.error({ err: error }, 'an answer failed');
  if (error instanceof StoreError) return unreadable();
  return new Problem(500, 'The mistake is on our side and has been logged.');
}

/** Says whether a person's browser asks for a page, even by an unreadable address. */
function wantsPage({ req }: AppContext): boolean {
  return !isForPrograms(req.url ?? '') && /\btext\/html\b/.test(req.headers.accept ?? '');
}

/** What a form is refused with; that has nothing to do with its address. */
const OF_FORMS = [403, 413, 415];

/** Leads people on in their language after a mistake in an address. */
function problemPage({ req }: AppContext, problem: Problem, sites: SiteSource): Reply {
  const site = sites.find();
  if (problem.status >= 500 || OF_FORMS.includes(problem.status) || !site) {
    return failurePage(problem, rootOf(sites.baseUrl), isFrame(req.url ?? ''));
  }
  const [, query] = (req.url ?? '').split('?');
  const lang =
    new URLSearchParams(query).get('lang') ?? likedLanguage(req.headers['accept-language'], site);
  const page = missingPage(site, new URLSearchParams({ lang }));
  return { ...page, status: problem.status, headers: { ...page.headers, ...problem.headers } };
}
