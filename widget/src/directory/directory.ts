import { html, nothing } from 'lit';
import type { StoreController } from '../controllers/store-controller.js';
import { StoreElement } from '../store-element.js';
import { textOf } from '../store/text-of.js';
import { edgeStyles } from '../styles/edges.js';
import { shared } from '../styles/shared.js';
import { demoMark } from '../templates/demo-mark.js';
import { directoryStyles } from './directory.styles.js';

/**
 * @summary A whole directory in one tag: search, filters, offers.
 *
 * The lock is written as attributes, `<vielfalt-directory topic="language" place="witten">`; a
 * visitor cannot leave it. What is only to begin with stands in `start`. Elements inside the tag, or
 * joined to it by `for`, show the same directory.
 *
 * @attr {boolean} for-professionals - Shows those who help, above the search, what is missing and who
 *   could offer it, networks and their next meetings, good practices, offers for professionals, and
 *   the newest.
 * @attr {boolean} no-languages - Takes the choice of languages above the offers away.
 * @attr {boolean} no-shortlist - Takes away what marks offers and keeps them together.
 * @attr {boolean} no-topics - Takes away the main topics below the search.
 * @slot - Serves until the script runs, and where the feed has nothing to show.
 * @slot before - Stands above the search.
 * @slot search - Replaces the search box.
 * @slot filters - Replaces the filters.
 * @slot list - Replaces the list of offers.
 * @slot after - Stands below the offers.
 * @csspart base - The outermost box.
 * @csspart demo - The mark of a demo.
 * @csspart professionals - What is for professionals, above the search.
 * @csspart section - One section of it.
 * @csspart footer - Whose offers these are, of which day, on which terms.
 * @fires vielfalt-query-change - A visitor has chosen or typed something else.
 * @fires vielfalt-results - Offers have been found, or none.
 * @fires vielfalt-error - The feed failed or refused.
 */
export class VielfaltDirectory extends StoreElement {
  static override styles = [shared, edgeStyles, directoryStyles];

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, 'for-professionals'];
  }

  static override properties = { headingLevel: { attribute: 'heading-level' } };

  /**
   * The level of the offers' titles as headings, so that they fit the page: 1 to 6.
   *
   * @default 3
   */
  declare headingLevel: string;

  constructor() {
    super();
    this.headingLevel = '3';
  }

  protected override findStore(stores: StoreController) {
    stores.findOwn();
  }

  protected override render() {
    const { store, locale } = this;
    const { directory, status = 'loading' } = store?.state ?? {};
    const [languages, professionals, topics] =
      (store && directory && this.afterwards?.above(this, store, locale)) ?? [];
    const hasNothing = status === 'failed' || status === 'refused';
    return this.frame(html`
      ${demoMark(directory, locale)}
      <div class="languages">${languages}</div>
      <slot name="before"></slot>
      ${professionals}
      <div class=${hasNothing ? 'layout bare' : 'layout'}>
        <div class="search">
          <slot name="search">
            <vielfalt-search-box .label=${this.ownName}></vielfalt-search-box>
          </slot>
          <div class="topics">${topics}</div>
        </div>
        <div class="filters">
          <slot name="filters"><vielfalt-filters .label=${this.label}></vielfalt-filters></slot>
        </div>
        <div class="list">
          <slot name="list">
            <vielfalt-offer-list
              .label=${this.ownName}
              heading-level=${textOf(this.headingLevel)}
            ></vielfalt-offer-list>
          </slot>
          ${hasNothing ? html`<slot></slot>` : nothing}
        </div>
      </div>
      <slot name="after"></slot>
      ${hasNothing ? nothing : this.footer()}
    `);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vielfalt-directory': VielfaltDirectory;
  }
}
