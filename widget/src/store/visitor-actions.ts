import {
  WITHIN,
  localTime,
  nextOf,
  parseQuery,
  printQuery,
  printRequest,
  readQuestionAnswer,
  readSetAnswer,
  toggled,
  type Answerer,
  type FacetName,
  type Lock,
  type Query,
  type QueryProblem,
  type QuestionAnswer,
  type Sense,
  type SetAnswer,
  type Terms,
} from '@vielfalt/feed';
import type { Cause, Part, SetState, ShownChoices, VisitorActions } from './actions.js';
import type * as PageChoices from './address.js';
import type { DirectoryStore } from './directory-store.js';
import type { FeedClient } from './feed-client.js';
import { refusedBy } from './refused.js';
import { readQuery, withoutRefused } from './visitor-query.js';

/** A set of offers that the browser answers from. */
interface LocalSet {
  set: SetAnswer;
  answer: Answerer;
  /** The lock, which an editor wrote, as the feed reads it. */
  lock: Lock;
  /** The local date on which it was fetched: the next day other offers may have ended. */
  date: string;
}

/** Loads the parts of the interface that visitors' actions bring, each once it is needed. */
interface InterfaceParts {
  /** With the first choice. */
  choices(): Promise<ShownChoices>;
  /** For an answer without offers; the list finds the part itself. */
  noOffers(): Promise<unknown>;
  /** For anything that the feed says about a question. */
  hints(): Promise<{
    tell: (store: DirectoryStore, set: SetState, q: string, answer: QuestionAnswer) => void;
  }>;
  /** For choices in the page's address, to begin with or to be kept. */
  address(): Promise<typeof PageChoices>;
}

/** The time that a search waits to know what a question means, in milliseconds. */
const SENSES_WAIT = 150;

/** The terms of several pages together. */
function joinTerms(before: Terms, added: Terms): Terms {
  const names = Object.keys(added) as (keyof Terms)[];
  return Object.fromEntries(
    names.map((name) => [name, { ...before[name], ...added[name] }]),
  ) as unknown as Terms;
}

/** A visitor's acts on a directory store: the part of it that comes at the first reach. */
export class LoadedActions implements VisitorActions {
  readonly #store: DirectoryStore;
  readonly #set: SetState;
  readonly #parts: InterfaceParts;
  #address: typeof PageChoices | undefined;
  #local: LocalSet | undefined;
  #isPreparing = false;
  /** The German meanings of questions, as far as the feed has said. */
  readonly #senses = new Map<string, Sense[]>();
  /** The parameters that this feed has refused; they are not sent again. */
  #refused: QueryProblem[] = [];

  constructor(store: DirectoryStore, set: SetState, parts: InterfaceParts) {
    this.#store = store;
    this.#set = set;
    this.#parts = parts;
  }

  forget(): void {
    this.#local = undefined;
    this.#refused = [];
    this.#senses.clear();
  }

  /** Fetches what reads and writes the page's address. */
  async bringAddress(): Promise<void> {
    this.#address ??= await this.#parts.address();
  }

  restored(start: unknown): unknown {
    const { options } = this.#store;
    return (options?.address && this.#address?.readChoices(options.address)) || start;
  }

  async restore(start: unknown): Promise<void> {
    await this.bringAddress();
    const { options } = this.#store;
    const choices = options?.address && this.#address?.readChoices(options.address);
    if (choices !== undefined) this.replace(choices || start, 'restore');
  }

  async #keep(query: Query, cause: Cause): Promise<void> {
    const { address } = this.#store.options ?? {};
    const { q: _, ...choices } = query;
    // Words alone seldom belong into an address.
    const isKept = this.#address ?? printQuery(address?.how ? query : choices);
    if (!address || !isKept) return;
    await this.bringAddress();
    this.#address?.writeAddress(address, query, cause);
  }

  begin(written: unknown): boolean {
    const { query, problems } = readQuery(written);
    for (const { detail, nearest } of problems) {
      console.warn(`Vielfalt: ${detail}${nearest ? `; did you mean "${nearest}"?` : ''}`);
    }
    if (printQuery(query) === printQuery(this.#store.state.query)) return false;
    this.#set({ query });
    this.#store.retry();
    this.#bringChoices().catch(() => undefined); // the answer, which waits for it, says so
    return true;
  }

  /** Fetches what says which choices are in force, once there are any. */
  async #bringChoices(): Promise<void> {
    const { query, choices } = this.#store.state;
    const { q: _, sort: __, ...others } = query;
    if (!choices && printQuery(others)) {
      this.#set({ choices: await this.#parts.choices() });
    }
  }

  async clears(odd: Element, client: FeedClient): Promise<true> {
    const { clearLock } = await import('./odd-attributes.js');
    this.#set({ lock: clearLock(odd, this.#store.state.lock, client) });
    return true;
  }

  replace(written: unknown, cause: Cause = 'choice'): void {
    if (!this.begin(written)) return;
    if (cause !== 'restore') this.#keep(this.#store.state.query, cause).catch(console.warn);
    this.#store.dispatchEvent(new UIEvent('query'));
  }

  toggle(name: FacetName, value: string): void {
    const { query, terms } = this.#store.state;
    this.replace({ ...query, ...toggled(name, value, query, terms) });
  }

  async prepareLocal(): Promise<void> {
    const { client, state } = this.#store;
    const { links, lock } = state;
    const link = links?.set;
    if (!link || !client || this.#local || this.#isPreparing) return;
    this.#isPreparing = true;
    try {
      const { pathname, search } = new URL(link, client.base);
      const [{ createLocalAnswerer }, set] = await Promise.all([
        import('./local.js'),
        // Only its path and query are followed: nobody but this feed is asked.
        client.ask(pathname + search, readSetAnswer),
      ]);
      if (link !== this.#store.state.links?.set) return;
      this.#local = {
        set,
        lock: parseQuery(printQuery(lock)).query,
        answer: createLocalAnswerer(
          set,
          (q) => this.#senses.get(q),
          ({ upcoming = [] }) => nextOf(upcoming, this.#moment(set)),
        ),
        date: this.#moment(set).date,
      };
    } catch (error) {
      console.warn('Vielfalt: the feed goes on searching', error);
    } finally {
      this.#isPreparing = false;
    }
  }

  async answer(client: FeedClient, page: number, signal: AbortSignal): Promise<Part> {
    const [answer] = await Promise.all([this.#find(client, page, signal), this.#bringChoices()]);
    // What helps where nothing is found comes with the answer that says so.
    if (answer.total === 0) await this.#parts.noOffers();
    return answer;
  }

  async #find(client: FeedClient, page: number, signal: AbortSignal): Promise<Part> {
    const local = this.#current();
    if (local) {
      await this.#learn(client);
      return this.#join(this.#answerHere(local, this.#request(page).query), page);
    }
    // The service does one thing after the other: first what is shown.
    const answer = this.#askFeed(client, page, signal);
    setTimeout(() => void this.#learn(client));
    try {
      return await answer;
    } catch (error) {
      return this.answerWithout(error, client, page, signal);
    }
  }

  /**
   * Asks the feed what a question means, once, and waits a moment for it; what comes later is shown
   * when it comes. Without it, German words are found.
   */
  async #learn(client: FeedClient): Promise<void> {
    const { query, lock } = this.#request(1);
    const { q, lang } = query;
    if (!q || this.#senses.has(q)) return;
    let isLate = false;
    const path = `v1/question?${printRequest({ query: { q, ...(lang && { lang }) }, lock })}`;
    const learned = client
      .ask(path, readQuestionAnswer)
      .then(async (answer) => {
        this.#senses.set(q, answer.senses);
        if (isLate && this.#local && answer.senses[0] && this.#store.state.query.q === q)
          this.#store.retry();
        if (!answer.found) return;
        const { tell } = await this.#parts.hints();
        tell(this.#store, this.#set, q, answer);
      })
      .catch(() => undefined);
    await Promise.race([learned, new Promise((resolve) => setTimeout(resolve, SENSES_WAIT))]);
    isLate = true;
  }

  async total(other: Query): Promise<number> {
    const { client } = this.#store;
    const local = this.#current();
    const request = this.#request(1);
    const query = { ...request.query, ...other, limit: 1 };
    if (local) return this.#answerHere(local, query).total;
    return client ? (await client.offers({ ...request, query })).total : 0;
  }

  async answerWithout(
    error: unknown,
    client: FeedClient,
    page: number,
    signal: AbortSignal,
  ): Promise<Part> {
    const problems = refusedBy(error);
    const { query } = this.#store.request(page);
    const known = problems.filter(({ parameter }) => parameter in query);
    if (signal.aborted || known.length === 0 || known.length < problems.length) throw error;
    for (const { detail } of known) console.warn(`Vielfalt: left out, since ${detail}`);
    this.#refused.push(...known);
    this.#set({ query: withoutRefused(this.#store.state.query, known) });
    return this.#askFeed(client, page, signal);
  }

  refusedOfLock(error: unknown): QueryProblem[] {
    return refusedBy(error).filter(({ parameter }) => parameter.startsWith(WITHIN));
  }

  #request(page: number) {
    const { query, lock } = this.#store.request(page);
    return { query: withoutRefused(query, this.#refused), lock };
  }

  #moment({ directory }: SetAnswer) {
    return localTime(this.#store.now(), directory.timeZone);
  }

  /** The set that may be answered from; one of yesterday is fetched anew. */
  #current(): LocalSet | undefined {
    if (this.#local && this.#local.date !== this.#moment(this.#local.set).date) {
      this.#local = undefined;
      void this.prepareLocal();
    }
    return this.#local;
  }

  #answerHere({ set, answer, lock }: LocalSet, query: Query): Part {
    const { directory, providers, terms } = set;
    return { ...answer({ query, lock }), directory, providers, terms };
  }

  async #askFeed(client: FeedClient, page: number, signal: AbortSignal): Promise<Part> {
    return this.#join(await client.offers(this.#request(page), signal), page);
  }

  /** Adds a further page to those that are there, each offer once. */
  #join(answer: Part, page: number): Part {
    if (page === 1) return answer;
    const { offers, providers, terms } = this.#store.state;
    const known = new Set(offers.map(({ id }) => id));
    const added = answer.offers.filter(({ id }) => !known.has(id));
    return {
      ...answer,
      // A page that adds nothing, since the data have changed meanwhile, was the last one.
      total: added.length > 0 ? answer.total : offers.length,
      offers: [...offers, ...added],
      providers: { ...providers, ...answer.providers },
      terms: joinTerms(terms, answer.terms),
    };
  }
}
