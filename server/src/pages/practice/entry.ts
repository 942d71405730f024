import { likenessOf, toPublicOffer, type Card, type Lock, type Offer } from '@vielfalt/feed';
import { kicker, practiceRows, titleOf } from '@vielfalt/feed/presentation';
import { sayWhere } from '@vielfalt/feed/wording';
import type { PageContext } from '../context.js';
import { html, joined, type HtmlContent, type Html } from '../../text/html.js';
import { markOf, offerView, spoken } from '../offer-view.js';
import { rowList } from '../rows.js';
import { similarLines } from '../similar.js';

/** How many who do something similar are named. */
const MOST_SIMILAR = 3;

/** A good practice with all that it tells. @param lock what others who are named lie inside */
export async function practiceEntry(
  card: Card,
  found: Offer | undefined,
  lock: Lock,
  context: PageContext,
): Promise<Html> {
  const { href, texts, view: words } = context;
  const view = offerView(context, card, found && { offer: toPublicOffer(found) });
  const { provider } = view;
  const id = `practice-${card.slug}`;
  const title = titleOf(view);
  const about = [
    provider &&
      html`<a href="${href(`/providers/${provider.slug}`)}"><bdi>${provider.name}</bdi></a>`,
    sayWhere(card, words.terms, texts),
    kicker(view),
  ];
  return html`<article class="card" aria-labelledby="${id}">
    <h3 id="${id}"><a href="${href(`/offers/${card.slug}`)}">${spoken(title, context)}</a></h3>
    <p class="by">${joined(about, ' · ')} ${markOf(title, view)}</p>
    ${rowList(practiceRows(view), context)} ${await elsewhere(card, lock, context)}
  </article>`;
}

async function elsewhere(card: Card, lock: Lock, context: PageContext): Promise<HtmlContent> {
  const { language, site, texts, view } = context;
  const found = await site.answers.similar(likenessOf([card], view.terms), lock, language);
  return (
    found.length > 0 &&
    html`<details>
      <summary>${texts.practicePages.elsewhere}</summary>
      ${similarLines(found.slice(0, MOST_SIMILAR), context)}
    </details>`
  );
}
