import type { PlaceArea, AreasAnswer, FacetValue, PointsAnswer, TermHead } from '@vielfalt/feed';
import { plural, type MapTexts } from '@vielfalt/feed/wording';
import type { Locale } from '../locales/locale.js';
import type { StoreState } from '../store/state.js';
import type { Cluster } from './clusters.js';
import type { Marker, Shape } from './drawing.js';
import { nameOf } from './here.js';
import type { Name } from './labels.js';
import {
  boxOf,
  drawnAt,
  spotAt,
  spotOf,
  type MapSize,
  type MapView,
  type Spot,
} from './projection.js';

/** What the feed has said of a map. */
export interface MapData {
  state: StoreState;
  answer: PointsAnswer;
  /** Absent: none have come, or there are none. */
  areas: AreasAnswer | undefined;
}

/** How far from the shapes, in parts of what they span, a point still counts for the whole. */
const NEARBY = 0.25;

function spotsOf(areas: AreasAnswer | undefined, isWanted: (id: string) => boolean): Spot[] {
  return Object.entries(areas?.areas ?? {}).flatMap(([id, area]) =>
    isWanted(id)
      ? area.flatMap((ring) => ring.map(([lng = 0, lat = 0]) => spotOf({ lat, lng })))
      : [],
  );
}

/** The places that are chosen, else those of the lock. */
function chosenPlaces({ answered, lock }: StoreState): readonly string[] {
  return answered.place ?? lock.place ?? lock.at ?? [];
}

/**
 * All that is to be seen as a whole: the shapes of what is chosen, else all of them, and the points
 * in and near the county; one far away would make all others a single dot.
 */
export function wholeOf({ state, answer, areas }: MapData): Spot[] {
  const chosen = chosenPlaces(state);
  const points = answer.points.map(spotOf);
  const everywhere = spotsOf(areas, () => true);
  const own = spotsOf(areas, (id) => chosen.includes(id));
  const [least, most] = boxOf(everywhere) ?? boxOf(points) ?? [];
  if (!least || !most) return placesOf({ state, answer, areas }).map(([, { spot }]) => spot);
  const [wide, high] = [(most.x - least.x) * NEARBY, (most.y - least.y) * NEARBY];
  const near = points.filter(
    ({ x, y }) =>
      x >= least.x - wide && x <= most.x + wide && y >= least.y - high && y <= most.y + high,
  );
  if (chosen.length === 0) return [...everywhere, ...near];
  return own.length + near.length > 0 ? [...own, ...near] : everywhere;
}

/** The places with a point, by id. */
function placesOf({
  state,
  answer,
  areas,
}: MapData): [id: string, place: TermHead & { spot: Spot }][] {
  const all = { ...areas?.terms.place, ...answer.terms.place, ...state.terms.place };
  return Object.entries(all).flatMap(([id, head]) => {
    const { lat, lng } = head;
    return lat === undefined || lng === undefined
      ? []
      : [[id, { ...head, spot: spotOf({ lat, lng }) }]];
  });
}

/**
 * The places that may be chosen, those with most offers first: towns, or what a lock leaves. A lock of
 * one place leaves those below it, a lock of several leaves these.
 */
export function choicesOf({ facets, lock, query, terms: { place } }: StoreState): FacetValue[] {
  const fixed: readonly string[] | undefined = lock.place ?? lock.at;
  const all = facets['place'] ?? [];
  const isOffered = ({ value }: FacetValue) => {
    if (query.place?.includes(value)) return true;
    return fixed
      ? fixed.includes(fixed.length > 1 ? value : (place[value]?.parent ?? ''))
      : rankOf(value, place) === 1;
  };
  return all.filter(isOffered).sort((one, other) => other.count - one.count);
}

/** How far down a place is: a whole with parts (0), a town (1), a district (2). */
function rankOf(id: string, places: Record<string, TermHead>): 0 | 1 | 2 {
  const parent = places[id]?.parent;
  if (parent !== undefined) return places[parent]?.parent === undefined ? 1 : 2;
  return Object.values(places).some((each) => each.parent === id) ? 0 : 1;
}

/** The shapes, large ones below small ones. */
export function shapesOf({ state, areas }: MapData): Shape[] {
  const open = new Set(choicesOf(state).map(({ value }) => value));
  const chosen = chosenPlaces(state);
  const width = (ring: number[][] = []) => {
    const degrees = ring.map(([lng = 0]) => lng);
    return Math.max(...degrees) - Math.min(...degrees);
  };
  return Object.entries(areas?.areas ?? {})
    .sort(([, [one]], [, [other]]) => width(other) - width(one))
    .map(([id, area]) => ({ id, area, isChosen: chosen.includes(id), isOpen: open.has(id) }));
}

/**
 * Names to find one's way by, those with most offers first: of towns, and of districts as soon as the
 * map is closer than its whole.
 */
export function namesOf(
  data: MapData,
  { view, size, isCloser }: { view: MapView; size: MapSize; isCloser: boolean },
): Name[] {
  const counts = new Map(data.state.facets['place']?.map(({ value, count }) => [value, count]));
  const places = placesOf(data);
  const heads = Object.fromEntries(places);
  return places
    .map(([id, place]) => ({ ...place, id, rank: rankOf(id, heads), count: counts.get(id) ?? 0 }))
    .filter(({ rank }) => rank === 1 || (isCloser && rank === 2))
    .sort((one, other) => one.rank - other.rank || other.count - one.count)
    .map(({ id, label, spot }) => {
      const area = data.areas?.areas[id];
      return {
        ...drawnAt(spot, view, size),
        text: label,
        holds: area && ((at: Spot) => isInside(spotAt(at, view, size), area)),
      };
    });
}

/** Tells whether a spot lies in a shape: a line from it crosses the outline an odd number of times. */
function isInside({ x, y }: Spot, area: PlaceArea): boolean {
  let isIn = false;
  for (const ring of area) {
    let before = ring.at(-1);
    for (const corner of ring) {
      const [from, to] = [before, corner].map(([lng = 0, lat = 0] = []) => spotOf({ lat, lng }));
      before = corner;
      if (!from || !to || from.y > y === to.y > y) continue;
      if (x < ((to.x - from.x) * (y - from.y)) / (to.y - from.y) + from.x) isIn = !isIn;
    }
  }
  return isIn;
}

/** Clusters with what is said of them. */
export function markersOf(
  clusters: readonly Cluster[],
  { answer }: MapData,
  {
    tag,
    words,
    isPressed,
  }: { tag: Locale['tag']; words: MapTexts; isPressed: (cluster: Cluster) => boolean },
): Marker[] {
  return clusters.map((cluster) => {
    const { length } = cluster.offers;
    return {
      ...cluster,
      label: `${nameOf(cluster.points, answer, words)}: ${plural(tag, words.offers, length)}`,
      count: length.toLocaleString(tag),
      isPressed: isPressed(cluster),
    };
  });
}
