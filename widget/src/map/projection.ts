import type { Point } from '@vielfalt/feed';

/** A spot of the world in Web Mercator, where tiles are cut: 0 to 1 from west to east, north to south. */
export interface Spot {
  x: number;
  y: number;
}

/** The part of the world that is seen: its middle, and how many CSS pixels the whole world has. */
export interface MapView extends Spot {
  scale: number;
}

/** In CSS pixels. */
export interface MapSize {
  width: number;
  height: number;
}

/** The side of a tile, in CSS pixels. */
export const TILE = 256;
/** The room left around what is to be seen as a whole, in CSS pixels. */
const MARGIN = 22;
/** As closely as is of use: a house. */
const CLOSEST = TILE * 2 ** 18;

/** Where a point lies in Web Mercator. */
export function spotOf({ lat, lng }: Point): Spot {
  const sin = Math.sin((Math.max(-85, Math.min(85, lat)) * Math.PI) / 180);
  return { x: lng / 360 + 0.5, y: 0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI) };
}

/** Where a spot is drawn, in CSS pixels from the upper left. */
export function drawnAt(spot: Spot, { x, y, scale }: MapView, { width, height }: MapSize): Spot {
  return { x: (spot.x - x) * scale + width / 2, y: (spot.y - y) * scale + height / 2 };
}

/** The spot that is drawn somewhere: the other way round. */
export function spotAt({ x, y }: Spot, view: MapView, { width, height }: MapSize): Spot {
  return { x: view.x + (x - width / 2) / view.scale, y: view.y + (y - height / 2) / view.scale };
}

/** The box around some spots; undefined where there are none. */
export function boxOf(spots: readonly Spot[]): [least: Spot, most: Spot] | undefined {
  if (!spots[0]) return undefined;
  const [xs, ys] = [spots.map(({ x }) => x), spots.map(({ y }) => y)];
  return [
    { x: Math.min(...xs), y: Math.min(...ys) },
    { x: Math.max(...xs), y: Math.max(...ys) },
  ];
}

/** The view that holds all of some spots. */
export function viewOf(spots: readonly Spot[], { width, height }: MapSize): MapView {
  const [least, most] = boxOf(spots) ?? [
    { x: 0, y: 0 },
    { x: 1, y: 1 },
  ];
  // What is a single house is shown with the streets around it.
  const room = (pixels: number, from: number, to: number) =>
    Math.max(1, pixels - 2 * MARGIN) / Math.max(to - from, 2e-5);
  const scale = Math.min(room(width, least.x, most.x), room(height, least.y, most.y), CLOSEST);
  return { x: (least.x + most.x) / 2, y: (least.y + most.y) / 2, scale };
}

/** A view moved by CSS pixels. */
export function moved(view: MapView, right: number, down: number): MapView {
  return { ...view, x: view.x - right / view.scale, y: view.y - down / view.scale };
}

/**
 * A view brought closer by a factor.
 *
 * @param still what stays where it is drawn; absent: the middle
 * @param widest as far away as it may be
 */
export function closer(view: MapView, factor: number, widest: number, still: Spot = view): MapView {
  const scale = Math.max(widest, Math.min(CLOSEST, view.scale * factor));
  const kept = view.scale / scale;
  return {
    x: still.x + (view.x - still.x) * kept,
    y: still.y + (view.y - still.y) * kept,
    scale,
  };
}

/** Tells whether a view is as close as one may come. */
export function isClosest({ scale }: MapView): boolean {
  return scale >= CLOSEST;
}
