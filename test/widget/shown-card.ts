import { fixture } from '@open-wc/testing-helpers';
import { html } from 'lit';
import { localTime, upcoming, type Card } from '@vielfalt/feed';
import { define } from '../../widget/src/define.js';
import type { VielfaltOfferCard } from '../../widget/src/offer-card/offer-card.js';
import type { CardSettings } from '../../widget/src/store/card-context.js';
import { ok } from './assert.js';
import { card, context } from './cards.js';
import { plain } from './words.js';

define();

export const FEED = 'https://feed.example/';
const trueFetch = globalThis.fetch;

/** Takes the place of `fetch`: answers the cards' requests; the paths that were asked for. */
export function answer(with_: (path: string) => unknown): string[] {
  const asked: string[] = [];
  globalThis.fetch = async (input) => {
    const url = new URL(input instanceof Request ? input.url : input);
    asked.push(url.pathname + url.search);
    const body = with_(url.pathname);
    return new Response(JSON.stringify(body ?? {}), {
      status: body ? 200 : 404,
      headers: { 'content-type': 'application/json' },
    });
  };
  return asked;
}

/** A card in a page of some language, as a person meets it. */
export class Shown {
  constructor(readonly element: VielfaltOfferCard) {}

  static async of(
    offer: Partial<Card>,
    around: CardSettings = context(),
    lang = 'de',
  ): Promise<Shown> {
    const { date } = localTime(around.now(), around.directory.timeZone);
    const next = offer.schedule && upcoming(offer.schedule, undefined, date);
    // The card itself, not a box around it: for a box, `fixture` waits for a frame to be painted,
    // which may never happen in a tab that stands behind another.
    const element = await fixture<VielfaltOfferCard>(
      html`<vielfalt-offer-card
        lang=${lang}
        .card=${card({ ...offer, ...(next && { upcoming: next }) })}
        .context=${around}
      ></vielfalt-offer-card>`,
    );
    return new Shown(element);
  }

  find<Found extends Element = HTMLElement>(selector: string): Found {
    const found = this.element.renderRoot.querySelector<Found>(selector);
    ok(found, `there is no ${selector}`);
    return found;
  }

  all(selector: string): string[] {
    return [...this.element.renderRoot.querySelectorAll<HTMLElement>(selector)].map(plain);
  }

  get text(): string {
    return plain(this.find('.root'));
  }

  get toggle(): HTMLElement {
    return this.find('#toggle');
  }

  get focused(): Element | null {
    return this.element.shadowRoot?.activeElement ?? null;
  }

  link(words: string): string | undefined {
    const links = [...this.element.renderRoot.querySelectorAll('a')];
    return links.find((each) => plain(each).includes(words))?.href;
  }

  /** Presses the button and waits for what it shows. */
  async open(): Promise<this> {
    this.toggle.click();
    await this.settled();
    if (this.element.open) await this.there('.rows');
    return this;
  }

  /** Until it is there: some parts come later. */
  async there(selector: string) {
    while (!this.element.renderRoot.querySelector(selector)) await this.settled();
  }

  /** Until what was asked for has come, and what comes of that. */
  async settled() {
    for (let turn = 0; turn < 4; turn++) {
      await new Promise((resolve) => setTimeout(resolve));
      await this.element.updateComplete;
    }
  }
}

/** Gives the page its own `fetch` back. */
export function restoreFetch(): void {
  globalThis.fetch = trueFetch;
}
