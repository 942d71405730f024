import { html, nothing } from 'lit';
import type { PropertyDeclarations, PropertyValues, TemplateResult } from 'lit';
import { localTime, nextOf } from '@vielfalt/feed';
import type { Card } from '@vielfalt/feed';
import { kicker, saidIn, titleOf } from '@vielfalt/feed/presentation';
import { direction, isSameLanguage } from '@vielfalt/feed/wording';
import { everyMinute } from '../controllers/every-minute.js';
import { LazyPart } from '../controllers/lazy-part.js';
import { VielfaltElement } from '../element.js';
import { VielfaltOfferOpenEvent } from '../events/offer-open-event.js';
import { nextTask } from '../next-task.js';
import type { CardSettings, CardView } from '../store/card-context.js';
import { chevronIcon } from '../styles/icons.js';
import { shared } from '../styles/shared.js';
import { styles } from './offer-card.styles.js';
import { badgeList, checkLine, factList, mark, marked, quickContact, spoken } from './summary.js';

/**
 * @summary One offer: closed, what decides whether to go; opened in place, everything about it.
 *
 * Alone, it fetches the offer that the attribute `offer` names; in a list, that gives it what it shows.
 *
 * @slot - Serves until, or instead of, the offer, where the card stands alone.
 * @fires vielfalt-offer-open - A visitor has opened the details.
 * @fires vielfalt-error - The offer could not be loaded.
 * @csspart base - The outermost box.
 * @csspart card - The offer.
 * @csspart title - Its title.
 * @csspart mark - A word that the visitor's question has found.
 * @csspart why - What of the question it was found for, where no mark shows it.
 */
export class VielfaltOfferCard extends VielfaltElement {
  static override styles = [shared, styles];

  static override properties: PropertyDeclarations = {
    offer: {},
    feed: {},
    for: {},
    headingLevel: { type: Number, attribute: 'heading-level' },
    open: { type: Boolean, reflect: true },
    card: { attribute: false },
    context: { attribute: false },
    original: { attribute: false },
  };

  /** The offer's slug or id, or the address of its page in the directory; where the card stands alone. */
  declare offer?: string;

  /** The feed's address, where the script does not come from there. */
  declare feed?: string;

  /** The id of the element whose feed and lock hold for this card too. */
  declare for?: string;

  /**
   * The level of the title as a heading, 1 to 6.
   *
   * @default 3
   */
  declare headingLevel: number;

  /**
   * Shows the details.
   *
   * @default false
   */
  declare open: boolean;

  /**
   * The offer, where the card is part of a list.
   *
   * @internal
   */
  declare card?: Card;

  /**
   * The data around the offer in the answer it came with.
   *
   * @internal
   */
  declare context?: CardSettings;

  declare private original: boolean;

  readonly #details = new LazyPart(this, async () => {
    const { CardDetails } = await import('./details.js');
    return new CardDetails(this);
  });

  readonly #alone = new LazyPart(this, async () => {
    const { LoneCard } = await import('./lone-card.js');
    return new LoneCard(this);
  });

  readonly #away = new LazyPart(this, async () => (await import('../format/distance.js')).away);

  constructor() {
    super();
    this.headingLevel = 3;
    this.open = this.original = false;
    this.addController(everyMinute(() => this.requestUpdate()));
  }

  /** Twenty at once would be too much for a slow telephone. */
  protected override async scheduleUpdate(): Promise<void> {
    await nextTask();
    await super.scheduleUpdate();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('card') && changed.get('card')?.id !== this.card?.id) this.original = false;
  }

  /** Puts the focus on the button that opens the details. */
  override focus(options?: FocusOptions): void {
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector<HTMLElement>('#toggle')?.focus(options),
    );
  }

  #view({ card, context, offer }: Partial<CardView>): CardView | undefined {
    if (!card || !context) return undefined;
    const { locale, language = locale.language, original } = this;
    const moment = localTime(context.now(), context.directory.timeZone);
    const next = nextOf(card.upcoming ?? [], moment);
    const preference = { language: context.directory.language, original };
    const view = { card, offer, context, locale, language, moment, next, preference };
    return context.near ? { ...view, away: this.#away.get()?.(view) } : view;
  }

  #turn(view: CardView) {
    this.open = !this.open;
    if (this.open) this.dispatchEvent(new VielfaltOfferOpenEvent(view.card.id, view.card.slug));
  }

  #header(view: CardView): TemplateResult {
    const { card, context } = view;
    const title = titleOf(view);
    const summary = saidIn(view, 'summary');
    const by = context.providers[card.provider];
    const about = kicker(view);
    return html`
      ${about ? html`<p class="kicker muted">${marked(about, view)}</p>` : nothing}
      <div
        id="title"
        part="title"
        role="heading"
        aria-level=${Math.min(6, Math.max(1, Math.round(this.headingLevel) || 3))}
      >
        ${spoken(title, view)}
      </div>
      <p class="provider">
        ${
          by
            ? html`<a href=${new URL(`providers/${by.slug}`, context.client.base).href}
                ><bdi>${marked(by.name, view)}</bdi></a
              >`
            : nothing
        }${mark(title, view)}
      </p>
      ${badgeList(view)}
      ${
        summary
          ? html`<p class="summary" lang=${summary.lang} dir=${direction(summary.lang)}>
                ${marked(summary.text, view)}
              </p>
              ${isSameLanguage(summary.lang, title.lang) ? nothing : mark(summary, view)}`
          : nothing
      }
      ${context.why?.(view)}
    `;
  }

  #inside(view: CardView): unknown {
    const part = this.#details.get();
    return part
      ? part.render(view, !this.card, () => (this.original = !this.original))
      : this.#details.waiting(view.locale, view.context.client.page());
  }

  protected override render(): TemplateResult {
    const { locale } = this;
    const alone = this.card || !this.offer ? undefined : this.#alone.get();
    const view = this.#view(
      alone?.find(this.language) ?? { card: this.card, context: this.context },
    );
    if (!view) {
      return this.frame(alone?.render(locale) ?? html`<slot>${this.#alone.waiting(locale)}</slot>`);
    }
    const { card, moment } = view;
    // What is below in full is not said above as well.
    const isWhole = this.open && this.#details.get();
    return this.frame(
      html`<article part="card" class=${this.open ? 'open' : 'closed'} aria-labelledby="title">
        ${this.#header(view)} ${isWhole ? nothing : factList(view)}
        <div class="actions">
          <button
            class="button"
            id="toggle"
            aria-expanded=${this.open}
            aria-controls="details"
            aria-labelledby="toggle-text title"
            @click=${() => this.#turn(view)}
            @pointerenter=${this.#details.get}
            @focus=${this.#details.get}
          >
            <span id="toggle-text">${this.open ? locale.card.close : locale.card.open}</span>
            ${chevronIcon}
          </button>
          ${isWhole ? nothing : quickContact(card.contact, locale)}
          ${view.context.client.marks?.button(view, this)}
        </div>
        <div id="details" ?hidden=${!this.open}>${this.open ? this.#inside(view) : nothing}</div>
        ${checkLine(card.checked, moment.date, locale)}
      </article>`,
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vielfalt-offer-card': VielfaltOfferCard;
  }
}
