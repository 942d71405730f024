import { aTimeout } from '@open-wc/testing-helpers';
import type { Card } from '@vielfalt/feed';
import type { VielfaltOfferCard } from '../../widget/src/offer-card/offer-card.js';
import type { VielfaltElement } from '../../widget/src/element.js';
import { all, Harness, text } from './harness.js';

/** A list of offers, alone or inside a directory. */
export class ListHarness<Shown extends VielfaltElement = VielfaltElement> extends Harness<Shown> {
  get #cards(): VielfaltOfferCard[] {
    return all<VielfaltOfferCard>(this.root, '.offers vielfalt-offer-card');
  }

  /** The offers that are shown. */
  offers(): Card[] {
    return this.#cards.flatMap(({ card }) => card ?? []);
  }

  /** The offers of the list, and the one that the page's address names. */
  allShown(): Card[] {
    return all<VielfaltOfferCard>(this.root, 'vielfalt-offer-card').flatMap(
      ({ card }) => card ?? [],
    );
  }

  titles(): string[] {
    return this.offers().map(({ title }) => title);
  }

  towns(): string[] {
    return [...new Set(this.offers().map(({ locations }) => locations?.[0]?.town ?? ''))].sort();
  }

  summary(): string {
    return text(all(this.root, '[part=summary]')[0]);
  }

  /** The choices in force. */
  chips(): string[] {
    return all(this.root, '[part=chips] .chip').map(text);
  }

  /** Waits until nothing more is on its way. */
  async results(): Promise<this> {
    // What was just done has to show first: updates are done when the task is.
    await aTimeout(0);
    await this.until(() => {
      const section = all(this.root, 'section.busy, section.idle')[0];
      return section?.matches('.idle') && !all(this.root, '.skeleton').length;
    }, 'no results came');
    // Each card is drawn in a task of its own.
    await Promise.all(this.#cards.map((card) => card.updateComplete));
    return this;
  }

  async showMore(): Promise<void> {
    const before = this.offers().length;
    this.button(/^Mehr anzeigen/).click();
    await this.until(() => this.offers().length > before, 'no more offers came');
  }

  async sortBy(sort: string): Promise<void> {
    const select = this.find<HTMLSelectElement>('.sorting select');
    select.value = sort;
    select.dispatchEvent(new Event('change'));
    await this.element.updateComplete;
    await this.results();
  }

  async removeChip(name: string): Promise<void> {
    this.button(`Filter „${name}“ entfernen`).click();
    await this.element.updateComplete;
    await this.results();
  }

  /** What a screen reader has been told to say. */
  announced(): string {
    return all(this.root, '[role=status]')
      .map((region) => region.textContent?.trim() ?? '')
      .join('');
  }
}
