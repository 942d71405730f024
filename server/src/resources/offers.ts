import {
  DEFAULT_LIMIT,
  DEFAULT_LOCAL_LIMIT,
  printRequest,
  type Card,
  type OffersAnswer,
  type ProviderHead,
  type Request,
  type SetAnswer,
} from '@vielfalt/feed';
import { Problem } from '../http/problem.js';
import type { Reply } from '../http/reply.js';
import type { Publication } from '../publication/publication.js';
import { mentionedTerms } from './mentioned.js';
import { readOnly, readRequest, type Site } from './request.js';

const PATH = '/v1/offers';

/** `GET /v1/offers`: a page of offers, counts for each further choice, and links (RFC 8288). */
export function offers(site: Site, parameters: URLSearchParams): Reply {
  const { publication, date } = site;
  const request = readRequest(parameters, site);
  const view = publication.view(request.query.lang);
  const day = view.on(date);
  const { total, offers: cards, facets } = day.answer(request);
  const isSmall = day.within(request.lock).length <= localLimit(publication);
  const links = linksTo(site, request, total, isSmall);
  const { changed } = request.query;
  const body: OffersAnswer = {
    directory: publication.head(date),
    total,
    offers: cards,
    ...(changed && { tombstones: publication.tombstones(changed) }),
    providers: providersOf(publication, cards),
    terms: mentionedTerms(view, cards, facets),
    facets,
    links,
  };
  return { body, lifetime: 'data', headers: { Link: linkHeader(links) } };
}

/**
 * `GET /v1/offers/set`: every card inside the lock, with the words that search reads.
 * @throws Problem 404 where there are more than a browser should search by itself
 */
export function set(site: Site, parameters: URLSearchParams): Reply {
  const { publication, date } = site;
  const request = readOnly(['lang', 'within.'], parameters, site);
  const view = publication.view(request.query.lang);
  const cards = view.on(date).within(request.lock);
  if (cards.length > localLimit(publication)) {
    const detail = `Here are ${cards.length} offers, more than a browser should search by itself. Ask ${PATH} instead.`;
    throw new Problem(404, detail);
  }
  const body: SetAnswer = {
    directory: publication.head(date),
    offers: cards,
    providers: providersOf(publication, cards),
    terms: view.terms,
  };
  return { body, lifetime: 'data' };
}

function localLimit({ state }: Publication): number {
  return state.directory.localLimit ?? DEFAULT_LOCAL_LIMIT;
}

function providersOf({ providers }: Publication, cards: Card[]): Record<string, ProviderHead> {
  const heads = cards.flatMap(({ provider }) => providers[provider] ?? []);
  return Object.fromEntries(heads.map((head) => [head.id, head]));
}

function linksTo(
  site: Site,
  request: Request,
  total: number,
  isSmall: boolean,
): OffersAnswer['links'] {
  const { query, lock } = request;
  const { limit = DEFAULT_LIMIT, page = 1 } = query;
  const last = Math.max(1, Math.ceil(total / limit));
  const to = (number: number) =>
    address(site, PATH, { query: { ...query, page: number > 1 ? number : undefined }, lock });
  return {
    self: to(page),
    first: to(1),
    ...(page > 1 && { prev: to(Math.min(page - 1, last)) }),
    ...(page < last && { next: to(page + 1) }),
    ...(isSmall && { set: address(site, `${PATH}/set`, { query: { lang: query.lang }, lock }) }),
  };
}

function address({ baseUrl }: Site, path: string, request: Request): string {
  const query = printRequest(request);
  return `${baseUrl}${path}${query && `?${query}`}`;
}

function linkHeader(links: OffersAnswer['links']): string {
  return Object.entries(links)
    .filter(([relation]) => relation !== 'set')
    .map(([relation, target]) => `<${target}>; rel="${relation}"`)
    .join(', ');
}
