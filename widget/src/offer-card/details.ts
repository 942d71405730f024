import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { wholeCard, type Card, type OfferAnswer } from '@vielfalt/feed';
import { description, practiceRows, rows, titleOf } from '@vielfalt/feed/presentation';
import { LoadController } from '../controllers/load-controller.js';
import { withDetails } from '../locales/details.js';
import { withLater } from '../locales/later.js';
import { passOnTexts } from '../locales/pass-on.js';
import type { CardView } from '../store/card-context.js';
import { PassOn } from '../pass-on/pass-on.js';
import { isFramed, offerAddress } from '../store/offer-address.js';
import { Reporting, type Reportable } from '../report/reporting.js';
import { askOffer, offerPage } from '../store/records.js';
import { adopt } from '../styles/adopt.js';
import { styles } from './details.styles.js';
import type { VielfaltOfferCard } from './offer-card.js';
import { passage, rowList, source } from './rows.js';

/** Tells whether the card leaves something out, so that the whole offer is worth a request. */
function isCut({ excerpt, practice, translation }: Card): boolean {
  return (
    practice !== undefined ||
    [excerpt, translation?.texts.excerpt].some((text) => text?.endsWith('…'))
  );
}

/**
 * The contents of an open card: the whole text and every fact. These parts come when a visitor
 * first reaches for them, so that the page paints sooner.
 */
export class CardDetails {
  readonly #host: VielfaltOfferCard;
  readonly #whole: LoadController<OfferAnswer>;
  readonly #passOn: PassOn;
  readonly #reporting: Reporting;
  #before: { top: number; hasFacts: boolean } | undefined;

  constructor(host: VielfaltOfferCard) {
    this.#host = host;
    this.#whole = new LoadController(host);
    this.#passOn = new PassOn(host);
    this.#reporting = new Reporting(host);
    adopt(host.shadowRoot, styles);
    host.shadowRoot?.addEventListener('keydown', this.#close);
    host.addController({
      hostUpdate: () => (this.#before = this.#shown()),
      hostUpdated: () => this.#hold(),
    });
  }

  /** The place of the button that opens and closes, and whether facts stand above it. */
  #shown() {
    const root = this.#host.renderRoot;
    const top = root.querySelector('#toggle')?.getBoundingClientRect().top ?? 0;
    return { top, hasFacts: root.querySelector('.facts') !== null };
  }

  /**
   * Keeps the button where it is: what an open card says further down leaves the place above it.
   */
  #hold() {
    const { top, hasFacts } = this.#shown();
    const before = this.#before ?? { top, hasFacts };
    if (before.hasFacts !== hasFacts) {
      window.scrollBy({ top: top - before.top, behavior: 'instant' });
    }
  }

  readonly #close = (event: Event) => {
    const host = this.#host;
    if (!(event instanceof KeyboardEvent) || event.key !== 'Escape' || !host.open) return;
    // The page around may have a use for Escape too, a dialog above all: one key, one effect.
    event.stopPropagation();
    event.preventDefault();
    host.open = false;
    host.focus();
  };

  /**
   * @param isAlone whether the card has a page of its own in the directory, instead of a list
   * @param turn shows the original instead of the translation, or the other way round
   */
  render(closed: CardView, isAlone: boolean, turn: () => void): TemplateResult {
    const card = wholeCard(closed.card);
    const locale = withDetails(closed.locale);
    const view = { ...closed, card, locale };
    const { context, preference } = view;
    const { translation, text } = locale.details;
    const addressOf = isAlone || isFramed() ? offerPage : offerAddress;
    const address = addressOf(context.client, card.slug);
    const whole = { ...view, offer: view.offer ?? this.#offer(view) };
    const about = description(whole);
    const { status } = this.#whole;
    return html`
      ${
        card.translation
          ? html`<button class="link" id="original" @click=${turn}>
              ${preference.original ? translation.translated : translation.original}
            </button>`
          : nothing
      }
      ${about ? passage(about, whole) : nothing}
      ${
        !whole.offer && (status === 'failed' || status === 'gone')
          ? html`<p class="note">
              ${text.failed}
              <button class="link" @click=${this.#retry}>${locale.frame.list.retry}</button>
            </p>`
          : nothing
      }
      ${rowList(rows(whole), whole)} ${this.#practice(whole)} ${this.#footer(whole, address)}
    `;
  }

  /** Pass it on, report a mistake: the office knows the offer by its original title. */
  #footer(view: CardView, address: string): TemplateResult {
    const { card, locale, context } = view;
    const { text } = withDetails(locale).details;
    const { slug, title: name, origin } = card;
    const { client, directory } = context;
    const page = offerPage(client, slug);
    const about: Reportable['about'] = { kind: 'offer', name, slug, page, origin };
    const wrong = { about, directory, client, locale };
    return html`<div class="footer">
        <a href=${address} target=${isFramed() ? '_blank' : nothing}>${text.link}</a>
        ${this.#passedOn(view, address)} ${this.#reporting.way(wrong)} ${source(card, locale)}
      </div>
      ${this.#reporting.form(wrong)}`;
  }

  /** The ways to pass the offer on, and to take its dates along. */
  #passedOn(view: CardView, address: string): unknown {
    const { card, locale, context } = view;
    const whole = withLater(locale, this.#host);
    if (!whole) return nothing;
    const calendar = `${offerPage(context.client, card.slug)}.ics`;
    return [
      this.#passOn.render({ title: titleOf(view).text, address }, whole),
      card.status === 'published' && card.schedule?.times?.[0]
        ? html`<a href=${calendar}>${passOnTexts(whole).calendar}</a>`
        : nothing,
    ];
  }

  /** What the offer tells those who would do the same elsewhere. */
  #practice(view: CardView): TemplateResult | typeof nothing {
    const locale = withDetails(view.locale);
    const told = practiceRows({ ...view, locale });
    return told[0]
      ? html`<div class="good-practice">
          <div
            role="heading"
            aria-level=${Math.min(6, Math.max(2, Math.round(this.#host.headingLevel) + 1 || 4))}
          >
            ${locale.card.badges.practice}
          </div>
          <p class="muted">${locale.details.practice.about}</p>
          ${rowList(told, view)}
        </div>`
      : nothing;
  }

  /** The whole offer, where the card does not say it all. */
  #offer({ card, context: { client, lock }, language }: CardView) {
    if (!isCut(card)) return undefined;
    this.#whole.want([card.slug, card.changed, language].join(' '), (signal) =>
      askOffer(client, card.slug, lock, { lang: language, signal }),
    );
    return this.#whole.answer?.offer;
  }

  readonly #retry = () => {
    this.#whole.reset();
    this.#host.requestUpdate();
  };
}
