import { html, nothing, type TemplateResult } from 'lit';
import type { Locale } from '../locales/locale.js';

/**
 * Loads the page anew, with the script of today: the one in the browser's cache may name parts that
 * are gone, and browsers may remember an import that has failed as long as the page lives.
 */
async function reload() {
  await fetch(import.meta.url, { cache: 'reload' }).catch(() => undefined);
  if (navigator.onLine) location.reload();
}

/** A part of the widget cannot be had: how to go on. @param page the directory's own */
export function missing(
  { card, frame: { list } }: Locale,
  page: string | undefined,
): TemplateResult {
  return html`<p class="note" role="alert">
    ${card.failed} <button class="link" @click=${reload}>${list.reload}</button>
    ${page ? html`<a href=${page}>${list.toDirectory}</a>` : nothing}
  </p>`;
}
