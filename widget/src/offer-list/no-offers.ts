import { WITHIN, printQuery, type Query } from '@vielfalt/feed';
import { fill, plural, type ChosenFilter } from '@vielfalt/feed/wording';
import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import { chips, withoutChips } from '../choices/chips.js';
import { choiceTexts } from '../locales/choices.js';
import type { Locale } from '../locales/locale.js';
import { reachedTexts } from '../locales/reached.js';
import type { DirectoryStore } from '../store/directory-store.js';
import { condition } from './conditions.js';

/** More single choices to do without would be no help. */
const MOST_WAYS = 3;
/** Nor are more asked about. */
const MOST_REQUESTED = 8;

/** A choice to do without, and how many offers there would be then. */
interface WayOut extends ChosenFilter {
  total: number;
}

type Remove = (store: DirectoryStore) => (removal: Partial<Query>) => void;

/** The contents of a list without offers. */
export class NoOffers {
  readonly #host: LitElement;
  readonly #remove: Remove;
  /** The ways out of having found nothing, and the choices for which they were requested. */
  #ways: { requested: string; found: WayOut[] } = { requested: '', found: [] };

  /** @param remove takes choices back */
  constructor(host: LitElement, remove: Remove) {
    this.#host = host;
    this.#remove = remove;
  }

  render(store: DirectoryStore, locale: Locale): TemplateResult {
    return store.state.status === 'refused'
      ? this.#refusal(store, locale)
      : this.#waysOut(store, locale);
  }

  /** The lock names something that the directory does not know: which, for the page's editor. */
  #refusal(store: DirectoryStore, locale: Locale): TemplateResult {
    const { refusedValue, nearest: meant } = choiceTexts(locale);
    const what = store.state.problems.map(({ parameter, value, nearest }) => {
      const name = parameter.replace(WITHIN, '');
      return html`<p class="note">
        ${fill(refusedValue, { name, value })} ${nearest && fill(meant, { nearest })}
      </p>`;
    });
    return condition(store, locale, what);
  }

  #button(store: DirectoryStore, text: string, removal: Partial<Query>) {
    const remove = this.#remove(store);
    return html`<button type="button" class="button" @click=${() => remove(removal)}>
      ${text}
    </button>`;
  }

  /** The ways out of having found nothing. */
  #waysOut(store: DirectoryStore, locale: Locale): TemplateResult {
    const { drop, noneHint, removeAll } = choiceTexts(locale);
    const { clear } = reachedTexts(locale);
    const removals = withoutChips(store.state, locale);
    const isNarrowed = Object.keys(removals).length > 0;
    void this.#lookAround(store, locale);
    return html`<div class="condition">
      <p>${noneHint}</p>
      <p class="actions">
        ${this.#ways.found.map(({ label, removal, total }) =>
          this.#button(store, fill(plural(locale.tag, drop, total), { name: label }), removal),
        )}
        ${isNarrowed ? this.#button(store, removeAll, removals) : nothing}
        ${store.state.query.q ? this.#button(store, clear, { q: undefined }) : nothing}
      </p>
      ${store.state.hints?.nearest(this.#host, locale, this.#remove(store))}
    </div>`;
  }

  /** Finds out which single choice keeps offers out: asks how many there would be without each. */
  async #lookAround(store: DirectoryStore, locale: Locale) {
    const { state } = store;
    const { q } = state.query;
    const requested = printQuery(state.query);
    if (state.busy || requested === this.#ways.requested) return;
    this.#ways = { requested, found: [] };
    const actions = await store.reach();
    const all = [...chips(state, locale), ...(q ? [{ label: q, removal: { q: undefined } }] : [])];
    if (!actions || all.length < 2) return;
    const found = await Promise.all(
      all.slice(0, MOST_REQUESTED).map(async (chip) => {
        const total = await actions.total({ ...state.query, ...chip.removal }).catch(() => 0);
        return { ...chip, total };
      }),
    );
    if (requested !== this.#ways.requested) return;
    this.#ways.found = found
      .filter(({ total }) => total > 0)
      .sort((one, other) => other.total - one.total)
      .slice(0, MOST_WAYS);
    this.#host.requestUpdate();
  }
}
