import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { watchAround } from './around.js';

/** Perceived brightness, 0 to 1, of a computed colour such as `rgb(17, 17, 17)`. */
function brightness(colour: string): number {
  const [first = 0, second = 0, third = 0] = (colour.match(/[\d.]+/g) ?? []).map(Number);
  if (/^ok/.test(colour)) return first;
  if (/^l/.test(colour)) return first / 100;
  return (0.3 * first + 0.59 * second + 0.11 * third) / (/^c/.test(colour) ? 1 : 255);
}

/** Whether the element stands in the shadow of another of ours, whose scheme it inherits. */
function isInside(element: Element): boolean {
  const root = element.getRootNode();
  return root instanceof ShadowRoot && 'isVielfalt' in root.host.constructor;
}

/**
 * Whether the page is dark. Many dark pages do not declare their `color-scheme`, so the colour of
 * the text that the element inherits decides: light text stands on a dark page.
 */
export class SchemeController implements ReactiveController {
  dark = false;
  readonly #host: ReactiveControllerHost & Element;
  readonly #preference = matchMedia('(prefers-color-scheme: dark)');
  readonly #observer = new MutationObserver(() => this.#look());

  constructor(host: ReactiveControllerHost & Element) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected() {
    if (isInside(this.#host)) return;
    this.#preference.addEventListener('change', this.#look);
    // Where a page switches its theme, it marks an element around, whose colour may take its time.
    document.addEventListener('transitionend', this.#look);
    watchAround(this.#observer, this.#host);
    this.#look();
  }

  hostDisconnected() {
    this.#preference.removeEventListener('change', this.#look);
    document.removeEventListener('transitionend', this.#look);
    this.#observer.disconnect();
  }

  readonly #look = () => {
    const dark = brightness(getComputedStyle(this.#host).color) > 0.6;
    if (dark === this.dark) return;
    this.dark = dark;
    this.#host.requestUpdate();
  };
}
