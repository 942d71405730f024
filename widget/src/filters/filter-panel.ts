import { DEFAULT_KM, LEVELS, type Query } from '@vielfalt/feed';
import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import { facets, flags, toggled, type Choice, type Facet } from '../choices/facets.js';
import { NearController } from '../controllers/near-controller.js';
import { laterTexts } from '../locales/later.js';
import { fill, plural, type Locale } from '../locales/locale.js';
import type { StoreState } from '../store/state.js';
import { chevronIcon, nearIcon } from '../styles/icons.js';

/** How many values of a facet are shown before the others are asked for. */
const FEW = 8;

/** What is open from the start: what most people look for first. */
const OPEN = ['topic', 'place'];

/**
 * What the filters hold. A chunk of its own: the offers come first, and on narrow pages the filters
 * come when a visitor opens them.
 */
export class FilterPanel {
  readonly #host: ReactiveControllerHost;
  readonly #ask: (patch: Partial<Query>) => void;
  readonly #near: NearController;
  /** Which groups the visitor has opened or closed. */
  readonly #open = new Map<string, boolean>();
  /** Of which groups all values are shown. */
  readonly #whole = new Set<string>();

  /** @param ask asks for a further choice */
  constructor(host: ReactiveControllerHost, ask: (patch: Partial<Query>) => void) {
    this.#host = host;
    this.#ask = ask;
    this.#near = new NearController(host);
  }

  render(state: StoreState, locale: Locale): TemplateResult {
    return html`${repeat(
      facets(state, locale),
      ({ name }) => name,
      (facet) => this.#facet(facet, state, locale),
    )}
    ${this.#flags(state, locale)} ${this.#person(state, locale)}`;
  }

  #onNear(isOn: boolean) {
    if (isOn) this.#ask({ near: undefined, km: undefined });
    else this.#near.ask((near) => this.#ask({ near }));
  }

  readonly #onAge = (event: Event) => {
    const { value, validity } = event.target as HTMLInputElement;
    if (validity.valid) this.#ask({ age: value === '' ? undefined : Number(value) });
  };

  #group(name: string, title: string, isChosen: boolean, body: () => unknown): TemplateResult {
    const isOpen = this.#open.get(name) ?? (isChosen || OPEN.includes(name));
    const flip = () => {
      this.#open.set(name, !isOpen);
      this.#host.requestUpdate();
    };
    return html`<fieldset part="facet">
      <legend>
        <button type="button" class="heading" aria-expanded=${isOpen} @click=${flip}>
          ${title} ${chevronIcon}
        </button>
      </legend>
      ${isOpen ? html`<div class="body">${body()}</div>` : nothing}
    </fieldset>`;
  }

  #check(
    {
      label,
      count,
      chosen,
      depth = 0,
      partly = false,
    }: Omit<Choice, 'value' | 'depth' | 'partly'> & Partial<Choice>,
    locale: Locale,
    choose: () => void,
  ): TemplateResult {
    const number = new Intl.NumberFormat(locale.tag).format(count);
    return html`<label class="choice depth-${Math.min(depth, 2)}">
      <input
        type="checkbox"
        .checked=${live(chosen)}
        .indeterminate=${live(partly && !chosen)}
        @change=${choose}
      />
      <span class="name">${label}</span> <span class="count">${number}</span>
    </label>`;
  }

  #facet({ name, choices }: Facet, state: StoreState, locale: Locale): TemplateResult {
    const { facets: titles, filters } = locale.frame;
    const isWhole = this.#whole.has(name) || choices.length <= FEW + 1;
    const shown = choices.filter(
      ({ chosen, depth }, index) => isWhole || index < FEW || chosen || depth > 0,
    );
    const flip = () => {
      if (!this.#whole.delete(name)) this.#whole.add(name);
      this.#host.requestUpdate();
    };
    const rest = choices.length - shown.length;
    return this.#group(
      name,
      titles[name],
      choices.some(({ chosen }) => chosen),
      () => html`
        ${name === 'place' ? this.#nearby(state, locale) : nothing}
        ${repeat(
          shown,
          ({ value }) => value,
          (choice) =>
            this.#check(choice, locale, () => this.#ask(toggled(name, choice.value, state))),
        )}
        ${
          rest > 0
            ? html`<button type="button" class="link" aria-expanded="false" @click=${flip}>
                ${plural(locale, filters.more, rest)}
              </button>`
            : this.#whole.has(name)
              ? html`<button type="button" class="link" aria-expanded="true" @click=${flip}>
                  ${filters.fewer}
                </button>`
              : nothing
        }
      `,
    );
  }

  #nearby(
    { query: { near, km = DEFAULT_KM } }: StoreState,
    locale: Locale,
  ): TemplateResult | typeof nothing {
    const { nearOn } = locale.frame.filters;
    const { near: nearAsk, nearWait, nearDenied, nearFailed } = laterTexts(locale).filters;
    const { outcome, isPossible } = this.#near;
    if (!isPossible && !near) return nothing;
    const texts = { idle: '', waiting: nearWait, denied: nearDenied, failed: nearFailed };
    return html`<div class="near">
      <button
        type="button"
        class="button"
        aria-pressed=${near !== undefined}
        @click=${() => this.#onNear(near !== undefined)}
      >
        ${nearIcon} ${near ? fill(nearOn, { km }) : nearAsk}
      </button>
      <p role="status" class="muted">${texts[outcome]}</p>
    </div>`;
  }

  #flags(state: StoreState, locale: Locale): TemplateResult | typeof nothing {
    const { flags: labels, filters } = locale.frame;
    const shown = flags(state);
    if (shown.length === 0) return nothing;
    return this.#group(
      'flags',
      filters.flags,
      shown.some(({ chosen }) => chosen),
      () =>
        shown.map(({ name, count, chosen }) =>
          this.#check({ label: labels[name], count, chosen }, locale, () =>
            this.#ask({ [name]: chosen ? undefined : true }),
          ),
        ),
    );
  }

  #person({ query, lock }: StoreState, locale: Locale): unknown {
    const { filters, levels } = locale.frame;
    const { any, levelHint, ageHint } = laterTexts(locale).filters;
    const level = html`<div class="entry">
      <select
        class="control"
        aria-label=${filters.level}
        aria-describedby="level-hint"
        @change=${({ target }: Event) =>
          this.#ask({
            level: ((target as HTMLSelectElement).value || undefined) as Query['level'],
          })}
      >
        <option value="" .selected=${live(!query.level)}>${any}</option>
        ${LEVELS.map(
          (each) =>
            html`<option value=${each} .selected=${live(query.level === each)}>
              ${levels[each]}
            </option>`,
        )}
      </select>
      <span id="level-hint" class="muted">${levelHint}</span>
    </div>`;
    const age = html`<div class="entry">
      <input
        class="control"
        type="number"
        inputmode="numeric"
        min="0"
        max="120"
        aria-label=${filters.age}
        aria-describedby="age-hint"
        .value=${live(query.age === undefined ? '' : String(query.age))}
        @change=${this.#onAge}
      />
      <span id="age-hint" class="muted">${ageHint}</span>
    </div>`;
    return [
      lock.level ? nothing : this.#group('level', filters.level, !!query.level, () => level),
      lock.age === undefined
        ? this.#group('age', filters.age, query.age !== undefined, () => age)
        : nothing,
    ];
  }
}
