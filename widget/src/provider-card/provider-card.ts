import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { ProviderAnswer } from '@vielfalt/feed';
import { LoadController } from '../controllers/load-controller.js';
import { SourceController } from '../controllers/source-controller.js';
import { VielfaltElement } from '../element.js';
import { VielfaltErrorEvent } from '../events/error-event.js';
import { StoreRequestEvent } from '../events/store-request-event.js';
import { wellFormed } from '../format/language.js';
import { adopt } from '../styles/adopt.js';
import { shared } from '../styles/shared.js';
import { styles } from '../offer-card/offer-card.styles.js';
import type * as About from './about.js';

/**
 * @summary One provider: who it is, how to reach it, what it offers.
 *
 * @slot - Serves until, or instead of, the provider.
 * @fires vielfalt-error - The provider could not be loaded.
 * @csspart base - The outermost box.
 * @csspart card - The provider.
 * @csspart title - Its name.
 */
export class VielfaltProviderCard extends VielfaltElement {
  static override styles = [shared, styles];

  readonly #source = new SourceController(this);
  readonly #own = new LoadController<ProviderAnswer>(this, (error) =>
    this.dispatchEvent(new VielfaltErrorEvent(String(error))),
  );

  readonly #parts = new LoadController<typeof About>(this);

  /** The provider's slug or id. */
  @property() provider?: string;

  /** The feed's address, where it is not the one that the script came from. */
  @property() feed?: string;

  /** The id of the element whose feed holds for this card too. */
  @property() for = '';

  /** The level of the name as a heading, 1 to 6; the offers' titles are one below. */
  @property({ type: Number, attribute: 'heading-level' }) headingLevel = 3;

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot();
    // The list inside shows this provider's offers, whatever the directory around the card shows.
    root.addEventListener(StoreRequestEvent.type, (event) => event.stopPropagation());
    return root;
  }

  protected override willUpdate(): void {
    const { provider } = this;
    const source = this.#source.find();
    const lang = wellFormed(this.language);
    if (!provider || !source) return;
    this.#parts.want('about', () => import('./about.js'));
    this.#own.want([source.key, provider, lang].join(' '), (signal) =>
      source.client.provider(provider, lang, signal),
    );
  }

  readonly #retry = () => {
    this.#own.reset();
    this.#parts.reset();
    this.requestUpdate();
  };

  #waiting(): TemplateResult {
    const { provider: texts, own } = this.locale.card;
    const isBroken = this.#source.isBroken || this.#parts.status === 'failed';
    const status = isBroken ? 'failed' : this.#own.status;
    return status === 'failed' || status === 'gone'
      ? html`<div class="waiting" role="alert">
            <p>${texts[status]}</p>
            <button class="button" @click=${this.#retry}>${own.retry}</button>
          </div>
          <slot></slot>`
      : html`<slot><p class="waiting muted" role="status">${own.loading}</p></slot>`;
  }

  protected override render(): TemplateResult {
    const { answer } = this.#own;
    const parts = this.#parts.answer;
    const client = this.#source.found?.client;
    if (!answer || !parts || !client) return this.frame(this.#waiting());
    adopt(this.shadowRoot, parts.passages);
    adopt(this.shadowRoot, parts.styles);
    const { provider, offers } = answer;
    const level = Math.min(5, Math.max(1, Math.round(this.headingLevel) || 3));
    const logo = provider.logo && client.file(provider.logo);
    return this.frame(
      html`${parts.about(answer, { locale: this.locale, level, logo, now: Date.now() })}
      ${
        offers > 0
          ? html`<vielfalt-offer-list
              provider=${provider.slug}
              label=${provider.name}
              feed=${client.base.href}
              lang=${this.language ?? nothing}
              heading-level=${level + 1}
            ></vielfalt-offer-list>`
          : nothing
      }`,
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vielfalt-provider-card': VielfaltProviderCard;
  }
}
