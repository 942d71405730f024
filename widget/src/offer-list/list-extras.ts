import { printQuery, type Query } from '@vielfalt/feed';
import { fill, plural } from '@vielfalt/feed/wording';
import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import { chips, withoutChips, type Chip } from '../choices/chips.js';
import { choiceTexts } from '../locales/choices.js';
import type { Locale } from '../locales/locale.js';
import type { DirectoryStore } from '../store/directory-store.js';
import type { StoreState } from '../store/state.js';
import { adopt } from '../styles/adopt.js';
import { closeIcon } from '../styles/close-icon.js';
import { Announcer } from './announcer.js';
import { condition } from './conditions.js';
import { listExtrasStyles } from './list-extras.styles.js';

/** Of what earlier search the offers are, and why. */
interface Earlier {
  summary: string;
  note: string;
}

/** More single choices to do without would be no help. */
const MOST_WAYS = 3;
/** Nor are more asked about. */
const MOST_ASKED = 8;

/** Whether the feed has failed to make the search that is asked for. */
function isEarlier({ stale, query, answered }: StoreState): boolean {
  return stale && printQuery(query) !== printQuery(answered);
}

/** The state with the choices that its offers were found by. */
function shown(state: StoreState): StoreState {
  return isEarlier(state) ? { ...state, query: state.answered } : state;
}

/** A choice to do without, and how many offers there would be then. */
interface WayOut extends Chip {
  total: number;
}

/** What a list of offers shows and does once a visitor has acted. */
export class ListExtras {
  readonly #host: LitElement;
  readonly #announcer: Announcer;
  /** What has been said, or was there from the start: `undefined` until the first answer. */
  #said: string | undefined;
  #offers: DirectoryStore['state']['offers'];
  /** What leads out of having found nothing, and for which choices that was asked. */
  #ways: { asked: string; found: WayOut[] } = { asked: '', found: [] };

  /** @param summary what the list says now, where it says anything */
  constructor(host: LitElement, { state }: DirectoryStore, summary?: string) {
    this.#host = host;
    this.#said = summary;
    this.#offers = state.offers;
    this.#announcer = new Announcer(() => host.renderRoot.querySelectorAll('.says'));
    host.addController({ hostDisconnected: () => this.#announcer.stop() });
    adopt(host.shadowRoot, listExtrasStyles);
  }

  /** The store has changed. @param summary what the list says now, where it is settled */
  changed({ state: { offers } }: DirectoryStore, summary: string | undefined): void {
    const before = this.#offers;
    this.#offers = offers;
    if (before.length > 0 && before[0] === offers[0] && before.length < offers.length) {
      this.#focus(before.length);
    }
    if (summary === undefined) return;
    // What a page begins with is read like everything on it; only changes are said.
    if (this.#said !== undefined && summary !== this.#said) this.#announcer.say(summary);
    this.#said = summary;
  }

  /** The first offer that has been added gets the focus, or a keyboard would begin at the top again. */
  #focus(index: number) {
    void this.#host.updateComplete.then(() => {
      const cards = this.#host.renderRoot.querySelectorAll<HTMLElement>('.offers > li > *');
      cards[index]?.focus();
    });
  }

  /** The button that was pressed goes; the summary, which has just changed, takes the focus. */
  #remove(store: DirectoryStore, removal: Partial<Query>) {
    store.ask(removal);
    this.#host.renderRoot.querySelector<HTMLElement>('.summary')?.focus();
  }

  #button(store: DirectoryStore, look: string, text: string, removal: Partial<Query>) {
    return html`<button type="button" class=${look} @click=${() => this.#remove(store, removal)}>
      ${text}
    </button>`;
  }

  /** The choices in force. */
  chips(store: DirectoryStore, locale: Locale): TemplateResult | typeof nothing {
    const { chosen, remove, removeAll } = choiceTexts(locale);
    const all = chips(shown(store.state), locale);
    if (all.length === 0) return nothing;
    return html`<ul part="chips" class="chips plain" role="list" aria-label=${chosen}>
      ${all.map(
        ({ label, removal }) =>
          html`<li>
            <button
              type="button"
              class="chip"
              aria-label=${fill(remove, { name: label })}
              @click=${() => this.#remove(store, removal)}
            >
              ${label} ${closeIcon}
            </button>
          </li>`,
      )}
      ${
        all.length > 1
          ? html`<li>
              ${this.#button(store, 'link', removeAll, withoutChips(shown(store.state), locale))}
            </li>`
          : nothing
      }
    </ul>`;
  }

  /**
   * What was found, said to be of an earlier search while the feed fails to make the new one, and
   * why; nothing else is shown as found by what was never asked.
   */
  earlier({ state }: DirectoryStore, locale: Locale, found: string): Earlier | undefined {
    if (!isEarlier(state)) return undefined;
    const { earlier, notMade } = choiceTexts(locale);
    return { summary: fill(earlier, { found }), note: notMade };
  }

  /** What stands in the place of offers where there are none. */
  instead(store: DirectoryStore, locale: Locale): TemplateResult {
    return store.state.status === 'refused'
      ? this.#refusal(store, locale)
      : this.#waysOut(store, locale);
  }

  /** The lock names something that the directory does not know: which, for the page's editor. */
  #refusal(store: DirectoryStore, locale: Locale): TemplateResult {
    const { refusedValue, nearest: meant } = choiceTexts(locale);
    const what = store.state.problems.map(({ parameter, value, nearest }) => {
      const name = parameter.replace('within.', '');
      return html`<p class="note">
        ${fill(refusedValue, { name, value })} ${nearest && fill(meant, { nearest })}
      </p>`;
    });
    return condition(store, locale, what);
  }

  /** The ways out of having found nothing. */
  #waysOut(store: DirectoryStore, locale: Locale): TemplateResult {
    const { clear, drop, noneHint, removeAll } = choiceTexts(locale);
    const removals = withoutChips(store.state, locale);
    const isNarrowed = Object.keys(removals).length > 0;
    void this.#lookAround(store, locale);
    return html`<div class="condition">
      <p>${noneHint}</p>
      <p class="actions">
        ${this.#ways.found.map(({ label, removal, total }) =>
          this.#button(
            store,
            'button',
            fill(plural(locale.tag, drop, total), { name: label }),
            removal,
          ),
        )}
        ${isNarrowed ? this.#button(store, 'button', removeAll, removals) : nothing}
        ${store.state.query.q ? this.#button(store, 'button', clear, { q: undefined }) : nothing}
      </p>
    </div>`;
  }

  /** Which single choice keeps offers out: asks how many there would be without each. */
  async #lookAround(store: DirectoryStore, locale: Locale) {
    const { state } = store;
    const { q } = state.query;
    const asked = printQuery(state.query);
    if (state.busy || asked === this.#ways.asked) return;
    this.#ways = { asked, found: [] };
    const visit = await store.reach();
    const all = [...chips(state, locale), ...(q ? [{ label: q, removal: { q: undefined } }] : [])];
    if (!visit || all.length < 2) return;
    const found = await Promise.all(
      all.slice(0, MOST_ASKED).map(async (chip) => {
        const total = await visit.total({ ...state.query, ...chip.removal }).catch(() => 0);
        return { ...chip, total };
      }),
    );
    if (asked !== this.#ways.asked) return;
    this.#ways.found = found
      .filter(({ total }) => total > 0)
      .sort((one, other) => other.total - one.total)
      .slice(0, MOST_WAYS);
    this.#host.requestUpdate();
  }
}
