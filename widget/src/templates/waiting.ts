import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { Locale } from '../locales/locale.js';
import type { RecordStatus } from '../store/records.js';
import { css } from '../styles/css.js';

export const waitingStyles = css`
  .waiting {
    min-block-size: 9em;
    padding: 1.25em;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
`;

/** An element that shows one record, while it has none. */
export function waiting(
  status: RecordStatus,
  {
    locale: { card, frame },
    texts,
    retry,
  }: { locale: Locale; texts: Record<'failed' | 'gone', string>; retry: () => void },
): TemplateResult {
  return status === 'failed' || status === 'gone'
    ? html`<div class="waiting" role="alert">
          <p>${texts[status]}</p>
          <button class="button" @click=${retry}>${frame.list.retry}</button>
        </div>
        <slot></slot>`
    : html`<slot><p class="waiting muted" role="status">${card.loading}</p></slot>`;
}
