import type { PropertyDeclarations, TemplateResult } from 'lit';
import { html } from 'lit';
import { LazyPart } from '../controllers/lazy-part.js';
import { VielfaltElement } from '../element.js';
import { shared } from '../styles/shared.js';

/**
 * @summary One network: what it works for, who belongs to it, when it meets.
 *
 * @slot - Serves until, or instead of, the network.
 * @fires vielfalt-error - The network could not be loaded.
 * @csspart base - The outermost box.
 * @csspart card - The network.
 * @csspart title - Its name.
 */
export class VielfaltNetworkCard extends VielfaltElement {
  static override styles = [shared];

  static override properties: PropertyDeclarations = {
    network: {},
    feed: {},
    for: {},
    headingLevel: { type: Number, attribute: 'heading-level' },
  };

  /** The network's slug or id, or the address of its page in the directory. */
  declare network?: string;

  /** The feed's address, where the script does not come from there. */
  declare feed?: string;

  /** The id of the element whose feed holds for this card too. */
  declare for?: string;

  /**
   * The level of the name as a heading, 1 to 6.
   *
   * @default 3
   */
  declare headingLevel: number;

  readonly #body = new LazyPart(this, async () => {
    const { NetworkBody } = await import('./network-body.js');
    return new NetworkBody(this);
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
    'vielfalt-network-card': VielfaltNetworkCard;
  }
}
