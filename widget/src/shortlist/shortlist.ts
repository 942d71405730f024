import { fill } from '@vielfalt/feed/wording';
import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import type { Locale } from '../locales/locale.js';
import { withLater } from '../locales/later.js';
import { shortlistTexts } from '../locales/shortlist.js';
import type { CardView } from '../store/card-context.js';
import type { DirectoryStore } from '../store/directory-store.js';
import { SHORTLIST, fragmentWith, linked } from '../store/fragment.js';
import { changeAddress } from '../store/page-address.js';
import { adopt } from '../styles/adopt.js';
import { linkedOfferStyles } from '../offer-list/linked-offer.styles.js';
import { isKept, keep, keptSlugs } from './keep.js';
import { MarkedOffers } from './marked-offers.js';
import type { Marked } from './marked.js';
import { ShortlistPanel } from './panel.js';
import { shortlistStyles } from './shortlist.styles.js';

/** More than these are not taken from a link: an address has an end, and a sheet too. */
const MOST = 30;

/** The slugs that the page's address names; no feed would accept longer ones. */
function linkedSlugs(): string[] {
  const words = (linked(SHORTLIST) ?? '').split(/,|%2C/i);
  return words.filter((word) => /^[a-z0-9-]{1,500}$/.test(word)).slice(0, MOST);
}

/** All of the page, in the order in which they came: a link is meant for one of them. */
const all = new Set<Shortlist>();

/**
 * What can be done with marked offers: seen together, printed, passed on, kept on the device. A chunk
 * of its own: it comes with the first mark, or with a link to marked offers.
 */
export class Shortlist {
  readonly #host: LitElement;
  readonly #store: DirectoryStore;
  readonly #marks: Marked;
  readonly #offers: MarkedOffers;
  readonly #panel: ShortlistPanel;
  #isOpen = false;
  /** Whether a link has opened it, which may be meant for another list of the page. */
  #isLinked = false;
  /** What had the focus before. */
  #opener: Element | null = null;
  #hash = '';
  /** The marked slugs of which the visitor has been told. */
  #told: string | undefined;
  /** Whether the device has kept some. */
  readonly #isRestored: boolean;

  constructor(host: LitElement, store: DirectoryStore, marks: Marked) {
    this.#host = host;
    this.#store = store;
    this.#marks = marks;
    this.#offers = new MarkedOffers(store, marks, () => marks.changed());
    this.#panel = new ShortlistPanel(host, store, marks, this.#offers);
    this.#isRestored = isKept(store);
    for (const slug of keptSlugs(store)) {
      if (!marks.offers.has(slug)) marks.offers.set(slug, undefined);
    }
    adopt(host.shadowRoot, linkedOfferStyles);
    adopt(host.shadowRoot, shortlistStyles);
    host.addController({
      hostConnected: () => all.add(this),
      hostDisconnected: () => all.delete(this),
      hostUpdated: () => this.#tell(),
    });
  }

  get #slugs(): string {
    return [...this.#marks.offers.keys()].join();
  }

  /** Says how many are marked, and keeps them where the visitor wants that. */
  #tell() {
    const { renderRoot } = this.#host;
    const slugs = this.#slugs;
    const way = renderRoot.querySelector('.to-shortlist');
    if (slugs === this.#told || (slugs && !way)) return;
    const isFirst = this.#told === undefined;
    this.#told = slugs;
    if (isKept(this.#store)) keep(this.#store, this.#marks.offers.keys());
    this.#marks.changed();
    if (isFirst && this.#isRestored) return;
    // Two regions take turns, since some screen readers do not repeat a text that has not changed.
    const regions = [...renderRoot.querySelectorAll('.says')];
    const next = regions[0]?.textContent ? 1 : 0;
    regions.forEach((region, index) => {
      region.textContent = index === next ? (way?.textContent ?? '') : '';
    });
  }

  readonly #open = () => {
    this.#opener = deepFocus();
    void this.#show();
  };

  async #show() {
    this.#isOpen = true;
    this.#offers.open();
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    const section = this.#host.renderRoot.querySelector<HTMLElement>('.shortlist');
    section?.focus({ preventScroll: true });
    section?.scrollIntoView();
  }

  readonly #close = () => {
    this.#isOpen = this.#isLinked = false;
    this.#offers.close();
    if (linked(SHORTLIST) !== undefined) changeAddress('replaceState', { hash: fragmentWith() });
    this.#hash = '';
    this.#host.requestUpdate();
    if (this.#opener instanceof HTMLElement && this.#opener.isConnected) this.#opener.focus();
    else this.#host.renderRoot.querySelector<HTMLElement>('.summary')?.focus();
  };

  /** Opens what the page's address names, once. */
  #look() {
    if (location.hash === this.#hash) return;
    this.#hash = location.hash;
    const slugs = linkedSlugs();
    if (!slugs[0]) return;
    for (const slug of slugs) {
      if (!this.#marks.offers.has(slug)) this.#marks.offers.set(slug, undefined);
    }
    this.#isLinked = true;
    void this.#show();
  }

  /** Tells whether a link was meant for another list of the page, which has what it names. */
  get #isOthers(): boolean {
    if (!this.#isLinked || this.#offers.hasAny) return false;
    return this !== [...all][0] || [...all].some((each) => each.#offers.hasAny);
  }

  #count(locale: Locale): string {
    return fill(shortlistTexts(locale).count, { count: this.#marks.offers.size });
  }

  /** The way from a marked card to all that are marked. */
  way({ context, locale }: CardView): TemplateResult | typeof nothing {
    const whole = withLater(locale, this.#host);
    if (!whole || this.#offers.has(context)) return nothing;
    return html`<button type="button" class="link" @click=${this.#open}>
      ${this.#count(whole)}
    </button>`;
  }

  /** What stands at the top of the list, and the way there, which stays in sight. */
  render(locale: Locale): unknown {
    this.#look();
    const whole = withLater(locale, this.#host);
    if (!whole) return nothing;
    return [
      this.#isOpen && !this.#isOthers ? this.#panel.render(whole, this.#close) : nothing,
      this.#marks.offers.size > 0
        ? html`<button
            type="button"
            class="button primary to-shortlist"
            ?hidden=${this.#isOpen && !this.#isOthers}
            @click=${this.#open}
          >
            ${this.#count(whole)}
          </button>`
        : nothing,
    ];
  }
}

/** What has the focus, inside elements too. */
function deepFocus(): Element | null {
  let focused = document.activeElement;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  return focused;
}
