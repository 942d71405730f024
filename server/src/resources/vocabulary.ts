import type { Reply } from '../http/reply.js';
import type { Site } from '../answers/site.js';
import { readAllowed } from './request.js';
import { jsonContent } from './operation.js';
import { dataRoute } from './route.js';

/**
 * `GET /v1/vocabulary`: every term with its labels and synonyms in all languages. The shapes of places
 * have an address of their own.
 */
function vocabulary(site: Site, parameters: URLSearchParams): Reply {
  readAllowed([], parameters, site);
  const { reference, date } = site;
  const { place, ...lists } = reference.vocabulary;
  const vocabulary = { ...lists, place: place.map(({ area: _, ...term }) => term) };
  const body = { directory: reference.head(date), vocabulary };
  return { body, lifetime: 'data' };
}

export const vocabularyRoute = dataRoute('/v1/vocabulary', vocabulary, {
  summary: 'Topics, audiences, kinds, places, languages',
  operation: {
    id: 'getVocabulary',
    tag: 'vocabulary',
    description:
      'All terms with their labels and synonyms in every language, retired ones too. The shapes of places are at `/v1/areas`.',
    parameters: [],
    answer: jsonContent('vocabulary'),
  },
});
