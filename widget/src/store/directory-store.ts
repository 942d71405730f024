import {
  localTime,
  type FacetName,
  type OffersAnswer,
  type Query,
  type Request,
} from '@vielfalt/feed';
import type * as Choices from '../choices/chip-row.js';
import type { Hints } from '../hints/hints.js';
import type * as Later from '../later.js';
import { nextTask } from '../next-task.js';
import type * as None from '../offer-list/no-offers.js';
import type { CardSettings } from './card-context.js';
import { FeedClient } from './feed-client.js';
import { FeedError } from './feed-error.js';
import { fenceOf, mannerOf, type StoreOptions } from './options.js';
import { emptyState, type StoreState } from './state.js';
import type { Cause, Visit } from './visit.js';

/** What one answer, far or near, adds to the state. */
export type Part = Omit<OffersAnswer, 'links'> & { links?: OffersAnswer['links'] };

/**
 * What a directory shows: the choices, the offers found, how asking went. Elements read `state` and
 * call methods; they listen to these events:
 *
 * - `change`: `state` has been replaced
 * - `query`: the choices are others
 * - `answer`: offers for the choices have come
 * - `problem`: the feed failed or refused
 *
 * The store itself asks for what a page shows at first. What a visitor does is done by a `Visit`,
 * whose code comes at the first reach; acts wait for it, in their order.
 *
 * Nothing that happens here shows an offer outside the lock: an answer to an earlier lock is thrown
 * away, and whatever a visitor asks is asked together with the lock.
 */
export class DirectoryStore extends EventTarget {
  /** Milliseconds since the epoch. */
  readonly now = () => Date.now();
  /** Absent while the feed's address is no address. */
  client: FeedClient | undefined;
  options: StoreOptions | undefined;
  /** What cards need; absent before the first answer. */
  context: CardSettings | undefined;
  /** Where the whole locked set is to be had. */
  setLink: string | undefined;
  /** The language that a visitor has chosen, for as long as the page is open. */
  language: string | undefined;
  /** What only visitors' acts need; absent before the first reach. */
  later: typeof Later | undefined;
  /** What says which choices are in force; absent before the first, and words are none. */
  choices: typeof Choices | undefined;
  /** What helps where nothing is found; absent before a visitor's act finds nothing. */
  none: typeof None | undefined;
  /** What the feed says of a question besides its answer; absent before it says anything. */
  hints: Hints | undefined;
  #state = emptyState({}, {});
  #visit: Visit | undefined;
  #coming: Promise<Visit | undefined> | undefined;
  #acts: ((visit: Visit) => void)[] = [];
  /** Counts requests: an answer that comes after a later request is out of date. */
  #turn = 0;
  /** The local date of what is shown. */
  #day = '';
  #isQueued = false;
  #isAsking = false;
  #abort: AbortController | undefined;
  readonly #import: () => Promise<typeof Later>;

  constructor(load = () => import('../later.js')) {
    super();
    this.#import = load;
  }

  get state(): StoreState {
    return this.#state;
  }

  /** Takes over what an editor has written; asks the feed where that makes a difference. */
  configure(options: StoreOptions): void {
    const before = this.options;
    const isNew = !before || fenceOf(before) !== fenceOf(options);
    this.options = options;
    if (before?.feed !== options.feed) this.#connect(options.feed);
    if (isNew) this.set(emptyState(this.#state.query, options.lock));
    if (isNew || mannerOf(before) !== mannerOf(options)) {
      this.setLink = undefined;
      this.#visit?.forget();
      this.refresh();
    }
    const { start, isRestored } = options;
    if (start !== undefined) {
      this.#act((visit) => visit.begin(isRestored ? visit.restored(start) : start));
    }
  }

  /** A visitor's further choice; `undefined` takes one back. What is not understood is left out. */
  ask(patch: Partial<Query>, cause?: Cause): void {
    this.#act((visit) => visit.replace({ ...this.#state.query, ...patch }, cause));
  }

  /** All of a visitor's choices at once, from wherever: text, object or nonsense. */
  replace(choices: unknown, cause?: Cause): void {
    this.#act((visit) => visit.replace(choices, cause));
  }

  /** The visitor goes back or forth in the history. @param start where the address has no choices */
  restore(start: unknown): void {
    this.#act((visit) => visit.replace(visit.restored(start), 'restore'));
  }

  /** Chooses a value of a list, or takes it back. */
  toggle(name: FacetName, value: string) {
    this.#act((visit) => visit.toggle(name, value));
  }

  /** The next page, added to the offers. */
  more(): void {
    const { busy, offers, total } = this.#state;
    if (!busy && offers.length < total) this.#act((visit) => visit.more());
  }

  /** Asks anew what is shown, once another day has begun in the directory's zone. */
  renew(): void {
    if (!this.#state.busy && this.#day !== this.#today()) this.refresh();
  }

  #today(): string {
    const { directory } = this.#state;
    return directory ? localTime(this.now(), directory.timeZone).date : '';
  }

  /** Asks once more what could not be answered. */
  retry(): void {
    if (this.#acts.length > 0) void this.reach();
    this.refresh();
  }

  /**
   * The visitor reaches for search: fetches the whole locked set, where it is small enough, and from
   * then on answers without the feed. Where that fails, the feed goes on answering.
   */
  async prepareLocal(): Promise<void> {
    await (await this.reach())?.prepareLocal();
  }

  /** Fetches what visitors' acts need, ahead of the first; nothing where it cannot be had. */
  reach(): Promise<Visit | undefined> {
    return (this.#coming ??= this.#bring());
  }

  async #bring(): Promise<Visit | undefined> {
    try {
      this.later = await this.#import();
      await nextTask();
      const visit = (this.#visit = new this.later.Visit(this));
      this.set({});
      for (const act of this.#acts.splice(0)) act(visit);
      this.#begin();
      this.set({});
      return visit;
    } catch (cause) {
      let reason: unknown = cause;
      // Where the feed is gone as well, that is what people need to know. No cache answers this.
      await this.client?.ask('readyz', Boolean).catch((error: unknown) => (reason = error));
      this.#coming = undefined;
      if (this.#acts.length > 0) {
        this.#isQueued = false;
        this.fail(reason);
      }
      return undefined;
    }
  }

  #act(act: (visit: Visit) => void) {
    if (this.#visit) {
      act(this.#visit);
      return;
    }
    this.#acts.push(act);
    void this.reach();
    this.set({});
  }

  #connect(feed: string) {
    try {
      this.client = new FeedClient(feed);
    } catch (error) {
      this.client = undefined;
      console.error(error);
    }
  }

  /** Asks for the first page, once per task, however many reasons there are. */
  refresh(): void {
    if (!this.options || this.#state.status === 'refused') return;
    this.#turn += 1;
    this.#abort?.abort();
    if (!this.#isQueued) queueMicrotask(this.#begin);
    this.#isQueued = true;
    this.set({ status: this.#state.status === 'ready' ? 'ready' : 'loading' });
  }

  readonly #begin = () => {
    // What is chosen from the start is part of the first request.
    if (!this.#isQueued || (this.#coming && this.#acts.length > 0)) return;
    this.#isQueued = false;
    void this.load(1);
  };

  /** @param page from 1; what comes later is added to the offers */
  async load(page: number): Promise<void> {
    const turn = ++this.#turn;
    this.#isAsking = true;
    this.set({});
    try {
      const answer = await this.#answer(page);
      // Reading it was one task; what is drawn of it is another.
      await nextTask();
      if (turn === this.#turn) this.#take(answer);
    } catch (error) {
      if (turn === this.#turn) this.fail(error);
    }
  }

  /** What is asked for a page. */
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

  async #answer(page: number): Promise<Part> {
    const { client, options } = this;
    if (!client) throw new FeedError('the feed has no address');
    // A lock that is not understood fails closed, also where its name is wrong.
    if (options?.odd && !(await (await this.reach())?.clears(options.odd))) {
      throw new FeedError('unknown attributes');
    }
    const { signal } = (this.#abort = new AbortController());
    if (this.#visit) return this.#visit.answer(client, page, signal);
    try {
      return await client.offers(this.request(page), signal);
    } catch (error) {
      // What exactly the feed has refused, nobody needs to know before it does so.
      const visit =
        error instanceof FeedError && error.status === 400 ? await this.reach() : undefined;
      if (!visit) throw error;
      return visit.answerWithout(error, client, page, signal);
    }
  }

  #take({ links, ...part }: Part) {
    const { lock, query } = this.#state;
    const { directory, providers, terms } = part;
    const { client, now } = this;
    if (links) this.setLink = links.set;
    if (client) {
      const { near } = query;
      const childcare = !!(query.childcare ?? lock.childcare);
      this.context = { directory, providers, terms, lock, client, now, childcare, near };
    }
    this.#isAsking = false;
    // Acts that still wait could not be done.
    const stale = !this.#coming && this.#acts.length > 0;
    this.set({ ...part, answered: query, status: 'ready', stale, error: undefined });
    this.#day = this.#today();
    this.dispatchEvent(new UIEvent('answer'));
  }

  /** What was asked for could not be had: from the feed, or, by any other error, a part of us. */
  fail(cause: unknown): void {
    const error = cause instanceof FeedError ? cause : undefined;
    if (!error) console.error(cause);
    const { query, lock, status } = this.#state;
    const stale = status === 'ready';
    const problems = this.#visit?.refusedOfLock(cause) ?? [];
    this.#isAsking = false;
    this.set(
      problems[0]
        ? { ...emptyState(query, lock), status: 'refused', problems }
        : { status: stale ? 'ready' : 'failed', stale, error },
    );
    this.dispatchEvent(new UIEvent('problem'));
  }

  /** Replaces what has changed of the state. */
  set(patch: Partial<StoreState>): void {
    const busy =
      this.#isQueued || this.#isAsking || (this.#coming !== undefined && this.#acts.length > 0);
    this.#state = { ...this.#state, ...patch, busy };
    this.dispatchEvent(new UIEvent('change'));
  }
}
