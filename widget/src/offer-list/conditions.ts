import { DEFAULT_LIMIT } from '@vielfalt/feed';
import { html, type TemplateResult } from 'lit';
import type { Locale } from '../locales/locale.js';
import type { DirectoryStore } from '../store/directory-store.js';
import { missing } from '../templates/missing.js';

/** More would reserve more room than a first screen has. */
const MOST = 6;

/** Room for the offers that are on their way, so that the content below does not move. */
export function skeletons(limit = DEFAULT_LIMIT): TemplateResult {
  const each = html`<li class="skeleton"><span></span><span></span><span></span></li>`;
  return html`<ul class="offers plain" aria-hidden="true">
    ${new Array(Math.min(limit, MOST)).fill(each)}
  </ul>`;
}

/** A message about what is wrong and what one can do, with the editor's fallback. */
export function condition(
  store: DirectoryStore,
  locale: Locale,
  what: unknown,
  act?: TemplateResult,
): TemplateResult {
  const { client, state } = store;
  const page = state.status === 'refused' ? client?.page() : client?.page(state.query, state.lock);
  return html`<div class="condition">
      ${what}
      <p class="actions">
        ${act} ${page && html`<a class="button" href=${page}>${locale.frame.list.toDirectory}</a>`}
      </p>
    </div>
    <slot></slot>`;
}

/**
 * A message that the feed gives nothing, or a part of the widget is missing, and what one can do.
 */
export function failure(store: DirectoryStore, locale: Locale): TemplateResult {
  const { failedHint, retry } = locale.frame.list;
  if (!store.state.error) return condition(store, locale, missing(locale, undefined));
  const again = html`<button type="button" class="button primary" @click=${() => store.retry()}>
    ${retry}
  </button>`;
  return condition(store, locale, html`<p>${failedHint}</p>`, again);
}
