import { html, nothing } from 'lit';
import { FILTER_GROUPS, hasChoices, type FilterGroup } from '../choices/groups.js';
import { LazyPart } from '../controllers/lazy-part.js';
import { later, type ReachedFilters } from '../reached.js';
import type { DirectoryStore } from '../store/directory-store.js';
import { textOf } from '../store/text-of.js';
import { StoreElement } from '../store-element.js';
import { chevronIcon, filterIcon } from '../styles/icons.js';
import { shared } from '../styles/shared.js';
import { standIn } from '../templates/stand-in.js';
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

  /** The groups that are open: all are there from the start, so that nothing moves later. */
  readonly #open = new Set<FilterGroup>();
  #isSheet = false;

  /** The groups' contents, and the sheet of narrow pages: they are loaded when a visitor acts. */
  readonly #panel: LazyPart<ReachedFilters> = new LazyPart(this, async () => {
    await this.store?.reach();
    const part = await later?.loadFilterPanel();
    if (!part) throw new Error('no filters');
    return new part.FilterPanel(this, this.#toggle);
  });

  /** Opens or closes the sheet, where there is a button for it. */
  readonly #toggle = () => {
    this.#isSheet = !this.#isSheet;
    this.requestUpdate();
    if (this.#isSheet) void this.store?.prepareLocal();
  };

  #flip(name: FilterGroup) {
    if (this.#open.delete(name)) this.#panel.get()?.close(name);
    else this.#open.add(name);
    this.requestUpdate();
  }

  #groups(store: DirectoryStore, panel: ReachedFilters | undefined): unknown {
    const { locale } = this;
    const { state } = store;
    return FILTER_GROUPS.map((name) => {
      if (!hasChoices(name, state)) return nothing;
      const isOpen = this.#open.has(name);
      return html`<fieldset part="facet">
        <legend>
          <button
            type="button"
            class="heading"
            aria-expanded=${isOpen}
            @click=${() => this.#flip(name)}
          >
            ${locale.frame.facets[name]} ${chevronIcon}
          </button>
        </legend>
        ${
          isOpen
            ? html`<div class="body">
                ${panel?.body(name, store, locale) ?? this.#panel.waiting(locale)}
              </div>`
            : nothing
        }
      </fieldset>`;
    });
  }

  protected override render() {
    const { filters } = this.locale.frame;
    const { store } = this;
    if (store?.state.status === 'refused') return this.frame(nothing);
    const chosen = store?.state.choices?.chosenCount(store.state, this.locale);
    const isAnswered = store?.state.directory;
    // Screen readers press buttons without any pointer or focus that would announce it.
    const isReached = this.isReached || this.#isSheet || this.#open.size > 0;
    const panel = isReached && store ? this.#panel.get() : undefined;
    const groups = isAnswered ? this.#groups(store, panel) : nothing;
    return this.frame(html`
      <button
        part="toggle"
        type="button"
        class="button toggle"
        aria-expanded=${this.#isSheet}
        @click=${this.#toggle}
      >
        ${filterIcon} ${filters.open}
        ${chosen ? html`<span class="muted">${chosen}</span>` : nothing} ${chevronIcon}
      </button>
      ${
        this.#isSheet && store
          ? (panel?.sheet(groups, store, this.locale) ?? this.#panel.waiting(this.locale))
          : html`<div
              part="panel"
              class="panel ${store?.state.status}"
              role="group"
              aria-label=${textOf(this.label) || filters.title}
            >
              ${groups}
            </div>`
      }
      ${this.isUnseen ? standIn(store, this.locale) : nothing}
    `);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vielfalt-filters': VielfaltFilters;
  }
}
