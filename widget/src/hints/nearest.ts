import { printQuery, type NearTerm, type Query } from '@vielfalt/feed';
import { fill, plural } from '@vielfalt/feed/wording';
import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import type { Locale } from '../locales/locale.js';
import { hintTexts } from '../locales/hints.js';
import type { DirectoryStore } from '../store/directory-store.js';

/** The query that chooses a topic or place instead of the words. */
const instead = ({ name, value }: NearTerm): Query => ({ q: undefined, [name]: [value] });

/** Topics and places that have offers where a question finds nothing. */
export class NearestTerms {
  readonly #store: DirectoryStore;
  /**
   * The terms that have offers with the other choices, and the choices for which that was asked.
   */
  #beside: { requested: string; found: NearTerm[] } = { requested: '', found: [] };

  constructor(store: DirectoryStore) {
    this.#store = store;
  }

  /** Buttons that choose one of them and remove the words. */
  render(
    all: readonly NearTerm[],
    host: LitElement,
    locale: Locale,
    choose: (choice: Partial<Query>) => void,
  ): TemplateResult | typeof nothing {
    const { instead: before, offers } = hintTexts(locale);
    const { q: _, sort: __, ...choices } = this.#store.state.query;
    // The feed has counted inside the lock; a visitor's choices narrow that down.
    const found = printQuery(choices) ? this.#besides(all, host) : all;
    if (found.length === 0) return nothing;
    return html`<p>${before}</p>
      <p class="actions">
        ${found.map(
          (each) =>
            html`<button type="button" class="button" @click=${() => choose(instead(each))}>
              ${fill(plural(locale.tag, offers, each.total), { name: each.label })}
            </button>`,
        )}
      </p>`;
  }

  #besides(all: readonly NearTerm[], host: LitElement): readonly NearTerm[] {
    const { state } = this.#store;
    const requested = printQuery(state.query);
    if (all.length > 0 && !state.busy && requested !== this.#beside.requested) {
      this.#beside = { requested, found: [] };
      void this.#count(all, requested, host);
    }
    return this.#beside.requested === requested ? this.#beside.found : [];
  }

  async #count(all: readonly NearTerm[], requested: string, host: LitElement) {
    const actions = await this.#store.reach();
    if (!actions) return;
    const { query } = this.#store.state;
    const found = await Promise.all(
      all.map(async (each) => ({
        ...each,
        total: await actions.total({ ...query, ...instead(each) }).catch(() => 0),
      })),
    );
    if (requested !== this.#beside.requested) return;
    this.#beside.found = found.filter(({ total }) => total > 0);
    host.requestUpdate();
  }
}
