import {
  printQuery,
  printRequest,
  readAreasAnswer,
  readPointsAnswer,
  type AreasAnswer,
  type PointsAnswer,
  type Request,
} from '@vielfalt/feed';
import type { FeedClient } from './feed-client.js';

/** All offers of a query and a lock as points. Rejects as the client does. */
export function askPoints(
  client: FeedClient,
  request: Request,
  signal: AbortSignal,
): Promise<PointsAnswer> {
  return client.ask(`v1/points?${printRequest(request)}`, readPointsAnswer, signal);
}

/** The shapes of places. Rejects as the client does. */
export function askAreas(
  client: FeedClient,
  lang: string | undefined,
  signal: AbortSignal,
): Promise<AreasAnswer> {
  const query = printQuery(lang === undefined ? {} : { lang });
  return client.ask(`v1/areas?${query}`, readAreasAnswer, signal);
}
