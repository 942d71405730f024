import {
  printQuery,
  printRequest,
  readOffersAnswer,
  type Lock,
  type OffersAnswer,
  type Query,
  type Request,
} from '@vielfalt/feed';
import type { CardMarks } from './card-marks.js';
import { FeedError } from './feed-error.js';

/** The time an answer may take, in milliseconds. */
const PATIENCE = 15_000;
/** Answers of a server that is overloaded or being restarted. */
const PASSING = [502, 503, 504];
/** The time to wait before the only second attempt, in milliseconds. */
const PAUSE = 500;

/** Parses JSON; undefined where the text is incomplete. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function fetchJson(address: URL, signal?: AbortSignal): Promise<unknown> {
  const attempt = new AbortController();
  const abort = () => attempt.abort();
  const patience = setTimeout(abort, PATIENCE);
  signal?.addEventListener('abort', abort);
  try {
    // A string, since pages wrap `fetch` in functions that accept no other address.
    const response = await fetch(address.href, {
      credentials: 'omit',
      referrerPolicy: 'strict-origin',
      signal: attempt.signal,
    });
    const { ok, status } = response;
    const text = await response.text();
    const json = parseJson(text);
    if (ok) return json;
    const isPassing = PASSING.includes(status);
    throw new FeedError(`the feed answered ${status}`, { status, body: json, isPassing });
  } catch (cause) {
    signal?.throwIfAborted();
    if (cause instanceof FeedError) throw cause;
    const isPassing = !attempt.signal.aborted;
    throw new FeedError(`${address.origin} cannot be reached`, { isPassing, cause });
  } finally {
    clearTimeout(patience);
    signal?.removeEventListener('abort', abort);
  }
}

/** Answers to paths as a service would. */
export type StaticAnswers = (path: string) => Promise<unknown>;

/**
 * Asks one feed. Requests are simple ones (no preflight), carry no cookies, tell the feed no more
 * than the host page's origin, and go to no address but the feed's. Every method rejects with a
 * `FeedError`, or with the signal's reason where the caller aborted.
 */
export class FeedClient {
  /** The feed's address, ending in `/`. */
  readonly base: URL;
  /** What answers instead of a service, where the feed has turned out to be made of files. */
  declare files?: StaticAnswers;
  /** The marks on offers of the elements that share this client; they come after the first offers. */
  declare marks?: CardMarks;

  /** @throws TypeError where the address is not valid */
  constructor(feed: string) {
    const base = new URL(feed, document.baseURI);
    base.search = '';
    base.hash = '';
    if (!base.pathname.endsWith('/')) base.pathname += '/';
    this.base = base;
  }

  /**
   * The client of the feed at an address; where that is not valid, none, and a message in the
   * console.
   */
  static at(feed: string): FeedClient | undefined {
    try {
      const client = new FeedClient(feed);
      if (/^https?:$/.test(client.base.protocol)) return client;
    } catch {
      // Said below.
    }
    console.error(`"${feed}" is not the address of a feed`);
    return undefined;
  }

  /** The directory's own page for people, showing the same query. */
  page(query: Query = {}, lock: Lock = {}): string {
    const { limit: _, ...requested } = { ...query, ...lock };
    return new URL(`?${printQuery(requested)}`, this.base).href.replace(/\?$/, '');
  }

  offers(request: Request, signal?: AbortSignal): Promise<OffersAnswer> {
    return this.ask(`v1/offers?${printRequest(request)}`, readOffersAnswer, signal);
  }

  /** Asks for anything else that the feed has, by its path and query. */
  async ask<Answer>(
    path: string,
    read: (json: unknown) => Answer | undefined,
    signal?: AbortSignal,
  ): Promise<Answer> {
    const { files } = this;
    const json = await (files ? files(path) : this.load(path, signal));
    const answer = read(json);
    if (answer) return answer;
    if (!files && (json as { staticFeed?: unknown } | undefined)?.staticFeed) {
      const { staticAnswers } = await import('./static-answers.js');
      this.files = staticAnswers(this, json, FeedError);
      return this.ask(path, read, signal);
    }
    throw new FeedError('the answer is not that of a feed');
  }

  /** Brings what lies at a path, as JSON. */
  async load(path: string, signal?: AbortSignal): Promise<unknown> {
    const address = new URL(path.replace(/\?$/, ''), this.base);
    return fetchJson(address, signal).catch(async (error: unknown) => {
      if (!(error instanceof FeedError) || !error.isPassing) throw error;
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
      signal?.throwIfAborted();
      return fetchJson(address, signal);
    });
  }
}
