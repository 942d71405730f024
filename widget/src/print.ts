import { localTime, nextOf, printRequest, wholeCard } from '@vielfalt/feed';
import { qrCode } from '@vielfalt/feed/qr-code';
import { addressLines } from '@vielfalt/feed/wording';
import { render } from 'lit';
import type { VielfaltOfferCard } from './offer-card/offer-card.js';
import { factList } from './offer-card/summary.js';
import type { VielfaltOfferList } from './offer-list/offer-list.js';
import { extend } from './styles/extend.js';
import { printStyles } from './styles/print.js';
import { shared } from './styles/shared.js';

/** The part for content on paper only. */
const ON_PAPER = 'on-paper';

const SVG = 'http://www.w3.org/2000/svg';

function paperBox(...content: Node[]): HTMLElement {
  const box = document.createElement('div');
  box.className = ON_PAPER;
  box.append(...content);
  return box;
}

function paragraph(text: string): HTMLElement {
  const line = document.createElement('p');
  line.textContent = text;
  return line;
}

/**
 * Adds what readers on paper need of a closed card: where exactly it is, since they cannot open it,
 * and dates that are still right on another day, in place of "today".
 */
function writeFacts({ card, context, locale, open, shadowRoot }: VielfaltOfferCard) {
  if (!card || !context || open) return;
  const now = localTime(context.now(), context.directory.timeZone);
  const { language } = context.directory;
  const facts = paperBox();
  render(
    factList({
      ...{ card, context, locale, language: locale.language, preference: { language } },
      // Without a time: the words of what is read later.
      moment: { date: now.date },
      next: nextOf(card.upcoming ?? [], now),
    }),
    facts,
  );
  const addresses = (wholeCard(card).locations ?? []).map((place) =>
    paragraph(addressLines(place, context.terms).join(', ')),
  );
  facts.append(...addresses);
  shadowRoot?.querySelector('article > .facts')?.after(facts);
}

/** Draws an address for telephones; nothing where it is too long for that. */
function drawCode(address: string): Node[] {
  const code = qrCode(address);
  if (!code) return [];
  const picture = document.createElementNS(SVG, 'svg');
  picture.setAttribute('viewBox', `0 0 ${code.size} ${code.size}`);
  picture.setAttribute('aria-hidden', 'true');
  const modules = document.createElementNS(SVG, 'path');
  modules.setAttribute('d', code.path);
  picture.append(modules);
  return [picture];
}

/** Adds the way from paper to the same list as it is on the day when somebody reads it. */
function writeWayBack({ store, locale, shadowRoot }: VielfaltOfferList) {
  if (!store?.client) return;
  const { query, lock } = store.state;
  const { limit: _, ...choices } = query;
  const { href } = new URL(`?${printRequest({ query: choices, lock })}`, store.client.base);
  const address = href.replace(/\?$/, '');
  const words = paragraph(`${locale.frame.list.toDirectory}: `);
  const written = document.createElement('bdi');
  written.textContent = address;
  words.append(written);
  const way = paperBox(...drawCode(address), words);
  way.classList.add('way-back');
  shadowRoot?.querySelector('.offers')?.after(way);
}

function isNamed<Name extends keyof HTMLElementTagNameMap>(
  element: Element,
  name: Name,
): element is HTMLElementTagNameMap[Name] {
  return element.localName === name;
}

/** Prepares all elements below, in shadow roots too, for paper or for the screen. */
function prepare(root: ParentNode, isPaper: boolean) {
  for (const element of root.querySelectorAll('*')) {
    const { shadowRoot } = element;
    if (!shadowRoot) continue;
    for (const each of shadowRoot.querySelectorAll(`.${ON_PAPER}`)) each.remove();
    if (isPaper && isNamed(element, 'vielfalt-offer-card')) writeFacts(element);
    if (isPaper && isNamed(element, 'vielfalt-offer-list')) writeWayBack(element);
    prepare(shadowRoot, isPaper);
  }
}

extend(shared, printStyles);

const paper = matchMedia('print');
const turn = () => prepare(document, paper.matches);
paper.addEventListener('change', turn);
window.addEventListener('afterprint', turn);
window.addEventListener('beforeprint', () => prepare(document, true));
turn();
