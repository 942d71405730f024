import type { Query } from '@vielfalt/feed';
import { fill } from '@vielfalt/feed/wording';
import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import { chips, withoutChips } from '../choices/chips.js';
import { choiceTexts } from '../locales/choices.js';
import type { Locale } from '../locales/locale.js';
import type { DirectoryStore } from '../store/directory-store.js';
import { adopt } from '../styles/adopt.js';
import { closeIcon } from '../styles/close-icon.js';
import { Announcer } from './announcer.js';
import { condition } from './conditions.js';
import { listExtrasStyles } from './list-extras.styles.js';

/** What a list of offers shows and does once a visitor has acted. */
export class ListExtras {
  readonly #host: LitElement;
  readonly #announcer: Announcer;
  /** What has been said, or was there from the start: `undefined` until the first answer. */
  #said: string | undefined;
  #offers: DirectoryStore['state']['offers'];

  /** @param summary what the list says now, where it says anything */
  constructor(host: LitElement, { state }: DirectoryStore, summary?: string) {
    this.#host = host;
    this.#said = summary;
    this.#offers = state.offers;
    this.#announcer = new Announcer(() => host.renderRoot.querySelectorAll('.says'));
    host.addController({ hostDisconnected: () => this.#announcer.stop() });
    adopt(host.shadowRoot, listExtrasStyles);
  }

  /** The store has changed. @param summary what the list says now, where it is settled */
  changed({ state: { offers } }: DirectoryStore, summary: string | undefined): void {
    const before = this.#offers;
    this.#offers = offers;
    if (before.length > 0 && before[0] === offers[0] && before.length < offers.length) {
      this.#focus(before.length);
    }
    if (summary === undefined) return;
    // What a page begins with is read like everything on it; only changes are said.
    if (this.#said !== undefined && summary !== this.#said) this.#announcer.say(summary);
    this.#said = summary;
  }

  /** The first offer that has been added gets the focus, or a keyboard would begin at the top again. */
  #focus(index: number) {
    void this.#host.updateComplete.then(() => {
      const cards = this.#host.renderRoot.querySelectorAll<HTMLElement>('.offers > li > *');
      cards[index]?.focus();
    });
  }

  /** The button that was pressed goes; the summary, which has just changed, takes the focus. */
  #remove(store: DirectoryStore, removal: Partial<Query>) {
    store.ask(removal);
    this.#host.renderRoot.querySelector<HTMLElement>('.summary')?.focus();
  }

  #button(store: DirectoryStore, look: string, text: string, removal: Partial<Query>) {
    return html`<button type="button" class=${look} @click=${() => this.#remove(store, removal)}>
      ${text}
    </button>`;
  }

  /** The choices in force. */
  chips(store: DirectoryStore, locale: Locale): TemplateResult | typeof nothing {
    const { chosen, remove, removeAll } = choiceTexts(locale);
    const all = chips(store.state, locale);
    if (all.length === 0) return nothing;
    return html`<ul part="chips" class="chips plain" role="list" aria-label=${chosen}>
      ${all.map(
        ({ label, removal }) =>
          html`<li>
            <button
              type="button"
              class="chip"
              aria-label=${fill(remove, { name: label })}
              @click=${() => this.#remove(store, removal)}
            >
              ${label} ${closeIcon}
            </button>
          </li>`,
      )}
      ${
        all.length > 1
          ? html`<li>
              ${this.#button(store, 'link', removeAll, withoutChips(store.state, locale))}
            </li>`
          : nothing
      }
    </ul>`;
  }

  /** What stands in the place of offers where there are none. */
  instead(store: DirectoryStore, locale: Locale): TemplateResult {
    return store.state.status === 'refused'
      ? this.#refusal(store, locale)
      : this.#waysOut(store, locale);
  }

  /** The lock names something that the directory does not know: which, for the page's editor. */
  #refusal(store: DirectoryStore, locale: Locale): TemplateResult {
    const { refusedValue, nearest: meant } = choiceTexts(locale);
    const what = store.state.problems.map(({ parameter, value, nearest }) => {
      const name = parameter.replace('within.', '');
      return html`<p class="note">
        ${fill(refusedValue, { name, value })} ${nearest && fill(meant, { nearest })}
      </p>`;
    });
    return condition(store, locale, what);
  }

  /** The ways out of having found nothing. */
  #waysOut(store: DirectoryStore, locale: Locale): TemplateResult {
    const { clear, noneHint, removeAll } = choiceTexts(locale);
    const removals = withoutChips(store.state, locale);
    const isNarrowed = Object.keys(removals).length > 0;
    return html`<div class="condition">
      <p>${noneHint}</p>
      <p class="actions">
        ${isNarrowed ? this.#button(store, 'button', removeAll, removals) : nothing}
        ${store.state.query.q ? this.#button(store, 'button', clear, { q: undefined }) : nothing}
      </p>
    </div>`;
  }
}
