import { addressLines } from '@vielfalt/feed/wording';
import { VielfaltElement } from './element.js';
import { VielfaltOfferCard } from './offer-card/offer-card.js';
import { adopt } from './styles/adopt.js';
import { printStyles } from './styles/print.js';

/** What stands on paper only. */
const ADDRESS = 'on-paper';

/** Whoever reads it on paper cannot open the card to see where exactly it is. */
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

function prepare(root: ParentNode, isPaper: boolean) {
  for (const element of root.querySelectorAll('*')) {
    const { shadowRoot } = element;
    if (!shadowRoot) continue;
    if (element instanceof VielfaltElement) adopt(shadowRoot, printStyles);
    for (const each of shadowRoot.querySelectorAll(`.${ADDRESS}`)) each.remove();
    if (isPaper && element instanceof VielfaltOfferCard) writeAddress(element);
    prepare(shadowRoot, isPaper);
  }
}

/** Makes all that we show on the page fit for paper whenever it is printed. */
export function watchPrint(): void {
  const paper = matchMedia('print');
  const turn = () => prepare(document, paper.matches);
  paper.addEventListener('change', turn);
  window.addEventListener('beforeprint', () => prepare(document, true));
  window.addEventListener('afterprint', turn);
}
