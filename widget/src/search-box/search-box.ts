import { MAX_WORDS } from '@vielfalt/feed';
import { html, nothing } from 'lit';
import { later } from '../reached.js';
import { StoreElement } from '../store-element.js';
import { searchIcon } from '../styles/icons.js';
import { shared } from '../styles/shared.js';
import { standIn } from '../templates/stand-in.js';
import { searchBoxStyles } from './search-box.styles.js';

/**
 * The time after the last key until the list follows while another answer is awaited, in
 * milliseconds.
 */
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
  /** The words that the store has been asked for, as it keeps them. */
  #requested = '';
  /** The store's words when they were last looked at. */
  #seen = '';

  get #input(): HTMLInputElement | null {
    return this.renderRoot.querySelector('input');
  }

  protected override updated() {
    const input = this.#input;
    const q = this.store?.state.query.q ?? '';
    // A browser that brings a page back (bfcache) may empty its inputs; the list goes on.
    if (input && !input.value && !this.#timer) input.value = this.#requested;
    if (!input || q === this.#seen) return;
    this.#seen = q;
    // Takes words from elsewhere; its own are left as they were typed.
    if (q === this.#requested) return;
    this.#stop();
    input.value = this.#requested = q;
    this.requestUpdate();
  }

  #stop() {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #wait() {
    this.#timer = setTimeout(this.#ask, this.store?.state.busy ? PAUSE : 0);
  }

  readonly #ask = () => {
    this.#stop();
    this.#requested = this.#input?.value.normalize('NFC').replace(/\s+/g, ' ').trim() ?? '';
    this.store?.ask({ q: this.#requested || undefined }, 'typing');
  };

  readonly #onInput = ({ isComposing }: InputEvent) => {
    this.requestUpdate();
    this.#stop();
    // Half a word of an input method is not a word yet; its end comes as an event of its own.
    if (!isComposing) this.#wait();
  };

  readonly #onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    this.#ask();
  };

  /** Moves the focus into the input. */
  override focus(options?: FocusOptions) {
    this.#input?.focus(options);
  }

  protected override render() {
    const { landmark, label } = this.locale.frame;
    const own = this.ownName;
    return this.frame(html`
      <form
        role="search"
        aria-label=${own ? `${landmark}: ${own}` : landmark}
        @submit=${this.#onSubmit}
      >
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
            @focus=${() => void this.store?.prepareLocal()}
            @input=${this.#onInput}
            @compositionend=${this.#onInput}
          />
          ${this.#input?.value ? later?.clearButton(this, this.locale) : nothing}
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
