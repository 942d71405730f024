import { answerRequestOf, type AnswerRequest } from '../http/answer-request.js';
import { Problem } from '../http/problem.js';
import { PREFLIGHT, render } from '../http/reply.js';
import type { RouteMatch } from '../http/router.js';
import { readTarget, type RequestTarget } from '../http/target.js';
import { isForPrograms, MISSING_PAGE } from '../pages/routes.js';
import type { Route } from '../resources/route.js';
import type { AppMiddleware, Respond } from './state.js';

/** Finds the route of an address, and refuses addresses without one. */
export function findRoute(
  match: (path: string) => RouteMatch<Route> | undefined,
  respond: Respond,
): AppMiddleware {
  return async (context, next) => {
    const { method = '', url = '' } = context.req;
    const target = readTarget(url);
    const found = match(target.path);
    if (found) context.state.routePath = found.route.path;
    if (found && method === 'OPTIONS') {
      respond(context, await render(PREFLIGHT, 'identity'));
      return;
    }
    context.state.request = requestOf(method, target, found);
    await next();
  };
}

/** @throws Problem where there is nothing, or the method is not allowed */
function requestOf(
  method: string,
  target: RequestTarget,
  found: RouteMatch<Route> | undefined,
): AnswerRequest<Route> {
  const isRead = method === 'GET' || method === 'HEAD';
  if (found && isRead) return answerRequestOf(found, target);
  if (found) {
    const allow = { Allow: 'GET, HEAD' };
    throw new Problem(405, `Only GET and HEAD are offered, not ${method}.`, {}, allow);
  }
  if (isRead && !isForPrograms(target.path)) {
    return answerRequestOf({ route: MISSING_PAGE, name: '', path: target.path }, target);
  }
  throw new Problem(404, `There is nothing at "${target.path}".`);
}
