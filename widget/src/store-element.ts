import { LOCKS, type Query } from '@vielfalt/feed';
import { html, type PropertyDeclarations, type TemplateResult } from 'lit';
import { everyMinute } from './controllers/every-minute.js';
import { LazyPart } from './controllers/lazy-part.js';
import { StoreController } from './controllers/store-controller.js';
import { VielfaltElement } from './element.js';
import { VielfaltErrorEvent } from './events/error-event.js';
import { VielfaltResultsEvent } from './events/results-event.js';
import { later } from './reached.js';
import { defaultFeed } from './store/default-feed.js';
import type { DirectoryStore } from './store/directory-store.js';
import { limitOption, lockOf, sortOption, type StoreOptions } from './store/options.js';
import { textOf } from './store/text-of.js';

/**
 * Attributes of most pages and frameworks: they mean nothing to us, and nothing need be fetched to
 * know.
 */
const FOREIGN = /^((id|class|style|slot|lang|dir|diagnose|no-\w+)$|data-|aria-|[xv]-|[_:@])/;

/**
 * An element that shows a store: a shared one, or its own, which its attributes describe. The lock
 * is read from attributes alone; no property and no event can change it.
 *
 * @locks - Every parameter that can be a lock (`LOCKS`) is an attribute of that name.
 */
export abstract class StoreElement extends VielfaltElement {
  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, ...LOCKS];
  }

  static override properties: PropertyDeclarations = {
    feed: {},
    start: {},
    sort: {},
    limit: {},
    for: {},
    syncUrl: { attribute: 'sync-url' },
    query: { attribute: false, noAccessor: true },
    label: {},
  };

  readonly #stores = new StoreController(this, {
    change: () => this.onStoreChange(),
    query: () =>
      this.#tell(({ state }) => later && new later.VielfaltQueryChangeEvent(state.query)),
    answer: () => this.#tell(({ state }) => new VielfaltResultsEvent(state.total, state.query)),
    problem: () => this.#tell((store) => this.#problem(store)),
  });
  readonly #afterwards = new LazyPart(this, () => import('./directory/afterwards.js'));
  #start: string | undefined;
  /** A query that the host page has set and the store has not been told yet. */
  #given: unknown;

  /** The feed's address, where the script does not come from there. */
  declare feed?: string;

  /** Choices to begin with, as a query string such as `topic=language&free=yes`. */
  declare start?: string;

  /** The order where a visitor has chosen none: `suggested` (usual), `title`, `next`, `checked`. */
  declare sort?: string;

  /** Offers per page, 1 to 100. */
  declare limit?: string;

  /**
   * The id of an element on the page whose directory this one shows. `<vielfalt-directory>` has a
   * directory of its own and ignores it.
   */
  declare for?: string;

  /**
   * Keeps the choices in the page's address, so that they can be sent on and _Back_ works. What was
   * typed stays out of it, unless it is `with-words`; `fragment` keeps them behind the `#`, for sites
   * that refuse unknown parameters; `fragment with-words` is both.
   */
  declare syncUrl?: string;

  /** A name for the landmark, where a page has several directories: `Sprachkurse`. */
  declare label?: string;

  /** Tells whether a visitor has reached for this element: by pointer, by focus or by finger. */
  protected isReached = false;

  constructor() {
    super();
    this.addController(
      everyMinute(() => {
        if (this.isAlone) this.store?.renew();
        this.requestUpdate();
      }),
    );
    for (const type of ['pointerenter', 'focusin']) this.addEventListener(type, this.#onReach);
  }

  /** The visitor's choices. What is set here is read with care and cannot leave the lock. */
  get query(): Query {
    return this.store?.state.query ?? {};
  }

  set query(query: unknown) {
    this.#given = query ?? {};
    // What the getter says has not changed yet, so that Lit would see no reason.
    this.requestUpdate();
  }

  /**
   * The store that is shown; absent until it is known whose.
   *
   * @internal
   */
  get store(): DirectoryStore | undefined {
    return this.#stores.store;
  }

  /** Whose offers these are; room for that until it is known. */
  protected footer(): TemplateResult {
    const directory = this.store?.state.directory;
    return html`<div part="footer" class="footer">
      ${directory && this.afterwards?.footer(this.shadowRoot, directory, this.locale)}
    </div>`;
  }

  /** Small parts that the first paint can do without. */
  protected get afterwards() {
    return this.#afterwards.get();
  }

  /** Tells whether the element shows its own store, and so has to say whose offers these are. */
  protected get isAlone(): boolean {
    return this.#stores.isOwn;
  }

  /** Tells whether no other element shows what this one finds. */
  protected get isUnseen(): boolean {
    return this.isAlone && !this.#stores.isShared;
  }

  /**
   * The name that tells its landmark from others on the page: the editor's name for it, else a
   * number.
   */
  protected get ownName(): string {
    const root = this.getRootNode() as Document | ShadowRoot;
    const alike = [...root.querySelectorAll(`vielfalt-directory,${this.localName}`)];
    const index = alike.indexOf(this);
    return textOf(this.label) || (index > 0 ? `${index + 1}` : '');
  }

  override connectedCallback() {
    super.connectedCallback();
    window.addEventListener('popstate', this.#onPopState);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    window.removeEventListener('popstate', this.#onPopState);
  }

  override attributeChangedCallback(name: string, before: string | null, value: string | null) {
    super.attributeChangedCallback(name, before, value);
    if (before !== value) this.requestUpdate();
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
    // What a visitor has chosen for one element holds for all that show the same.
    const { language } = this.store?.state ?? {};
    if (language) this.lang = language;
    if (this.isAlone) this.store?.configure(this.#options());
    if (this.store && this.#given !== undefined) {
      const given = this.#given;
      this.#given = undefined;
      this.store.replace(given);
    }
    return super.scheduleUpdate();
  }

  #options(): StoreOptions {
    const lock = lockOf((name) => this.getAttribute(name));
    return {
      feed: textOf(this.feed) || defaultFeed(),
      lock,
      ...this.#begin(),
      odd: (this.#isOdd || Object.values(lock).join().includes('://')) && this,
      ...(this.#isSynced && { address: { element: this, how: textOf(this.syncUrl) } }),
      lang: this.language,
      sort: sortOption(textOf(this.sort)),
      limit: limitOption(textOf(this.limit)),
    };
  }

  /** Tells whether there are attributes that may be locks with a wrong name. */
  get #isOdd(): boolean {
    const { observedAttributes } = this.constructor as typeof StoreElement;
    return this.getAttributeNames().some(
      (name) => !observedAttributes.includes(name) && !FOREIGN.test(name),
    );
  }

  /** The choices to begin with: the address's, else the editor's; nothing where that is done. */
  #begin(): Pick<StoreOptions, 'start' | 'isRestored'> {
    const start = textOf(this.start);
    if (start === this.#start) return {};
    const isFirst = this.#start === undefined;
    this.#start = start;
    // Whether the address has choices of ours, what comes later knows better.
    const isRestored =
      isFirst &&
      this.#isSynced &&
      // PHP writes other signs than letters in its own way.
      RegExp((this.id || 'vielfalt').replace(/\W+/g, '.+')).test(location.search + location.hash);
    return start || isRestored || !isFirst ? { start, isRestored } : {};
  }

  get #isSynced(): boolean {
    return typeof this.syncUrl === 'string';
  }

  readonly #onPopState = () => {
    if (this.#isSynced && this.isAlone) this.store?.restore(this.#start);
  };

  /** A visitor who reaches for the element may act next. */
  readonly #onReach = () => {
    this.isReached = true;
    void this.store?.reach();
    this.requestUpdate();
  };

  #tell(make: (store: DirectoryStore) => Event | undefined) {
    const event = this.isAlone && this.store && make(this.store);
    if (event) this.dispatchEvent(event);
  }

  #problem({ state: { error, problems } }: DirectoryStore): Event {
    const refused = problems.map(({ detail }) => detail).join('; ');
    const problem = error?.message ?? (refused || 'a part of the script cannot be loaded');
    console.error(`<${this.localName}> ${problem}`);
    return new VielfaltErrorEvent(problem);
  }
}
