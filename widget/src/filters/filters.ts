import type { Query } from '@vielfalt/feed';
import { html, nothing } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { chips } from '../choices/chips.js';
import { plural } from '../locales/locale.js';
import type { StoreState } from '../store/state.js';
import { textOf } from '../store/visitor-query.js';
import { StoreElement } from '../store-element.js';
import { chevronIcon, filterIcon } from '../styles/icons.js';
import { shared } from '../styles/shared.js';
import { standIn } from '../templates/stand-in.js';
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

  #panel: FilterPanel | undefined;
  #isLoading = false;
  /** Tells when there is room for the filters, which styles decide. */
  readonly #room = new ResizeObserver(() => this.#loadIfSeen());

  @query('.toggle') private readonly toggle!: HTMLButtonElement;

  @query('.panel') private readonly panel!: HTMLElement | null;

  @state() private isOpen = false;

  /** A name for the group, where a page has several. */
  @property() label?: string;

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.#room.disconnect();
  }

  protected override updated() {
    if (this.panel) this.#room.observe(this.panel);
    this.#loadIfSeen();
  }

  #loadIfSeen() {
    if (this.#panel || this.#isLoading || !this.panel?.getClientRects().length) return;
    this.#isLoading = true;
    void this.#load();
  }

  async #load() {
    try {
      const { FilterPanel } = await import('./filter-panel.js');
      this.#panel = new FilterPanel(this, (patch) => this.#ask(patch));
      this.requestUpdate();
    } catch (error) {
      console.warn('Vielfalt: the filters cannot be had', error);
    } finally {
      this.#isLoading = false;
    }
  }

  #ask(patch: Partial<Query>) {
    void this.store?.prepareLocal();
    this.store?.ask(patch);
  }

  #onToggle() {
    this.isOpen = !this.isOpen;
    if (this.isOpen) void this.store?.prepareLocal();
  }

  #onDone() {
    this.isOpen = false;
    this.toggle.focus();
  }

  #content(state: StoreState): unknown {
    if (!this.#panel || !state.directory || state.status === 'failed') return nothing;
    return html`${this.#panel.render(state, this.locale)}
      <div class="done">
        <button type="button" class="button primary" @click=${this.#onDone}>
          ${plural(this.locale, this.locale.frame.list.show, state.total)}
        </button>
      </div>`;
  }

  protected override render() {
    const { filters } = this.locale.frame;
    const { store } = this;
    if (store?.state.status === 'refused') return this.frame(nothing);
    const chosen = store ? chips(store.state, this.locale).length : 0;
    return this.frame(html`
      <button
        part="toggle"
        type="button"
        class="button toggle"
        aria-expanded=${this.isOpen}
        aria-controls="panel"
        @click=${this.#onToggle}
      >
        ${filterIcon} ${filters.open}
        ${
          chosen > 0
            ? html`<span class="muted">${plural(this.locale, filters.chosen, chosen)}</span>`
            : nothing
        }
        ${chevronIcon}
      </button>
      <div
        part="panel"
        id="panel"
        class=${this.isOpen ? 'panel open' : 'panel'}
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
