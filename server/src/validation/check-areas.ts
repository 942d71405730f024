import type { PlaceTerm } from '@vielfalt/feed';
import { pathOf, type Fault } from './fault.js';

/** What fits into a cell of a workbook, in characters. */
const MAX_LENGTH = 30_000;

type Ring = NonNullable<PlaceTerm['area']>[number];

/** Checks what a schema cannot say about the shapes of places: rings that close, degrees in order. */
export function* checkAreas(places: readonly PlaceTerm[]): Generator<Fault> {
  for (const [index, place] of places.entries()) {
    const steps = ['vocabulary', 'place', index, 'area'];
    if (isTurned(place)) {
      yield {
        path: pathOf(...steps),
        reason: 'has latitude before longitude: its point lies outside, turned round inside',
        remedy: 'Write longitude first, as GeoJSON does.',
      };
      continue;
    }
    const { length } = JSON.stringify(place.area ?? []);
    if (length > MAX_LENGTH) {
      yield {
        path: pathOf(...steps),
        reason: `has ${length} characters`,
        remedy: `At most ${MAX_LENGTH} are allowed: simplify it, and leave three decimals.`,
      };
    }
    for (const [at, ring] of (place.area ?? []).entries()) {
      const path = pathOf(...steps, at);
      const [first, last] = [ring[0], ring.at(-1)];
      const far = ring.findIndex(([, lat = 0]) => Math.abs(lat) > 90);
      if (far >= 0) {
        yield {
          path: pathOf(...steps, at, far),
          value: ring[far],
          reason: 'has a latitude beyond 90 degrees',
          remedy: 'Write longitude first, then latitude.',
        };
      } else if (first?.join() !== last?.join()) {
        yield {
          path,
          reason: 'does not end where it begins',
          remedy: 'Write its first position once more at its end.',
        };
      }
    }
  }
}

/** Tells whether a place's point lies round its area only where both numbers change places. */
function isTurned({ lat, lng, area = [] }: PlaceTerm): boolean {
  if (lat === undefined || lng === undefined || area.length === 0) return false;
  return (
    !area.some((ring) => isRound(ring, lng, lat)) && area.some((ring) => isRound(ring, lat, lng))
  );
}

/** Tells whether a point lies in the box round a ring. */
function isRound(ring: Ring, first: number, second: number): boolean {
  const within = (place: 0 | 1, value: number) => {
    const all = ring.map((position) => position[place] ?? NaN);
    return Math.min(...all) <= value && value <= Math.max(...all);
  };
  return within(0, first) && within(1, second);
}
