import {
  LOCKS,
  parseLock,
  parseQuery,
  type Lock,
  type Query,
  type QueryProblem,
} from '@vielfalt/feed';
import { property } from 'lit/decorators.js';
import { AddressController } from './controllers/address-controller.js';
import { StoreController } from './controllers/store-controller.js';
import { VielfaltElement } from './element.js';
import { VielfaltErrorEvent } from './events/error-event.js';
import { VielfaltQueryChangeEvent } from './events/query-change-event.js';
import { VielfaltResultsEvent } from './events/results-event.js';
import { defaultFeed } from './store/default-feed.js';
import { StoreQueryEvent, type DirectoryStore } from './store/directory-store.js';
import type { StoreOptions } from './store/options.js';
import { readChoices, textOf, type Choices } from './store/visitor-query.js';

/**
 * An element that shows a store: a shared one, or its own, which its attributes describe. The lock
 * is read from attributes alone; no property and no event can change it.
 */
export abstract class StoreElement extends VielfaltElement {
  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, ...LOCKS];
  }

  readonly #stores = new StoreController(this, {
    change: () => this.onStoreChange(),
    query: (event) => {
      if (event instanceof StoreQueryEvent) this.#onQuery(event);
    },
    answer: () => this.#onAnswer(),
    problem: () => this.#onProblem(),
  });
  readonly #address = new AddressController(this, (choices) => this.#onAddress(choices));
  #start: string | undefined;
  #wanted: unknown;
  #warned = new Set<string>();

  /** The feed's address; absent: where the script came from. */
  @property() feed?: string;

  /** Choices to begin with, as a query string such as `topic=language&free=yes`. */
  @property() start?: string;

  /** The order where a visitor has chosen none: `title`, `next`, `checked`. */
  @property() sort?: string;

  /** Offers per page, 1 to 100. */
  @property() limit?: string;

  /** The id of an element on the page whose directory this one shows. */
  @property() for?: string;

  /** Keeps the choices in the page's address; `with-words` keeps the words typed as well. */
  @property({ attribute: 'sync-url' }) syncUrl?: string;

  /** The visitor's choices. What is set here is read with care and cannot leave the lock. */
  @property({ attribute: false })
  get query(): Query {
    return this.store?.state.query ?? {};
  }

  set query(choices: unknown) {
    this.#wanted = choices ?? {};
    // What the getter says has not changed yet, so that Lit would see no reason.
    this.requestUpdate();
  }

  /** What is shown; absent until it is known whose. */
  protected get store(): DirectoryStore | undefined {
    return this.#stores.store;
  }

  /** Whether the element shows its own store, and so has to say whose offers these are. */
  protected get isAlone(): boolean {
    return this.#stores.isOwn;
  }

  /** Whether no other element shows what this one finds. */
  protected get isUnseen(): boolean {
    return this.isAlone && !this.#stores.isShared;
  }

  override attributeChangedCallback(name: string, before: string | null, value: string | null) {
    super.attributeChangedCallback(name, before, value);
    if ((LOCKS as readonly string[]).includes(name) && before !== value) this.requestUpdate();
  }

  /** A directory has a store of its own, whatever is around it. */
  protected findStore(stores: StoreController) {
    stores.find(textOf(this.for));
  }

  /** The store has changed. */
  protected onStoreChange() {
    this.requestUpdate();
  }

  /** The feed is asked before the interface's texts are there: the two come at the same time. */
  protected override scheduleUpdate(): Promise<void> {
    this.findStore(this.#stores);
    if (this.isAlone) this.store?.configure(this.#options());
    if (this.store && this.#wanted !== undefined) {
      const wanted = this.#wanted;
      this.#wanted = undefined;
      this.store.replace(wanted);
    }
    return super.scheduleUpdate();
  }

  /** The lock that the element's attributes are; a host page's editor writes it. */
  protected readLock(): { lock: Lock; problems: QueryProblem[] } {
    return parseLock((name) => this.getAttribute(name));
  }

  #options(): StoreOptions {
    const { lock, problems } = this.readLock();
    this.#address.mode = typeof this.syncUrl === 'string' ? this.syncUrl : null;
    const { query: manner, problems: unread } = parseQuery(
      new URLSearchParams([
        ['sort', textOf(this.sort)],
        ['limit', textOf(this.limit)],
        // A page's language tag may be no tag at all: the directory's language serves then.
        ['lang', this.language ?? ''],
      ]),
    );
    this.#hint(unread);
    const start = this.#newStart();
    return {
      feed: textOf(this.feed) || defaultFeed(),
      lock,
      lockProblems: problems,
      ...(start && { start }),
      lang: manner.lang,
      sort: manner.sort,
      limit: manner.limit,
    };
  }

  /** What to begin with: the address's choices, else the editor's; nothing where that is done. */
  #newStart(): Choices | undefined {
    const start = textOf(this.start);
    if (start === this.#start) return undefined;
    const first = this.#start === undefined;
    this.#start = start;
    const { query, problems } = readChoices((first ? this.#address.read() : undefined) ?? start);
    this.#hint(problems);
    return query;
  }

  #hint(problems: QueryProblem[]) {
    for (const { detail, nearest } of problems) {
      const hint = nearest === undefined ? detail : `${detail}; did you mean "${nearest}"?`;
      if (!this.#warned.has(hint)) console.warn(`<${this.localName}> ${hint}`);
      this.#warned.add(hint);
    }
  }

  #onAddress(choices: string) {
    if (this.isAlone) this.store?.replace(choices || this.#start, 'restore');
  }

  #onQuery({ cause }: StoreQueryEvent) {
    if (!this.isAlone) return;
    this.#address.write(this.query, cause);
    this.dispatchEvent(new VielfaltQueryChangeEvent(this.query));
  }

  #onAnswer() {
    if (!this.isAlone || !this.store) return;
    const { total, query } = this.store.state;
    this.dispatchEvent(new VielfaltResultsEvent(total, query));
  }

  #onProblem() {
    if (!this.isAlone || !this.store) return;
    const { error, problems } = this.store.state;
    const problem = error?.message ?? problems.map(({ detail }) => detail).join('; ');
    console.error(`<${this.localName}> ${problem}`);
    this.dispatchEvent(new VielfaltErrorEvent(problem));
  }
}
