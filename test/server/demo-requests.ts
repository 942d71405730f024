import type { Request } from '@vielfalt/feed';
import { readFileSync } from 'node:fs';
import { generatedRequests } from '../e2e/requests.js';

/** What people ask of the demo directory. */
export const questions = JSON.parse(
  readFileSync(new URL('../relevance/demo-queries.json', import.meta.url), 'utf8'),
) as { q: string; lang: string }[];

/** Generated requests in some languages in turn, and what people ask. */
export const demoRequests = (languages: readonly (string | undefined)[]): Request[] => [
  ...generatedRequests(60, 24)
    .flat()
    .map(({ query, lock }, at) => {
      const lang = languages[at % languages.length];
      return { query: { ...query, ...(lang && { lang }), limit: 1 + (at % 40) }, lock };
    }),
  ...questions.map(({ q, lang }) => ({ query: { q, lang }, lock: {} })),
];
