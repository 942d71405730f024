import type { Reply } from '../http/reply.js';
import type { Site } from '../answers/site.js';
import { readAllowed } from './request.js';
import { jsonContent } from './operation.js';
import { dataRoute } from './route.js';

/** `GET /v1/vocabulary`: every term with its labels and synonyms in all languages. */
function vocabulary(site: Site, parameters: URLSearchParams): Reply {
  readAllowed([], parameters, site);
  const { reference, date } = site;
  const body = { directory: reference.head(date), vocabulary: reference.vocabulary };
  return { body, lifetime: 'data' };
}

export const vocabularyRoute = dataRoute('/v1/vocabulary', vocabulary, {
  summary: 'Topics, audiences, kinds, places, languages',
  operation: {
    id: 'getVocabulary',
    tag: 'vocabulary',
    description: 'All terms with their labels and synonyms in every language, retired ones too.',
    parameters: [],
    answer: jsonContent('vocabulary'),
  },
});
