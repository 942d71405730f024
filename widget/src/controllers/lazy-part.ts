import { html } from 'lit';
import type { ReactiveControllerHost, TemplateResult } from 'lit';
import type { Locale } from '../locales/locale.js';
import { missing } from '../templates/missing.js';

/** The time after which a part that could not be loaded is tried again when it is needed, in ms. */
const PAUSE = 1_000;

/**
 * A part of an element that is loaded on demand; the element is rendered again when it has come.
 */
export class LazyPart<Part> {
  readonly #host: ReactiveControllerHost;
  readonly #load: () => Promise<Part>;
  #part: Part | undefined;
  #isRequested = false;
  #hasFailed = false;

  constructor(host: ReactiveControllerHost, load: () => Promise<Part>) {
    this.#host = host;
    this.#load = load;
  }

  /** The part, where it has been loaded; otherwise it is fetched. */
  readonly get = (): Part | undefined => {
    if (!this.#isRequested) void this.#fetch();
    return this.#part;
  };

  async #fetch() {
    this.#isRequested = true;
    try {
      this.#part = await this.#load();
    } catch (error) {
      console.warn(error);
      this.#hasFailed = true;
      setTimeout(() => (this.#isRequested = false), PAUSE);
    }
    this.#host.requestUpdate();
  }

  /** The content shown until it is there. @param page the directory's own */
  waiting(locale: Locale, page?: string): TemplateResult {
    return this.#hasFailed
      ? missing(locale, page)
      : html`<p class="muted" role="status">${locale.card.loading}</p>`;
  }
}
