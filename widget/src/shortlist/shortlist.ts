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
import { isKept, keep, keptSlugs, watchKept } from './keep.js';
import { MarkedOffers } from './marked-offers.js';
import type { Marked } from './marked.js';
import { MOST_LINKED, ShortlistPanel } from './panel.js';
import { shortlistStyles } from './shortlist.styles.js';

/** The slugs that the page's address names; no feed would accept longer ones. */
function linkedSlugs(): string[] {
  const words = (linked(SHORTLIST) ?? '').split(/,|%2C/i);
  return words.filter((word) => /^[a-z0-9-]{1,500}$/.test(word)).slice(0, MOST_LINKED);
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
  /** Finds what has opened it, which may have been drawn anew, and where the page stood then. */
  #opener: (() => HTMLElement | null | undefined) | undefined;
  #place = 0;
  #hash = '';
  /** The marked slugs of which the visitor has been told. */
  #told: string | undefined;
  /** The visitor's marks of which the device knows. */
  #known: ReadonlySet<string>;
  /** Whether the device has kept some. */
  readonly #isRestored: boolean;

  constructor(host: LitElement, store: DirectoryStore, marks: Marked) {
    this.#host = host;
    this.#store = store;
    this.#marks = marks;
    this.#offers = new MarkedOffers(store, marks, () => marks.changed());
    this.#panel = new ShortlistPanel(host, store, marks, this.#offers);
    this.#isRestored = isKept(store);
    this.#known = new Set(keptSlugs(store));
    this.#offers.add(this.#known);
    adopt(host.shadowRoot, linkedOfferStyles);
    adopt(host.shadowRoot, shortlistStyles);
    let leave: (() => void) | undefined;
    host.addController({
      hostConnected: () => {
        all.add(this);
        leave = watchKept(store, this.#hear);
      },
      hostDisconnected: () => {
        all.delete(this);
        leave?.();
      },
      hostUpdated: () => {
        this.#keep();
        this.#tell();
      },
    });
  }

  get #slugs(): string {
    return [...this.#marks.offers.keys()].join();
  }

  /** Keeps what the visitor has marked or unmarked since, where that is wanted. */
  #keep() {
    const known = this.#known;
    const own = new Set(this.#offers.own());
    this.#known = own;
    const added = [...own].filter((slug) => !known.has(slug));
    const removed = [...known].filter((slug) => !own.has(slug));
    if ((added[0] || removed[0]) && isKept(this.#store)) keep(this.#store, { added, removed });
  }

  /** Follows what another tab, or another list of the page, has changed on the device. */
  readonly #hear = (before: string[] | undefined, now: string[] | undefined) => {
    this.#marks.changed();
    // What is only no longer kept has not been unmarked.
    if (!now) return;
    // The wish to keep the list holds for all that is marked here, too.
    if (!before) this.#known = new Set();
    else this.#keep();
    const removed = before?.filter((slug) => !now.includes(slug)) ?? [];
    const added = now.filter((slug) => !before?.includes(slug));
    this.#offers.drop(removed.filter((slug) => this.#marks.offers.has(slug)));
    this.#offers.add(added);
    this.#known = new Set([...this.#known, ...added].filter((slug) => !removed.includes(slug)));
  };

  /** Says how many are marked. */
  #tell() {
    const { renderRoot } = this.#host;
    const slugs = this.#slugs;
    const way = renderRoot.querySelector('.to-shortlist');
    if (slugs === this.#told || (slugs && !way)) return;
    const isFirst = this.#told === undefined;
    this.#told = slugs;
    this.#marks.changed();
    if (isFirst && this.#isRestored) return;
    // Two regions take turns, since some screen readers do not repeat a text that has not changed.
    const regions = [...renderRoot.querySelectorAll('.says')];
    const next = regions[0]?.textContent ? 1 : 0;
    regions.forEach((region, index) => {
      region.textContent = index === next ? (way?.textContent ?? '') : '';
    });
  }

  /** @param opener finds what opens it; absent for a link */
  async #show(opener?: () => HTMLElement | null | undefined) {
    this.#opener = opener;
    this.#place = scrollY;
    this.#isOpen = true;
    this.#offers.open();
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    const section = this.#host.renderRoot.querySelector<HTMLElement>('.shortlist');
    section?.focus({ preventScroll: true });
    section?.scrollIntoView();
  }

  readonly #close = async () => {
    this.#isOpen = this.#isLinked = false;
    this.#offers.close();
    if (linked(SHORTLIST) !== undefined) changeAddress('replaceState', { hash: fragmentWith() });
    this.#hash = '';
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    await Promise.all(this.#cards.map(async (card) => card.updateComplete));
    if (this.#opener) scrollTo({ top: this.#place, behavior: 'instant' });
    const goal = this.#opener?.() ?? this.#host.renderRoot.querySelector<HTMLElement>('.summary');
    goal?.focus({ preventScroll: true });
    goal?.scrollIntoView({ block: 'nearest', behavior: 'instant' });
  };

  get #cards() {
    return [...this.#host.renderRoot.querySelectorAll('vielfalt-offer-card')];
  }

  readonly #wayBelow = () => this.#host.renderRoot.querySelector<HTMLElement>('.to-shortlist');

  /** The way in an offer's card, or the button that marks it where it is no longer marked. */
  #wayOf(slug: string): HTMLElement | null | undefined {
    const root = this.#cards.find((each) => each.card?.slug === slug)?.shadowRoot;
    return root?.querySelector<HTMLElement>('.ribbon + .link') ?? root?.querySelector('.ribbon');
  }

  /** Opens what the page's address names, once. */
  #look() {
    if (location.hash === this.#hash) return;
    this.#hash = location.hash;
    const slugs = linkedSlugs();
    if (!slugs[0]) return;
    this.#offers.invite(slugs);
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
  way({ card: { slug }, context, locale }: CardView): TemplateResult | typeof nothing {
    const whole = withLater(locale, this.#host);
    if (!whole || this.#offers.has(context)) return nothing;
    return html`<button
      type="button"
      class="link"
      @click=${() => this.#show(() => this.#wayOf(slug))}
    >
      ${this.#count(whole)}
    </button>`;
  }

  /** What stands at the top of the list, and the way there, which stays in sight. */
  render(locale: Locale): unknown {
    this.#look();
    const whole = withLater(locale, this.#host);
    if (!whole) return nothing;
    return [
      this.#isOpen && !this.#isOthers
        ? this.#panel.render(whole, () => void this.#close())
        : nothing,
      this.#marks.offers.size > 0
        ? html`<button
            type="button"
            class="button primary to-shortlist"
            ?hidden=${this.#isOpen && !this.#isOthers}
            @click=${() => this.#show(this.#wayBelow)}
          >
            ${this.#count(whole)}
          </button>`
        : nothing,
    ];
  }
}
