import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { StoreRequestEvent } from '../events/store-request-event.js';
import { createStore } from '../reached.js';
import type { DirectoryStore } from '../store/directory-store.js';

type Host = ReactiveControllerHost & HTMLElement;

/** The elements that show another's directory, by `for`. */
const joined = new WeakMap<Element, Element>();

/**
 * Finds the store that an element shows: that of the element named by `for`, else that of the
 * directory around it, else one of its own. Elements may come to life in any order: they look for
 * one another in an update, when the script, which defines them all, has run.
 */
export class StoreController implements ReactiveController {
  /** Absent until it has been found. */
  store: DirectoryStore | undefined;
  /** Tells whether another element has asked for the store. */
  isShared = false;
  readonly #host: Host;
  readonly #events: Record<string, () => void>;
  #own: DirectoryStore | undefined;
  /** The value of `for` when the store was looked for; `null` while that is still to be done. */
  #sought: string | null = null;
  #waiting: ((store: DirectoryStore) => void)[] = [];
  #observer: MutationObserver | undefined;

  /** @param events the element's listeners to the store's events */
  constructor(host: Host, events: Record<string, () => void>) {
    this.#host = host;
    this.#events = events;
    host.addController(this);
    host.addEventListener(StoreRequestEvent.type, this.#answer);
  }

  /** Tells whether the element shows its own store and so decides its contents. */
  get isOwn(): boolean {
    return !!this.store && this.store === this.#own;
  }

  hostConnected() {
    this.#again();
  }

  hostDisconnected() {
    this.#observer?.disconnect();
    this.#listen('remove');
  }

  /** Looks for the store, where that has not been done. @param id the attribute `for` */
  find(id: string) {
    if (this.#sought === id || !this.#host.isConnected) return;
    this.#sought = id;
    this.#observer?.disconnect();
    joined.delete(this.#host);
    if (id) this.#join(id);
    else this.#lookAround();
  }

  /** A directory has a store of its own, whatever is around it. */
  findOwn() {
    if (this.#sought === '') return;
    this.#sought = '';
    this.#attach();
  }

  #lookAround() {
    if (!this.#request(this.#host, true)) this.#attach();
  }

  #join(id: string) {
    const root = this.#host.getRootNode() as Document | ShadowRoot;
    const target = root.getElementById(id);
    if (!target) {
      this.#observer = new MutationObserver(() => root.getElementById(id) && this.#again());
      this.#observer.observe(root, { subtree: true, childList: true, attributeFilter: ['id'] });
      return;
    }
    let last: Element | undefined = target;
    // Elements that name each other would wait for each other.
    while (last && last !== this.#host) last = joined.get(last);
    joined.set(this.#host, target);
    if (!last && this.#request(target, false)) return;
    joined.delete(this.#host);
    const what = last ? 'leads to itself' : 'names no directory';
    console.warn(`Vielfalt: for="${id}" ${what}`, this.#host);
    this.#lookAround();
  }

  #again() {
    this.#sought = null;
    this.#host.requestUpdate();
  }

  #request(target: EventTarget, bubbles: boolean): boolean {
    const sought = this.#sought;
    const provide = (store: DirectoryStore) => {
      if (sought === this.#sought && this.#host.isConnected) this.#attach(store);
    };
    return !target.dispatchEvent(new StoreRequestEvent(provide, bubbles));
  }

  readonly #answer = (event: Event) => {
    if (!(event instanceof StoreRequestEvent)) return;
    // The element's own request, on its way up.
    if (event.bubbles && event.composedPath()[0] === this.#host) return;
    event.stopPropagation();
    event.preventDefault();
    this.isShared = true;
    this.#host.requestUpdate();
    if (this.store) event.provide(this.store);
    else this.#waiting.push(event.provide);
  };

  /** @param store absent: one of its own */
  #attach(store = (this.#own ??= createStore())) {
    this.#listen('remove');
    this.store = store;
    this.#listen('add');
    for (const provide of this.#waiting.splice(0)) provide(store);
    this.#host.requestUpdate();
  }

  #listen(how: 'add' | 'remove') {
    for (const [type, listener] of Object.entries(this.#events)) {
      this.store?.[`${how}EventListener`](type, listener);
    }
  }
}
