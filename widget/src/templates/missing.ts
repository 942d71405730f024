import { html, nothing, type TemplateResult } from 'lit';
import type { Locale } from '../locales/locale.js';
import { reload } from '../store/reload.js';

/**
 * A message that a part of the widget is missing, and how to go on. @param page the directory's own
 */
export function missing(
  { card, frame: { list } }: Locale,
  page: string | undefined,
): TemplateResult {
  return html`<p class="note" role="alert">
    ${card.failed} <button class="link" @click=${reload}>${list.reload}</button>
    ${page ? html`<a href=${page}>${list.toDirectory}</a>` : nothing}
  </p>`;
}
