import { plural } from '@vielfalt/feed/wording';
import { html, nothing } from 'lit';
import type * as Later from '../later.js';
import type { StoreState } from '../store/state.js';
import { textOf } from '../store/text-of.js';
import { StoreElement } from '../store-element.js';
import { chevronIcon, filterIcon } from '../styles/icons.js';
import { shared } from '../styles/shared.js';
import { standIn } from '../templates/stand-in.js';
import { FEW, firstChoices } from './first-choices.js';
import type { FilterPanel } from './filter-panel.js';
import { filtersStyles } from './filters.styles.js';

/**
 * @summary What the offers can be narrowed down by, with the number that each choice would show.
 *
 * Stands inside `<vielfalt-directory>`, or anywhere on the page joined by `for`. What the lock has
 * fixed is not offered. On narrow pages a button opens it.
 *
 * @slot - Serves until the script runs.
 * @csspart base - The outermost box.
 * @csspart toggle - The button that opens the filters on narrow pages.
 * @csspart panel - The filters.
 * @csspart facet - One group of choices.
 * @fires vielfalt-query-change - Something else has been chosen; where the element has its own store.
 */
export class VielfaltFilters extends StoreElement {
  static override styles = [shared, filtersStyles];

  /** All filters; until a visitor comes near, there are a few of them. */
  #panel: FilterPanel | undefined;
  #isLoading = false;
  #isOpen = false;
  /** A button that only the panel knows what to do about. */
  #pressed: EventTarget | null = null;

  /** Who has come near, or has chosen something, sees all filters where there is room for them. */
  protected override updated() {
    const later = this.store?.later;
    if (!later || this.#panel || this.#isLoading) return;
    const isVisible = this.renderRoot.querySelector('.panel')?.getClientRects()[0];
    if (!isVisible || !(this.isNear || this.#isOpen || this.#chosen())) return;
    this.#isLoading = true;
    void this.#load(later);
  }

  /** How many choices are in force, in words, where there are any. */
  #chosen(): string | undefined {
    const { store } = this;
    return store?.later?.chosen(store.state, this.locale);
  }

  async #load({ loadFilterPanel }: typeof Later) {
    try {
      const { FilterPanel } = await loadFilterPanel();
      this.#panel = new FilterPanel(this, this.#pressed);
    } catch (error) {
      this.store?.fail(error);
    }
    this.#isLoading = false;
  }

  readonly #onPress = ({ currentTarget }: Event) => {
    this.#pressed = currentTarget;
  };

  /** Opens or closes the panel, where it has a button. */
  toggle(): void {
    this.#isOpen = !this.#isOpen;
    this.requestUpdate();
    if (this.#isOpen) void this.store?.prepareLocal();
    else this.renderRoot.querySelector<HTMLElement>('.toggle')?.focus();
  }

  /** What most people look for first; the panel's own groups take the place of these. */
  #first(name: 'topic' | 'place', state: StoreState): unknown {
    const choices = firstChoices(name, state);
    const { facets, more } = this.locale.frame;
    const rest = choices.length - FEW;
    return (
      choices[0] &&
      html`<fieldset part="facet">
        <legend>
          <button type="button" class="heading" aria-expanded="true" @click=${this.#onPress}>
            ${facets[name]} ${chevronIcon}
          </button>
        </legend>
        <div class="body">
          ${choices.slice(0, rest > 1 ? FEW : undefined).map(
            ({ value, count }) =>
              html`<label class="choice">
                <input
                  type="checkbox"
                  value=${value}
                  @change=${() => this.store?.toggle(name, value)}
                />
                <span class="name">${state.terms[name][value]?.label ?? value}</span>
                <span class="count">${count}</span>
              </label>`,
          )}
          ${
            rest > 1
              ? html`<button
                  type="button"
                  class="link"
                  aria-expanded="false"
                  @click=${this.#onPress}
                >
                  ${plural(this.locale.tag, more, rest)}
                </button>`
              : nothing
          }
        </div>
      </fieldset>`
    );
  }

  #content(state: StoreState): unknown {
    if (!state.directory || state.status === 'failed') return nothing;
    if (this.#panel && this.store) return this.#panel.render(this.store, this.locale);
    return [this.#first('topic', state), this.#first('place', state)];
  }

  protected override render() {
    const { filters } = this.locale.frame;
    const { store } = this;
    if (store?.state.status === 'refused') return this.frame(nothing);
    const chosen = this.#chosen();
    return this.frame(html`
      <button
        part="toggle"
        type="button"
        class="button toggle"
        aria-expanded=${this.#isOpen}
        aria-controls="panel"
        @click=${() => this.toggle()}
      >
        ${filterIcon} ${filters.open}
        ${chosen ? html`<span class="muted">${chosen}</span>` : nothing} ${chevronIcon}
      </button>
      <div
        part="panel"
        id="panel"
        class="panel ${this.#isOpen ? 'open' : ''} ${store?.state.status}"
        role="group"
        aria-label=${textOf(this.label) || filters.title}
      >
        ${store ? this.#content(store.state) : nothing}
        ${this.isUnseen ? standIn(store, this.locale) : nothing}
      </div>
    `);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vielfalt-filters': VielfaltFilters;
  }
}
