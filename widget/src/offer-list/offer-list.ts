import { SORTS, sortOf, type Query, type Sort } from '@vielfalt/feed';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import { chips, withoutChips } from '../choices/chips.js';
import { AnnouncerController } from '../controllers/announcer-controller.js';
import { LinkedOfferController } from '../controllers/linked-offer-controller.js';
import { fill, plural } from '../locales/locale.js';
import type { DirectoryStore } from '../store/directory-store.js';
import { StoreElement } from '../store-element.js';
import { textOf } from '../store/visitor-query.js';
import { closeIcon } from '../styles/icons.js';
import { footerStyles } from '../styles/footer.js';
import { shared } from '../styles/shared.js';
import { demoMark, footer } from '../templates/footer.js';
import { failure, refusal, skeletons } from './conditions.js';
import { offerListStyles } from './offer-list.styles.js';

/**
 * @summary The offers of a directory: a summary, what they are narrowed down by, their order, cards.
 *
 * Stands inside `<vielfalt-directory>`, joined to another element by `for`, or alone with a lock of
 * its own: `<vielfalt-offer-list topic="language" place="witten">`.
 *
 * @slot - Serves until the script runs, and where the feed has nothing to show.
 * @csspart base - The outermost box.
 * @csspart summary - How many offers there are.
 * @csspart chips - The choices in force, each removable.
 * @csspart offers - The list of cards.
 * @csspart more - The button that adds the next page.
 * @csspart footer - Whose offers these are; where the list stands alone.
 * @fires vielfalt-query-change - Something else has been chosen; where the list has its own store.
 * @fires vielfalt-results - Offers have come; where the list has its own store.
 * @fires vielfalt-error - The feed failed or refused; where the list has its own store.
 */
export class VielfaltOfferList extends StoreElement {
  static override styles = [shared, footerStyles, offerListStyles];

  readonly #announcer = new AnnouncerController(this);
  readonly #linked = new LinkedOfferController(this, () => this.store);
  /** What has been said, or was there from the start: `undefined` until the first answer. */
  #said: string | undefined;
  /** The first of the offers that the visitor has asked for in addition, until it has the focus. */
  #next: number | undefined;
  #shownLink: string | undefined;

  @query('.summary') private readonly summary!: HTMLElement;

  /** The level of the offers' titles as headings, 1 to 6. */
  @property({ attribute: 'heading-level' }) headingLevel = '3';

  /** A name for the landmark, where a page has several lists: "Sprachkurse". */
  @property() label?: string;

  protected override onStoreChange() {
    super.onStoreChange();
    const { busy, status } = this.store?.state ?? {};
    if (!this.store || busy || status === 'loading') return;
    const text = this.#summary(this.store);
    // What a page begins with is read like everything on it; only changes are said.
    if (this.#said !== undefined && text !== this.#said) this.#announcer.say(text);
    this.#said = text;
  }

  protected override updated(changed: PropertyValues<this>) {
    super.updated(changed);
    this.#focusNext();
    const link = this.#linked.found?.answer.card.id;
    if (link !== this.#shownLink) {
      this.#shownLink = link;
      this.renderRoot.querySelector('.linked')?.scrollIntoView({ block: 'nearest' });
    }
  }

  /** What was asked for last gets the focus, or a keyboard would begin at the top again. */
  #focusNext() {
    const { busy, offers } = this.store?.state ?? {};
    if (this.#next === undefined || busy) return;
    const index = this.#next;
    this.#next = undefined;
    if (offers && offers.length > index) {
      const cards = this.renderRoot.querySelectorAll('.offers > li > vielfalt-offer-card');
      const card = cards[index];
      if (card instanceof HTMLElement) queueMicrotask(() => card.focus());
    }
  }

  #summary({ state }: DirectoryStore): string {
    const { list } = this.locale.frame;
    if (state.status === 'failed') return list.failed;
    if (state.status === 'refused') return list.refused;
    if (state.status === 'loading') return list.loading;
    return state.total > 0 ? plural(this.locale, list.found, state.total) : list.none;
  }

  #onMore(store: DirectoryStore) {
    this.#next = store.state.offers.length;
    store.more();
  }

  /** The button that was pressed goes; the summary, which has just changed, takes the focus. */
  #remove(store: DirectoryStore, removal: Partial<Query>) {
    store.ask(removal);
    this.summary.focus();
  }

  #sorting(store: DirectoryStore): TemplateResult {
    const { list } = this.locale.frame;
    const { query } = store.state;
    const current = sortOf({ ...query, sort: query.sort ?? this.#editorsSort(query) });
    const possible = SORTS.filter(
      (sort) =>
        (sort !== 'relevance' || query.q) &&
        (sort !== 'distance' || query.near || query.sort === sort),
    );
    return html`<label class="sorting">
      <span>${list.sort}</span>
      <select
        @change=${({ target }: Event) =>
          store.ask({ sort: (target as HTMLSelectElement).value as Sort })}
      >
        ${possible.map(
          (sort) =>
            html`<option value=${sort} .selected=${live(sort === current)}>
              ${list.sorts[sort]}
            </option>`,
        )}
      </select>
    </label>`;
  }

  #editorsSort({ q }: Query): Sort | undefined {
    return q ? undefined : this.store?.sort;
  }

  #chips(store: DirectoryStore): TemplateResult | typeof nothing {
    const { filters } = this.locale.frame;
    const all = chips(store.state, this.locale);
    if (all.length === 0) return nothing;
    return html`<ul part="chips" class="chips plain" role="list" aria-label=${filters.active}>
      ${repeat(
        all,
        ({ key }) => key,
        ({ label, removal }) =>
          html`<li>
            <button
              type="button"
              class="chip"
              aria-label=${fill(filters.remove, { name: label })}
              @click=${() => this.#remove(store, removal)}
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
                @click=${() => this.#remove(store, withoutChips(store.state, this.locale))}
              >
                ${filters.removeAll}
              </button>
            </li>`
          : nothing
      }
    </ul>`;
  }

  #stale(store: DirectoryStore): TemplateResult | typeof nothing {
    const { list } = this.locale.frame;
    const { stale, directory } = store.state;
    if (!stale || !directory) return nothing;
    const date = new Date(`${directory.date}T12:00:00Z`).toLocaleDateString(this.locale.tag, {
      dateStyle: 'long',
      timeZone: 'UTC',
    });
    return html`<div class="note">
      <p>${fill(list.stale, { date })}</p>
      <button type="button" class="link" @click=${() => store.retry()}>${list.retry}</button>
    </div>`;
  }

  #link(): TemplateResult | typeof nothing {
    const { list } = this.locale.frame;
    const { found, isMissing } = this.#linked;
    if (isMissing) return html`<p class="note">${list.linkedGone}</p>`;
    if (!found) return nothing;
    return html`<section class="linked" aria-label=${list.linked}>
      <div class="linked-bar">
        <strong>${list.linked}</strong>
        <button type="button" class="link" @click=${() => this.#linked.close()}>
          ${list.linkedClose}
        </button>
      </div>
      <vielfalt-offer-card
        .card=${found.answer.card}
        .context=${found.context}
        .open=${true}
        heading-level=${textOf(this.headingLevel)}
      ></vielfalt-offer-card>
    </section>`;
  }

  #empty(store: DirectoryStore): TemplateResult {
    const { list, filters, search } = this.locale.frame;
    const { query } = store.state;
    const removals = withoutChips(store.state, this.locale);
    return html`<div class="condition">
      <p>${list.noneHint}</p>
      <p class="actions">
        ${
          Object.keys(removals).length > 0
            ? html`<button
                type="button"
                class="button"
                @click=${() => this.#remove(store, removals)}
              >
                ${filters.removeAll}
              </button>`
            : nothing
        }
        ${
          query.q
            ? html`<button
                type="button"
                class="button"
                @click=${() => this.#remove(store, { q: undefined })}
              >
                ${search.clear}
              </button>`
            : nothing
        }
      </p>
    </div>`;
  }

  #offers(store: DirectoryStore): TemplateResult {
    const { list } = this.locale.frame;
    const { offers, total, busy } = store.state;
    if (total === 0) return this.#empty(store);
    const { context } = store;
    const rest = total - offers.length;
    return html`<ul part="offers" class="offers plain" role="list" aria-busy=${busy}>
        ${repeat(
          offers,
          ({ id }) => id,
          (card) =>
            html`<li>
              <vielfalt-offer-card
                .card=${card}
                .context=${context}
                heading-level=${textOf(this.headingLevel)}
              ></vielfalt-offer-card>
            </li>`,
        )}
      </ul>
      ${
        rest > 0
          ? html`<p class="actions">
              <button
                part="more"
                type="button"
                class="button more"
                aria-disabled=${busy}
                @click=${() => this.#onMore(store)}
              >
                ${plural(this.locale, list.more, rest)}
              </button>
            </p>`
          : nothing
      }`;
  }

  #body(store: DirectoryStore | undefined): TemplateResult {
    if (!store || store.state.status === 'loading') return skeletons(store?.limit);
    switch (store.state.status) {
      case 'refused':
        return refusal(store, this.locale);
      case 'failed':
        return failure(store, this.locale);
      case 'ready':
        return this.#offers(store);
    }
  }

  protected override render() {
    const { store } = this;
    const { list } = this.locale.frame;
    const { status = 'loading', directory, busy, total = 0 } = store?.state ?? {};
    const summary = store ? this.#summary(store) : list.loading;
    const name = this.label
      ? fill('{title}: {label}', { title: list.title, label: this.label })
      : list.title;
    return this.frame(html`
      <section aria-label=${name} class=${busy ? 'busy' : 'idle'}>
        ${this.isAlone ? demoMark(directory, this.locale) : nothing} ${this.#link()}
        <div class="bar">
          <p part="summary" class="summary" tabindex="-1">${summary}</p>
          ${store && status === 'ready' && total > 1 ? this.#sorting(store) : nothing}
        </div>
        ${store ? this.#chips(store) : nothing} ${store ? this.#stale(store) : nothing}
        ${this.#body(store)}
        ${this.isAlone && (directory || status === 'loading') ? footer(directory, this.locale) : nothing}
        ${this.#announcer.render()}
      </section>
    `);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vielfalt-offer-list': VielfaltOfferList;
  }
}
