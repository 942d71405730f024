import { likenessOf, type Card } from '@vielfalt/feed';
import { sayReason, titleOf } from '@vielfalt/feed/presentation';
import type { PageContext } from './context.js';
import { html, joined, type HtmlContent } from './html.js';
import { offerView, spoken } from './offer-view.js';

/** Who else does what some offers of one provider do, near them, with the reason. */
export async function similarTo(
  cards: readonly Card[],
  context: PageContext,
): Promise<HtmlContent> {
  const { href, language, site, texts, view } = context;
  const found = await site.answers.similar(likenessOf(cards, view.terms), {}, language);
  return (
    found.length > 0 &&
    html`<section class="others" aria-labelledby="similar">
      <h2 id="similar">${texts.similar.title}</h2>
      <ul>
        ${found.map(({ card, reason }) => {
          const each = offerView(context, card);
          const about = [
            each.provider && html`<bdi>${each.provider.name}</bdi>`,
            sayReason(reason, view.terms, texts),
          ];
          return html`<li>
            <a href="${href(`/offers/${card.slug}`)}">${spoken(titleOf(each), context)}</a>
            <span class="muted">${joined(about, ' · ')}</span>
          </li>`;
        })}
      </ul>
    </section>`
  );
}
