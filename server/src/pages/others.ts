import { titleOf } from '@vielfalt/feed/presentation';
import { longDay } from '@vielfalt/feed/wording';
import { around, html, type HtmlContent } from '../text/html.js';
import { offerView, spoken, type OfferView } from './offer-view.js';

const MOST = 6;

/** Other offers of the same provider, in short. */
export async function othersOf({ card, page, provider }: OfferView): Promise<HtmlContent> {
  if (!provider) return undefined;
  const { language, texts, site, href } = page;
  // This offer, those shown, and one more where there are more.
  const lock = { provider: [provider.id] };
  const all = await site.answers.within(lock, language, MOST + 2);
  const others = all.filter(({ id }) => id !== card.id).slice(0, MOST);
  const { name, slug } = provider;
  return (
    others.length > 0 &&
    html`<section class="others" aria-labelledby="others">
      <h2 id="others">${around(texts.offer.others, 'name', html`<bdi>${name}</bdi>`)}</h2>
      <ul>
        ${others.map((other) => {
          const each = offerView(page, other);
          return html`<li>
            <a href="${href(`/offers/${other.slug}`)}">${spoken(titleOf(each), page)}</a>
            ${
              each.next &&
              html`<span class="muted">${longDay(each.next.start, site.date, texts.tag)}</span>`
            }
          </li>`;
        })}
      </ul>
      ${
        all.length - 1 > others.length &&
        html`<p>
          <a href="${href(`/providers/${slug}`)}"
            >${around(texts.offer.all, 'name', html`<bdi>${name}</bdi>`)}</a
          >
        </p>`
      }
    </section>`
  );
}
