import { printRequest } from '@vielfalt/feed';
import { fill, plural } from '@vielfalt/feed/wording';
import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import type { Locale } from '../locales/locale.js';
import { passOnTexts } from '../locales/pass-on.js';
import { shortlistTexts } from '../locales/shortlist.js';
import { PassOn } from '../pass-on/pass-on.js';
import type { DirectoryStore } from '../store/directory-store.js';
import { SHORTLIST } from '../store/fragment.js';
import { addressHere, isFramed } from '../store/offer-address.js';
import { canKeep, forget, isKept, keep } from './keep.js';
import type { MarkedOffers } from './marked-offers.js';
import type { Marked } from './marked.js';

/** More than these do not go into a link: an address has an end, and a sheet too. */
export const MOST_LINKED = 30;

/** The marked offers together, and what can be done with them. */
export class ShortlistPanel {
  readonly #host: LitElement & { headingLevel?: unknown };
  readonly #store: DirectoryStore;
  readonly #marks: Marked;
  readonly #offers: MarkedOffers;
  readonly #passOn: PassOn;
  #isRefused = false;

  constructor(host: LitElement, store: DirectoryStore, marks: Marked, offers: MarkedOffers) {
    this.#host = host;
    this.#store = store;
    this.#marks = marks;
    this.#offers = offers;
    this.#passOn = new PassOn(host);
  }

  /** The directory's own page with some offers: a sheet. @param isLocked inside the lock */
  #sheet(slugs: readonly string[], isLocked: boolean, lang?: string): string {
    const { client, state } = this.#store;
    const lock = isLocked ? state.lock : {};
    const rest = printRequest({ query: lang === undefined ? {} : { lang }, lock });
    // Not all file servers take a query along to the slash at a folder's end.
    const page = client?.files ? 'shortlist/' : 'shortlist';
    return new URL(`${page}?offers=${slugs.join()}${rest && '&'}${rest}`, client?.base).href;
  }

  render(locale: Locale, close: () => void): TemplateResult {
    const { title, close: closing, empty } = shortlistTexts(locale);
    const offers = this.#offers.list();
    const { headingLevel } = this.#host;
    return html`<section class="linked shortlist" tabindex="-1" aria-label=${title}>
      <div class="linked-bar">
        <strong>${title}</strong>
        <button type="button" class="link" @click=${close}>${closing}</button>
      </div>
      <ul class="plain marked" role="list">
        ${offers.map(
          ({ card, context }) =>
            html`<li>
              <vielfalt-offer-card
                .card=${card}
                .context=${context}
                heading-level=${Number(headingLevel) || 3}
              ></vielfalt-offer-card>
            </li>`,
        )}
      </ul>
      ${this.#offers.isWaiting ? html`<p class="muted" role="status">${locale.card.loading}</p>` : nothing}
      ${this.#offers.isEmpty ? html`<p>${empty}</p>` : nothing} ${this.#missing(locale)}
      ${this.#marks.offers.size > 0 ? this.#ways(locale) : nothing}
    </section>`;
  }

  /** What was marked and is not shown, and why. */
  #missing(locale: Locale): unknown {
    const { gone, elsewhere } = shortlistTexts(locale);
    const { list } = locale.frame;
    const [ended, others, failed] = (['gone', 'elsewhere', 'failed'] as const).map((reason) =>
      this.#offers.missing(reason),
    );
    const names = ended?.map((slug) => this.#offers.titleOf(slug)).join(locale.card.comma);
    return [
      names ? html`<p class="note">${fill(gone, { names })}</p>` : nothing,
      others?.[0]
        ? html`<p class="note">
            ${plural(locale.tag, elsewhere, others.length)}
            <a href=${this.#sheet(others, false)}>${list.toDirectory}</a>
          </p>`
        : nothing,
      failed?.[0]
        ? html`<p class="note" role="alert">
            ${list.failed}
            <button type="button" class="link" @click=${() => this.#offers.retry()}>
              ${list.retry}
            </button>
          </p>`
        : nothing,
    ];
  }

  /** Print, pass on, keep, take all back. */
  #ways(locale: Locale): TemplateResult {
    const { title, most, print, removeAll } = shortlistTexts(locale);
    const all = [...this.#marks.offers.keys()];
    const slugs = all.slice(0, MOST_LINKED);
    const here = isFramed() ? undefined : addressHere(SHORTLIST + slugs.join());
    const address = here ?? this.#sheet(slugs, true);
    const clear = () => {
      // Other tabs are told what is unmarked, before nothing is kept any more.
      if (isKept(this.#store)) keep(this.#store, { removed: all });
      forget(this.#store);
      this.#offers.drop([
        ...all,
        ...this.#offers.missing('gone'),
        ...this.#offers.missing('elsewhere'),
      ]);
      this.#marks.changed();
      this.#host.renderRoot.querySelector<HTMLElement>('.shortlist')?.focus();
    };
    return html`<div class="ways">
        <a class="button" href=${this.#sheet(slugs, true, locale.language)} target="_blank"
          >${print}</a
        >
        ${this.#passOn.render({ title, address }, locale)}
        <button type="button" class="link" @click=${clear}>${removeAll}</button>
      </div>
      ${
        all.length > slugs.length
          ? html`<p class="note">
              ${print} · ${passOnTexts(locale).copy}: ${fill(most, { count: slugs.length })}
            </p>`
          : nothing
      }
      ${this.#keeping(locale)}`;
  }

  /** The choice to keep the marks on this device; not where the browser forbids even to ask. */
  #keeping(locale: Locale): TemplateResult | typeof nothing {
    if (!canKeep()) return nothing;
    const { keep: label, keepHint, unkept } = shortlistTexts(locale);
    const choose = ({ target }: Event) => {
      const box = target as HTMLInputElement;
      const wanted = box.checked;
      if (box.checked) box.checked = keep(this.#store, { added: this.#offers.own() });
      else forget(this.#store);
      this.#isRefused = wanted && !box.checked;
      this.#host.requestUpdate();
    };
    return html`<div class="keep">
      <label>
        <input
          type="checkbox"
          aria-describedby="keep-hint"
          .checked=${isKept(this.#store)}
          @change=${choose}
        />
        ${label}
      </label>
      <p class="muted" id="keep-hint">${keepHint}</p>
      <p role="status">${this.#isRefused ? unkept : nothing}</p>
    </div>`;
  }
}
