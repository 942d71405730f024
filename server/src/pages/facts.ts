import type { Check } from '@vielfalt/feed';
import { badges, checkNote, facts } from '@vielfalt/feed/presentation';
import type { PageContext } from './context.js';
import { html, type HtmlContent, type Html } from '../text/html.js';
import { pieces, type OfferView } from './offer-view.js';

/** The badges beside the title. */
export function badgeList(view: OfferView): HtmlContent {
  const all = badges(view);
  return (
    all.length > 0 &&
    html`<ul class="badges plain" role="list">
      ${all.map(({ name, text }) => html`<li class="badge ${name}">${text}</li>`)}
    </ul>`
  );
}

/** The facts, as a list of terms and descriptions. */
export function factList(view: OfferView): Html {
  return html`<dl class="facts">
    ${facts(view).map(
      ([label, content]) =>
        html`<div>
          <dt>${label}</dt>
          <dd>${pieces(content, view.page)}</dd>
        </div>`,
    )}
  </dl>`;
}

/** The day of a record's last check, and the office that made it. */
export function checkLine(checked: Check | undefined, { site, texts }: PageContext): Html {
  const { text, by, ask } = checkNote(checked, site.date, texts);
  return html`<p class="checked ${ask && 'old'}">
    ${text} ${by && html`<bdi>${by}</bdi>`} ${ask}
  </p>`;
}
