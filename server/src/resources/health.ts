import { Problem } from '../http/problem.js';
import { noParameter, type Route } from './route.js';

/** `GET /healthz`: the process is alive. */
export const healthRoute: Route = {
  path: '/healthz',
  takes: noParameter,
  summary: 'Alive',
  isLive: true,
  reply: () => ({ body: 'ok\n', type: 'text/plain' }),
};

/**
 * `GET /readyz`: it can answer from a directory, and will go on to. Where the store is lost it still
 * can, as of the last revision, and says since when.
 */
export const readinessRoute: Route = {
  path: '/readyz',
  takes: noParameter,
  summary: 'Able to answer',
  isLive: true,
  reply(_, { isStopping, lostSince, site }) {
    if (isStopping()) throw new Problem(503, 'The service is stopping.');
    const since = lostSince();
    const lost = since !== undefined && { storeLostSince: new Date(since).toISOString() };
    return { body: { revision: site().answers.revision, ...lost } };
  },
};
