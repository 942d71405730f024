import { dotted, labels } from '@vielfalt/feed/wording';
import { checkedLine } from './checked.js';
import { badges, facts } from './facts.js';
import { html, type Html } from './html.js';
import { inLanguage, mark, saidIn, spoken, titleOf, type OfferView } from './offer-view.js';

/** The offer's kind, and its first topics. */
export function kicker({ card, context }: OfferView): string {
  const { terms } = context.view;
  const kind = labels(card.kind ? [card.kind] : [], terms.kind);
  return dotted(...kind, ...labels(card.topics, terms.topic).slice(0, 2));
}

/** An offer in a list. */
export function offerCard(view: OfferView): Html {
  const { card, context, provider } = view;
  const title = titleOf(view);
  const summary = saidIn(view, 'summary');
  const about = kicker(view);
  const link = html`<a href="${context.href(`/offers/${card.slug}`)}">${spoken(title, view)}</a>`;
  const id = `offer-${card.slug}`;
  return html`<article class="card" aria-labelledby="${id}">
    ${about && html`<p class="kicker">${about}</p>`}
    <h3 id="${id}">${link}</h3>
    <p class="by">
      ${provider && html`<a href="${context.href(`/providers/${provider.slug}`)}"><bdi>${provider.name}</bdi></a>`}
      ${mark(title, view)}
    </p>
    ${badges(view)}
    ${summary && html`<p class="summary" ${inLanguage(summary.lang, context)}>${summary.text}</p>`}
    ${facts(view)} ${checkedLine(card.checked, context)}
  </article>`;
}
