import type { Spot } from './projection.js';

/** A name that would help to find one's way. */
export interface Name extends Spot {
  text: string;
}

/** What is drawn already: names keep clear of it. */
interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Of a letter, on average, and of a line; in CSS pixels at the size that names are drawn in. */
const LETTER = 7.2;
const LINE = 17;

function boxAt({ text, x, y }: Name): Box {
  const half = (text.length * LETTER) / 2;
  return { left: x - half, right: x + half, top: y - LINE / 2, bottom: y + LINE / 2 };
}

function meet(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/**
 * Finds room for names: below, above or beside their spots, away from what is pressed and from each
 * other. A name without room is left out; those that come first are given room first.
 *
 * @param taken middle and radius of what is drawn there
 */
export function placed(
  names: readonly Name[],
  taken: readonly (Spot & { radius: number })[],
  { width, height }: { width: number; height: number },
): Name[] {
  const boxes = taken.map(({ x, y, radius }) => ({
    left: x - radius,
    right: x + radius,
    top: y - radius,
    bottom: y + radius,
  }));
  const isFree = (box: Box) =>
    box.left >= 0 &&
    box.top >= 0 &&
    box.right <= width &&
    box.bottom <= height &&
    !boxes.some((each) => meet(each, box));
  return names.flatMap((name) => {
    const aside = (name.text.length * LETTER) / 2 + 24;
    const ways: [right: number, down: number][] = [
      [0, 0],
      [0, 30],
      [0, -30],
      [aside, 0],
      [-aside, 0],
      [0, 48],
      [0, -48],
    ];
    for (const [right, down] of ways) {
      const there = { ...name, x: name.x + right, y: name.y + down };
      const box = boxAt(there);
      if (!isFree(box)) continue;
      boxes.push(box);
      return [there];
    }
    return [];
  });
}
