import type { Lock } from '@vielfalt/feed';
import type { ReactiveControllerHost } from 'lit';
import { defaultFeed } from '../store/default-feed.js';
import { FeedClient } from '../store/feed-client.js';
import { lockKey } from '../store/options.js';
import { StoreController } from './store-controller.js';

type Host = ReactiveControllerHost & HTMLElement & { feed?: string; for?: string };

/** The source of a single record, with its lock. */
export interface RecordSource {
  client: FeedClient;
  lock: Lock;
  /** Tells two sources apart. */
  key: string;
}

/**
 * Finds the feed for an element that shows one record: that of the directory around it, or of the
 * element named by `for`, whose lock then holds too; else the feed that it names itself.
 */
export class SourceController {
  /** Absent until a feed is known. */
  found: RecordSource | undefined;
  /** Tells whether the element names a feed whose address is invalid. */
  isBroken = false;
  readonly #host: Host;
  readonly #stores: StoreController;
  #named: string | undefined;
  #client: FeedClient | undefined;

  constructor(host: Host) {
    this.#host = host;
    this.#stores = new StoreController(host, { change: () => host.requestUpdate() });
  }

  /** Looks for the feed where it is not known yet. */
  find(): RecordSource | undefined {
    const { feed, for: id } = this.#host;
    if (feed === undefined || id) this.#stores.find(id ?? '');
    const { store, isOwn } = this.#stores;
    if (store?.state.language) this.#host.lang = store.state.language;
    if (store && !isOwn) this.#take(store.client, store.state.lock);
    else if (feed !== undefined || isOwn) this.#take(this.#clientOf(feed ?? defaultFeed()), {});
    return this.found;
  }

  #clientOf(feed: string): FeedClient | undefined {
    if (feed === this.#named) return this.#client;
    this.#named = feed;
    this.#client = FeedClient.at(feed);
    this.isBroken = !this.#client;
    return this.#client;
  }

  #take(client: FeedClient | undefined, lock: Lock) {
    const key = client && lockKey({ feed: client.base.href, lock });
    if (!client || !key) this.found = undefined;
    else if (key !== this.found?.key) this.found = { client, lock, key };
  }
}
