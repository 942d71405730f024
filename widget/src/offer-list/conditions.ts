import { DEFAULT_LIMIT } from '@vielfalt/feed';
import { html, nothing, type TemplateResult } from 'lit';
import { fill, type Locale } from '../locales/locale.js';
import type { DirectoryStore } from '../store/directory-store.js';

/** More would keep more room than a first screen has. */
const MOST = 6;

/** Room for the offers that are on their way, so that what stands below stays where it is. */
export function skeletons(limit = DEFAULT_LIMIT): TemplateResult {
  const each = html`<li class="skeleton"><span></span><span></span><span></span></li>`;
  return html`<ul class="offers plain" aria-hidden="true">
    ${Array.from({ length: Math.min(limit, MOST) }, () => each)}
  </ul>`;
}

/** The plain way to the offers, which needs nothing of ours. */
function wayOut({ client, state }: DirectoryStore, locale: Locale) {
  if (!client) return nothing;
  const address = state.status === 'refused' ? client.page() : client.page(state.query, state.lock);
  return html`<a class="button" href=${address}>${locale.frame.list.toDirectory}</a>`;
}

/** The feed gives nothing: what one can do, and what the page's editor has put there instead. */
export function failure(store: DirectoryStore, locale: Locale): TemplateResult {
  const { list } = locale.frame;
  return html`<div class="condition">
      <p>${list.failedHint}</p>
      <p class="actions">
        <button type="button" class="button primary" @click=${() => store.retry()}>
          ${list.retry}
        </button>
        ${wayOut(store, locale)}
      </p>
    </div>
    <slot></slot>`;
}

/** The lock names something that the directory does not know: which, for the page's editor. */
export function refusal(store: DirectoryStore, locale: Locale): TemplateResult {
  const { list } = locale.frame;
  return html`<div class="condition">
      ${store.state.problems.map(({ parameter, value, nearest }) => {
        const name = parameter.replace(/^within\./, '');
        return html`<p class="note">
          ${fill(list.refusedValue, { name, value })}
          ${nearest === undefined ? nothing : fill(list.refusedNearest, { nearest })}
        </p>`;
      })}
      <p class="actions">${wayOut(store, locale)}</p>
    </div>
    <slot></slot>`;
}
