import { likenessOf, WITHIN, type SimilarAnswer } from '@vielfalt/feed';
import type { Site } from '../answers/site.js';
import type { Reply } from '../http/reply.js';
import { mentionedTerms } from './mentioned.js';
import { shownOffer } from './offer.js';
import { GONE, jsonContent, LOCK_PARAMETERS } from './operation.js';
import { readAllowed } from './request.js';
import { dataRoute } from './route.js';

/**
 * `GET /v1/similar/{id|slug}`: who else does what an offer does, near it and inside the lock.
 * @throws Problem 404 where the offer is unknown or outside the lock, 410 where it has ended or gone
 */
async function similarOffers(
  site: Site,
  parameters: URLSearchParams,
  name: string,
): Promise<Reply> {
  const { answers, reference, date } = site;
  const { query, lock } = readAllowed(['lang', WITHIN], parameters, site);
  const { card } = await shownOffer(site, name, lock, query.lang);
  const words = reference.view(query.lang);
  const found = await answers.similar(likenessOf([card], words.terms), lock, query.lang);
  const offers = found.map((each) => each.card);
  const values = (ids: string[]) => ids.map((value) => ({ value, count: 0 }));
  const body: SimilarAnswer = {
    directory: reference.head(date),
    similar: found.map(({ card: offer, reason }) => ({ offer, reason })),
    providers: reference.providers.some(offers.map(({ provider }) => provider)),
    terms: mentionedTerms(words, offers, {
      topic: values(found.flatMap(({ reason }) => reason.topics)),
      audience: values(found.flatMap(({ reason }) => reason.audiences)),
    }),
  };
  return { body, lifetime: 'data' };
}

export const similarRoute = dataRoute('/v1/similar/:name', similarOffers, {
  summary: 'Who else does what an offer does',
  operation: {
    id: 'listSimilar',
    tag: 'offers',
    description:
      'At most five offers of other providers that share a topic with an offer, one of each provider, with the reason: topics and audiences that both have, and the distance. Rare topics count more; what is near comes first among those alike.',
    parameters: ['lang', ...LOCK_PARAMETERS],
    name: 'Id or slug of the offer.',
    answer: jsonContent('similar-answer'),
    problems: GONE,
  },
});
