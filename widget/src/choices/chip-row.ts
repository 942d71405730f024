import type { Query } from '@vielfalt/feed';
import { fill } from '@vielfalt/feed/wording';
import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import { choiceTexts } from '../locales/choices.js';
import type { Locale } from '../locales/locale.js';
import type { VisitorActions } from '../store/actions.js';
import type { StoreState } from '../store/state.js';
import { adopt } from '../styles/adopt.js';
import { closeIcon } from '../styles/close-icon.js';
import { chipRowStyles } from './chip-row.styles.js';
import { chips, withoutChips } from './chips.js';
import { nowhere } from './nowhere.js';

export { chosenCount } from './chips.js';

/**
 * The choices in force, each with a button that takes it back, and one for all of them.
 *
 * @param remove takes choices back
 * @param store counts what has no place, where something near is looked for
 */
export function chipRow(
  host: LitElement,
  state: StoreState,
  locale: Locale,
  remove: (removal: Partial<Query>) => void,
  store: { reach(): Promise<VisitorActions | undefined> },
): TemplateResult | typeof nothing {
  const { chosen, remove: removeOne, removeAll } = choiceTexts(locale);
  const all = chips(state, locale);
  if (all.length === 0) return nothing;
  adopt(host.shadowRoot, chipRowStyles);
  return html`<ul part="chips" class="chips plain" role="list" aria-label=${chosen}>
      ${all.map(
        ({ label, removal }) =>
          html`<li>
            <button
              type="button"
              class="chip"
              aria-label=${fill(removeOne, { name: label })}
              @click=${() => remove(removal)}
            >
              ${label} ${closeIcon}
            </button>
          </li>`,
      )}
      ${
        all.length > 1
          ? html`<li>
              <button
                type="button"
                class="link"
                @click=${() => remove(withoutChips(state, locale))}
              >
                ${removeAll}
              </button>
            </li>`
          : nothing
      }
    </ul>
    ${nowhere(host, { state, store }, locale, remove)}`;
}
