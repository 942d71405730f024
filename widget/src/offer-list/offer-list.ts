import { SORTS, sortOf, type Sort } from '@vielfalt/feed';
import { fill, longDate, plural } from '@vielfalt/feed/wording';
import { html, nothing, type TemplateResult } from 'lit';
import type { VielfaltOfferCard } from '../offer-card/offer-card.js';
import { later, type ReachedList } from '../reached.js';
import type { DirectoryStore } from '../store/directory-store.js';
import { StoreElement } from '../store-element.js';
import { textOf } from '../store/text-of.js';
import { edgeStyles } from '../styles/edges.js';
import { shared } from '../styles/shared.js';
import { demoMark } from '../templates/demo-mark.js';
import { missing } from '../templates/missing.js';
import { failure, skeletons } from './conditions.js';
import type { LinkedOffer } from './linked-offer.js';
import { offerListStyles } from './offer-list.styles.js';

/**
 * @summary The offers of a directory: a summary, what they are narrowed down by, their order, cards.
 *
 * Stands inside `<vielfalt-directory>`, joined to another element by `for`, or alone with a lock of
 * its own: `<vielfalt-offer-list topic="language" place="witten">`.
 *
 * @attr {boolean} no-shortlist - Takes away what marks offers and keeps them together.
 * @slot - Serves until the script runs, and where the feed has nothing to show.
 * @csspart base - The outermost box.
 * @csspart summary - How many offers there are.
 * @csspart hints - What words could be filters, and what they were taken for in German.
 * @csspart chips - The choices in force, each removable.
 * @csspart offers - The list of cards.
 * @csspart more - The button that adds the next page.
 * @csspart footer - Whose offers these are; where the list stands alone.
 * @fires vielfalt-query-change - Something else has been chosen; where the list has its own store.
 * @fires vielfalt-results - Offers have come; where the list has its own store.
 * @fires vielfalt-error - The feed failed or refused; where the list has its own store.
 */
export class VielfaltOfferList extends StoreElement {
  static override styles = [shared, edgeStyles, offerListStyles];

  static override properties = { headingLevel: { attribute: 'heading-level' } };

  /** All cards so far; those that are not shown wait to be used again. */
  #cards: VielfaltOfferCard[] = [];
  #extras: ReachedList | undefined;
  #linked: LinkedOffer | undefined;
  #isLinkedMissing = false;

  /**
   * The level of the offers' titles as headings, so that they fit the page: 1 to 6.
   *
   * @default 3
   */
  declare headingLevel: string;

  constructor() {
    super();
    this.headingLevel = '3';
  }

  override connectedCallback() {
    super.connectedCallback();
    window.addEventListener('hashchange', this.#onLink);
    this.#onLink();
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    window.removeEventListener('hashchange', this.#onLink);
  }

  protected override onStoreChange() {
    super.onStoreChange();
    const { store } = this;
    const { status, total = 0, busy } = store?.state ?? {};
    // Visitors who find nothing need a way out.
    if (status === 'ready' && total === 0) void store?.reach();
    if (!store || !later) return;
    const summary = status === 'loading' ? undefined : this.#summary(store);
    this.#extras ??= new later.ListExtras(this, store, summary);
    this.#extras.changed(store, busy ? undefined : summary);
  }

  /** Handles a link that names an offer, or marked ones. */
  readonly #onLink = () => {
    this.requestUpdate();
    if (location.hash.startsWith('#vielfalt-offer=')) void this.#loadLinked();
  };

  async #loadLinked() {
    try {
      const { LinkedOffer } = await import('./linked-offer.js');
      this.#linked ??= new LinkedOffer(this, () => this.store);
    } catch (error) {
      console.warn(error);
      this.#isLinkedMissing = true;
      this.requestUpdate();
    }
  }

  #summary(store: DirectoryStore): string {
    const { status, total } = store.state;
    const { list, found, none } = this.locale.frame;
    if (status !== 'ready') return list[status];
    const text = total > 0 ? plural(this.locale.tag, found, total) : none;
    return this.#extras?.earlier(store, this.locale, text)?.summary ?? text;
  }

  #sorting(store: DirectoryStore): TemplateResult {
    const { sort: label, sorts } = this.locale.frame;
    const { query } = store.state;
    const current = sortOf(store.request(1).query);
    const possible = SORTS.filter(
      (sort) =>
        (sort !== 'relevance' || query.q) &&
        (sort !== 'distance' || query.near || query.sort === sort),
    );
    return html`<label class="sorting">
      <span class="muted">${label}</span>
      <select
        @change=${({ target }: Event) =>
          store.ask({ sort: (target as HTMLSelectElement).value as Sort })}
      >
        ${possible.map(
          (sort) =>
            html`<option value=${sort} .selected=${sort === current}>${sorts[sort]}</option>`,
        )}
      </select>
    </label>`;
  }

  #stale(store: DirectoryStore): TemplateResult | typeof nothing {
    const { list } = this.locale.frame;
    const { stale, directory, query, lock } = store.state;
    if (!stale || !directory) return nothing;
    if (!store.state.error) return missing(this.locale, store.client?.page(query, lock));
    return html`<div class="note">
      <p>
        ${fill(this.#extras?.earlier(store, this.locale, '')?.note ?? list.stale, { date: longDate(directory.date, this.locale.tag) })}
      </p>
      <button type="button" class="link" @click=${() => store.retry()}>${list.retry}</button>
    </div>`;
  }

  /**
   * An offer keeps its card where that is open, wherever it moves to. Others stay in place: only
   * the texts of such a card have to change.
   */
  #cardsOf({ state: { offers, context } }: DirectoryStore): VielfaltOfferCard[] {
    const headingLevel = Number(textOf(this.headingLevel));
    const closed = this.#cards.filter(({ open }) => !open);
    const shown = offers.map((card) => {
      const element =
        this.#cards.find((each) => each.open && each.card?.id === card.id) ??
        closed.shift() ??
        document.createElement('vielfalt-offer-card');
      return Object.assign(element, { card, context, headingLevel });
    });
    this.#cards = [...shown, ...closed];
    return shown;
  }

  #offers(store: DirectoryStore): TemplateResult {
    const { list } = this.locale.frame;
    const { offers, total, busy } = store.state;
    const shown = this.#cardsOf(store);
    const rest = total - offers.length;
    return html`<ul part="offers" class="offers plain" role="list" aria-busy=${busy}>
        ${shown.map((card) => html`<li>${card}</li>`)}
      </ul>
      ${
        rest > 0
          ? html`<p class="actions">
              <button
                part="more"
                type="button"
                class="button more"
                aria-disabled=${busy}
                @click=${() => store.more()}
              >
                ${plural(this.locale.tag, list.more, rest)}
              </button>
            </p>`
          : nothing
      }`;
  }

  protected override render() {
    const { store, locale } = this;
    const { list } = locale.frame;
    const { status = 'loading', directory, busy, stale, total = 0 } = store?.state ?? {};
    const own = this.ownName;
    const summary = store ? this.#summary(store) : list.loading;
    const body =
      !store || status === 'loading'
        ? skeletons(store?.options?.limit)
        : status === 'failed'
          ? failure(store, locale)
          : total > 0
            ? this.#offers(store)
            : this.#extras?.instead(store, locale);
    return this.frame(html`
      <section
        aria-label=${own ? `${list.title}: ${own}` : list.title}
        class=${busy ? 'busy' : 'idle'}
      >
        ${this.isAlone ? demoMark(directory, locale) : nothing}
        ${store && directory && this.afterwards?.shortlist(this, store, locale)}
        ${
          this.#isLinkedMissing
            ? missing(locale, store?.client?.page())
            : this.#linked?.render(locale, textOf(this.headingLevel))
        }
        <div class="bar">
          <p part="summary" class="summary" tabindex="-1">${summary}</p>
          ${store && status === 'ready' && total > 1 ? this.#sorting(store) : nothing}
        </div>
        ${store && this.#extras?.chips(store, locale)} ${store ? this.#stale(store) : nothing}
        ${body} ${this.isAlone && (directory || status === 'loading') ? this.footer() : nothing}
        <div class="visually-hidden" role="status">
          ${status === 'failed' || stale ? list.failed : nothing}
        </div>
        ${[1, 2].map(() => html`<div class="visually-hidden says" role="status"></div>`)}
      </section>
    `);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vielfalt-offer-list': VielfaltOfferList;
  }
}
