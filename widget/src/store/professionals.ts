import {
  printRequest,
  readProfessionalsAnswer,
  type ProfessionalsAnswer,
  type Request,
} from '@vielfalt/feed';
import type { FeedClient } from './feed-client.js';

/** What is for professionals inside a lock. Rejects as the client does. */
export function askProfessionals(
  client: FeedClient,
  request: Request,
  signal: AbortSignal,
): Promise<ProfessionalsAnswer> {
  return client.ask(`v1/professionals?${printRequest(request)}`, readProfessionalsAnswer, signal);
}

/** The directory's own page about what is missing. */
export function gapsPage({ base }: FeedClient): string {
  return new URL('insight?table=gaps', base).href;
}
