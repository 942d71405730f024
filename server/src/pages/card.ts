import { kicker, saidIn, titleOf } from '@vielfalt/feed/presentation';
import { badgeList, checkLine, factList } from './facts.js';
import { html, type Html, type HtmlContent } from './html.js';
import { inLanguage, markOf, spoken, type OfferView } from './offer-view.js';

/** An offer in a list. @param end what stands below it */
export function offerCard(view: OfferView, end?: HtmlContent): Html {
  const { card, page, provider } = view;
  const title = titleOf(view);
  const summary = saidIn(view, 'summary');
  const about = kicker(view);
  const link = html`<a href="${page.href(`/offers/${card.slug}`)}">${spoken(title, page)}</a>`;
  const id = `offer-${card.slug}`;
  return html`<article class="card" aria-labelledby="${id}">
    ${about && html`<p class="kicker">${about}</p>`}
    <h3 id="${id}">${link}</h3>
    <p class="by">
      ${provider && html`<a href="${page.href(`/providers/${provider.slug}`)}"><bdi>${provider.name}</bdi></a>`}
      ${markOf(title, view)}
    </p>
    ${badgeList(view)}
    ${summary && html`<p class="summary" ${inLanguage(summary.lang, page)}>${summary.text}</p>`}
    ${factList(view)} ${checkLine(card.checked, page)} ${end}
  </article>`;
}
