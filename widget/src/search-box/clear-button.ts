import { html, type LitElement, type TemplateResult } from 'lit';
import { reachedTexts } from '../locales/reached.js';
import type { Locale } from '../locales/locale.js';
import { adopt } from '../styles/adopt.js';
import { closeIcon } from '../styles/close-icon.js';
import { clearButtonStyles } from './clear-button.styles.js';

/** The button that clears the words of a search box; the list follows at once. */
export function clearButton(host: LitElement, locale: Locale): TemplateResult {
  adopt(host.shadowRoot, clearButtonStyles);
  const clear = () => {
    const input = host.renderRoot.querySelector('input');
    if (!input) return;
    input.value = '';
    host.requestUpdate();
    // Not `requestSubmit()`: a frame without `allow-forms` would swallow it.
    input.form?.dispatchEvent(new UIEvent('submit', { cancelable: true }));
    input.focus();
  };
  const { clear: label } = reachedTexts(locale);
  return html`<button type="button" class="clear" aria-label=${label} @click=${clear}>
    ${closeIcon}
  </button>`;
}
