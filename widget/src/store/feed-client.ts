import {
  printQuery,
  printRequest,
  readOffersAnswer,
  type Lock,
  type OfferAnswer,
  type OffersAnswer,
  type ProviderAnswer,
  type Query,
  type Request,
  type SetAnswer,
} from '@vielfalt/feed';
import { FeedError, problemsIn } from './feed-error.js';

/** How long an answer may take, in milliseconds. */
const PATIENCE = 15_000;
/** How long to wait before the one second attempt. */
const PAUSE = 500;

/** What no first paint has to read. */
const records = () => import('./records.js');

/** Not `URL.parse`, which browsers have only had since 2024. */
function parse(address: string, base: string | URL): URL | undefined {
  try {
    return new URL(address, base);
  } catch {
    return undefined;
  }
}

/**
 * Asks one feed. Requests are simple ones (no preflight), carry no cookies, tell the feed no more
 * than the host page's origin, and go to no address but the feed's. Every method rejects with a
 * `FeedError`, or with the signal's reason where the caller aborted.
 */
export class FeedClient {
  /** The feed's address, ending in `/`. */
  readonly base: URL;

  /** @throws FeedError where the address is none */
  constructor(feed: string) {
    const base = parse(feed, document.baseURI);
    if (!base || !/^https?:$/.test(base.protocol)) {
      throw new FeedError('address', `"${feed}" is not the address of a feed`);
    }
    base.search = '';
    base.hash = '';
    if (!base.pathname.endsWith('/')) base.pathname += '/';
    this.base = base;
  }

  /** The directory's own page for people, showing what is asked. */
  page(query: Query = {}, lock: Lock = {}): string {
    const { limit: _, ...asked } = { ...query, ...lock };
    return new URL(`?${printQuery(asked)}`, this.base).href.replace(/\?$/, '');
  }

  /** The directory's own page about one offer. */
  offerPage(slug: string): string {
    return new URL(`offers/${encodeURIComponent(slug)}`, this.base).href;
  }

  /** A file of the feed, such as a logo, by its path; nothing where that leads elsewhere. */
  file(path: string): string | undefined {
    const address = parse(path.replace(/^\/+/, ''), this.base);
    return address?.origin === this.base.origin ? address.href : undefined;
  }

  offers(request: Request, signal?: AbortSignal): Promise<OffersAnswer> {
    return this.#ask(`v1/offers?${printRequest(request)}`, readOffersAnswer, signal);
  }

  /** @param link as an answer gave it; only its path and query are followed */
  set(link: string, signal?: AbortSignal): Promise<SetAnswer> {
    const { pathname, search } = new URL(link, this.base);
    const read = async (json: unknown) => (await records()).readSetAnswer(json);
    return this.#ask(pathname + search, read, signal);
  }

  /** One offer by slug or id, where it is inside the lock. */
  offer(slug: string, lock: Lock, lang?: string, signal?: AbortSignal): Promise<OfferAnswer> {
    const query = lang === undefined ? {} : { lang };
    const path = `v1/offers/${encodeURIComponent(slug)}?${printRequest({ query, lock })}`;
    const read = async (json: unknown) => (await records()).readOfferAnswer(json);
    return this.#ask(path, read, signal);
  }

  provider(slug: string, lang?: string, signal?: AbortSignal): Promise<ProviderAnswer> {
    const query = lang === undefined ? {} : { lang };
    const path = `v1/providers/${encodeURIComponent(slug)}?${printQuery(query)}`;
    const read = async (json: unknown) => (await records()).readProviderAnswer(json);
    return this.#ask(path, read, signal);
  }

  async #ask<Answer>(
    path: string,
    read: (json: unknown) => Promise<Answer | undefined> | Answer | undefined,
    signal?: AbortSignal,
  ): Promise<Answer> {
    const address = new URL(path.replace(/\?$/, ''), this.base);
    let json: unknown;
    try {
      json = await this.#fetch(address, signal);
    } catch (error) {
      if (!(error instanceof FeedError) || !error.isPassing) throw error;
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
      signal?.throwIfAborted();
      json = await this.#fetch(address, signal);
    }
    const answer = await read(json);
    if (!answer) throw new FeedError('format', 'the answer is not that of a Vielfalt feed');
    return answer;
  }

  async #fetch(address: URL, signal?: AbortSignal): Promise<unknown> {
    const attempt = new AbortController();
    const abort = () => attempt.abort();
    const patience = setTimeout(abort, PATIENCE);
    signal?.addEventListener('abort', abort);
    try {
      const response = await fetch(address, {
        credentials: 'omit',
        referrerPolicy: 'strict-origin',
        signal: attempt.signal,
      });
      return await this.#read(response);
    } catch (error) {
      signal?.throwIfAborted();
      if (error instanceof FeedError) throw error;
      const kind = attempt.signal.aborted ? 'timeout' : 'network';
      throw new FeedError(kind, `${address.origin} cannot be reached`, { cause: error });
    } finally {
      clearTimeout(patience);
      signal?.removeEventListener('abort', abort);
    }
  }

  async #read(response: Response): Promise<unknown> {
    const isJson = /[/+]json\b/.test(response.headers.get('content-type') ?? '');
    const text = await response.text();
    let json: unknown;
    try {
      json = isJson ? JSON.parse(text) : undefined;
    } catch (error) {
      throw new FeedError('format', 'the answer is not whole', { cause: error });
    }
    if (response.ok) return json;
    throw new FeedError('status', `the feed answered ${response.status}`, {
      status: response.status,
      problems: problemsIn(json),
    });
  }
}
