import {
  DEFAULT_KM,
  FACETS,
  FLAGS,
  LEVELS,
  everyChoice,
  facet,
  firstOf,
  originAt,
  originsIn,
  type Choice,
  type FacetName,
  type Query,
  type Terms,
} from '@vielfalt/feed';
import { fill, plural } from '@vielfalt/feed/wording';
import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { FilterGroup } from '../choices/groups.js';
import { labelOf } from '../choices/labels.js';
import { NearController } from '../controllers/near-controller.js';
import { choiceTexts } from '../locales/choices.js';
import { filterTexts } from '../locales/filters.js';
import type { Locale } from '../locales/locale.js';
import type { ReachedFilters } from '../reached.js';
import type { DirectoryStore } from '../store/directory-store.js';
import { adopt } from '../styles/adopt.js';
import { closeIcon } from '../styles/close-icon.js';
import { icon } from '../styles/icons.js';
import { PLACE } from '../styles/place.js';
import { filterPanelStyles } from './filter-panel.styles.js';

/** The number of values from which a list can be searched. */
const LONG = 12;

const isList = (name: FilterGroup): name is FacetName =>
  (FACETS as readonly FilterGroup[]).includes(name);

/**
 * The contents of the filters' groups, and the sheet that shows them on narrow pages. A chunk of
 * its own: the headings are there from the start; this is loaded when a visitor acts.
 */
export class FilterPanel implements ReachedFilters {
  readonly #host: LitElement;
  readonly #toggle: () => void;
  readonly #near: NearController;
  /** The places that answers have named so far. */
  readonly #places: Terms['place'] = {};
  /** The groups of which all values are shown. */
  readonly #whole = new Set<FacetName>();
  /** The order in which an open group shows its values: it stays while somebody chooses. */
  readonly #order = new Map<FilterGroup, string[]>();
  /** The words searched for within a group. */
  readonly #words = new Map<FacetName, string>();

  /** @param toggle opens or closes the sheet */
  constructor(host: LitElement, toggle: () => void) {
    this.#host = host;
    this.#toggle = toggle;
    this.#near = new NearController(host);
    adopt(host.shadowRoot, filterPanelStyles);
  }

  close(name: FilterGroup) {
    this.#order.delete(name);
  }

  body(name: FilterGroup, store: DirectoryStore, locale: Locale): unknown {
    if (isList(name)) return this.#facet(name, store, locale);
    if (name === 'flags') return this.#flags(store, locale);
    return name === 'level' ? this.#level(store, locale) : this.#age(store, locale);
  }

  sheet(groups: unknown, { state }: DirectoryStore, locale: Locale): TemplateResult {
    const { tag, frame } = locale;
    const host = this.#host;
    const dialog = () => host.renderRoot.querySelector('dialog');
    void host.updateComplete.then(() => dialog()?.open || dialog()?.showModal());
    const close = () => dialog()?.close();
    return html`<dialog class="sheet" aria-labelledby="sheet-title" @close=${this.#toggle}>
      <div class="sheet-bar">
        <div id="sheet-title" role="heading" aria-level="2">${frame.filters.title}</div>
        <button
          type="button"
          class="link"
          aria-label=${filterTexts(locale).filters.close}
          @click=${close}
        >
          ${closeIcon}
        </button>
      </div>
      <div class="sheet-groups">${groups}</div>
      <div class="sheet-bar done">
        <button type="button" class="button primary" @click=${close}>
          ${plural(tag, frame.list.show, state.total)}
        </button>
        <p class="visually-hidden" role="status">${plural(tag, frame.found, state.total)}</p>
      </div>
    </dialog>`;
  }

  #check(choice: Choice, label: string, { tag }: Locale, choose: () => void): TemplateResult {
    const { value, count, depth, isChosen, isPartly } = choice;
    return html`<label class="choice depth-${Math.min(depth, 2)}">
      <input
        type="checkbox"
        value=${value}
        .checked=${live(isChosen)}
        .indeterminate=${live(isPartly && !isChosen)}
        @change=${choose}
      />
      <span class="name">${label}</span>
      <span class="count">${new Intl.NumberFormat(tag).format(count)}</span>
    </label>`;
  }

  #facet(name: FacetName, store: DirectoryStore, locale: Locale): unknown {
    const { state } = store;
    const { filters, hints, more } = filterTexts(locale);
    const all = facet(name, state, this.#order.get(name));
    this.#order.set(
      name,
      all.map(({ value }) => value),
    );
    const isWhole = this.#whole.has(name);
    const first = firstOf(all);
    const rest = all.length - first.length;
    const label = ({ value }: Choice) => labelOf(name, value, state, locale);
    const words = (isWhole && this.#words.get(name)) || '';
    const fits = (choice: Choice) =>
      label(choice).toLocaleLowerCase(locale.tag).includes(words.toLocaleLowerCase(locale.tag));
    const shown = words ? everyChoice(name, state).filter(fits) : isWhole ? all : first;
    const flip = () => {
      this.#words.delete(name);
      if (!this.#whole.delete(name)) this.#whole.add(name);
      this.#host.requestUpdate();
    };
    const choose = (value: string) => {
      void store.prepareLocal();
      store.toggle(name, value);
    };
    const hint = name === 'audience' || name === 'place' ? hints[name] : undefined;
    return [
      hint ? html`<p class="muted hint">${hint}</p>` : nothing,
      isWhole && all.length > LONG ? this.#search(name, locale) : nothing,
      shown.map((choice) => this.#check(choice, label(choice), locale, () => choose(choice.value))),
      shown[0] ? nothing : html`<p role="status">${filters.findNone}</p>`,
      rest
        ? html`<button type="button" class="link" aria-expanded=${isWhole} @click=${flip}>
            ${isWhole ? filters.fewer : plural(locale.tag, more, rest)}
          </button>`
        : nothing,
      name === 'place' ? this.#nearby(store, locale) : nothing,
    ];
  }

  /** A field to find one of many values by a part of its name. */
  #search(name: FacetName, locale: Locale): TemplateResult {
    const look = ({ target }: Event) => {
      this.#words.set(name, (target as HTMLInputElement).value.trim());
      this.#host.requestUpdate();
    };
    return html`<input
      type="search"
      class="control find"
      autocomplete="off"
      aria-label=${fill(filterTexts(locale).filters.find, { name: locale.frame.facets[name] })}
      .value=${live(this.#words.get(name) ?? '')}
      @input=${look}
    />`;
  }

  /** What is near: around where the visitor is, if the device says so, or around a place. */
  #nearby(store: DirectoryStore, locale: Locale): TemplateResult | typeof nothing {
    const { query, terms } = store.state;
    const { near, km = DEFAULT_KM } = query;
    const { near: nearAsk, nearOn, nearWait, nearDenied, nearFailed } = filterTexts(locale).filters;
    const { outcome, isPossible } = this.#near;
    const isHere = near !== undefined && !originAt(near, terms.place);
    const texts = { idle: '', waiting: nearWait, denied: nearDenied, failed: nearFailed };
    const flip = () => {
      if (isHere) store.ask({ near: undefined, km: undefined });
      else this.#near.ask((point) => store.ask({ near: point }));
    };
    return html`<div class="near">
      ${
        isPossible || isHere
          ? html`<button type="button" class="button" aria-pressed=${isHere} @click=${flip}>
              ${icon(PLACE)} ${isHere ? fill(nearOn, { km }) : nearAsk}
            </button>`
          : nothing
      }
      <p role="status" class="muted">${texts[outcome]}</p>
      ${this.#origin(store, locale)}
    </div>`;
  }

  /** The places around which can be looked; those that have been there stay to be chosen. */
  #origin(store: DirectoryStore, locale: Locale): TemplateResult {
    const { near } = store.state.query;
    Object.assign(this.#places, store.state.terms.place);
    const chosen = originAt(near, this.#places);
    const { any } = choiceTexts(locale);
    const { filters } = filterTexts(locale);
    const origins = originsIn(this.#places, locale.tag);
    const choose = ({ target }: Event) => {
      const { value } = target as HTMLSelectElement;
      const point = origins.find(({ id }) => id === value)?.point;
      store.ask({ near: point, ...(!point && { km: undefined }) });
    };
    return html`<div class="entry">
      <span id="near-from">${filters.nearFrom}</span>
      <select class="control" aria-labelledby="near-from" @change=${choose}>
        <option value="" .selected=${live(!chosen)}>
          ${near && !chosen ? filters.nearMe : any}
        </option>
        ${origins.map(
          ({ id, label }) =>
            html`<option value=${id} .selected=${live(this.#places[id] === chosen)}>
              ${label}
            </option>`,
        )}
      </select>
    </div>`;
  }

  /** The marks that a visitor may still ask for. */
  #flags(store: DirectoryStore, locale: Locale): unknown {
    const { facets, query, lock } = store.state;
    return FLAGS.flatMap((value) => {
      const count = facets[value]?.[0]?.count ?? 0;
      const isChosen = query[value] === true;
      if (lock[value] || (count === 0 && !isChosen)) return [];
      const choice = { value, count, isChosen, depth: 0, isPartly: false };
      return this.#check(choice, choiceTexts(locale).flags[value], locale, () => {
        void store.prepareLocal();
        store.ask({ [value]: isChosen ? undefined : true });
      });
    });
  }

  #level(store: DirectoryStore, locale: Locale): TemplateResult {
    const { level } = store.state.query;
    const { any, levels } = choiceTexts(locale);
    const { filters } = filterTexts(locale);
    const choose = ({ target }: Event) => {
      const { value } = target as HTMLSelectElement;
      store.ask({ level: (value || undefined) as Query['level'] });
    };
    return html`<div class="entry">
      <select
        class="control"
        aria-label=${locale.frame.facets.level}
        aria-describedby="level-hint"
        @change=${choose}
      >
        <option value="" .selected=${live(!level)}>${any}</option>
        ${LEVELS.map(
          (each) =>
            html`<option value=${each} .selected=${live(level === each)}>${levels[each]}</option>`,
        )}
      </select>
      <span id="level-hint" class="muted">${filters.levelHint}</span>
    </div>`;
  }

  #age(store: DirectoryStore, locale: Locale): TemplateResult {
    const { age } = store.state.query;
    const choose = ({ target }: Event) => {
      const { value, validity } = target as HTMLInputElement;
      if (validity.valid) store.ask({ age: value === '' ? undefined : Number(value) });
    };
    return html`<div class="entry">
      <input
        class="control"
        type="number"
        inputmode="numeric"
        min="0"
        max="120"
        aria-label=${locale.frame.facets.age}
        aria-describedby="age-hint"
        .value=${live(age === undefined ? '' : String(age))}
        @change=${choose}
      />
      <span id="age-hint" class="muted">${filterTexts(locale).filters.ageHint}</span>
    </div>`;
  }
}
