import type { Card } from '@vielfalt/feed';
import { titleOf } from '@vielfalt/feed/presentation';
import type { PageContext } from './context.js';
import { html, joined, type HtmlContent, type Html } from '../text/html.js';
import { offerView, spoken } from './offer-view.js';

/** Offers in a line each: title, provider, and something more. */
export function offerLines(
  cards: readonly Card[],
  context: PageContext,
  more: (card: Card) => HtmlContent,
): Html {
  return html`<ul class="plain lines" role="list">
    ${cards.map((card) => {
      const view = offerView(context, card);
      const about = [view.provider && html`<bdi>${view.provider.name}</bdi>`, more(card)];
      return html`<li>
        <a href="${context.href(`/offers/${card.slug}`)}">${spoken(titleOf(view), context)}</a>
        <span class="muted">${joined(about, ' · ')}</span>
      </li>`;
    })}
  </ul>`;
}
