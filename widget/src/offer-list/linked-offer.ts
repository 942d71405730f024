import type { OfferAnswer } from '@vielfalt/feed';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { CardContext } from '../store/card-context.js';
import type { DirectoryStore } from '../store/directory-store.js';
import { FeedError } from '../store/feed-error.js';

/** What a link to one offer ends in, on the host page. */
const FRAGMENT = /^#vielfalt-offer=([a-z0-9-]+)$/;

/** What of the page's address names an offer. */
function linkedSlug(): string | undefined {
  return FRAGMENT.exec(location.hash)?.[1];
}

/** Every list on the page, in the order of their coming: the link is meant for one of them. */
const all = new Set<LinkedOffer>();

/**
 * The offer that the page's address names, where it is inside the lock. The feed is asked with the
 * lock, since nobody knows who has written the address.
 */
export class LinkedOffer implements ReactiveController {
  /** The offer, and what its card needs. */
  found: { answer: OfferAnswer; context: CardContext } | undefined;
  readonly #host: ReactiveControllerHost;
  readonly #store: () => DirectoryStore | undefined;
  #isMissing = false;
  /** What has been asked for: slug and lock. */
  #asked = '';

  constructor(host: ReactiveControllerHost, store: () => DirectoryStore | undefined) {
    this.#host = host;
    this.#store = store;
    host.addController(this);
  }

  /** Nobody on the page has the offer; one list says so. */
  get isMissing(): boolean {
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

  hostUpdate() {
    this.#look();
  }

  /** Forgets the offer, until the address names one again. */
  close() {
    this.#show(undefined, false);
    if (linkedSlug()) {
      history.replaceState(history.state, '', location.pathname + location.search);
    }
  }

  readonly #look = () => {
    const store = this.#store();
    const slug = linkedSlug();
    const isAllowed = store?.client !== undefined && store.state.status !== 'refused';
    const key = slug && isAllowed ? `${slug} ${store.fence}` : '';
    if (key === this.#asked) return;
    this.#asked = key;
    this.#show(undefined, false);
    if (slug && store && key) void this.#ask(slug, store, key);
  };

  async #ask(slug: string, store: DirectoryStore, key: string) {
    const { client, now, options } = store;
    const { lock } = store.state;
    if (!client) return;
    try {
      const answer = await client.offer(slug, lock, options?.lang);
      if (key !== this.#asked) return;
      const { directory, provider, terms } = answer;
      const providers = { [provider.id]: provider };
      const context = { directory, providers, terms, client, lock, now };
      this.#show({ answer, context }, false);
    } catch (error) {
      if (key === this.#asked) this.#show(undefined, error instanceof FeedError && error.isGone);
    }
  }

  #show(found: LinkedOffer['found'], isMissing: boolean) {
    this.found = found;
    this.#isMissing = isMissing;
    // Whether it is missing depends on all of them.
    for (const each of all) each.#host.requestUpdate();
  }
}
