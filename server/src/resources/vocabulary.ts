import type { Reply } from '../http/reply.js';
import { readOnly, type Site } from './request.js';

/** `GET /v1/vocabulary`: every term with its labels and synonyms in all languages. */
export function vocabulary(site: Site, parameters: URLSearchParams): Reply {
  readOnly([], parameters, site);
  const { publication, date } = site;
  const body = { directory: publication.head(date), vocabulary: publication.state.vocabulary };
  return { body, lifetime: 'data' };
}
