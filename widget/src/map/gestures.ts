import type { Spot } from './projection.js';

/** What a hand does to a map. */
export interface MapGestures {
  /** Tells whether the map is larger than its frame; else the page is scrolled, not the map moved. */
  isMovable(): boolean;
  /** In CSS pixels. */
  move(right: number, down: number): void;
  /** Two fingers draw apart. @param middle between them, in CSS pixels from the upper left */
  pinch(factor: number, middle: Spot): void;
}

/** How far a press may stray, in CSS pixels, before it is a drag. */
const STRAY = 5;

/** Lets a map be dragged, and drawn larger by two fingers. */
export function listenToHand(drawing: SVGSVGElement, gestures: MapGestures): void {
  const held = new Map<number, Spot>();
  let strayed = 0;

  const apart = () => {
    const [one, other] = [...held.values()];
    return one && other ? Math.hypot(one.x - other.x, one.y - other.y) : 0;
  };

  drawing.addEventListener('pointerdown', (event) => {
    if (!gestures.isMovable() || event.button !== 0) return;
    if (held.size === 0) strayed = 0;
    held.set(event.pointerId, { x: event.clientX, y: event.clientY });
  });
  drawing.addEventListener('pointermove', (event) => {
    // Let go of outside the map, where nobody said so.
    if (event.buttons === 0) held.delete(event.pointerId);
    const before = held.get(event.pointerId);
    if (!before) return;
    const wide = apart();
    const now = { x: event.clientX, y: event.clientY };
    const [right, down] = [now.x - before.x, now.y - before.y];
    held.set(event.pointerId, now);
    const hasStrayed = strayed >= STRAY;
    strayed += Math.hypot(right, down);
    if (strayed < STRAY) return;
    // Only now: what is pressed without a drag has to hear of it itself.
    if (!hasStrayed) drawing.setPointerCapture(event.pointerId);
    gestures.move(right / held.size, down / held.size);
    const [one, other] = [...held.values()];
    if (!one || !other || wide === 0) return;
    const { left, top } = drawing.getBoundingClientRect();
    gestures.pinch(apart() / wide, {
      x: (one.x + other.x) / 2 - left,
      y: (one.y + other.y) / 2 - top,
    });
  });
  for (const type of ['pointerup', 'pointercancel'] as const) {
    drawing.addEventListener(type, ({ pointerId }) => held.delete(pointerId));
  }
  drawing.addEventListener(
    'click',
    (event) => {
      // The end of a drag is no press; a press by keyboard has no detail.
      if (strayed >= STRAY && event.detail > 0) event.stopPropagation();
      strayed = 0;
    },
    { capture: true },
  );
}
