import { MAX_WORDS } from '@vielfalt/feed';
import { html, nothing } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { textOf } from '../store/visitor-query.js';
import { StoreElement } from '../store-element.js';
import { closeIcon, searchIcon } from '../styles/icons.js';
import { shared } from '../styles/shared.js';
import { standIn } from '../templates/stand-in.js';
import { searchBoxStyles } from './search-box.styles.js';

/** How long after the last key the list follows, in milliseconds. */
const PAUSE = 200;

/**
 * @summary A search landmark; the list that shows the same directory filters as one types.
 *
 * Stands inside `<vielfalt-directory>`, or anywhere on the page joined by `for`. Where nothing else
 * on the page shows its offers, it links to the directory's own page.
 *
 * @slot - Serves until the script runs.
 * @csspart base - The outermost box.
 * @csspart label - The visible label.
 * @csspart field - The box round the input.
 * @csspart input - The input.
 * @fires vielfalt-query-change - Other words have been typed; where the element has its own store.
 */
export class VielfaltSearchBox extends StoreElement {
  static override styles = [shared, searchBoxStyles];

  #timer: ReturnType<typeof setTimeout> | undefined;
  /** The words that the store has been asked for, to tell its own changes from ours. */
  #asked = '';
  #isAsking = false;

  @query('input') private readonly input!: HTMLInputElement;

  @state() private words = '';

  /** A name for the landmark, where a page has several: "Sprachkurse". */
  @property() label?: string;

  override disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  protected override onStoreChange() {
    super.onStoreChange();
    const q = this.store?.state.query.q ?? '';
    if (this.#isAsking || q === this.#asked) return;
    clearTimeout(this.#timer);
    this.#asked = q;
    this.words = q;
  }

  protected override willUpdate() {
    // A store that was found after its words were set has said nothing.
    const q = this.store?.state.query.q ?? '';
    if (!this.hasUpdated && q) this.onStoreChange();
  }

  #ask() {
    clearTimeout(this.#timer);
    this.#isAsking = true;
    this.store?.ask({ q: this.words.slice(0, MAX_WORDS) || undefined }, 'typing');
    this.#isAsking = false;
    this.#asked = this.store?.state.query.q ?? '';
  }

  #onInput(event: InputEvent) {
    this.words = this.input.value;
    clearTimeout(this.#timer);
    // Half a word of an input method is no word yet; its end comes as an event of its own.
    if (!event.isComposing) this.#timer = setTimeout(() => this.#ask(), PAUSE);
  }

  #onSubmit(event: SubmitEvent) {
    event.preventDefault();
    this.#ask();
  }

  #onClear() {
    this.words = '';
    this.#ask();
    this.input.focus();
  }

  /** Moves the focus into the input. */
  override focus(options?: FocusOptions) {
    if (this.hasUpdated) this.input.focus(options);
  }

  protected override render() {
    const { landmark, label, clear } = this.locale.frame.search;
    const own = textOf(this.label);
    const name = own ? `${landmark}: ${own}` : landmark;
    return this.frame(html`
      <form role="search" aria-label=${name} @submit=${this.#onSubmit}>
        <label part="label" for="words">${label}</label>
        <div part="field" class="field">
          ${searchIcon}
          <input
            part="input"
            id="words"
            type="search"
            autocomplete="off"
            autocapitalize="off"
            enterkeyhint="search"
            maxlength=${MAX_WORDS}
            dir="auto"
            .value=${live(this.words)}
            @focus=${() => void this.store?.prepareLocal()}
            @input=${this.#onInput}
            @compositionend=${this.#onInput}
          />
          ${
            this.words
              ? html`<button
                  type="button"
                  class="clear"
                  aria-label=${clear}
                  @click=${this.#onClear}
                >
                  ${closeIcon}
                </button>`
              : nothing
          }
        </div>
      </form>
      ${this.isUnseen ? standIn(this.store, this.locale) : nothing}
    `);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vielfalt-search-box': VielfaltSearchBox;
  }
}
