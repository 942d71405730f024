import type { Card } from '../model/wire.js';
import type { Point } from '../query/query.js';

const EARTH_RADIUS = 6371;
const RADIANS = Math.PI / 180;

/** The distance in kilometres along the sphere (haversine). */
export function distance(a: Point, b: Point): number {
  const lat = Math.sin(((b.lat - a.lat) * RADIANS) / 2) ** 2;
  const lng = Math.sin(((b.lng - a.lng) * RADIANS) / 2) ** 2;
  const chord = lat + Math.cos(a.lat * RADIANS) * Math.cos(b.lat * RADIANS) * lng;
  return 2 * EARTH_RADIUS * Math.asin(Math.min(1, Math.sqrt(chord)));
}

/**
 * The distance in kilometres to the offer's nearest location; undefined where no point is known.
 */
export function distanceTo(card: Pick<Card, 'locations'>, point: Point): number | undefined {
  const distances = (card.locations ?? []).flatMap(({ lat, lng }) =>
    lat === undefined || lng === undefined ? [] : distance(point, { lat, lng }),
  );
  return distances.length > 0 ? Math.min(...distances) : undefined;
}
