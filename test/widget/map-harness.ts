import { ok } from './assert.js';
import { Harness, text } from './harness.js';
import type { VielfaltMap } from '../../widget/src/map/map.js';

/** A map as somebody uses it who sees it, or is told of it. */
export class MapHarness extends Harness<VielfaltMap> {
  constructor(page: ParentNode) {
    const element = page.querySelector<VielfaltMap>('vielfalt-map');
    ok(element, 'there is no map');
    super(element);
  }

  /** The points, in their order. */
  get markers(): SVGElement[] {
    return [...this.root.querySelectorAll<SVGElement>('.marker')];
  }

  /** The names of the points, once there are any. */
  async drawn(): Promise<string[]> {
    await this.until(() => this.markers[0], 'nothing was drawn');
    return this.names();
  }

  names(): string[] {
    return this.markers.map((marker) => marker.getAttribute('aria-label') ?? '');
  }

  /** How many offers all points together have. */
  total(): number {
    const counts = this.names().map((name) => Number(/: (\d+) Angebot/.exec(name)?.[1]));
    return counts.reduce((sum, count) => sum + count, 0);
  }

  shape(place: string): SVGElement {
    return this.find<SVGElement>(`[data-place=${place}]`);
  }

  /** Presses something, and waits until the map has followed. */
  async press(part: Element | undefined): Promise<void> {
    ok(part, 'there is nothing to press');
    part.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, detail: 1 }));
    await this.element.updateComplete;
  }

  async key(key: string): Promise<void> {
    const target = this.root.activeElement ?? this.element;
    target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    await this.element.updateComplete;
  }

  /** What has the focus inside the map. */
  focused(): string {
    const { activeElement } = this.root;
    return activeElement?.getAttribute('aria-label') ?? text(activeElement ?? undefined);
  }

  /** The heading and links of what has been opened. */
  opened(): { heading: string; links: string[] } | undefined {
    const here = this.root.querySelector('.here');
    return here
      ? {
          heading: text(here.querySelector('.title') ?? undefined),
          links: [...here.querySelectorAll('.entries a')].map(text),
        }
      : undefined;
  }

  images(): SVGImageElement[] {
    return [...this.root.querySelectorAll('image')];
  }
}
