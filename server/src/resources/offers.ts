import {
  DEFAULT_LIMIT,
  DEFAULT_LOCAL_LIMIT,
  WITHIN,
  type OffersAnswer,
  type SetAnswer,
} from '@vielfalt/feed';
import { Problem } from '../http/problem.js';
import type { Reply } from '../http/reply.js';
import { alternateHeader } from './formats.js';
import { address, linkHeader, pageLinks } from './links.js';
import { allTerms, mentionedTerms } from './mentioned.js';
import type { ReferenceData } from '../answers/reference.js';
import type { Site } from '../answers/site.js';
import { readAllowed, readRequest } from './request.js';
import { OFFER_PARAMETERS } from './openapi.js';
import { jsonContent, LOCK_PARAMETERS } from './operation.js';
import { dataRoute } from './route.js';

const PATH = '/v1/offers';

/** `GET /v1/offers`: a page of offers, counts for each further choice, and links (RFC 8288). */
async function offers(site: Site, parameters: URLSearchParams): Promise<Reply> {
  const { answers, reference, date, moment } = site;
  const request = readRequest(parameters, site);
  const view = reference.view(request.query.lang);
  const { total, offers: cards, facets } = await answers.answer(request, moment.next);
  const isSmall = (await answers.count({ query: {}, lock: request.lock })) <= localLimit(reference);
  const { limit = DEFAULT_LIMIT } = request.query;
  const pages = pageLinks(site, PATH, request, total, limit);
  const whole = address(site, `${PATH}/set`, {
    query: { lang: request.query.lang },
    lock: request.lock,
  });
  const { changed } = request.query;
  const body: OffersAnswer = {
    directory: reference.head(date),
    total,
    offers: cards,
    ...(changed && { tombstones: await answers.tombstones(changed) }),
    providers: reference.providers.some(cards.map(({ provider }) => provider)),
    terms: mentionedTerms(view, cards, facets, request.query.near),
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
async function set(site: Site, parameters: URLSearchParams): Promise<Reply> {
  const { answers, reference, date } = site;
  const request = readAllowed(['lang', WITHIN], parameters, site);
  const { lang } = request.query;
  const count = await answers.count({ query: {}, lock: request.lock });
  if (count > localLimit(reference)) {
    const detail = `Here are ${count} offers, more than a browser should search by itself. Ask ${PATH} instead.`;
    throw new Problem(404, detail);
  }
  const cards = await answers.within(request.lock, lang);
  const body: SetAnswer = {
    directory: reference.head(date),
    offers: cards,
    providers: reference.providers.some(cards.map(({ provider }) => provider)),
    terms: allTerms(reference.view(lang)),
    search: await answers.searchData(cards, lang),
  };
  return { body, lifetime: 'data' };
}

function localLimit({ directory }: ReferenceData): number {
  return directory.localLimit ?? DEFAULT_LOCAL_LIMIT;
}

export const offersRoute = dataRoute(PATH, offers, {
  summary: 'Offers, a page at a time',
  operation: {
    id: 'listOffers',
    tag: 'offers',
    description:
      'Cards of the offers that fit both the query and the lock, with counts of what else can be chosen, and what the cards mention of providers and terms.',
    parameters: OFFER_PARAMETERS,
    answer: jsonContent('offers-answer'),
  },
});

export const setRoute = dataRoute(`${PATH}/set`, set, {
  summary: 'All offers inside a lock',
  operation: {
    id: 'offerSet',
    tag: 'offers',
    description: 'Every card inside the lock, for programs that search by themselves.',
    parameters: ['lang', ...LOCK_PARAMETERS],
    answer: jsonContent('set-answer'),
    problems: { 404: 'There are more than a browser should search by itself.' },
  },
});
