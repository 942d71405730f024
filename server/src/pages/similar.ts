import { likenessOf, type Card, type SimilarCard, type SimilarReason } from '@vielfalt/feed';
import { titleOf } from '@vielfalt/feed/presentation';
import { fill } from '@vielfalt/feed/wording';
import type { PageContext } from './context.js';
import { html, joined, type HtmlContent, type Html } from './html.js';
import { offerView, spoken } from './offer-view.js';

/** How many of the topics and audiences that two share are named. */
const MOST_NAMED = 3;

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
        sayReason(reason, context),
      ];
      return html`<li>
        <a href="${context.href(`/offers/${card.slug}`)}">${spoken(titleOf(each), context)}</a>
        <span class="muted">${joined(about, ' · ')}</span>
      </li>`;
    })}
  </ul>`;
}

/** Says why something is alike: `auch Hausaufgabenhilfe, 4 km`. */
export function sayReason(
  { topics, audiences, km }: SimilarReason,
  { texts, view }: PageContext,
): string {
  const labels = (list: 'topic' | 'audience', ids: string[]) =>
    ids.map((id) => view.terms[list][id]?.label ?? id);
  const names = [...labels('topic', topics), ...labels('audience', audiences)];
  const { also, near } = texts.similar;
  const { comma } = texts.card;
  return [
    fill(also, { names: names.slice(0, MOST_NAMED).join(comma) }),
    ...(km === undefined ? [] : [km < 1 ? near : kilometres(km, texts.tag)]),
  ].join(comma);
}

function kilometres(km: number, tag: string): string {
  return km.toLocaleString(tag, {
    style: 'unit',
    unit: 'kilometer',
    maximumFractionDigits: 0,
  });
}
