import type { TemplateResult } from 'lit';
import type { Card, OfferAnswer, PublicOffer } from '@vielfalt/feed';
import { LoadController } from '../controllers/load-controller.js';
import { SourceController } from '../controllers/source-controller.js';
import { VielfaltErrorEvent } from '../events/error-event.js';
import { withDetails } from '../locales/details.js';
import type { Locale } from '../locales/locale.js';
import type { CardSettings } from '../store/card-context.js';
import { askOffer } from '../store/records.js';
import { adopt } from '../styles/adopt.js';
import { waiting, waitingStyles } from '../templates/waiting.js';
import type { VielfaltOfferCard } from './offer-card.js';

/** The part of a card that stands alone: it fetches its offer itself, inside the lock around it. */
export class LoneCard {
  readonly #host: VielfaltOfferCard;
  readonly #source: SourceController;
  readonly #answer: LoadController<OfferAnswer>;

  constructor(host: VielfaltOfferCard) {
    this.#host = host;
    this.#source = new SourceController(host);
    this.#answer = new LoadController(host, (error) =>
      host.dispatchEvent(new VielfaltErrorEvent(String(error))),
    );
    adopt(host.shadowRoot, waitingStyles);
  }

  /** The offer and what surrounds it, once they have come. @param language the page's, a tag */
  find(language: string | undefined): {
    card?: Card;
    context?: CardSettings;
    offer?: PublicOffer;
  } {
    const source = this.#source.find();
    const slug = this.#host.offer;
    if (!source || !slug) return {};
    const { client, lock, key } = source;
    this.#answer.want([key, slug, language].join(' '), (signal) =>
      askOffer(client, slug, lock, { lang: language, signal }),
    );
    const { answer } = this.#answer;
    if (!answer) return {};
    const { card, offer, directory, provider, terms } = answer;
    const providers = { [provider.id]: provider };
    const context = { directory, providers, terms, client, lock, now: Date.now };
    return { card, offer, context };
  }

  readonly #retry = () => {
    this.#answer.reset();
    this.#host.requestUpdate();
  };

  /** The content shown while there is no offer. */
  render(locale: Locale): TemplateResult {
    return waiting(this.#source.isBroken ? 'failed' : this.#answer.status, {
      locale,
      texts: withDetails(locale).details.offer,
      retry: this.#retry,
    });
  }
}
