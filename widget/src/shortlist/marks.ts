import type { Card } from '@vielfalt/feed';
import { html, nothing, type LitElement } from 'lit';
import { LazyPart } from '../controllers/lazy-part.js';
import { aroundTexts } from '../locales/around.js';
import type { Locale } from '../locales/locale.js';
import type { CardView } from '../store/card-context.js';
import type { DirectoryStore } from '../store/directory-store.js';
import type { CardMarks } from '../store/card-marks.js';
import { adopt } from '../styles/adopt.js';
import { icon } from '../styles/icons.js';
import { kept } from './kept.js';
import type { Marked } from './marked.js';
import { markStyles } from './marks.styles.js';
import type { Shortlist } from './shortlist.js';

const ribbonIcon = icon('M7 4h10v16l-5-4-5 4Z');

/**
 * The offers that a visitor has marked, for as long as the page is open, and the buttons that mark
 * them. What can be done with them comes with the first mark.
 */
export class OfferMarks implements CardMarks, Marked {
  readonly offers = new Map<string, Card | undefined>();
  /** The list that shows them: the first of those that share the directory. */
  readonly #host: LitElement;
  readonly #part: LazyPart<Shortlist>;
  #isWanted: unknown = kept();

  constructor(host: LitElement, store: DirectoryStore) {
    this.#host = host;
    this.#part = new LazyPart(
      host,
      async () => new (await import('./shortlist.js')).Shortlist(host, store, this),
    );
    this.changed();
  }

  changed(): void {
    this.#host.requestUpdate();
    for (const card of this.#host.renderRoot.querySelectorAll('vielfalt-offer-card'))
      card.requestUpdate();
  }

  button(view: CardView, { shadowRoot }: LitElement): unknown {
    const { card, locale } = view;
    adopt(shadowRoot, markStyles);
    const { slug } = card;
    const isMarked = this.offers.has(slug);
    const { mark } = aroundTexts(locale);
    const toggle = () => {
      this.#isWanted = true;
      if (!this.offers.delete(slug)) this.offers.set(slug, card);
      this.changed();
    };
    return html`<button
        type="button"
        class="link ribbon"
        id="ribbon"
        title=${mark}
        aria-label=${mark}
        aria-labelledby="ribbon title"
        aria-pressed=${isMarked}
        @click=${toggle}
      >
        ${ribbonIcon}
      </button>
      ${isMarked ? this.#part.get()?.way(view) : nothing}`;
  }

  /** What stands at the top of a list. */
  render(list: LitElement, locale: Locale): unknown {
    this.#isWanted ||= location.hash.includes('vielfalt-shortlist=');
    return this.#isWanted && list === this.#host ? this.#part.get()?.render(locale) : nothing;
  }
}

/** The shortlist of a list's directory; nothing where an editor has taken it away. */
export function shortlist(list: LitElement, store: DirectoryStore, locale: Locale): unknown {
  const { client } = store;
  const { host } = list.getRootNode() as Partial<ShadowRoot>;
  if (!client || [list, host].some((each) => each?.hasAttribute('no-shortlist'))) return nothing;
  return (client.marks ??= new OfferMarks(list, store)).render(list, locale);
}
