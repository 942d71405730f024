import { titleOf } from '@vielfalt/feed/presentation';
import { html, type Html } from '../../text/html.js';
import type { OfferView } from '../offer-view.js';
import type { PageContext } from '../context.js';
import type { PageRequest } from '../page-request.js';
import { hiddenFields } from '../search-form.js';
import { SHORTLIST_PATH } from './page.js';

const FORM = 'shortlist';

/** The box that marks an offer of a list; `shortlistForm` takes the marks. */
export function markBox(view: OfferView): Html {
  const { card, page } = view;
  const { add } = page.texts.shortlistPage;
  return html`<label class="mark-box">
    <input
      type="checkbox"
      form="${FORM}"
      name="offers"
      value="${card.slug}"
      aria-label="${`${add}: ${titleOf(view).text}`}"
    />
    ${add}
  </label>`;
}

/** Leads to the marked offers together, inside the lock. */
export function shortlistForm({ request }: PageRequest, context: PageContext): Html {
  const kept = { request: { query: {}, lock: request.lock }, problems: [] };
  return html`<form id="${FORM}" class="shortlist-form" action="${context.root}${SHORTLIST_PATH}">
    ${hiddenFields(kept, context, [])}
    <button class="button" type="submit">${context.texts.shortlistPage.show}</button>
  </form>`;
}
