import type { OfferAnswer } from '@vielfalt/feed';
import { html, nothing, type LitElement, type ReactiveController, type TemplateResult } from 'lit';
import { withDetails } from '../locales/details.js';
import type { Locale } from '../locales/locale.js';
import type { CardSettings } from '../store/card-context.js';
import type { DirectoryStore } from '../store/directory-store.js';
import { lockKey } from '../store/options.js';
import { fragmentWith, linkedSlug } from '../store/fragment.js';
import { changeAddress } from '../store/page-address.js';
import { askOffer, isGone } from '../store/records.js';
import { adopt } from '../styles/adopt.js';
import { linkedOfferStyles } from './linked-offer.styles.js';

interface Found {
  answer: OfferAnswer;
  context: CardSettings;
}

/**
 * Every list on the page, in the order in which they were added: the link is meant for one of them.
 */
const all = new Set<LinkedOffer>();

/**
 * The offer that the page's address names, where it is inside the lock. The feed is asked with the
 * lock, since anybody may have written the address. A chunk of its own, for pages with such an
 * address.
 */
export class LinkedOffer implements ReactiveController {
  /** The offer, and the data that its card needs. */
  #found: Found | undefined;
  readonly #host: LitElement;
  readonly #store: () => DirectoryStore | undefined;
  #isMissing = false;
  /** The slug and lock asked for. */
  #requested = '';
  #shown: string | undefined;

  constructor(host: LitElement, store: () => DirectoryStore | undefined) {
    this.#host = host;
    this.#store = store;
    host.addController(this);
    adopt(host.shadowRoot, linkedOfferStyles);
    this.#look();
  }

  /** Tells whether no list on the page has the offer; one list says so. */
  get #isMissingHere(): boolean {
    return this === [...all][0] && [...all].every((each) => each.#isMissing);
  }

  hostConnected() {
    all.add(this);
    window.addEventListener('hashchange', this.#look);
  }

  hostDisconnected() {
    all.delete(this);
    window.removeEventListener('hashchange', this.#look);
  }

  hostUpdated() {
    const link = this.#found?.answer.card.id;
    if (link === this.#shown) return;
    this.#shown = link;
    const section = this.#host.renderRoot.querySelector<HTMLElement>('.linked');
    // Visitors who followed a link go on from there, also by keyboard or screen reader.
    section?.focus({ preventScroll: true });
    section?.scrollIntoView();
  }

  hostUpdate() {
    this.#look();
  }

  /** Forgets the offer, until the address names one again. */
  #close() {
    this.#show(undefined, false);
    if (linkedSlug()) changeAddress('replaceState', { hash: fragmentWith() });
  }

  readonly #look = () => {
    const store = this.#store();
    const slug = linkedSlug();
    // Nothing is asked before the lock is known.
    const isLocked = store?.state.status === 'ready' || !store?.options?.odd;
    const options = store?.client && isLocked && store.state.status !== 'refused' && store.options;
    const key = slug && options ? `${slug} ${lockKey(options)}` : '';
    if (key === this.#requested) return;
    this.#requested = key;
    this.#show(undefined, false);
    if (slug && store && key) void this.#ask(slug, store, key);
  };

  async #ask(slug: string, store: DirectoryStore, key: string) {
    const { client, now, options } = store;
    const { lock } = store.state;
    if (!client) return;
    try {
      const answer = await askOffer(client, slug, lock, { lang: options?.lang });
      if (key !== this.#requested) return;
      const { directory, provider, terms } = answer;
      const providers = { [provider.id]: provider };
      const context = { directory, providers, terms, client, lock, now };
      this.#show({ answer, context }, false);
    } catch (error) {
      if (key === this.#requested) this.#show(undefined, isGone(error));
    }
  }

  #show(found: Found | undefined, isMissing: boolean) {
    // The first list to find the offer shows it.
    const isShown = [...all].some((each) => each !== this && each.#found);
    this.#found = isShown ? undefined : found;
    this.#isMissing = isMissing;
    // Whether it is missing depends on all of them.
    for (const each of all) each.#host.requestUpdate();
  }

  /** The offer, or a message that it is missing. */
  render(locale: Locale, headingLevel: string): TemplateResult | typeof nothing {
    const { linked } = withDetails(locale).details;
    const found = this.#found;
    if (this.#isMissingHere) return html`<p class="note">${linked.gone}</p>`;
    if (!found) return nothing;
    return html`<section class="linked" tabindex="-1" aria-label=${linked.title}>
      <div class="linked-bar">
        <strong>${linked.title}</strong>
        <button type="button" class="link" @click=${() => this.#close()}>${linked.close}</button>
      </div>
      <vielfalt-offer-card
        .card=${found.answer.card}
        .context=${found.context}
        .open=${true}
        heading-level=${headingLevel}
      ></vielfalt-offer-card>
    </section>`;
  }
}
