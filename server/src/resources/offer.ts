import {
  WITHIN,
  hasEnded,
  toPublicOffer,
  type Card,
  type Lock,
  type Offer,
  type OfferAnswer,
  type ProviderHead,
} from '@vielfalt/feed';
import { Problem } from '../http/problem.js';
import type { Reply } from '../http/reply.js';
import { mentionedTerms } from './mentioned.js';
import type { Site } from '../answers/site.js';
import { readAllowed } from './request.js';
import { GONE, jsonContent, LOCK_PARAMETERS } from './operation.js';
import { dataRoute } from './route.js';

/** `GET /v1/offers/{id|slug}`: one offer in full. */
async function offer(site: Site, parameters: URLSearchParams, name: string): Promise<Reply> {
  const { reference, date } = site;
  const { query, lock } = readAllowed(['lang', WITHIN], parameters, site);
  const { found, card, head } = await shownOffer(site, name, lock, query.lang);
  const body: OfferAnswer = {
    directory: reference.head(date),
    offer: toPublicOffer(found),
    card,
    provider: head,
    terms: mentionedTerms(reference.view(query.lang), [card]),
  };
  return { body, lifetime: 'data' };
}

/**
 * Finds an offer by id or slug, with its card and its provider.
 * @throws Problem 404 where it is unknown or outside the lock, 410 where it has ended or gone
 */
export async function shownOffer(
  { answers, reference, date }: Site,
  name: string,
  lock: Lock,
  lang: string | undefined,
): Promise<{ found: Offer; card: Card; head: ProviderHead }> {
  const found = await answers.offer(name);
  if (!found) throw new Problem(404, `The directory has no offer "${name}".`);
  // What has gone is inside no lock.
  if (hasEnded(found, date) && Object.keys(lock).length === 0) {
    const provider = await answers.provider(found.provider);
    const at = provider ? ` It was offered by ${provider.name}.` : '';
    throw new Problem(410, `The offer "${found.title}" has ended.${at}`);
  }
  const card = await answers.card(found.id, lock, lang);
  const head = reference.providers.byId(found.provider);
  if (!card || !head) throw new Problem(404, `There is no offer "${name}" inside this lock.`);
  return { found, card, head };
}

export const offerRoute = dataRoute('/v1/offers/:name', offer, {
  summary: 'One offer',
  operation: {
    id: 'getOffer',
    tag: 'offers',
    description: 'All that is public of an offer, with its provider and the terms it mentions.',
    parameters: ['lang', ...LOCK_PARAMETERS],
    name: 'Id or slug of the offer.',
    answer: jsonContent('offer-answer'),
    problems: GONE,
  },
});
