import { make, update } from './make.js';
import { drawnAt, TILE, type MapSize, type MapView } from './projection.js';

/** Pictures of the map that an editor has chosen a source for. */
export interface TileSource {
  /** An address with `{z}`, `{x}` and `{y}`. */
  address: string;
  /** Whose they are. */
  credit: string;
  /** Where that is explained. */
  link?: string;
}

/** The closest that common sources have. */
const DEEPEST = 19;

/**
 * Reads an editor's attributes.
 *
 * @returns a source, nothing where none is wanted, or a text that says what is wrong
 */
export function readTiles(address: string, credit: string): TileSource | string | undefined {
  if (!address) return undefined;
  const isTemplate = ['{z}', '{x}', '{y}'].every((part) => address.includes(part));
  const sample = address.replace(/\{[zxy]\}/g, '0');
  if (!isTemplate || /[{}]/.test(sample) || !/^https?:\/\//.test(sample) || !URL.canParse(sample)) {
    return `tiles="${address}" is no source: write a whole address with {z}, {x} and {y} and nothing else in braces`;
  }
  const [, text = '', link] = /^(.*?)(?:\s+(https?:\/\/\S+))?$/s.exec(credit.trim()) ?? [];
  if (!text) return 'tiles need tiles-credit="…": whose pictures they are';
  return { address, credit: text, ...(link !== undefined && { link }) };
}

/** The pictures under a map; each is asked for once, while it is in sight. */
export class TileLayer {
  readonly group = make('g', { 'aria-hidden': 'true' });
  readonly #shown = new Map<string, SVGImageElement>();
  readonly #arrived: () => void;
  /** Tells whether a picture has come: shapes are then drawn as outlines. */
  hasCome = false;

  /** @param arrived called when the first picture has come */
  constructor(arrived: () => void) {
    this.#arrived = arrived;
  }

  /** Puts the pictures in place. @param address the source's; absent: none */
  draw(address: string | undefined, view: MapView, size: MapSize): void {
    const wanted = address === undefined ? new Map<string, Tile>() : tilesOf(address, view, size);
    for (const [href, image] of this.#shown) {
      if (wanted.has(href)) continue;
      image.remove();
      this.#shown.delete(href);
    }
    for (const [href, { x, y, side }] of wanted) {
      const image = this.#shown.get(href) ?? this.#load(href);
      // A hair wider, or a line would be seen between two of them.
      update(image, { x, y, width: side + 0.5, height: side + 0.5 });
    }
    if (wanted.size === 0) this.hasCome = false;
  }

  #load(href: string): SVGImageElement {
    const image = make('image', {});
    image.addEventListener('load', () => {
      if (this.hasCome) return;
      this.hasCome = true;
      this.#arrived();
    });
    image.setAttribute('href', href);
    this.#shown.set(href, image);
    this.group.append(image);
    return image;
  }
}

interface Tile {
  x: number;
  y: number;
  side: number;
}

/** The tiles in sight, by their addresses. */
function tilesOf(address: string, view: MapView, size: MapSize): Map<string, Tile> {
  const z = Math.max(0, Math.min(DEEPEST, Math.round(Math.log2(view.scale / TILE))));
  const count = 2 ** z;
  const side = view.scale / count;
  const from = (middle: number, pixels: number) =>
    Math.max(0, Math.floor((middle - pixels / 2 / view.scale) * count));
  const to = (middle: number, pixels: number) =>
    Math.min(count - 1, Math.floor((middle + pixels / 2 / view.scale) * count));
  const found = new Map<string, Tile>();
  for (let x = from(view.x, size.width); x <= to(view.x, size.width); x++) {
    for (let y = from(view.y, size.height); y <= to(view.y, size.height); y++) {
      const numbers: Record<string, number> = { z, x, y };
      const href = address.replace(/\{([zxy])\}/g, (_, name: string) => `${numbers[name]}`);
      found.set(href, { ...drawnAt({ x: x / count, y: y / count }, view, size), side });
    }
  }
  return found;
}
