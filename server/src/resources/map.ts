import {
  NAMES,
  WITHIN,
  type AreasAnswer,
  type Card,
  type MapOffer,
  type PointsAnswer,
} from '@vielfalt/feed';
import { mapOffer, mapPoints } from '@vielfalt/feed/presentation';
import type { Site } from '../answers/site.js';
import type { Reply } from '../http/reply.js';
import { Slices } from '../slices.js';
import { mentionedTerms } from './mentioned.js';
import { jsonContent, LOCK_PARAMETERS } from './operation.js';
import { readAllowed } from './request.js';
import { dataRoute } from './route.js';

/** All that offers can be asked for, but their order and a page of them: a map has neither. */
const ASKED = NAMES.filter((name) => !['sort', 'limit', 'page'].includes(name));

/** The most offers on a map: a browser has to hold them all. */
const MOST = 10_000;

/** `GET /v1/points`: the offers that fit both the query and the lock, by where they happen. */
async function points(site: Site, parameters: URLSearchParams): Promise<Reply> {
  const { answers, reference, date, moment } = site;
  const { query, lock } = readAllowed([...ASKED, WITHIN], parameters, site);
  const view = reference.view(query.lang);
  const request = { query: { ...query, limit: MOST }, lock };
  const { language } = reference.directory;
  const offers: MapOffer[] = [];
  // Nothing else of a card is kept: there are many.
  const located: Pick<Card, 'locations'>[] = [];
  const slices = new Slices();
  for await (const card of answers.cards(request, moment.next)) {
    const providers = reference.providers.some([card.provider]);
    offers.push(mapOffer(card, { language, providers }));
    located.push(card.locations ? { locations: card.locations } : {});
    await slices.pause();
  }
  const found = mapPoints(located, view.terms);
  const body: PointsAnswer = {
    directory: reference.head(date),
    total: await answers.count(request),
    offers,
    points: found,
    terms: mentionedTerms(view, [], {
      place: values(found.flatMap(({ town, district }) => [town, district])),
    }),
  };
  return { body, lifetime: 'data' };
}

/** `GET /v1/areas`: the shapes of all places that have one. */
function areas(site: Site, parameters: URLSearchParams): Reply {
  const { query } = readAllowed(['lang'], parameters, site);
  const { reference, date } = site;
  const found = reference.vocabulary.place.flatMap(({ id, area }) => (area ? [{ id, area }] : []));
  const body: AreasAnswer = {
    directory: reference.head(date),
    areas: Object.fromEntries(found.map(({ id, area }) => [id, area])),
    terms: mentionedTerms(reference.view(query.lang), [], {
      place: values(found.map(({ id }) => id)),
    }),
  };
  return { body, lifetime: 'data' };
}

function values(ids: readonly (string | undefined)[]) {
  return ids.flatMap((value) => (value === undefined ? [] : { value, count: 0 }));
}

export const pointsRoute = dataRoute('/v1/points', points, {
  summary: 'Where offers happen, as points of a map',
  isLong: true,
  operation: {
    id: 'listPoints',
    tag: 'offers',
    description: `The offers that fit both the query and the lock, briefly, in the order of /v1/offers and at most ${MOST}, and the points where they happen, from north to south; "total" is the number of all that fit. Where no point is known, or the address is told on request, that is the middle of the district or town.`,
    parameters: [...ASKED, ...LOCK_PARAMETERS],
    answer: jsonContent('points-answer'),
  },
});

export const areasRoute = dataRoute('/v1/areas', areas, {
  summary: 'The shapes of places',
  operation: {
    id: 'listAreas',
    tag: 'vocabulary',
    description: 'The simplified outlines of places, as the vocabulary has them.',
    parameters: ['lang'],
    answer: jsonContent('areas-answer'),
  },
});
