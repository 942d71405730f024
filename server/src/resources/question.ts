import type { QuestionAnswer } from '@vielfalt/feed';
import type { Reply } from '../http/reply.js';
import { understand } from '../languages/languages.js';
import { readOnly, type Site } from './request.js';

/** `GET /v1/question`: what the words of a question mean in German. */
export function question(site: Site, parameters: URLSearchParams): Reply {
  const { q = '' } = readOnly(['q'], parameters, site).query;
  const body: QuestionAnswer = { senses: understand(q) };
  return { body, lifetime: 'data' };
}
