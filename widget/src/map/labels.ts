import type { Spot } from './projection.js';

/** A name that would help to find one's way. */
export interface Name extends Spot {
  text: string;
  /** Tells whether a spot of the drawing lies in what has the name; absent: nobody knows. */
  holds?: ((spot: Spot) => boolean) | undefined;
}

interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Of a letter, on average, and of a line; in CSS pixels at the size that names are drawn in. */
const LETTER = 7.2;
const LINE = 17;
/** As far as a name may stray from its spot without being taken for another's, where that is unknown. */
const NEAR = 32;

/** Ways from a spot to where its name may stand, the nearest first. */
const WAYS = [0, -28, 28, -46, 46, -64, 64]
  .flatMap((down) => [0, -28, 28, -56, 56].map((right): Spot => ({ x: right, y: down })))
  .sort((one, other) => Math.hypot(one.x, one.y) - Math.hypot(other.x, other.y));

function meet(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/**
 * Finds room for names: at their spots or near, inside what they are of, away from what is pressed and
 * from each other. A name without room is left out; those that come first are given room first.
 *
 * @param taken middle and radius of what is drawn there
 */
export function placed(
  names: readonly Name[],
  taken: readonly (Spot & { radius: number })[],
  { width, height }: { width: number; height: number },
): Name[] {
  const boxes = taken.map(({ x, y, radius }) => boxAt({ x, y }, radius, radius));
  const isFree = (box: Box) =>
    box.left >= 0 &&
    box.top >= 0 &&
    box.right <= width &&
    box.bottom <= height &&
    !boxes.some((each) => meet(each, box));
  return names.flatMap((name) => {
    const { text, holds } = name;
    for (const way of WAYS) {
      const at = { x: name.x + way.x, y: name.y + way.y };
      const box = boxAt(at, (text.length * LETTER) / 2, LINE / 2);
      const isOwn = holds ? holds(at) : Math.hypot(way.x, way.y) < NEAR;
      if (!isOwn || !isFree(box)) continue;
      boxes.push(box);
      return [{ ...name, ...at }];
    }
    return [];
  });
}

function boxAt({ x, y }: Spot, wide: number, high: number): Box {
  return { left: x - wide, right: x + wide, top: y - high, bottom: y + high };
}
