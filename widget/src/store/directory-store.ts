import {
  localTime,
  printQuery,
  type Answerer,
  type Card,
  type OffersAnswer,
  type Query,
  type QueryProblem,
  type Request,
  type SetAnswer,
  type Sort,
} from '@vielfalt/feed';
import type { CardContext } from './card-context.js';
import { FeedClient } from './feed-client.js';
import { FeedError } from './feed-error.js';
import { fenceOf, mannerOf, type StoreOptions } from './options.js';
import { emptyState, joinTerms, type StoreState } from './state.js';
import { readChoices, without } from './visitor-query.js';

/** How a query came about: history entries and announcements depend on it. */
export type Cause = 'choice' | 'typing' | 'restore';

/** The visitor's choices have changed. */
export class StoreQueryEvent extends Event {
  readonly cause: Cause;

  constructor(cause: Cause) {
    super('query');
    this.cause = cause;
  }
}

/** A set of offers that the browser answers from. */
interface LocalSet {
  set: SetAnswer;
  answer: Answerer;
}

type Part = Pick<OffersAnswer, 'total' | 'offers' | 'facets' | 'providers' | 'terms' | 'directory'>;

/**
 * What a directory shows: the choices, the offers found, how asking went. Elements read `state` and
 * call methods; they listen to these events:
 *
 * - `change`: `state` has been replaced
 * - `query` (`StoreQueryEvent`): the choices are others
 * - `answer`: offers for the choices have come
 * - `problem`: the feed failed or refused
 *
 * Nothing that happens here shows an offer outside the lock: an answer to an earlier lock is thrown
 * away, and whatever a visitor asks is asked together with the lock.
 */
export class DirectoryStore extends EventTarget {
  /** Milliseconds since the epoch. */
  readonly now = () => Date.now();
  #state = emptyState({}, {});
  #client: FeedClient | undefined;
  #options: StoreOptions | undefined;
  #context: CardContext | undefined;
  /** Counts requests: an answer that comes after a later request is out of date. */
  #turn = 0;
  #queued = false;
  #abort: AbortController | undefined;
  #setLink: string | undefined;
  #preparing = false;
  /** The last page that has been fetched. */
  #page = 1;
  #local: LocalSet | undefined;
  /** What this feed has refused; it is not asked again. */
  #refused: QueryProblem[] = [];

  get state(): StoreState {
    return this.#state;
  }

  /** Absent while the feed's address is no address. */
  get client(): FeedClient | undefined {
    return this.#client;
  }

  /** The page size in effect, as far as the editor has said one. */
  get limit(): number | undefined {
    return this.#options?.limit;
  }

  /** The editor's order. */
  get sort(): Sort | undefined {
    return this.#options?.sort;
  }

  /** The language that labels and translations are asked in. */
  get lang(): string | undefined {
    return this.#options?.lang;
  }

  /** What decides which offers may be shown at all, as a text to compare. */
  get fence(): string {
    return fenceOf(this.#options);
  }

  /** What cards need; absent before the first answer. */
  get context(): CardContext | undefined {
    const { directory, providers, terms, lock, query } = this.#state;
    const { near } = query;
    if (!directory || !this.#client) return undefined;
    const before = this.#context;
    if (before?.directory !== directory || before.providers !== providers || before.near !== near) {
      const client = this.#client;
      this.#context = {
        ...{ directory, providers, terms, lock, client, now: this.now },
        ...(near && { near }),
      };
    }
    return this.#context;
  }

  /** Takes over what an editor has written; asks the feed where that makes a difference. */
  configure(options: StoreOptions): void {
    const before = this.#options;
    const feed = before?.feed !== options.feed;
    const fence = feed || fenceOf(before) !== fenceOf(options);
    const manner = !before || mannerOf(before) !== mannerOf(options);
    this.#options = options;
    if (feed) this.#connect(options.feed);
    if (fence) this.#set(emptyState(this.#state.query, options.lock));
    if (fence || manner) {
      this.#setLink = undefined;
      this.#local = undefined;
      this.#refused = [];
    }
    const start = options.start && printQuery(options.start) !== printQuery(this.#state.query);
    if (options.start && start) this.#set({ ...this.#state, query: options.start });
    if (fence || manner || start) this.#refresh();
  }

  /** A visitor's further choice; `undefined` takes one back. What is not understood is left out. */
  ask(patch: Partial<Query>, cause: Cause = 'choice'): void {
    this.replace({ ...this.#state.query, ...patch }, cause);
  }

  /** All of a visitor's choices at once, from wherever: text, object or nonsense. */
  replace(choices: unknown, cause: Cause = 'choice'): void {
    const { query, problems } = readChoices(choices);
    for (const { detail } of problems) console.warn(`Vielfalt: ${detail}`);
    if (printQuery(query) === printQuery(this.#state.query)) return;
    this.#set({ ...this.#state, query });
    this.dispatchEvent(new StoreQueryEvent(cause));
    this.#refresh();
  }

  /** The next page, added to the offers. */
  more(): void {
    const { busy, offers, total } = this.#state;
    if (!busy && offers.length < total) void this.#load(this.#page + 1);
  }

  /** Asks once more what could not be answered. */
  retry(): void {
    this.#refresh();
  }

  /**
   * The visitor reaches for search: fetches the whole locked set, where it is small enough, and from
   * then on answers without the feed. Where that fails, the feed goes on answering.
   */
  async prepareLocal(): Promise<void> {
    const link = this.#setLink;
    if (!link || !this.#client || this.#local || this.#preparing) return;
    this.#preparing = true;
    try {
      const [{ createLocalAnswerer }, set] = await Promise.all([
        import('./local.js'),
        this.#client.set(link),
      ]);
      if (link === this.#setLink) this.#local = { set, answer: createLocalAnswerer(set) };
    } catch (error) {
      console.warn('Vielfalt: the feed goes on answering searches', error);
    } finally {
      this.#preparing = false;
    }
  }

  #connect(feed: string) {
    try {
      this.#client = new FeedClient(feed);
    } catch (error) {
      this.#client = undefined;
      console.error(error);
    }
  }

  /** Once per task, however many reasons there are. */
  #refresh() {
    if (!this.#options) return;
    this.#turn += 1;
    this.#abort?.abort();
    const problems = this.#options.lockProblems;
    if (problems.length > 0) {
      this.#refuse(problems);
      return;
    }
    this.#set({
      ...this.#state,
      busy: true,
      status: this.#state.status === 'ready' ? 'ready' : 'loading',
    });
    if (this.#queued) return;
    this.#queued = true;
    queueMicrotask(() => {
      this.#queued = false;
      void this.#load(1);
    });
  }

  async #load(page: number) {
    const turn = ++this.#turn;
    this.#set({ ...this.#state, busy: true });
    try {
      const answer = await this.#answer(page);
      if (turn === this.#turn) this.#take(answer, page);
    } catch (error) {
      if (turn === this.#turn) this.#fail(error);
    }
  }

  #request(page: number): Request {
    const { query, lock } = this.#state;
    const { lang, sort, limit } = this.#options ?? {};
    const asked: Query = {
      ...query,
      // Words bring their own order, which an editor's would spoil.
      ...(sort && !query.sort && !query.q && { sort }),
      ...(lang && { lang }),
      ...(limit && { limit }),
      ...(page > 1 && { page }),
    };
    return { query: without(asked, this.#refused), lock };
  }

  async #answer(page: number): Promise<Part> {
    const client = this.#client;
    if (!client) throw new FeedError('address', 'the feed has no address');
    const request = this.#request(page);
    if (this.#local) {
      const { set, answer } = this.#local;
      const today = localTime(this.now(), set.directory.timeZone).date;
      return { ...answer(request, today), ...part(set) };
    }
    const abort = new AbortController();
    this.#abort = abort;
    try {
      return this.#far(await client.offers(request, abort.signal), abort);
    } catch (error) {
      const problems = error instanceof FeedError ? error.problems : [];
      const known = problems.filter(({ parameter }) => parameter in request.query);
      if (abort.signal.aborted || known.length === 0 || known.length < problems.length) throw error;
      for (const { detail } of known) console.warn(`Vielfalt: left out, since ${detail}`);
      this.#refused.push(...known);
      this.#set({ ...this.#state, query: without(this.#state.query, known) });
      return this.#far(await client.offers(this.#request(page), abort.signal), abort);
    }
  }

  #far(answer: OffersAnswer, { signal }: AbortController): Part {
    if (!signal.aborted) this.#setLink = answer.links.set;
    return answer;
  }

  #take({ total, offers, facets, providers, terms, directory }: Part, page: number) {
    const before = page > 1 ? this.#state.offers : [];
    const known = new Set(before.map(({ id }) => id));
    const added: Card[] = offers.filter(({ id }) => !known.has(id));
    this.#page = page;
    this.#set({
      ...this.#state,
      status: 'ready',
      busy: false,
      stale: false,
      error: undefined,
      problems: [],
      // A page that adds nothing, since the data have changed meanwhile, was the last one.
      total: added.length > 0 || page === 1 ? total : before.length,
      offers: [...before, ...added],
      facets,
      providers: page > 1 ? { ...this.#state.providers, ...providers } : providers,
      terms: page > 1 ? joinTerms(this.#state.terms, terms) : terms,
      directory,
    });
    this.dispatchEvent(new Event('answer'));
  }

  #fail(cause: unknown) {
    const error =
      cause instanceof FeedError ? cause : new FeedError('network', String(cause), { cause });
    const locks = error.problems.filter(({ parameter }) => parameter.startsWith('within.'));
    if (locks.length > 0) {
      this.#refuse(locks);
      return;
    }
    const had = this.#state.status === 'ready';
    this.#set({
      ...this.#state,
      status: had ? 'ready' : 'failed',
      stale: had,
      busy: false,
      error,
    });
    this.dispatchEvent(new Event('problem'));
  }

  #refuse(problems: QueryProblem[]) {
    const { query, lock } = this.#state;
    this.#set({ ...emptyState(query, lock), status: 'refused', problems });
    this.dispatchEvent(new Event('problem'));
  }

  #set(state: StoreState) {
    this.#state = state;
    this.dispatchEvent(new Event('change'));
  }
}

function part({ directory, providers, terms }: SetAnswer) {
  return { directory, providers, terms };
}
