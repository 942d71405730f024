import { WITHIN, embedded } from '@vielfalt/feed';
import { ELEMENTS } from './element-names.js';
import { defaultFeed } from './store/default-feed.js';
import { FeedClient } from './store/feed-client.js';
import { meantAttribute } from './store/odd-attributes.js';

/** Pages of the directory that are about one term, below the feed's address. */
const TERM_PAGE = /^(topic|place)s\/([^/?#]+)/;

/** The element that a name means: whole, or in short as `list` and `provider`. */
function elementOf(name: string): string | undefined {
  const word = name
    .trim()
    .toLowerCase()
    .replace(/^vielfalt-/, '');
  const names = [word, `${word}-card`, `offer-${word}`].map((each) => `vielfalt-${each}`);
  return names.find((each) => ELEMENTS.split(',').includes(each));
}

/** What a link to a list of the directory shows, as attributes: all of it is locked that can be. */
function attributesOfLink(href: string, feed: string): [name: string, value: string][] {
  const base = FeedClient.at(feed)?.base.href;
  if (!base || !href.startsWith(base)) return [];
  const { searchParams } = new URL(href);
  const [, list, term] = TERM_PAGE.exec(href.slice(base.length)) ?? [];
  if (list && term) searchParams.set(WITHIN + list, term);
  const { lock, start, display } = embedded(searchParams);
  const begun = new URLSearchParams(start).toString();
  return [...lock, ...display, ...(begun ? [['start', begun] as [string, string]] : [])];
}

/**
 * An element as a placeholder describes it: `data-place="witten"` is its attribute `place`. A name
 * that is nearly a lock's comes along: the element refuses it.
 * @throws where there is no such element
 */
function makeElement(place: HTMLElement): HTMLElement {
  const { vielfalt = '', feed = defaultFeed() } = place.dataset;
  const name = elementOf(vielfalt);
  if (!name) throw new Error(`there is no element "${vielfalt}"`);
  const element = document.createElement(name);
  const { observedAttributes: known = [] } = element.constructor as {
    observedAttributes?: string[];
  };
  const href = place instanceof HTMLAnchorElement ? place.href : '';
  const isCard = !known.includes('topic');
  if (isCard) element.setAttribute(name.split('-')[1] ?? '', href);
  else for (const each of attributesOfLink(href, feed)) element.setAttribute(...each);
  for (const { name: written, value } of place.attributes) {
    const attribute = /^data-(.*)$/.exec(written)?.[1] ?? '';
    const isOurs = known.includes(attribute) || /^no-(languages|shortlist|topics)$/.test(attribute);
    if (isOurs || (!isCard && meantAttribute(attribute))) element.setAttribute(attribute, value);
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

// Puts elements where editors may write none: `<div data-vielfalt="directory" data-place="witten">`.
// What stands in an element already is its fallback, and what is being edited is left alone.
for (const place of document.querySelectorAll<HTMLElement>('body [data-vielfalt]')) {
  const isTaken = place.closest(ELEMENTS) ?? place.querySelector(ELEMENTS);
  if (isTaken || place.isContentEditable) continue;
  try {
    fill(place, makeElement(place));
  } catch (error) {
    console.error(`Vielfalt: ${String(error)}`, place);
  }
}
