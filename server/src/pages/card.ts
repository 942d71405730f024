import { kicker, quickestWay, saidIn, titleOf } from '@vielfalt/feed/presentation';
import { addressLines } from '@vielfalt/feed/wording';
import { badgeList, checkLine, factList } from './facts.js';
import { html, type Html, type HtmlContent } from '../text/html.js';
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
    ${factList(view)} ${onPaper(view)} ${checkLine(card.checked, page)} ${end}
  </article>`;
}

/** What readers of a printed list cannot open: where exactly the offer is, and whom to call. */
function onPaper({ card, context, locale }: OfferView): Html {
  const places = (card.locations ?? []).map((place) =>
    addressLines(place, context.terms).join(locale.card.comma),
  );
  const { label, text } = quickestWay(card.contact ?? {}, locale) ?? {};
  return html`<div class="on-paper">
    ${places.map((place) => html`<p>${place}</p>`)}
    ${text && html`<p>${label} <bdi dir="ltr">${text}</bdi></p>`}
  </div>`;
}
