import type { PlaceArea, MapPoint } from '@vielfalt/feed';
import type { Cluster } from './clusters.js';
import { listenToHand, type MapGestures } from './gestures.js';
import { placed, type Name } from './labels.js';
import { make, update } from './make.js';
import { drawnAt, spotOf, type MapSize, type MapView } from './projection.js';
import { TileLayer } from './tiles.js';

/** The shape of a place as it is drawn. */
export interface Shape {
  id: string;
  area: PlaceArea;
  isChosen: boolean;
  /** Tells whether it may be chosen: the lock allows it, and there is something. */
  isOpen: boolean;
}

/** A cluster with what is said of it. */
export interface Marker extends Cluster {
  /** Its name, and how many offers are there. */
  label: string;
  /** The number that stands in it. */
  count: string;
  isPressed: boolean;
}

/** Everything that is drawn. */
export interface Scene {
  /** The name of the whole. */
  title: string;
  /** The id of what says which keys do what. */
  help: string;
  view: MapView;
  size: MapSize;
  shapes: readonly Shape[];
  markers: readonly Marker[];
  /** Names to find one's way by, those that help most first. */
  names: readonly Name[];
  /** The address of pictures below; absent: none. */
  tiles: string | undefined;
  isMovable: boolean;
}

/** Closer (1), further away (-1), or the whole (0). */
export type Zoom = -1 | 0 | 1;

/** What a visitor does in the drawing. */
export interface MapActs extends MapGestures {
  /** Presses a marker, by its place in the scene. */
  press(index: number): void;
  /** Presses a shape. */
  choose(id: string): void;
  /**
   * Brings the map closer, further away, or into sight as a whole.
   *
   * @param index the marker that it is to be done round
   */
  zoom(by: Zoom, index: number): void;
  /** Something has come that changes what is drawn. */
  changed(): void;
}

const ZOOM_KEYS: Partial<Record<string, Zoom>> = { '+': 1, '-': -1, '0': 0 };

/**
 * A map as a drawing. Each point is one press away, and has a name; all of them are one stop for the
 * Tab key, inside which arrows lead from one to the next.
 */
export class MapDrawing {
  readonly element: SVGSVGElement;
  readonly #acts: MapActs;
  readonly #tiles: TileLayer;
  readonly #shapes = make('g', { 'aria-hidden': 'true' });
  readonly #names = make('g', { class: 'names', 'aria-hidden': 'true' });
  readonly #markers = make('g', {});
  /** The marker that the Tab key leads to, and the point that it is found again by. */
  #current = 0;
  #point: MapPoint | undefined;
  /** The first point of each marker. */
  #at: (MapPoint | undefined)[] = [];

  constructor(acts: MapActs) {
    this.#acts = acts;
    this.#tiles = new TileLayer(() => acts.changed());
    this.element = make(
      'svg',
      { role: 'group', part: 'drawing' },
      ...[this.#tiles.group, this.#shapes, this.#names, this.#markers],
    );
    this.element.addEventListener('keydown', this.#onKey);
    listenToHand(this.element, acts);
  }

  /**
   * Draws a scene in the place of the one before. Parts are used again: one that went away while it is
   * pressed would not hear of it, and would lose the focus.
   */
  draw(scene: Scene): void {
    const { element } = this;
    const { view, size, shapes, markers, names } = scene;
    element.setAttribute('viewBox', `0 0 ${size.width} ${size.height}`);
    element.setAttribute('aria-label', scene.title);
    element.setAttribute('aria-describedby', scene.help);
    this.#tiles.draw(scene.tiles, view, size);
    const classes = { movable: scene.isMovable, pictured: this.#tiles.hasCome };
    for (const [name, isSo] of Object.entries(classes)) element.classList.toggle(name, isSo);
    fit(this.#shapes, shapes.length, () => this.#newShape());
    for (const [index, each] of shapes.entries()) {
      update(this.#shapes.children[index], shapeAttributes(each, view, size));
    }
    this.#names.replaceChildren(
      ...placed(names, markers, size).map(({ text, x, y }) => make('text', { x, y }, text)),
    );
    this.#drawMarkers(markers);
  }

  /** Gives the focus to the marker that the Tab key leads to. */
  focus(): void {
    (this.#markers.children[this.#current] as SVGElement | undefined)?.focus();
  }

  /** The marker that has the focus; -1 where none has. */
  get #focused(): number {
    const root = this.element.getRootNode() as Document | ShadowRoot;
    return [...this.#markers.children].findIndex((each) => each === root.activeElement);
  }

  #newShape(): SVGElement {
    const shape = make('path', {});
    shape.addEventListener('click', () => {
      const { place } = shape.dataset;
      if (place !== undefined && shape.classList.contains('open')) this.#acts.choose(place);
    });
    return shape;
  }

  #drawMarkers(markers: readonly Marker[]) {
    const hadFocus = this.#focused >= 0;
    fit(this.#markers, markers.length, (index) => this.#newMarker(index));
    // What was pressed, or led to, is found again among other clusters.
    const kept = markers.findIndex(({ points }) => this.#point && points.includes(this.#point));
    this.#current = Math.max(0, kept);
    this.#at = markers.map(({ points }) => points[0]);
    for (const [index, marker] of markers.entries()) {
      fillMarker(this.#markers.children[index], marker, index === this.#current);
    }
    if (hadFocus) this.focus();
  }

  #newMarker(index: number): SVGElement {
    const parts = ['target', 'ring', 'dot'].map((name) => make('circle', { class: name }));
    const number = make('text', { dy: '0.35em' });
    const marker = make('g', { role: 'button' }, make('title', {}), ...parts, number);
    marker.addEventListener('click', () => {
      this.#turnTo(index);
      this.#acts.press(index);
    });
    return marker;
  }

  readonly #onKey = (event: KeyboardEvent) => {
    const { key } = event;
    const index = this.#focused;
    if (index < 0 || event.ctrlKey || event.metaKey || event.altKey) return;
    const last = this.#markers.children.length - 1;
    const next: Partial<Record<string, number>> = {
      ArrowRight: index + 1,
      ArrowDown: index + 1,
      ArrowLeft: index - 1,
      ArrowUp: index - 1,
      Home: 0,
      End: last,
    };
    const to = next[key];
    const by = ZOOM_KEYS[key];
    if (to !== undefined) {
      this.#turnTo(Math.max(0, Math.min(last, to)));
      this.focus();
    } else if (by !== undefined) this.#acts.zoom(by, index);
    else if (key === 'Enter' || key === ' ') this.#acts.press(index);
    else return;
    event.preventDefault();
  };

  /** From now on the Tab key leads to this marker. */
  #turnTo(index: number) {
    const { children } = this.#markers;
    children[this.#current]?.setAttribute('tabindex', '-1');
    children[index]?.setAttribute('tabindex', '0');
    this.#current = index;
    this.#point = this.#at[index];
  }
}

/** Gives a group a number of children. @param add makes one more */
function fit(group: SVGGElement, count: number, add: (index: number) => SVGElement) {
  while (group.children.length > count) group.lastElementChild?.remove();
  while (group.children.length < count) group.append(add(group.children.length));
}

function shapeAttributes({ id, area, isChosen, isOpen }: Shape, view: MapView, size: MapSize) {
  const rings = area.map((ring) => {
    const corners = ring.map(([lng = 0, lat = 0]) => {
      const { x, y } = drawnAt(spotOf({ lat, lng }), view, size);
      return `${x.toFixed(1)},${y.toFixed(1)}`;
    });
    return `M${corners.join('L')}Z`;
  });
  const classes = ['shape', isChosen && 'chosen', isOpen && 'open'].filter(Boolean);
  return { d: rings.join(''), class: classes.join(' '), 'data-place': id };
}

function fillMarker(
  marker: Element | undefined,
  { x, y, radius, count, label, isPressed, offers }: Marker,
  isStop: boolean,
) {
  const [title, target, ring, dot, number] = marker?.children ?? [];
  update(marker, {
    class: isPressed ? 'marker pressed' : 'marker',
    transform: `translate(${x.toFixed(1)} ${y.toFixed(1)})`,
    tabindex: isStop ? 0 : -1,
    'aria-label': label,
    'aria-pressed': `${isPressed}`,
  });
  // A finger needs more than the eye.
  update(target, { r: Math.max(radius, 14) });
  update(ring, { r: radius + 4 });
  update(dot, { r: radius });
  title?.replaceChildren(label);
  number?.replaceChildren(offers.length > 1 ? count : '');
}
