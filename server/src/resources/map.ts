import {
  NAMES,
  WITHIN,
  type AreasAnswer,
  type Card,
  type Location,
  type MapOffer,
  type MapPoint,
  type PointsAnswer,
  type Terms,
} from '@vielfalt/feed';
import { said } from '@vielfalt/feed/wording';
import type { Site } from '../answers/site.js';
import { pointOf } from '../formats/place.js';
import type { Reply } from '../http/reply.js';
import { Slices } from '../slices.js';
import { mentionedTerms } from './mentioned.js';
import { jsonContent, LOCK_PARAMETERS } from './operation.js';
import { readAllowed } from './request.js';
import { dataRoute } from './route.js';

/** All that offers can be asked for, but their order and a page of them: a map has neither. */
const ASKED = NAMES.filter((name) => !['sort', 'limit', 'page'].includes(name));
/** Points that are less than about a metre apart are one: digits of a degree. */
const DIGITS = 5;

/** `GET /v1/points`: all offers that fit both the query and the lock, by where they happen. */
async function points(site: Site, parameters: URLSearchParams): Promise<Reply> {
  const { answers, reference, date, moment } = site;
  const { query, lock } = readAllowed([...ASKED, WITHIN], parameters, site);
  const view = reference.view(query.lang);
  const all = { ...query, limit: Number.MAX_SAFE_INTEGER };
  const { offers: cards } = await answers.answer({ query: all, lock }, moment.next);
  const slices = new Slices();
  const found = await pointsOf(cards, view.terms, slices);
  const body: PointsAnswer = {
    directory: reference.head(date),
    offers: await slices.map(cards, (card) => mapOffer(card, site)),
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

function mapOffer(card: Card, { reference }: Site): MapOffer {
  const { language } = reference.directory;
  const title = said(card, 'title', { language });
  const provider = reference.providers[card.provider]?.name;
  return {
    slug: card.slug,
    title: title.text,
    ...(title.lang !== language && { language: title.lang }),
    ...(provider !== undefined && { provider }),
  };
}

/** The points of some offers, from north to south; an offer may be at several. */
async function pointsOf(cards: readonly Card[], terms: Terms, slices: Slices): Promise<MapPoint[]> {
  const found = new Map<string, MapPoint>();
  const add = (location: Location, offer: number) => {
    const point = mapPoint(location, terms);
    if (!point) return;
    const { lat, lng, isRough, town, district } = point;
    const key = isRough ? `${district ?? town}` : `${lat.toFixed(DIGITS)} ${lng.toFixed(DIGITS)}`;
    const known = found.get(key);
    if (!known) found.set(key, { ...point, offers: [offer] });
    else if (known.offers.at(-1) !== offer) known.offers.push(offer);
  };
  await slices.each(cards.entries(), ([offer, { locations = [] }]) => {
    for (const location of locations) add(location, offer);
  });
  return slices.sorted([...found.values()], (a, b) => b.lat - a.lat || a.lng - b.lng);
}

/** Where an offer happens, as closely as may be told; nothing where not even the town is known. */
function mapPoint(location: Location, { place }: Terms): Omit<MapPoint, 'offers'> | undefined {
  const { name, street, town, district } = location;
  const point = pointOf(location);
  if (point) {
    const around = { ...(town && { town }), ...(district && { district }) };
    return { ...point, ...around, ...(name && { name }), ...(street && { street }) };
  }
  const inDistrict = middleOf(district, place);
  const middle = inDistrict ?? middleOf(town, place);
  if (!middle) return undefined;
  return { ...middle, ...(town && { town }), ...(inDistrict && { district }), isRough: true };
}

function middleOf(id: string | undefined, places: Terms['place']) {
  const { lat, lng } = (id !== undefined && places[id]) || {};
  return lat === undefined || lng === undefined ? undefined : { lat, lng };
}

export const pointsRoute = dataRoute('/v1/points', points, {
  summary: 'Where offers happen, as points of a map',
  isLong: true,
  operation: {
    id: 'listPoints',
    tag: 'offers',
    description:
      'All offers that fit both the query and the lock, briefly, and the points where they happen, from north to south. Where no point is known, or the address is told on request, that is the middle of the district or town.',
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
