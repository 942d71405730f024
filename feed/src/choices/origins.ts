import type { TermHead } from '../model/wire.js';
import type { Point } from '../query/query.js';

/** A place that offers can be looked for around. */
export interface Origin {
  id: string;
  label: string;
  point: Point;
}

/** The places with a point in their middle, by name; the whole area is around nothing. */
export function originsIn(places: Record<string, TermHead>, tag: string): Origin[] {
  const parents = new Set(Object.values(places).map(({ parent }) => parent));
  return Object.entries(places)
    .flatMap(([id, { label, lat, lng, parent, replacedBy }]) => {
      const isWhole = parent === undefined && parents.has(id);
      if (lat === undefined || lng === undefined || isWhole || replacedBy) return [];
      return { id, label, point: { lat, lng } };
    })
    .sort((one, other) => one.label.localeCompare(other.label, tag));
}

/** The place that a point is the middle of, where it is one's. */
export function originAt(
  point: Point | undefined,
  places: Record<string, TermHead>,
): TermHead | undefined {
  return point && Object.values(places).find((each) => isAt(point, each));
}

/** Whether two points are the same as addresses write them: to five decimals of a degree. */
function isAt({ lat, lng }: Point, place: Partial<Point>): boolean {
  const isSame = (one: number, other = Infinity) => Math.abs(one - other) < 0.00001;
  return isSame(lat, place.lat) && isSame(lng, place.lng);
}
