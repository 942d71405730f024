import type { Metrics } from '../http/metrics.js';
import type { Traffic } from '../http/traffic.js';
import type { AppMiddleware } from './state.js';

/**
 * Counts the answers.
 * @param observe measures them, too; absent: nothing is measured
 */
export function countRequests(
  traffic: Traffic,
  observe: Metrics['observe'] | undefined,
): AppMiddleware {
  return async (context, next) => {
    observe?.(context.res, () => context.state.routePath);
    await next();
    traffic.count(context.status, context.state.isRemembered ?? false);
  };
}
