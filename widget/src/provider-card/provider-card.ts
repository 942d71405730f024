import type { PropertyDeclarations, TemplateResult } from 'lit';
import { html } from 'lit';
import { LazyPart } from '../controllers/lazy-part.js';
import { VielfaltElement } from '../element.js';
import { shared } from '../styles/shared.js';

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
  static override styles = [shared];

  static override properties: PropertyDeclarations = {
    provider: {},
    feed: {},
    for: {},
    headingLevel: { type: Number, attribute: 'heading-level' },
  };

  /** The provider's slug or id, or the address of its page in the directory. */
  declare provider?: string;

  /** The feed's address, where the script does not come from there. */
  declare feed?: string;

  /** The id of the element whose feed holds for this card too. */
  declare for?: string;

  /**
   * The level of the name as a heading, 1 to 6; the offers' titles are one below.
   *
   * @default 3
   */
  declare headingLevel: number;

  readonly #body = new LazyPart(this, async () => {
    const { ProviderBody } = await import('./provider-body.js');
    return new ProviderBody(this);
  });

  constructor() {
    super();
    this.headingLevel = 3;
  }

  protected override render(): TemplateResult {
    const { locale, language } = this;
    return this.frame(
      this.#body.get()?.render(locale, language) ??
        html`<slot>${this.#body.waiting(locale)}</slot>`,
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vielfalt-provider-card': VielfaltProviderCard;
  }
}
