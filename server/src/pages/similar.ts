import { likenessOf, type Card, type SimilarCard } from '@vielfalt/feed';
import { sayReason, titleOf } from '@vielfalt/feed/presentation';
import type { PageContext } from './context.js';
import { html, joined, type HtmlContent, type Html } from '../text/html.js';
import { offerView, spoken } from './offer-view.js';

/** Who else does what some offers of one provider do, near them, with the reason. */
export async function similarTo(
  cards: readonly Card[],
  context: PageContext,
): Promise<HtmlContent> {
  const { language, site, texts, view } = context;
  const found = await site.answers.similar(likenessOf(cards, view.terms), {}, language);
  return (
    found.length > 0 &&
    html`<section class="others" aria-labelledby="similar">
      <h2 id="similar">${texts.similar.title}</h2>
      ${similarLines(found, context)}
    </section>`
  );
}

/** Offers that are alike, each with its provider and the reason. */
export function similarLines(found: readonly SimilarCard[], context: PageContext): Html {
  return html`<ul>
    ${found.map(({ card, reason }) => {
      const each = offerView(context, card);
      const about = [
        each.provider && html`<bdi>${each.provider.name}</bdi>`,
        sayReason(reason, context.view.terms, context.texts),
      ];
      return html`<li>
        <a href="${context.href(`/offers/${card.slug}`)}">${spoken(titleOf(each), context)}</a>
        <span class="muted">${joined(about, ' · ')}</span>
      </li>`;
    })}
  </ul>`;
}
