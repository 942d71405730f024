import { html } from 'lit';
import type { ReactiveControllerHost, TemplateResult } from 'lit';
import type { Locale } from '../locales/locale.js';

/** A part of an element that comes once it is wanted; the element is drawn anew when it has come. */
export class LazyPart<Part> {
  readonly #host: ReactiveControllerHost;
  readonly #load: () => Promise<Part>;
  #part: Part | undefined;
  #isAsked = false;
  #hasFailed = false;

  constructor(host: ReactiveControllerHost, load: () => Promise<Part>) {
    this.#host = host;
    this.#load = load;
  }

  /** The part, where it is there; else it is fetched. */
  readonly get = (): Part | undefined => {
    if (!this.#isAsked) void this.#fetch();
    return this.#part;
  };

  async #fetch() {
    this.#isAsked = true;
    try {
      this.#part = await this.#load();
    } catch (error) {
      console.warn(error);
      this.#hasFailed = true;
    }
    this.#host.requestUpdate();
  }

  readonly #retry = () => {
    this.#isAsked = this.#hasFailed = false;
    this.#host.requestUpdate();
  };

  /** What stands in its place until it is there. */
  waiting({ card, frame }: Locale): TemplateResult {
    return this.#hasFailed
      ? html`<p class="note">
          ${card.failed} <button class="link" @click=${this.#retry}>${frame.list.retry}</button>
        </p>`
      : html`<p class="muted" role="status">${card.loading}</p>`;
  }
}
