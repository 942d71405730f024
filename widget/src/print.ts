import { addressLines } from '@vielfalt/feed/wording';
import { VielfaltOfferCard } from './offer-card/offer-card.js';
import { extend } from './styles/extend.js';
import { printStyles } from './styles/print.js';
import { shared } from './styles/shared.js';

/** The part for content on paper only. */
const ADDRESS = 'on-paper';

/** Adds the address: readers on paper cannot open the card to see where exactly it is. */
function writeAddress({ card, context, open, shadowRoot }: VielfaltOfferCard) {
  if (!card?.locations || !context || open) return;
  const where = document.createElement('div');
  where.className = ADDRESS;
  for (const place of card.locations) {
    const line = document.createElement('p');
    line.textContent = addressLines(place, context.terms).join(', ');
    where.append(line);
  }
  shadowRoot?.querySelector('article > .facts')?.after(where);
}

/** Prepares all cards below, in shadow roots too, with their addresses or without. */
function prepare(root: ParentNode, isPaper: boolean) {
  for (const element of root.querySelectorAll('*')) {
    const { shadowRoot } = element;
    if (!shadowRoot) continue;
    for (const each of shadowRoot.querySelectorAll(`.${ADDRESS}`)) each.remove();
    if (isPaper && element instanceof VielfaltOfferCard) writeAddress(element);
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
