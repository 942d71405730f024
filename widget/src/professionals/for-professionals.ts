import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import { printQuery, type ProfessionalsAnswer } from '@vielfalt/feed';
import { LoadController } from '../controllers/load-controller.js';
import { VielfaltErrorEvent } from '../events/error-event.js';
import { withLater } from '../locales/later.js';
import type { Locale } from '../locales/locale.js';
import { withProfessionals } from '../locales/professionals.js';
import type { DirectoryStore } from '../store/directory-store.js';
import { lockKey } from '../store/options.js';
import { askProfessionals } from '../store/professionals.js';
import { adopt } from '../styles/adopt.js';
import { chevronIcon } from '../styles/icons.js';
import { professionalsStyles } from './professionals.styles.js';
import { sectionsOf, type Section } from './sections.js';

/**
 * What a directory has for those who help, above its search: what is missing, networks, offers for
 * professionals, the newest. Closed, each section is a line, so that search and offers stay near.
 */
export class ForProfessionals {
  readonly #host: LitElement;
  readonly #load: LoadController<ProfessionalsAnswer>;
  readonly #open = new Set<string>();
  /** The last answer, shown until that to a visitor's next choice has come. */
  #last: { source: string; answer: ProfessionalsAnswer } | undefined;

  constructor(host: LitElement) {
    this.#host = host;
    this.#load = new LoadController(host, (error) =>
      host.dispatchEvent(new VielfaltErrorEvent(String(error))),
    );
    adopt(host.shadowRoot, professionalsStyles);
  }

  readonly #retry = () => {
    this.#load.reset();
    this.#host.requestUpdate();
  };

  /**
   * The sections for the town and topic that the list shows, inside its lock; undefined until the
   * language's texts are there.
   *
   * @param headingLevel as the editor has written it
   */
  render(
    store: DirectoryStore,
    locale: Locale,
    headingLevel: string,
  ): TemplateResult | typeof nothing | undefined {
    const { client, options, state } = store;
    if (!client || !options) return nothing;
    const { place, topic } = state.answered;
    const { lang } = options;
    const query = { ...(topic && { topic }), ...(place && { place }), ...(lang && { lang }) };
    const request = { query, lock: state.lock };
    const source = lockKey(options);
    this.#load.want([source, printQuery(query), state.directory?.date].join(' '), (signal) =>
      askProfessionals(client, request, signal),
    );

    const { status } = this.#load;
    const now = this.#load.answer;
    if (now) this.#last = { source, answer: now };
    const isLoading = status === 'loading';
    const answer =
      now ?? (isLoading && this.#last?.source === source ? this.#last.answer : undefined);
    const whole = withLater(locale, this.#host);
    if (!whole) return undefined;
    const words = withProfessionals(whole);
    const level = Math.min(6, Math.max(1, Math.round(Number(headingLevel)) || 3));
    return html`<div
      part="professionals"
      class="professionals"
      role="group"
      aria-label=${words.professionals.title}
      aria-busy=${isLoading}
    >
      ${
        answer
          ? sectionsOf({ answer, request, locale: words, client, now: store.now() }).map((each) =>
              this.#section(each, level),
            )
          : isLoading
            ? html`<p class="waiting muted" role="status">${locale.card.loading}</p>`
            : html`<p class="waiting" role="status">
                ${locale.card.failed}
                <button type="button" class="link" @click=${this.#retry}>
                  ${locale.frame.list.retry}
                </button>
              </p>`
      }
    </div>`;
  }

  #section({ id, heading, note, body }: Section, level: number): TemplateResult {
    const isOpen = this.#open.has(id);
    const flip = () => {
      if (!this.#open.delete(id)) this.#open.add(id);
      this.#host.requestUpdate();
    };
    return html`<div part="section" class="section">
      <div role="heading" aria-level=${level}>
        <button
          type="button"
          class="heading"
          aria-expanded=${isOpen}
          aria-controls="for-${id}"
          @click=${flip}
        >
          <span>${heading} <span class="muted count">${note}</span></span> ${chevronIcon}
        </button>
      </div>
      <div id="for-${id}" class="body" ?hidden=${!isOpen}>${body}</div>
    </div>`;
  }
}
