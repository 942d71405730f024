import { parentOf } from '../../widget/src/controllers/around.js';
import type { VielfaltElement } from '../../widget/src/element.js';
import { ok } from './assert.js';
import { until } from './until.js';

/** The first element of a selector, in the element's own root or in those inside it. */
export function find<Found extends Element>(root: ParentNode, selector: string): Found | undefined {
  return all<Found>(root, selector)[0];
}

/** All elements of a selector, in document order, through shadow roots. */
export function all<Found extends Element>(root: ParentNode, selector: string): Found[] {
  const found: Found[] = [];
  for (const element of root.querySelectorAll('*')) {
    if (element.matches(selector)) found.push(element as Found);
    if (element.shadowRoot) found.push(...all<Found>(element.shadowRoot, selector));
  }
  return found;
}

/** Scrolls to an element: what is off the screen need not have been laid out. */
export function reach(element: Element | undefined) {
  if (element?.checkVisibility({ contentVisibilityAuto: true })) return;
  for (let each: Element | null | undefined = element; each; each = parentOf(each)) {
    if (each instanceof HTMLElement && getComputedStyle(each).contentVisibility === 'auto') {
      each.style.contentVisibility = 'visible';
    }
  }
}

/** What a person reads there, without what is hidden from the eye. */
export function text(element: Element | undefined): string {
  reach(element);
  return (element as HTMLElement | undefined)?.innerText.replace(/\s+/g, ' ').trim() ?? '';
}

/** Does with an element what a person would do, and reads what a person would see. */
export class Harness<Shown extends VielfaltElement = VielfaltElement> {
  readonly element: Shown;

  constructor(element: Shown) {
    this.element = element;
  }

  get root(): ShadowRoot {
    const { shadowRoot } = this.element;
    ok(shadowRoot, 'the element has no shadow root');
    return shadowRoot;
  }

  /** Waits for something to be so. */
  async until(condition: () => unknown, what: string): Promise<void> {
    await until(condition, what);
  }

  find<Found extends Element>(selector: string): Found {
    const found = find<Found>(this.root, selector);
    ok(found, `there is no ${selector}`);
    return found;
  }

  /** A button by what is written on it, or by its name where it says something else. */
  button(name: string | RegExp): HTMLButtonElement {
    const buttons = all<HTMLButtonElement>(this.root, 'button');
    const matches = (said: string) => (typeof name === 'string' ? said === name : name.test(said));
    const found = buttons.find(
      (each) => matches(each.getAttribute('aria-label') ?? '') || matches(text(each)),
    );
    ok(found, `there is no button ${name}`);
    return found;
  }
}
