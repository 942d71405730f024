import { html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { localTime, nextOccurrence } from '@vielfalt/feed';
import type { Card, OfferAnswer } from '@vielfalt/feed';
import { LoadController } from '../controllers/load-controller.js';
import { SourceController } from '../controllers/source-controller.js';
import { VielfaltElement } from '../element.js';
import { VielfaltErrorEvent } from '../events/error-event.js';
import { VielfaltOfferOpenEvent } from '../events/offer-open-event.js';
import { wellFormed } from '../format/language.js';
import type { CardContext } from '../store/card-context.js';
import { adopt } from '../styles/adopt.js';
import { shared } from '../styles/shared.js';
import { firstContact } from './contact.js';
import type * as Details from './details.js';
import { checkedLine } from './checked.js';
import { chips, facts, labels } from './facts.js';
import { icon } from './icons.js';
import { MinuteController } from './minute-controller.js';
import { styles } from './offer-card.styles.js';
import { isCut, said } from './view.js';
import type { CardView } from './view.js';
import { languageMark, spoken } from './words.js';

/**
 * @summary One offer: closed, what decides whether to go; opened in place, everything about it.
 *
 * A list gives it `card` and `context`; alone, it fetches the offer that the attribute `offer` names.
 *
 * @slot - Serves until, or instead of, the offer, where the card stands alone.
 * @fires vielfalt-offer-open - A visitor has opened the details.
 * @fires vielfalt-error - The offer could not be loaded.
 * @csspart base - The outermost box.
 * @csspart card - The offer.
 * @csspart title - Its title.
 */
export class VielfaltOfferCard extends VielfaltElement {
  static override styles = [shared, styles];

  readonly #source = new SourceController(this);
  readonly #own = new LoadController<OfferAnswer>(this, (error) =>
    this.dispatchEvent(new VielfaltErrorEvent(String(error))),
  );
  readonly #whole = new LoadController<OfferAnswer>(this);
  readonly #parts = new LoadController<typeof Details>(this);

  @query('#toggle') private toggle!: HTMLElement | null;

  @state() private original = false;

  /** The offer's slug or id, where the card stands alone. */
  @property() offer?: string;

  /** The feed's address, where it is not the one that the script came from. */
  @property() feed?: string;

  /** The id of the element whose feed and lock hold for this card too. */
  @property() for = '';

  /** The level of the title as a heading, 1 to 6. */
  @property({ type: Number, attribute: 'heading-level' }) headingLevel = 3;

  /** Whether the details are shown. */
  @property({ type: Boolean, reflect: true }) open = false;

  /** The offer, where the card is part of a list. */
  @property({ attribute: false }) card?: Card;

  /** What surrounds the offer in the answer it came with. */
  @property({ attribute: false }) context?: CardContext;

  constructor() {
    super();
    new MinuteController(this);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('card') || changed.has('offer')) {
      if (changed.get('card')?.id !== this.card?.id) this.original = false;
      this.#whole.reset();
    }
    if (this.card || !this.offer) return;
    const slug = this.offer;
    const lang = wellFormed(this.language);
    const source = this.#source.find();
    if (!source) return;
    const { client, lock, key } = source;
    this.#own.want([key, slug, lang].join(' '), (signal) => client.offer(slug, lock, lang, signal));
  }

  protected override updated(): void {
    if (!this.open) return;
    this.#prepare();
    const view = this.#view();
    if (!view || view.offer || !isCut(view.card)) return;
    const { client, lock } = view.context;
    const { slug } = view.card;
    const lang = wellFormed(this.language);
    this.#whole.want([slug, lang].join(' '), (signal) => client.offer(slug, lock, lang, signal));
  }

  /** Puts the focus on the button that opens the details. */
  override focus(options?: FocusOptions): void {
    void this.updateComplete.then(() => this.toggle?.focus(options));
  }

  /** What is drawn: the list's card, or the answer that was fetched; absent while there is none. */
  #view(): CardView | undefined {
    const own = this.#own.answer;
    const source = this.#source.found;
    const card = this.card ?? own?.card;
    const context =
      this.context ??
      (own &&
        source && {
          directory: own.directory,
          providers: { [own.provider.id]: own.provider },
          terms: own.terms,
          client: source.client,
          lock: source.lock,
          now: Date.now,
        });
    if (!card || !context) return undefined;
    const offer = (this.card ? this.#whole.answer : own)?.offer;
    const moment = localTime(context.now(), context.directory.timeZone);
    const next = nextOccurrence(card.schedule ?? {}, context.directory.calendar, moment);
    const isRunning = !!next?.end && next.start <= `${moment.date}T${moment.time}`;
    return {
      card,
      ...(offer && { offer }),
      context,
      locale: this.locale,
      language: this.language ?? this.locale.tag,
      moment,
      ...(next && { next }),
      isRunning,
      original: this.original,
    };
  }

  #turn() {
    this.open = !this.open;
    const view = this.#view();
    if (this.open && view) {
      this.dispatchEvent(new VielfaltOfferOpenEvent(view.card.id, view.card.slug));
    }
  }

  #close(event: KeyboardEvent) {
    if (event.key !== 'Escape' || !this.open) return;
    // The page around may have a use for Escape too: one key, one effect.
    event.stopPropagation();
    this.open = false;
    this.focus();
  }

  #header(view: CardView): TemplateResult {
    const { card, context, locale } = view;
    const title = said(view, 'title') ?? { text: card.title, lang: '' };
    const machine = card.translation?.by === 'machine' && !view.original;
    const provider = context.providers[card.provider]?.name;
    const kinds = [
      ...labels(card.kind ? [card.kind] : [], context.terms.kind),
      ...labels(card.topics, context.terms.topic).slice(0, 2),
    ];
    const mark = machine
      ? html`<small class="mark">${locale.card.translation.machine}</small>`
      : languageMark(title, view);
    return html`
      ${kinds.length ? html`<p class="kicker muted">${kinds.join(' · ')}</p>` : nothing}
      <div id="title" part="title" role="heading" aria-level=${this.#level}>
        ${spoken(title.lang, view, title.text)}
      </div>
      ${
        provider || mark !== nothing
          ? html`<p class="provider"><bdi>${provider}</bdi>${mark}</p>`
          : nothing
      }
    `;
  }

  #summary(view: CardView): unknown {
    const summary = said(view, 'summary');
    if (!summary) return nothing;
    // The language is named once, beside the title, unless the two differ.
    const alike = summary.lang === said(view, 'title')?.lang;
    return html`<p class="summary">
      ${spoken(summary.lang, view, summary.text)} ${alike ? nothing : languageMark(summary, view)}
    </p>`;
  }

  get #level(): number {
    return Math.min(6, Math.max(1, Math.round(this.headingLevel) || 3));
  }

  /** Fetches what an open card needs, as soon as a visitor comes near the button. */
  readonly #prepare = () => this.#parts.want('details', () => import('./details.js'));

  #details(view: CardView): unknown {
    const { card, locale, context } = view;
    const { details: texts, own } = locale.card;
    const parts = this.#parts.answer;
    if (!parts) {
      return this.#parts.status === 'failed'
        ? html`<p class="note">
            ${texts.failed} <button class="link" @click=${this.#retry}>${own.retry}</button>
          </p>`
        : html`<p class="muted">${own.loading}</p>`;
    }
    adopt(this.shadowRoot, parts.styles);
    const { status } = this.#whole;
    return parts.details(view, {
      address: this.card ? `#vielfalt-offer=${card.slug}` : context.client.offerPage(card.slug),
      failed: status === 'failed' || status === 'gone',
      turn: () => (this.original = !this.original),
      retry: this.#retry,
    });
  }

  readonly #retry = () => {
    this.#own.reset();
    this.#whole.reset();
    if (this.#parts.status === 'failed') this.#parts.reset();
    this.requestUpdate();
  };

  #waiting(): TemplateResult {
    const texts = this.locale.card.own;
    const status = this.#source.isBroken ? 'failed' : this.#own.status;
    return status === 'failed' || status === 'gone'
      ? html`<div class="waiting" role="alert">
            <p>${texts[status]}</p>
            <button class="button" @click=${this.#retry}>${texts.retry}</button>
          </div>
          <slot></slot>`
      : html`<slot><p class="waiting muted" role="status">${texts.loading}</p></slot>`;
  }

  protected override render(): TemplateResult {
    const view = this.#view();
    if (!view) return this.frame(this.#waiting());
    const { card, locale, moment } = view;
    const texts = locale.card.details;
    return this.frame(
      html`<article
        part="card"
        class=${this.open ? 'open' : 'closed'}
        aria-labelledby="title"
        @keydown=${this.#close}
      >
        ${this.#header(view)} ${chips(view)} ${this.#summary(view)} ${facts(view)}
        <div class="actions">
          <button
            class="button"
            id="toggle"
            aria-expanded=${this.open}
            aria-controls="details"
            aria-labelledby="toggle-text title"
            @click=${this.#turn}
            @pointerenter=${this.#prepare}
            @focus=${this.#prepare}
          >
            <span id="toggle-text">${this.open ? texts.close : texts.open}</span> ${icon('more')}
          </button>
          ${firstContact(card.contact, locale)}
        </div>
        <div id="details" ?hidden=${!this.open}>${this.open ? this.#details(view) : nothing}</div>
        ${checkedLine(card.checked, moment.date, locale)}
      </article>`,
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vielfalt-offer-card': VielfaltOfferCard;
  }
}
