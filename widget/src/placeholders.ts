import { LOCKS, WITHIN, embedded, isAddressParameter, nearest } from '@vielfalt/feed';
import { report } from './diagnosis/symptom.js';
import { ELEMENTS } from './element-names.js';
import { defaultFeed } from './store/default-feed.js';
import { FeedClient } from './store/feed-client.js';
import { knownAttributes, meantAttribute } from './store/odd-attributes.js';

/** Pages of the directory that list offers, after its address: all, or those about one term. */
const LIST_PAGE = /^(\/((topic|place)s\/([^/?#]+)\/?)?)?([?#]|$)/i;

/** The element that a name means: whole, or in short as `list` and `provider`. */
function elementOf(name: string): string | undefined {
  const word = name
    .trim()
    .toLowerCase()
    .replace(/^vielfalt-/, '');
  const names = [word, `${word}-card`, `offer-${word}`].map((each) => `vielfalt-${each}`);
  return names.find((each) => ELEMENTS.split(',').includes(each));
}

/** What comes in an address after the directory's, whatever its scheme; undefined in any other. */
function below(base: string, href: string): string | undefined {
  const here = base.replace(/^https?:|\/$/g, '').toLowerCase();
  const there = href.replace(/^https?:/, '');
  return there.toLowerCase().startsWith(here) ? there.slice(here.length) : undefined;
}

/**
 * What a link to a list of the directory shows, as attributes: all of it is locked that can be. Any
 * other address, or a name in its query that is nearly a lock's, is one that the element refuses.
 *
 * @param isFixed whether the placeholder says itself what is shown: its link may lead elsewhere
 */
function attributesOfLink(
  href: string,
  feed: string,
  isFixed: boolean,
): [name: string, value: string][] {
  const base = FeedClient.at(feed)?.base.href;
  if (!base || !href) return [];
  const rest = below(base, href);
  const page = LIST_PAGE.exec(rest ?? '-');
  if (!page) return isFixed && !rest?.startsWith('/') ? [] : [['place', href]];
  const { searchParams } = new URL(href);
  const misspelt = [...searchParams]
    .map(([name, value]): [string, string] => [name.replace(/^(within|vielfalt)\./, ''), value])
    .filter(([name]) => !isAddressParameter(name) && meantAttribute(name));
  const [, , , list = '', term] = page;
  if (term) searchParams.set(WITHIN + list.toLowerCase(), term);
  const { lock, start, display } = embedded(searchParams);
  const begun = new URLSearchParams(start).toString();
  return [
    ...misspelt,
    ...lock,
    ...display,
    ...(begun ? [['start', begun] as [string, string]] : []),
  ];
}

/** Reports an attribute that is nearly a known one; others are none of our business. */
function reportUnknown(element: Element, attribute: string, near: string | undefined) {
  if (!attribute || !near) return;
  const message = `there is no attribute "data-${attribute}"; did you mean "data-${near}"?`;
  const values = { code: `data-${attribute}` };
  report(element, { kind: 'attribute', values, nearest: `data-${near}` }, message);
}

/**
 * An element as a placeholder describes it: `data-place="witten"` is its attribute `place`. A name
 * that is nearly a lock's comes along: the element refuses it; one that is nearly another's is
 * reported. Undefined where there is no such element.
 */
function makeElement(place: HTMLElement): HTMLElement | undefined {
  const { vielfalt = '', feed = defaultFeed() } = place.dataset;
  const name = elementOf(vielfalt);
  if (!name) return undefined;
  const element = document.createElement(name);
  const known = knownAttributes(element);
  const href = place instanceof HTMLAnchorElement ? place.href : '';
  const isCard = !known.includes('topic');
  if (isCard) element.setAttribute(name.split('-')[1] ?? '', href);
  else {
    const isFixed = [...LOCKS, 'for'].some((each) => place.hasAttribute(`data-${each}`));
    for (const each of attributesOfLink(href, feed, isFixed)) element.setAttribute(...each);
  }
  for (const { name: written, value } of place.attributes) {
    const attribute = /^data-(.*)$/.exec(written)?.[1] ?? '';
    if (known.includes(attribute) || (!isCard && meantAttribute(attribute)))
      element.setAttribute(attribute, value);
    else reportUnknown(element, attribute, nearest(attribute, known));
  }
  return element;
}

/**
 * Puts the element into the placeholder, and what stood there into the element, where it serves
 * until the element has run; a link, which can hold no element, goes there itself.
 */
function fill(place: HTMLElement, element: HTMLElement) {
  place.removeAttribute('data-vielfalt');
  if (!(place instanceof HTMLAnchorElement)) {
    element.append(...place.childNodes);
    place.append(element);
    return;
  }
  // The page's own: where its policy allows the link a style, it allows the element the same.
  for (const name of ['style', 'lang', 'dir']) {
    const attribute = place.getAttributeNode(name);
    if (attribute) element.setAttributeNode(place.removeAttributeNode(attribute));
  }
  place.replaceWith(element);
  element.append(place);
}

/** Reports a placeholder that names no element, also in the page where a diagnosis is wanted. */
function reportNone(place: HTMLElement) {
  const { vielfalt = '', diagnose } = place.dataset;
  const values = { code: `data-vielfalt="${vielfalt}"` };
  report(place, { kind: 'placeholder', values }, `there is no element "${vielfalt}"`);
  if (diagnose === undefined) return;
  void import('./diagnosis/diagnosis.js').then((part) => part.diagnose(place));
}

/**
 * Puts elements where editors may write none: `<div data-vielfalt="directory" data-place="witten">`.
 * What stands in an element already is its fallback, and what is being edited is left alone.
 */
export function fillPlaceholders(): void {
  for (const place of document.querySelectorAll<HTMLElement>('body [data-vielfalt]')) {
    const isTaken = place.closest(ELEMENTS) ?? place.querySelector(ELEMENTS);
    if (isTaken || place.isContentEditable) continue;
    try {
      const element = makeElement(place);
      if (element) fill(place, element);
      else reportNone(place);
    } catch (error) {
      console.error(`Vielfalt: ${String(error)}`, place);
    }
  }
}
