import {
  DEFAULT_LIMIT,
  DEFAULT_LOCAL_LIMIT,
  WITHIN,
  type Card,
  type OffersAnswer,
  type ProviderHead,
  type SetAnswer,
} from '@vielfalt/feed';
import { Problem } from '../http/problem.js';
import type { Reply } from '../http/reply.js';
import type { Snapshot } from '../snapshot/snapshot.js';
import { alternateHeader } from './formats.js';
import { address, linkHeader, pageLinks } from './links.js';
import { allTerms, mentionedTerms } from './mentioned.js';
import type { Site } from '../answers/site.js';
import { readOnly, readRequest } from './request.js';

const PATH = '/v1/offers';

/** `GET /v1/offers`: a page of offers, counts for each further choice, and links (RFC 8288). */
export function offers(site: Site, parameters: URLSearchParams): Reply {
  const { snapshot, date } = site;
  const request = readRequest(parameters, site);
  const view = snapshot.view(request.query.lang);
  const day = view.on(date);
  const { total, offers: cards, facets } = day.answer(request, site.moment.next);
  const isSmall = day.within(request.lock).length <= localLimit(snapshot);
  const { limit = DEFAULT_LIMIT } = request.query;
  const pages = pageLinks(site, PATH, request, total, limit);
  const whole = address(site, `${PATH}/set`, {
    query: { lang: request.query.lang },
    lock: request.lock,
  });
  const { changed } = request.query;
  const body: OffersAnswer = {
    directory: snapshot.head(date),
    total,
    offers: cards,
    ...(changed && { tombstones: snapshot.tombstones(changed) }),
    providers: providersOf(snapshot, cards),
    terms: mentionedTerms(view, cards, facets),
    facets,
    links: { ...pages, ...(isSmall && { set: whole }) },
  };
  const link = [linkHeader(pages), alternateHeader(site, request)].filter(Boolean).join(', ');
  return { body, lifetime: 'data', headers: { Link: link } };
}

/**
 * `GET /v1/offers/set`: every card inside the lock, with what search needs of them.
 * @throws Problem 404 where there are more than a browser should search by itself
 */
export function set(site: Site, parameters: URLSearchParams): Reply {
  const { snapshot, date } = site;
  const request = readOnly(['lang', WITHIN], parameters, site);
  const view = snapshot.view(request.query.lang);
  const cards = view.on(date).within(request.lock);
  if (cards.length > localLimit(snapshot)) {
    const detail = `Here are ${cards.length} offers, more than a browser should search by itself. Ask ${PATH} instead.`;
    throw new Problem(404, detail);
  }
  const body: SetAnswer = {
    directory: snapshot.head(date),
    offers: cards,
    providers: providersOf(snapshot, cards),
    terms: allTerms(view),
    search: view.searchDataOf(cards),
  };
  return { body, lifetime: 'data' };
}

function localLimit({ state }: Snapshot): number {
  return state.directory.localLimit ?? DEFAULT_LOCAL_LIMIT;
}

function providersOf({ providers }: Snapshot, cards: Card[]): Record<string, ProviderHead> {
  const heads = cards.flatMap(({ provider }) => providers[provider] ?? []);
  return Object.fromEntries(heads.map((head) => [head.id, head]));
}
