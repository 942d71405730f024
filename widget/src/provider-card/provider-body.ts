import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { ProviderAnswer } from '@vielfalt/feed';
import { LoadController } from '../controllers/load-controller.js';
import { SourceController } from '../controllers/source-controller.js';
import { VielfaltErrorEvent } from '../events/error-event.js';
import { StoreRequestEvent } from '../events/store-request-event.js';
import { withDetails } from '../locales/details.js';
import { withLater } from '../locales/later.js';
import type { Locale } from '../locales/locale.js';
import { styles as passages } from '../offer-card/details.styles.js';
import { styles as card } from '../offer-card/offer-card.styles.js';
import { Reporting } from '../report/reporting.js';
import { askProvider, fileOf } from '../store/records.js';
import { adopt } from '../styles/adopt.js';
import { waiting, waitingStyles } from '../templates/waiting.js';
import { aboutProvider } from './about.js';
import type { VielfaltProviderCard } from './provider-card.js';
import { styles } from './provider-card.styles.js';

/** The contents of a provider's card: it fetches the provider and shows it with its offers. */
export class ProviderBody {
  readonly #host: VielfaltProviderCard;
  readonly #source: SourceController;
  readonly #answer: LoadController<ProviderAnswer>;
  readonly #reporting: Reporting;

  constructor(host: VielfaltProviderCard) {
    this.#host = host;
    this.#source = new SourceController(host);
    this.#reporting = new Reporting(host);
    this.#answer = new LoadController(host, (error) =>
      host.dispatchEvent(new VielfaltErrorEvent(String(error))),
    );
    for (const each of [card, passages, waitingStyles, styles]) adopt(host.shadowRoot, each);
    // The list inside shows this provider's offers, whatever the directory around the card shows.
    host.renderRoot.addEventListener(StoreRequestEvent.type, (event) => event.stopPropagation());
  }

  readonly #retry = () => {
    this.#answer.reset();
    this.#host.requestUpdate();
  };

  /**
   * The provider; undefined until all texts of the language that it needs are there.
   *
   * @param language the page's language tag
   */
  render(locale: Locale, language: string | undefined): TemplateResult | undefined {
    const { provider: slug, headingLevel } = this.#host;
    const source = this.#source.find();
    if (slug && source) {
      this.#answer.want([source.key, slug, language].join(' '), (signal) =>
        askProvider(source.client, slug, { lang: language, signal }),
      );
    }
    const { answer, status } = this.#answer;
    if (!answer || !source) {
      return waiting(this.#source.isBroken ? 'failed' : status, {
        locale,
        texts: withDetails(locale).details.provider,
        retry: this.#retry,
      });
    }
    const full = answer.networks?.length ? withLater(locale, this.#host) : locale;
    if (!full) return undefined;
    const { client } = source;
    const { provider, offers } = answer;
    const level = Math.min(5, Math.max(1, Math.round(headingLevel) || 3));
    const logo = provider.logo && fileOf(client, provider.logo);
    return html`${aboutProvider(answer, { locale: full, level, client, logo, now: Date.now(), reporting: this.#reporting })}
    ${
      offers > 0
        ? html`<vielfalt-offer-list
            provider=${provider.slug}
            label=${provider.name}
            feed=${client.base.href}
            lang=${language ?? nothing}
            heading-level=${level + 1}
          ></vielfalt-offer-list>`
        : nothing
    }`;
  }
}
