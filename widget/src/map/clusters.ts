import type { MapPoint } from '@vielfalt/feed';
import { drawnAt, spotOf, type MapSize, type MapView, type Spot } from './projection.js';

/** Points that lie too close to be pressed one by one. */
export interface Cluster extends Spot {
  points: readonly MapPoint[];
  /** The offers there, each once: where they stand in the answer. */
  offers: readonly number[];
  /** How large it is drawn, in CSS pixels. */
  radius: number;
}

/** How far apart clusters are at least, in CSS pixels: more than two of them are wide. */
const APART = 44;

/** The radius for a number of offers: one is a dot, hundreds are no more than can be told apart. */
function radiusOf(count: number): number {
  return count === 1 ? 9 : Math.min(13 + Math.log2(count), 20);
}

/**
 * Puts points together that would be drawn over each other, around those with most offers, and leaves
 * out what is not in sight. From north to south, as they are read.
 */
export function clustersOf(points: readonly MapPoint[], view: MapView, size: MapSize): Cluster[] {
  const heaviest = [...points].sort((a, b) => b.offers.length - a.offers.length);
  const found: { at: Spot; points: MapPoint[] }[] = [];
  for (const point of heaviest) {
    const at = drawnAt(spotOf(point), view, size);
    const near = found.find((each) => Math.hypot(each.at.x - at.x, each.at.y - at.y) < APART);
    if (near) near.points.push(point);
    else found.push({ at, points: [point] });
  }
  const isSeen = ({ at: { x, y } }: { at: Spot }) =>
    x >= 0 && y >= 0 && x <= size.width && y <= size.height;
  return found
    .filter(isSeen)
    .map(({ at, points: together }) => {
      const offers = [...new Set(together.flatMap((point) => point.offers))];
      return { ...at, points: together, offers, radius: radiusOf(offers.length) };
    })
    .sort((a, b) => a.y - b.y || a.x - b.x);
}
