import { Problem } from '../http/problem.js';
import { noParameter, type Route } from './route.js';

/** That the store cannot be read, which answers come from. */
export function unreadable(): Problem {
  const detail = 'The directory cannot be read at the moment. Try again in some seconds.';
  return new Problem(503, detail, {}, { 'Retry-After': '5' });
}

/** `GET /healthz`: the process is alive. */
export const healthRoute: Route = {
  path: '/healthz',
  takes: noParameter,
  summary: 'Alive',
  isLive: true,
  reply: () => ({ body: 'ok\n', type: 'text/plain' }),
};

/**
 * `GET /readyz`: it can answer from a directory, and will go on to. Where the store is lost, answers
 * from memory go on, as of the last revision, and it says since when; those from the store do not.
 * Where a newer revision cannot be prepared, it says that an earlier one is shown.
 */
export const readinessRoute: Route = {
  path: '/readyz',
  takes: noParameter,
  summary: 'Able to answer',
  isLive: true,
  reply(_, { isStopping, lostSince, preparingFails, isInStore, site }) {
    if (isStopping()) throw new Problem(503, 'The service is stopping.');
    const since = lostSince();
    if (since !== undefined && isInStore()) throw unreadable();
    const lost = since !== undefined && { storeLostSince: new Date(since).toISOString() };
    const { revision } = site().answers;
    const fails = preparingFails() && {
      preparingFails: `What comes after revision ${revision} cannot be prepared: this one is shown. It is tried again within a minute; the log says why it fails.`,
    };
    return { body: { revision, ...lost, ...fails } };
  },
};
