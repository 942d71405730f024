import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { watchAround } from './around.js';

/** Perceived brightness, 0 to 1, of a computed colour such as `rgb(17, 17, 17)`. */
function brightness(colour: string): number {
  const [first = 0, second = 0, third = 0] = (colour.match(/[\d.]+/g) ?? []).map(Number);
  if (/^ok/.test(colour)) return first;
  if (/^l/.test(colour)) return first / 100;
  return (0.3 * first + 0.59 * second + 0.11 * third) / (/^c/.test(colour) ? 1 : 255);
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
    this.#listen('add');
    watchAround(this.#observer, this.#host);
    this.#look();
  }

  hostDisconnected() {
    this.#listen('remove');
    this.#observer.disconnect();
  }

  /** Where a page switches its theme, it marks an element around, whose colour may take its time. */
  #listen(how: 'add' | 'remove') {
    this.#preference[`${how}EventListener`]('change', this.#look);
    document[`${how}EventListener`]('transitionend', this.#look);
  }

  readonly #look = () => {
    const dark = brightness(getComputedStyle(this.#host).color) > 0.6;
    if (dark === this.dark) return;
    this.dark = dark;
    this.#host.requestUpdate();
  };
}
