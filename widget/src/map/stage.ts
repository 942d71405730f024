import type { MapPoint } from '@vielfalt/feed';
import type { MapTexts } from '@vielfalt/feed/wording';
import { clustersOf, type Cluster } from './clusters.js';
import { MapDrawing, type Zoom } from './drawing.js';
import {
  closer,
  isClosest,
  moved,
  spotAt,
  spotOf,
  viewOf,
  type MapSize,
  type MapView,
} from './projection.js';
import { markersOf, namesOf, shapesOf, wholeOf, type MapData } from './scene.js';

/** How much closer a press brings the map. */
const STEP = 2;
/** How much wider than the whole a map may become. */
const WIDEST = 8;

/** What a map tells the element that it is in. */
interface StageEvents {
  /** Some points have been pressed. */
  press(points: readonly MapPoint[]): void;
  /** The shape of a place has been pressed. */
  choose(id: string): void;
  /** It has to be drawn anew. */
  changed(): void;
}

/** What is drawn besides the data. */
interface StageSettings {
  words: MapTexts;
  /** The language that numbers are written in. */
  tag: string;
  /** The id of what says which keys do what. */
  help: string;
  /** The address of pictures below; absent: none. */
  tiles: string | undefined;
  /** The points whose offers are listed. */
  opened: readonly MapPoint[];
}

/** A map on which one can look around: which part of it is in sight, and what is drawn there. */
export class MapStage {
  readonly #drawing: MapDrawing;
  readonly #events: StageEvents;
  readonly #observer = new ResizeObserver(([entry]) => {
    const { width = 0, height = 0 } = entry?.contentRect ?? {};
    // While it is not shown it has no size; what is drawn then has to be right when it comes back.
    if (width === 0 || (width === this.#size.width && height === this.#size.height)) return;
    this.#size = { width, height };
    this.#events.changed();
  });
  #size: MapSize = { width: 0, height: 0 };
  #whole: MapView = { x: 0.5, y: 0.5, scale: 1 };
  /** What a visitor looks at; absent: the whole. */
  #view: MapView | undefined;
  /** The places that the whole is of. */
  #places = '';
  #clusters: readonly Cluster[] = [];
  #opened: readonly MapPoint[] = [];

  constructor(events: StageEvents) {
    this.#events = events;
    this.#drawing = new MapDrawing({
      press: (index) => events.press(this.#clusters[index]?.points ?? []),
      choose: (id) => events.choose(id),
      changed: () => events.changed(),
      zoom: (by, index) => this.zoom(by, this.#clusters[index]?.points),
      isMovable: () => this.isMoved,
      move: (right, down) => this.#look(moved(this.#shown, right, down)),
      pinch: (factor, at) => {
        const still = spotAt(at, this.#shown, this.#size);
        this.#look(closer(this.#shown, factor, this.#widest, still));
      },
    });
    this.#observer.observe(this.#drawing.element);
  }

  /** The drawing, to be put into the page. */
  get element(): SVGSVGElement {
    return this.#drawing.element;
  }

  /** Tells whether something else than the whole is in sight. */
  get isMoved(): boolean {
    return this.#view !== undefined;
  }

  get isClosest(): boolean {
    return isClosest(this.#shown);
  }

  get isWidest(): boolean {
    return this.#shown.scale <= this.#widest;
  }

  /** @param points what it is to be done round; absent: what is opened, else the middle */
  zoom(by: Zoom, points: readonly MapPoint[] = this.#opened): void {
    if (by === 0) this.#view = undefined;
    else {
      const view = closer(this.#shown, STEP ** by, this.#widest);
      this.#view = points[0] && by > 0 ? { ...view, ...spotOf(points[0]) } : view;
    }
    this.#events.changed();
  }

  focus(): void {
    this.#drawing.focus();
  }

  /** Draws what there is. Another choice of places is looked at as a whole. */
  draw(data: MapData, { words, tag, help, tiles, opened }: StageSettings): void {
    const { answered, lock } = data.state;
    const places = [answered.place, lock.place, lock.at].join(' ');
    if (places !== this.#places) this.#view = undefined;
    this.#places = places;
    this.#opened = opened;
    const size = this.#size;
    if (size.width === 0) return;
    this.#whole = viewOf(wholeOf(data), size);
    const view = this.#shown;
    this.#clusters = clustersOf(data.answer.points, view, size);
    const isPressed = ({ points }: Cluster) => points.some((point) => opened.includes(point));
    this.#drawing.draw({
      title: words.title,
      help,
      view,
      size,
      tiles,
      shapes: shapesOf(data),
      markers: markersOf(this.#clusters, data, { tag, words, isPressed }),
      names: namesOf(data, { view, size, isCloser: view.scale >= this.#whole.scale * STEP }),
      isMovable: this.isMoved,
    });
  }

  get #shown(): MapView {
    return this.#view ?? this.#whole;
  }

  get #widest(): number {
    return this.#whole.scale / WIDEST;
  }

  #look(view: MapView) {
    this.#view = view;
    this.#events.changed();
  }
}
