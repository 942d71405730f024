import {
  DEFAULT_KM,
  FACETS,
  FLAGS,
  LEVELS,
  facet,
  type Choice,
  type FacetName,
  type Query,
} from '@vielfalt/feed';
import { fill, plural } from '@vielfalt/feed/wording';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import { labelOf } from '../choices/labels.js';
import { NearController } from '../controllers/near-controller.js';
import { choiceTexts } from '../locales/choices.js';
import type { Locale } from '../locales/locale.js';
import type { DirectoryStore } from '../store/directory-store.js';
import { adopt } from '../styles/adopt.js';
import { chevronIcon, icon } from '../styles/icons.js';
import { PLACE } from '../styles/place.js';
import { filterPanelStyles } from './filter-panel.styles.js';
import type { VielfaltFilters } from './filters.js';
import { FEW } from './first-choices.js';

/** What is open from the start: what most people look for first. */
const OPEN: readonly string[] = ['topic', 'place'] satisfies FacetName[];

const CONTROLS = 'fieldset :is(button, input)';

/** Tells the controls of all groups apart. */
function keyOf(control: Element): string {
  const group = control.closest('fieldset')?.querySelector('legend')?.textContent.trim();
  return [group, control.className, control.getAttribute('value')].join();
}

/**
 * All that the filters hold. A chunk of its own: the offers come first, with a few choices beside
 * them; this comes when a visitor does, and takes their place.
 */
export class FilterPanel {
  readonly #host: VielfaltFilters;
  readonly #near: NearController;
  /** Which groups the visitor has opened or closed. */
  readonly #open = new Map<string, boolean>();
  /** Of which groups all values are shown. */
  readonly #whole = new Set<string>();

  /** @param pressed the one of the first choices' buttons that was pressed last */
  constructor(host: VielfaltFilters, pressed: EventTarget | null) {
    this.#host = host;
    this.#near = new NearController(host);
    adopt(host.shadowRoot, filterPanelStyles);
    void this.#takeOver(pressed);
  }

  /** What has the focus, or has been pressed, is replaced by its like. */
  async #takeOver(pressed: EventTarget | null) {
    const root = this.#host.shadowRoot;
    const like = (old: Element) => {
      const key = keyOf(old);
      return () =>
        [...(root?.querySelectorAll<HTMLElement>(CONTROLS) ?? [])].find(
          (each) => keyOf(each) === key,
        );
    };
    const active = root?.activeElement;
    const focused = active?.matches(CONTROLS) && like(active);
    const awaited = pressed instanceof Element && like(pressed);
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    if (focused) focused()?.focus();
    if (awaited) awaited()?.click();
  }

  render(store: DirectoryStore, locale: Locale): unknown {
    const { state } = store;
    return [
      ...FACETS.map((name) => {
        const choices = facet(name, state);
        // The button that looks nearby stays where it was pressed, however far away that is.
        const isKept = choices[0] ?? (name === 'place' && state.query.near);
        return isKept ? this.#facet(name, choices, store, locale) : nothing;
      }),
      this.#flags(store, locale),
      ...this.#person(store, locale),
      html`<div class="done">
        <button type="button" class="button primary" @click=${() => this.#host.toggle()}>
          ${plural(locale.tag, locale.frame.list.show, state.total)}
        </button>
      </div>`,
    ];
  }

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
    { value, count, isChosen, depth, isPartly }: Choice,
    label: string,
    { tag }: Locale,
    choose: () => void,
  ): TemplateResult {
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

  #facet(
    name: FacetName,
    choices: Choice[],
    store: DirectoryStore,
    locale: Locale,
  ): TemplateResult {
    const { facets, filters } = choiceTexts(locale);
    const titles = { ...locale.frame.facets, ...facets };
    const isWhole = this.#whole.has(name);
    const shown = choices.filter(
      ({ isChosen, depth }, index) =>
        isWhole || choices.length <= FEW + 1 || index < FEW || isChosen || depth > 0,
    );
    const rest = choices.length - shown.length;
    const flip = () => {
      if (!this.#whole.delete(name)) this.#whole.add(name);
      this.#host.requestUpdate();
    };
    const choose = (value: string) => {
      void store.prepareLocal();
      store.toggle(name, value);
    };
    return this.#group(
      name,
      titles[name],
      choices.some(({ isChosen }) => isChosen),
      () => html`
        ${repeat(
          shown,
          ({ value }) => value,
          (choice) => {
            const label = labelOf(name, choice.value, store.state, locale);
            return this.#check(choice, label, locale, () => choose(choice.value));
          },
        )}
        ${
          rest || isWhole
            ? html`<button type="button" class="link" aria-expanded=${isWhole} @click=${flip}>
                ${rest ? plural(locale.tag, locale.frame.more, rest) : filters.fewer}
              </button>`
            : nothing
        }
        ${name === 'place' ? this.#nearby(store, locale) : nothing}
      `,
    );
  }

  #nearby(store: DirectoryStore, locale: Locale): TemplateResult | typeof nothing {
    const { near, km = DEFAULT_KM } = store.state.query;
    const { near: nearAsk, nearOn, nearWait, nearDenied, nearFailed } = choiceTexts(locale).filters;
    const { outcome, isPossible } = this.#near;
    if (!isPossible && !near) return nothing;
    const texts = { idle: '', waiting: nearWait, denied: nearDenied, failed: nearFailed };
    const flip = () => {
      if (near) store.ask({ near: undefined, km: undefined });
      else this.#near.ask((point) => store.ask({ near: point }));
    };
    return html`<div class="near">
      <button type="button" class="button" aria-pressed=${near !== undefined} @click=${flip}>
        ${icon(PLACE)} ${near ? fill(nearOn, { km }) : nearAsk}
      </button>
      <p role="status" class="muted">${texts[outcome]}</p>
    </div>`;
  }

  /** The marks that a visitor may still ask for. */
  #flags(store: DirectoryStore, locale: Locale): TemplateResult | typeof nothing {
    const { flags: labels, extras } = choiceTexts(locale);
    const { facets, query, lock } = store.state;
    const shown = FLAGS.flatMap((value) => {
      const count = facets[value]?.[0]?.count ?? 0;
      const isChosen = query[value] === true;
      const choice = { value, count, isChosen, depth: 0, isPartly: false };
      return lock[value] || (count === 0 && !isChosen) ? [] : choice;
    });
    if (shown.length === 0) return nothing;
    const isAnyChosen = shown.some(({ isChosen }) => isChosen);
    return this.#group('flags', extras, isAnyChosen, () =>
      shown.map((choice) =>
        this.#check(choice, labels[choice.value], locale, () => {
          void store.prepareLocal();
          store.ask({ [choice.value]: choice.isChosen ? undefined : true });
        }),
      ),
    );
  }

  #person(store: DirectoryStore, locale: Locale): unknown[] {
    const { query, lock } = store.state;
    const { any, filters, levels } = choiceTexts(locale);
    const onAge = ({ target }: Event) => {
      const { value, validity } = target as HTMLInputElement;
      if (validity.valid) store.ask({ age: value === '' ? undefined : Number(value) });
    };
    const onLevel = ({ target }: Event) => {
      const { value } = target as HTMLSelectElement;
      store.ask({ level: (value || undefined) as Query['level'] });
    };
    const level = () =>
      html`<div class="entry">
        <select
          class="control"
          aria-label=${filters.level}
          aria-describedby="level-hint"
          @change=${onLevel}
        >
          <option value="" .selected=${live(!query.level)}>${any}</option>
          ${LEVELS.map(
            (each) =>
              html`<option value=${each} .selected=${live(query.level === each)}>
                ${levels[each]}
              </option>`,
          )}
        </select>
        <span id="level-hint" class="muted">${filters.levelHint}</span>
      </div>`;
    const age = () =>
      html`<div class="entry">
        <input
          class="control"
          type="number"
          inputmode="numeric"
          min="0"
          max="120"
          aria-label=${filters.age}
          aria-describedby="age-hint"
          .value=${live(query.age === undefined ? '' : String(query.age))}
          @change=${onAge}
        />
        <span id="age-hint" class="muted">${filters.ageHint}</span>
      </div>`;
    return [
      lock.level ? nothing : this.#group('level', filters.level, !!query.level, level),
      lock.age === undefined
        ? this.#group('age', filters.age, query.age !== undefined, age)
        : nothing,
    ];
  }
}
