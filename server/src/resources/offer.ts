import { WITHIN, hasEnded, type OfferAnswer } from '@vielfalt/feed';
import { Problem } from '../http/problem.js';
import type { Reply } from '../http/reply.js';
import { mentionedTerms } from './mentioned.js';
import type { Site } from '../answers/site.js';
import { readOnly } from './request.js';

/**
 * `GET /v1/offers/{id|slug}`: one offer in full.
 * @throws Problem 404 where it is unknown or outside the lock, 410 where it has ended or gone
 */
export function offer(site: Site, parameters: URLSearchParams, name: string): Reply {
  const { snapshot, date } = site;
  const { query, lock } = readOnly(['lang', WITHIN], parameters, site);
  const found = snapshot.offer(name);
  if (!found) throw new Problem(404, `The directory has no offer "${name}".`);
  const provider = snapshot.provider(found.provider);
  if (hasEnded(found, date)) {
    const at = provider ? ` It was offered by ${provider.name}.` : '';
    throw new Problem(410, `The offer "${found.title}" has ended.${at}`);
  }
  const view = snapshot.view(query.lang);
  const card = view
    .on(date)
    .within(lock)
    .find(({ id }) => id === found.id);
  const head = snapshot.providers[found.provider];
  if (!card || !head) throw new Problem(404, `There is no offer "${name}" inside this lock.`);
  const body: OfferAnswer = {
    directory: snapshot.head(date),
    offer: snapshot.publicOffer(found),
    card,
    provider: head,
    terms: mentionedTerms(view, [card]),
  };
  return { body, lifetime: 'data' };
}
