/** A visitor has opened an offer's details. */
export class VielfaltOfferOpenEvent extends UIEvent {
  static readonly type = 'vielfalt-offer-open';
  /** The offer's id. */
  readonly id: string;
  /** The end of its address. */
  readonly slug: string;

  constructor(id: string, slug: string) {
    super(VielfaltOfferOpenEvent.type, { bubbles: true, composed: true });
    this.id = id;
    this.slug = slug;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'vielfalt-offer-open': VielfaltOfferOpenEvent;
  }
}
