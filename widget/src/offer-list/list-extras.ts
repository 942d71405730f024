import { printQuery, type Query } from '@vielfalt/feed';
import { fill } from '@vielfalt/feed/wording';
import type { LitElement, TemplateResult } from 'lit';
import { LazyPart } from '../controllers/lazy-part.js';
import { reachedTexts } from '../locales/reached.js';
import type { Locale } from '../locales/locale.js';
import type { ReachedList } from '../reached.js';
import type { DirectoryStore } from '../store/directory-store.js';
import type { StoreState } from '../store/state.js';
import { Announcer } from './announcer.js';
import type * as None from './no-offers.js';

/** The part that helps where nothing is found, once it has come. */
let none: typeof None | undefined;

/** Fetches the part that is shown where there are no offers. */
export async function loadNoOffers(): Promise<typeof None> {
  return (none ??= await import('./no-offers.js'));
}

/** Says whether the feed has failed to make the requested search. */
function isEarlier({ stale, query, answered }: StoreState): boolean {
  return stale && printQuery(query) !== printQuery(answered);
}

/** The state with the choices that its offers were found by. */
function shown(state: StoreState): StoreState {
  return isEarlier(state) ? { ...state, query: state.answered } : state;
}

/** A list's contents and behaviour once a visitor has acted. */
export class ListExtras implements ReachedList {
  readonly #host: LitElement;
  readonly #announcer: Announcer;
  /**
   * The text that was announced, or was there from the start: `undefined` until the first answer.
   */
  #said: string | undefined;
  #offers: DirectoryStore['state']['offers'];
  /** The content shown instead of offers: it is made where there are none. */
  #none: None.NoOffers | undefined;
  readonly #part: LazyPart<typeof None>;

  /** @param summary the list's current summary, where it has one */
  constructor(host: LitElement, { state }: DirectoryStore, summary?: string) {
    this.#host = host;
    this.#said = summary;
    this.#offers = state.offers;
    this.#announcer = new Announcer(() => host.renderRoot.querySelectorAll('.says'));
    host.addController({ hostDisconnected: () => this.#announcer.stop() });
    this.#part = new LazyPart(host, loadNoOffers);
  }

  changed({ state: { offers } }: DirectoryStore, summary: string | undefined): void {
    const before = this.#offers;
    this.#offers = offers;
    if (before.length > 0 && before[0] === offers[0] && before.length < offers.length) {
      this.#focus(before.length);
    }
    if (summary === undefined) return;
    // A page's initial content is read like everything on it; only changes are announced.
    if (this.#said !== undefined && summary !== this.#said) this.#announcer.say(summary);
    this.#said = summary;
  }

  /**
   * Focuses the first offer that has been added, or keyboard users would begin at the top again.
   */
  #focus(index: number) {
    void this.#host.updateComplete.then(() => {
      const cards = this.#host.renderRoot.querySelectorAll<HTMLElement>('.offers > li > *');
      cards[index]?.focus();
    });
  }

  /**
   * Makes a choice; the pressed button disappears, so the summary, which has just changed, takes
   * the focus.
   */
  readonly #choose = (store: DirectoryStore) => (choice: Partial<Query>) => {
    // Announced even where there are as many offers as before.
    this.#said = '';
    store.ask(choice);
    this.#host.renderRoot.querySelector<HTMLElement>('.summary')?.focus();
  };

  chips(store: DirectoryStore, locale: Locale): unknown {
    const choose = this.#choose(store);
    const { hints, choices } = store.state;
    return [
      hints?.row(locale, choose),
      choices?.chipRow(this.#host, shown(store.state), locale, choose, store),
    ];
  }

  earlier({ state }: DirectoryStore, locale: Locale, found: string) {
    if (!isEarlier(state)) return undefined;
    const { earlier, notMade } = reachedTexts(locale);
    return { summary: fill(earlier, { found }), note: notMade };
  }

  instead(store: DirectoryStore, locale: Locale): TemplateResult {
    const part = none ?? this.#part.get();
    if (!part) return this.#part.waiting(locale);
    this.#none ??= new part.NoOffers(this.#host, this.#choose);
    return this.#none.render(store, locale);
  }
}
