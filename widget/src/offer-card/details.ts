import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { reportLink } from '../format/links.js';
import { fill } from '../locales/locale.js';
import { link } from './contact.js';
import { passage } from './passage.js';
import { rows } from './rows.js';
import type { CardView } from './view.js';

export { styles } from './details.styles.js';

/** What the details need of the card around them. */
export interface Around {
  /** Where this very offer is shown. */
  address: string;
  /** The whole text could not be had. */
  failed: boolean;
  /** Shows the original instead of the translation, or the other way round. */
  turn: () => void;
  retry: () => void;
}

/**
 * What a card says once it is open: the whole text and every fact. These parts come when a visitor
 * first reaches for them, so that the page paints sooner.
 */
export function details(view: CardView, { address, failed, turn, retry }: Around): TemplateResult {
  const { card, locale, original } = view;
  const { translation, details: texts, own } = locale.card;
  return html`
    ${
      card.translation
        ? html`<button class="link" id="original" @click=${turn}>
            ${original ? translation.translated : translation.original}
          </button>`
        : nothing
    }
    ${passage('description', view)}
    ${
      failed
        ? html`<p class="note">
            ${texts.failed} <button class="link" @click=${retry}>${own.retry}</button>
          </p>`
        : nothing
    }
    ${rows(view)} ${footer(view, address)}
  `;
}

/** Pass it on, report a mistake: the office knows the offer by its original title. */
function footer({ card, locale, context }: CardView, address: string): TemplateResult {
  const { details: texts, report } = locale.card;
  const wrong = reportLink(context.directory.reportTo, card, report);
  return html`<p class="footer">
    <a href=${address}>${texts.link}</a>
    ${wrong ? link(wrong, texts.report) : nothing}
    ${
      card.attribution
        ? html`<span class="muted">${fill(texts.source, { name: card.attribution })}</span>`
        : nothing
    }
  </p>`;
}
