import { mainTopics, printQuery } from '@vielfalt/feed';
import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import type { Locale } from '../locales/locale.js';
import type { DirectoryStore } from '../store/directory-store.js';
import { adopt } from '../styles/adopt.js';
import { topicTilesStyles } from './topic-tiles.styles.js';

/**
 * The main topics inside the lock with the number of their offers, for those who do not know what to
 * type. Nothing where there is no choice, or something is chosen or typed.
 */
export function topicTiles(
  host: LitElement,
  store: DirectoryStore,
  locale: Locale,
): TemplateResult | typeof nothing {
  const { query, terms } = store.state;
  const tiles = mainTopics(store.state);
  if (!tiles[0] || printQuery({ ...query, sort: undefined })) return nothing;
  adopt(host.shadowRoot, topicTilesStyles);
  const choose = (value: string) => {
    // The pressed button goes away.
    const list = host.renderRoot.querySelector<HTMLElement>('.list');
    list?.setAttribute('tabindex', '-1');
    list?.focus({ preventScroll: true });
    store.toggle('topic', value);
  };
  return html`<ul class="plain" role="list" aria-label=${locale.frame.facets.topic}>
    ${tiles.map(
      ({ value, count }) =>
        html`<li>
          <button type="button" class="button" @click=${() => choose(value)}>
            ${terms.topic[value]?.label}
            <span class="muted">${count.toLocaleString(locale.tag)}</span>
          </button>
        </li>`,
    )}
  </ul>`;
}
