import { printQuery } from '@vielfalt/feed';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Cause } from '../store/directory-store.js';
import type { Choices } from '../store/visitor-query.js';

/**
 * Keeps a visitor's choices in the page's address, so that they can be kept and passed on. The
 * names begin with the element's id, so that several directories, and the page itself, keep theirs.
 */
export class AddressController implements ReactiveController {
  /** The attribute `sync-url`: `null` where the address stays as it is. */
  mode: string | null = null;
  readonly #host: HTMLElement;
  readonly #restore: (choices: string) => void;

  /** @param restore takes over the choices of an address that the visitor has gone back to */
  constructor(host: ReactiveControllerHost & HTMLElement, restore: (choices: string) => void) {
    this.#host = host;
    this.#restore = restore;
    host.addController(this);
  }

  hostConnected() {
    window.addEventListener('popstate', this.#onPopState);
  }

  hostDisconnected() {
    window.removeEventListener('popstate', this.#onPopState);
  }

  /** The choices in the page's address as a query's text; nothing where there are none. */
  read(): string | undefined {
    if (this.mode === null) return undefined;
    const own = [...new URLSearchParams(location.search)].flatMap(([name, value]) =>
      name.startsWith(this.#prefix) ? [[name.slice(this.#prefix.length), value]] : [],
    );
    return own.length > 0 ? new URLSearchParams(own).toString() : undefined;
  }

  /** Words stay out of the address, and so out of the host's logs, unless the editor wants them. */
  write({ q, ...choices }: Choices, cause: Cause) {
    if (this.mode === null || cause === 'restore') return;
    const address = new URL(location.href);
    const before = address.search;
    for (const name of new Set(address.searchParams.keys())) {
      if (name.startsWith(this.#prefix)) address.searchParams.delete(name);
    }
    const shown = this.mode === 'with-words' && q ? { q, ...choices } : choices;
    for (const [name, value] of new URLSearchParams(printQuery(shown))) {
      address.searchParams.append(this.#prefix + name, value);
    }
    address.search = address.search.replaceAll('%2C', ',');
    if (address.search === before) return;
    if (cause === 'typing') history.replaceState(history.state, '', address);
    else history.pushState(history.state, '', address);
  }

  get #prefix(): string {
    return `${this.#host.id || 'vielfalt'}.`;
  }

  readonly #onPopState = () => {
    if (this.mode !== null) this.#restore(this.read() ?? '');
  };
}
