import type { Reply } from '../http/reply.js';
import type { Site } from '../answers/site.js';
import { readOnly } from './request.js';

/** `GET /v1/vocabulary`: every term with its labels and synonyms in all languages. */
export function vocabulary(site: Site, parameters: URLSearchParams): Reply {
  readOnly([], parameters, site);
  const { snapshot, date } = site;
  const body = { directory: snapshot.head(date), vocabulary: snapshot.state.vocabulary };
  return { body, lifetime: 'data' };
}
