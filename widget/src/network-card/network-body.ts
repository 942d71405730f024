import type { TemplateResult } from 'lit';
import type { NetworkAnswer } from '@vielfalt/feed';
import { LoadController } from '../controllers/load-controller.js';
import { SourceController } from '../controllers/source-controller.js';
import { VielfaltErrorEvent } from '../events/error-event.js';
import { withLater } from '../locales/later.js';
import type { Locale } from '../locales/locale.js';
import { networkTexts } from '../locales/networks.js';
import { styles as passages } from '../offer-card/details.styles.js';
import { styles as card } from '../offer-card/offer-card.styles.js';
import { askNetwork } from '../store/networks.js';
import { adopt } from '../styles/adopt.js';
import { waiting, waitingStyles } from '../templates/waiting.js';
import { aboutNetwork } from './about-network.js';
import type { VielfaltNetworkCard } from './network-card.js';
import { styles } from './network-card.styles.js';

/** What a network's card holds: it fetches the network and shows it. */
export class NetworkBody {
  readonly #host: VielfaltNetworkCard;
  readonly #source: SourceController;
  readonly #answer: LoadController<NetworkAnswer>;

  constructor(host: VielfaltNetworkCard) {
    this.#host = host;
    this.#source = new SourceController(host);
    this.#answer = new LoadController(host, (error) =>
      host.dispatchEvent(new VielfaltErrorEvent(String(error))),
    );
    for (const each of [card, passages, waitingStyles, styles]) adopt(host.shadowRoot, each);
  }

  readonly #retry = () => {
    this.#answer.reset();
    this.#host.requestUpdate();
  };

  /**
   * The network; undefined until the language's texts are there.
   *
   * @param language the page's language tag
   */
  render(locale: Locale, language: string | undefined): TemplateResult | undefined {
    const { network: slug, headingLevel } = this.#host;
    const source = this.#source.find();
    if (slug && source) {
      this.#answer.want([source.key, slug, language].join(' '), (signal) =>
        askNetwork(source.client, slug, { lang: language, signal }),
      );
    }
    const whole = withLater(locale, this.#host);
    if (!whole) return undefined;
    const { answer, status } = this.#answer;
    if (!answer || !source) {
      return waiting(this.#source.isBroken ? 'failed' : status, {
        locale,
        texts: networkTexts(whole),
        retry: this.#retry,
      });
    }
    const level = Math.min(6, Math.max(1, Math.round(headingLevel) || 3));
    return aboutNetwork(answer, { locale: whole, level, client: source.client, now: Date.now() });
  }
}
