import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import type { Locale } from '../locales/locale.js';
import { passOnTexts } from '../locales/pass-on.js';
import { adopt } from '../styles/adopt.js';
import { passOnStyles } from './pass-on.styles.js';

/** Something that can be passed on. */
interface Passed {
  title: string;
  address: string;
}

/**
 * Buttons that copy a link, or give it to the device's own way of sharing, where there is one. Where
 * the browser lets neither happen, the link stands there to be copied by hand.
 */
export class PassOn {
  readonly #host: LitElement;
  /** The address that was copied, and the one that has to be copied by hand. */
  #copied: string | undefined;
  #refused: string | undefined;

  constructor(host: LitElement) {
    this.#host = host;
    adopt(host.shadowRoot, passOnStyles);
  }

  async #try({ address }: Passed, act: () => Promise<void>, copied?: string) {
    this.#refused = this.#copied = undefined;
    try {
      await act();
      this.#copied = copied;
    } catch (error) {
      // A visitor who has thought better of it knows.
      if (!(error instanceof DOMException && error.name === 'AbortError')) this.#refused = address;
    }
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    this.#host.renderRoot.querySelector<HTMLInputElement>('.by-hand input')?.select();
  }

  render(passed: Passed, locale: Locale): TemplateResult {
    const { address, title } = passed;
    const { copy, copied, byHand, share } = passOnTexts(locale);
    const write = async () => navigator.clipboard.writeText(address);
    const hand = async () => navigator.share({ title, url: address });
    return html`<button
        type="button"
        class="link"
        @click=${() => this.#try(passed, write, address)}
      >
        ${copy}
      </button>
      ${
        'share' in navigator
          ? html`<button type="button" class="link" @click=${() => this.#try(passed, hand)}>
              ${share}
            </button>`
          : nothing
      }
      <span role="status">${this.#copied === address ? copied : nothing}</span>
      ${
        this.#refused === address
          ? html`<label class="by-hand"
              >${byHand} <input readonly dir="ltr" .value=${address}
            /></label>`
          : nothing
      }`;
  }
}
