import type { ReactiveControllerHost } from 'lit';
import { watchAround } from './around.js';

/** Perceived brightness, 0 to 1, of a computed colour such as `rgb(17, 17, 17)`. */
function brightness(colour: string): number {
  const [first = 0, second = 0, third = 0] = (colour.match(/[\d.]+/g) ?? []).map(Number);
  if (/^ok/.test(colour)) return first;
  if (/^l/.test(colour)) return first / 100;
  return (0.3 * first + 0.59 * second + 0.11 * third) / (/^c/.test(colour) ? 1 : 255);
}

/**
 * Finds out whether the page is dark. Many dark pages do not declare their `color-scheme`, so the
 * colour of the text that the element inherits decides: light text stands on a dark page. Elements
 * inside another of ours get the colours from that: if each card looked for itself, the whole page
 * would be laid out first.
 */
export class SchemeController {
  dark = false;

  constructor(host: ReactiveControllerHost & Element) {
    const look = () => {
      if (host.closest('.root[part=base]')) return;
      const dark = brightness(getComputedStyle(host).color) > 0.6;
      if (dark === this.dark) return;
      this.dark = dark;
      host.requestUpdate();
    };
    watchAround(host, look);
  }
}
