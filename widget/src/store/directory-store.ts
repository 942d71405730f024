import { localTime, type FacetName, type Query, type Request } from '@vielfalt/feed';
import { nextTask } from '../next-task.js';
import type { Cause, FullState, Part, SetState, VisitorActions } from './actions.js';
import { FeedClient } from './feed-client.js';
import { FeedError } from './feed-error.js';
import { displayKey, lockKey, type StoreOptions } from './options.js';
import { emptyState } from './state.js';

/** Makes visitors' actions for a store; besides the store itself, only they may set its state. */
export type CreateActions = (store: DirectoryStore, set: SetState) => Promise<VisitorActions>;

/**
 * The state of a directory: the choices, the offers found, the progress of requests. Elements read
 * `state` and call methods; they listen to these events:
 *
 * - `change`: `state` has been replaced
 * - `query`: the choices have changed
 * - `answer`: offers for the choices have come
 * - `problem`: the feed failed or refused
 *
 * The store itself asks for a page's initial content. A visitor's acts are carried out by
 * `VisitorActions`, whose code is loaded at the first reach; acts wait for it, in their order. The
 * states are drawn in docs/store.md.
 *
 * Nothing that happens here shows an offer outside the lock: an answer to an earlier lock is
 * discarded, and all visitors' requests include the lock.
 */
export class DirectoryStore extends EventTarget {
  /** Milliseconds since the epoch. */
  readonly now = () => Date.now();
  /** Absent while the feed's address is not valid. */
  client: FeedClient | undefined;
  options: StoreOptions | undefined;
  #state: FullState = { ...emptyState({}, {}), asking: 'idle', acts: 'done', busy: false };
  #actions: VisitorActions | undefined;
  /** The actions, loaded or loading; absent also where loading failed. */
  #coming: Promise<VisitorActions | undefined> | undefined;
  /** The acts that wait for the actions. */
  readonly #waiting: ((actions: VisitorActions) => void)[] = [];
  /** The last page that is shown. */
  #page = 1;
  /** The local date of the offers shown. */
  #day: string | undefined;
  /** Stops a request once another replaces it: an answer that comes nevertheless is ignored. */
  #abort: AbortController | undefined;
  readonly #import: CreateActions;

  constructor(bring: CreateActions) {
    super();
    this.#import = bring;
  }

  get state(): FullState {
    return this.#state;
  }

  /** Takes over an editor's options; asks the feed where they make a difference. */
  configure(options: StoreOptions): void {
    const before = this.options;
    const isNew = !before || lockKey(before) !== lockKey(options);
    this.options = options;
    if (before?.feed !== options.feed) this.client = FeedClient.at(options.feed);
    if (isNew || displayKey(before) !== displayKey(options)) {
      this.#set({ links: undefined, ...(isNew && emptyState(this.#state.query, options.lock)) });
      this.#actions?.forget();
      this.#refresh();
    }
    const { start, isRestored } = options;
    if (start !== undefined) {
      this.#act((actions) => actions.begin(isRestored ? actions.restored(start) : start));
    }
  }

  /** Adds a visitor's choice; `undefined` takes one back. Unknown values are left out. */
  ask(patch: Partial<Query>, cause?: Cause): void {
    this.#act((actions) => actions.replace({ ...this.#state.query, ...patch }, cause));
  }

  /** All of a visitor's choices at once, from wherever: text, object or nonsense. */
  replace(query: unknown, cause?: Cause): void {
    this.#act((actions) => actions.replace(query, cause));
  }

  /**
   * The visitor goes back or forward in the history. @param start used where the address has no
   * choices
   */
  restore(start: unknown): void {
    this.#act((actions) => void actions.restore(start));
  }

  /** Chooses a value of a list, or takes it back. */
  toggle(name: FacetName, value: string) {
    this.#act((actions) => actions.toggle(name, value));
  }

  /** The next page, added to the offers. */
  more(): void {
    const { busy, offers, total } = this.#state;
    if (!busy && offers.length < total) this.#act(() => void this.#load(this.#page + 1));
  }

  /** The visitor chooses a language for all elements that show this store. */
  speak(language: string): void {
    this.#set({ language });
  }

  /** Asks again for the shown offers, once another day has begun in the directory's zone. */
  renew(): void {
    if (!this.#state.busy && this.#day !== this.#today()) this.#refresh();
  }

  #today(): string | undefined {
    const { directory } = this.#state;
    return directory && localTime(this.now(), directory.timeZone).date;
  }

  /** Asks again, also for acts and requests that failed. */
  retry(): void {
    if (this.#state.acts === 'failed') this.#wait();
    this.#refresh();
  }

  /**
   * The visitor reaches for search: fetches the whole locked set, where it is small enough, and from
   * then on answers without the feed. Where that fails, the feed goes on answering.
   */
  async prepareLocal(): Promise<void> {
    await (await this.reach())?.prepareLocal();
  }

  /** Fetches visitors' actions ahead of the first; undefined where they cannot be loaded. */
  reach(): Promise<VisitorActions | undefined> {
    return (this.#coming ??= this.#bring());
  }

  async #bring(): Promise<VisitorActions | undefined> {
    try {
      const actions = (this.#actions = await this.#import(this, this.#set));
      for (const act of this.#waiting.splice(0)) act(actions);
      this.#set({ acts: 'done' });
      this.#begin();
      return actions;
    } catch (cause) {
      let reason: unknown = cause;
      // If the feed is gone as well, people need to know that. No cache answers this request.
      await this.client?.ask('readyz', Boolean).catch((error: unknown) => (reason = error));
      this.#coming = undefined;
      if (this.#waiting[0]) this.#fail(reason, 'failed');
      return undefined;
    }
  }

  #act(act: (actions: VisitorActions) => void) {
    if (this.#actions) {
      act(this.#actions);
      return;
    }
    this.#waiting.push(act);
    this.#wait();
  }

  #wait() {
    void this.reach();
    this.#set({ acts: 'loading' });
  }

  /** Asks for the first page, once per task, however many reasons there are. */
  #refresh() {
    const { status, asking } = this.#state;
    if (!this.options || status === 'refused') return;
    this.#abort?.abort();
    if (asking !== 'due') queueMicrotask(this.#begin);
    this.#set({ status: status === 'ready' ? status : 'loading', asking: 'due' });
  }

  readonly #begin = () => {
    const { asking, acts } = this.#state;
    // Initial choices are part of the first request.
    if (asking === 'due' && acts !== 'loading') void this.#load(1);
  };

  /** @param page from 1; later pages are added to the offers */
  async #load(page: number) {
    const { client } = this;
    const { signal } = (this.#abort = new AbortController());
    this.#set({ asking: 'sent' });
    try {
      if (!client) throw new FeedError('the feed has no address');
      const answer = await this.#answer(client, page, signal);
      // Reading it was one task; rendering it is another.
      await nextTask();
      if (!signal.aborted) this.#take(answer, client, page);
    } catch (error) {
      if (!signal.aborted) this.#fail(error);
    }
  }

  /** The request for a page. */
  request(page: number): Request {
    const { query, lock } = this.#state;
    const { lang, sort, limit } = this.options ?? {};
    return {
      query: {
        ...query,
        // Words bring their own order, which an editor's would spoil.
        ...(sort && !query.sort && !query.q && { sort }),
        ...(lang && { lang }),
        ...(limit && { limit }),
        ...(page > 1 && { page }),
      },
      lock,
    };
  }

  async #answer(client: FeedClient, page: number, signal: AbortSignal): Promise<Part> {
    const { options } = this;
    // A lock that is not understood fails closed, even where its name is wrong or it is an address.
    if (options?.odd && !(await (await this.reach())?.clears(options.odd, client))) {
      throw new FeedError('unknown attributes');
    }
    if (this.#actions) return this.#actions.answer(client, page, signal);
    try {
      return await client.offers(this.request(page), signal);
    } catch (error) {
      // The code that works out what the feed has refused is needed only once it does so.
      const actions = error instanceof FeedError && error.status === 400 && (await this.reach());
      if (actions) return actions.answerWithout(error, client, page, signal);
      throw error;
    }
  }

  #take(part: Part, client: FeedClient, page: number) {
    const { lock, query, acts } = this.#state;
    const { directory, providers, terms } = part;
    const { near } = query;
    const childcare = !!(query.childcare ?? lock.childcare);
    this.#page = page;
    this.#set({
      ...part,
      context: { directory, providers, terms, lock, client, now: this.now, childcare, near },
      answered: query,
      status: 'ready',
      asking: 'idle',
      stale: acts === 'failed',
      error: undefined,
    });
    this.#day = this.#today();
    this.dispatchEvent(new UIEvent('answer'));
  }

  /** A request failed: the feed's, or, by any other error, that for a part of ours. */
  #fail(cause: unknown, acts = this.#state.acts) {
    const error = cause instanceof FeedError ? cause : undefined;
    if (!error) console.error(cause);
    const { query, lock, status } = this.#state;
    const stale = status === 'ready';
    const problems = this.#actions?.refusedOfLock(cause) ?? [];
    this.#set({
      asking: 'idle',
      acts,
      ...(problems[0]
        ? { ...emptyState(query, lock), status: 'refused', problems }
        : { status: stale ? status : 'failed', stale, error }),
    });
    this.dispatchEvent(new UIEvent('problem'));
  }

  readonly #set: SetState = (patch) => {
    const state = { ...this.#state, ...patch };
    this.#state = { ...state, busy: state.asking !== 'idle' || state.acts === 'loading' };
    this.dispatchEvent(new UIEvent('change'));
  };
}
