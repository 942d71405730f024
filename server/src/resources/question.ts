import type { QuestionAnswer } from '@vielfalt/feed';
import type { Reply } from '../http/reply.js';
import { understand } from '../languages/languages.js';
import { readOnly, type Site } from './request.js';

/** `GET /v1/question`: what a question means, and what of the directory it finds. */
export function question(site: Site, parameters: URLSearchParams): Reply {
  const { query } = readOnly(['q', 'lang', 'within.'], parameters, site);
  const { q = '', lang } = query;
  const senses = understand(q);
  const body: QuestionAnswer = {
    senses,
    found: site.publication.view(lang).wordsFound(q, senses),
  };
  return { body, lifetime: 'data' };
}
