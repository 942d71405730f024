import { plural } from '@vielfalt/feed/wording';
import { html, nothing, type TemplateResult } from 'lit';
import type { Locale } from '../locales/locale.js';
import type { DirectoryStore } from '../store/directory-store.js';

/**
 * A stand-in for a list of offers, where the page has none: their number, and a link to the
 * directory's own page with the same choices.
 */
export function standIn(
  store: DirectoryStore | undefined,
  locale: Locale,
): TemplateResult | typeof nothing {
  if (!store?.client) return nothing;
  const { status, total, query, lock } = store.state;
  const { show, toDirectory } = locale.frame.list;
  const text = status === 'ready' ? plural(locale.tag, show, total) : toDirectory;
  return html`<p class="stand-in">
    <a class="button" href=${store.client.page(query, lock)}>${text}</a>
  </p>`;
}
