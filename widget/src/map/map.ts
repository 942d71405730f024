import { printQuery, type MapPoint, type PointsAnswer } from '@vielfalt/feed';
import { plural, type MapTexts } from '@vielfalt/feed/wording';
import { html, nothing, type TemplateResult } from 'lit';
import { LoadController } from '../controllers/load-controller.js';
import { VielfaltErrorEvent } from '../events/error-event.js';
import { mapTexts } from '../locales/map.js';
import { condition, failure } from '../offer-list/conditions.js';
import type { DirectoryStore } from '../store/directory-store.js';
import type { FeedClient } from '../store/feed-client.js';
import { askAreas, askPoints } from '../store/map.js';
import { offerAddress } from '../store/offer-address.js';
import { lockKey, type StoreOptions } from '../store/options.js';
import { offerPage } from '../store/records.js';
import type { StoreState } from '../store/state.js';
import { textOf } from '../store/text-of.js';
import { StoreElement } from '../store-element.js';
import { edgeStyles } from '../styles/edges.js';
import { icon } from '../styles/icons.js';
import { shared } from '../styles/shared.js';
import { demoMark } from '../templates/demo-mark.js';
import type { Zoom } from './drawing.js';
import { housesAt, housesElsewhere, nameOf, offersOf } from './here.js';
import { mapStyles } from './map.styles.js';
import { choicesOf, type MapData } from './scene.js';
import { MapStage } from './stage.js';
import { readTiles, type TileSource } from './tiles.js';

const closerIcon = icon('M12 5v14M5 12h14');
const furtherIcon = icon('M5 12h14');
const wholeIcon = icon('M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5');

/** How many places are offered at first: more would be a list to read. */
const MOST_PLACES = 12;

/** What is listed beside the map: the offers of some of its points, or those that are at none. */
interface Opened {
  /** The answer that they are of: another one closes the list. */
  answer: PointsAnswer;
  /** Absent: the offers at no point. */
  points?: readonly MapPoint[];
  /** How many times a few of them are shown. */
  pages: number;
}

/** Everything that the element's parts are drawn from. */
interface ShownMap extends MapData {
  store: DirectoryStore;
  client: FeedClient;
  words: MapTexts;
}

/**
 * @summary A map of a directory's offers: shapes of towns, and points that list what is there.
 *
 * Stands inside `<vielfalt-directory>` (`slot="before"` or `slot="after"`), joined to another element
 * by `for`, or alone with a lock of its own: `<vielfalt-map place="witten">`. It is drawn from the
 * directory's own data and asks nobody else, unless an editor names a source of pictures.
 *
 * @slot - Serves until the script runs, and where the feed has nothing to show.
 * @csspart base - The outermost box.
 * @csspart map - The map with its buttons.
 * @csspart drawing - What is drawn.
 * @csspart places - The towns to choose from.
 * @csspart here - The offers at what has been pressed.
 * @csspart credit - Whose the pictures below the map are.
 * @csspart footer - Whose offers these are; where the map stands alone.
 * @fires vielfalt-query-change - A town has been chosen; where the map has its own store.
 * @fires vielfalt-results - Offers have come; where the map has its own store.
 * @fires vielfalt-error - The feed failed or refused, or `tiles` is no source.
 */
export class VielfaltMap extends StoreElement {
  static override styles = [shared, edgeStyles, mapStyles];

  static override properties = {
    headingLevel: { attribute: 'heading-level' },
    tiles: {},
    tilesCredit: { attribute: 'tiles-credit' },
  };

  /**
   * The level of the heading above a point's offers, so that it fits the page: 1 to 6.
   *
   * @default 3
   */
  declare headingLevel: string;

  /**
   * Pictures to lie below the map, from somebody else's server: an address with `{z}`, `{x}` and
   * `{y}`. Visitors' browsers then ask that server, and the page's policy has to allow it in
   * `img-src`.
   */
  declare tiles?: string;

  /** Whose these pictures are, and behind it the address that explains it; needed with `tiles`. */
  declare tilesCredit?: string;

  readonly #points = new LoadController<PointsAnswer>(this, (error) =>
    this.#complain(String(error)),
  );
  readonly #areas = new LoadController<NonNullable<MapData['areas']>>(this);
  /** The last answer, shown until that to a visitor's next choice has come. */
  #last: { source: string; answer: PointsAnswer } | undefined;
  readonly #stage = new MapStage({
    press: (points) => this.#last && void this.#open(this.#last.answer, points),
    choose: (id) => this.store?.toggle('place', id),
    changed: () => this.requestUpdate(),
  });
  #opened: Opened | undefined;
  #hasAllPlaces = false;
  #complaint = '';

  constructor() {
    super();
    this.headingLevel = '3';
  }

  protected override render(): TemplateResult {
    const { store, locale } = this;
    const { status = 'loading', directory } = store?.state ?? {};
    const words = mapTexts(locale, () => this.requestUpdate());
    const title = words?.title ?? locale.frame.list.title;
    const own = this.ownName;
    return this.frame(html`
      <section aria-label=${own ? `${title}: ${own}` : title} @keydown=${this.#onKey}>
        ${this.isAlone ? demoMark(directory, locale) : nothing}
        ${store && words && status !== 'loading' ? this.#content(store, words) : this.#waiting()}
        ${this.isAlone && (directory || status === 'loading') ? this.footer() : nothing}
      </section>
    `);
  }

  #content(store: DirectoryStore, words: MapTexts): unknown {
    const { locale } = this;
    const { state, client, options } = store;
    const { list } = locale.frame;
    if (state.status !== 'ready') {
      // A list says it already.
      if (this.#hasList) return nothing;
      return state.status === 'failed'
        ? failure(store, locale)
        : condition(store, locale, html`<p>${list.refused}</p>`);
    }
    const answer = client && options && this.#ask(client, options, state);
    if (answer)
      return this.#map({ store, client, state, words, answer, areas: this.#areas.answer });
    if (this.#points.status !== 'failed') return this.#waiting();
    const again = html`<button type="button" class="button primary" @click=${this.#retry}>
      ${list.retry}
    </button>`;
    return condition(store, locale, html`<p role="status">${locale.card.failed}</p>`, again);
  }

  #waiting(): TemplateResult {
    return html`<div class="map waiting">
      <p class="muted" role="status">${this.locale.card.loading}</p>
    </div>`;
  }

  #map(map: ShownMap): TemplateResult {
    const { answer, words, state } = map;
    const { locale } = this;
    if (this.#opened?.answer !== answer) this.#opened = undefined;
    const tiles = this.#tiles();
    this.#stage.draw(map, {
      ...{ words, tag: locale.tag, help: 'keys' },
      tiles: tiles?.address,
      opened: this.#opened?.points ?? [],
    });
    const elsewhere = housesElsewhere(answer)[0]?.offers.length ?? 0;
    return html`<div class=${this.#opened ? 'stage opened' : 'stage'} aria-busy=${state.busy}>
      <div class="board">
        <div part="map" class="map">
          ${this.#stage.element}
          <p id="keys" hidden>${words.keys}</p>
          ${tiles ? credit(tiles) : nothing}
        </div>
        ${this.#buttons(words)}
      </div>
      ${this.#opened ? this.#here(this.#opened, map) : nothing}
      <div class="choices">
        ${answer.offers[0] ? nothing : html`<p role="status">${locale.frame.none}</p>`}
        ${this.#places(map)}
        ${
          elsewhere > 0
            ? html`<button type="button" class="link elsewhere" @click=${() => this.#open(answer)}>
                ${plural(locale.tag, words.elsewhere, elsewhere)}
              </button>`
            : nothing
        }
      </div>
    </div>`;
  }

  #buttons({ zoomIn, zoomOut, whole }: MapTexts): TemplateResult {
    const stage = this.#stage;
    const button = (by: Zoom, name: string, drawn: TemplateResult, isDone: boolean) =>
      html`<button
        type="button"
        aria-label=${name}
        title=${name}
        aria-disabled=${isDone}
        @click=${() => isDone || stage.zoom(by)}
      >
        ${drawn}
      </button>`;
    return html`<div class="zoom">
      ${button(1, zoomIn, closerIcon, stage.isClosest)}
      ${button(-1, zoomOut, furtherIcon, stage.isWidest)}
      ${button(0, whole, wholeIcon, !stage.isMoved)}
    </div>`;
  }

  /** The places to choose from, the first few of them. */
  #places({ store, state, words }: ShownMap): unknown {
    const { locale } = this;
    const all = choicesOf(state);
    const isChosen = (value: string) => !!state.query.place?.includes(value);
    const shown = all.filter(
      ({ value }, index) => this.#hasAllPlaces || index < MOST_PLACES || isChosen(value),
    );
    if (!all[0]) return nothing;
    return html`<div
      part="places"
      class="places"
      role="group"
      aria-label=${locale.frame.facets.place}
    >
      ${shown.map(
        ({ value, count }) =>
          html`<button
            type="button"
            class="place"
            aria-pressed=${isChosen(value)}
            @click=${() => store.toggle('place', value)}
          >
            ${state.terms.place[value]?.label ?? value}
            <span class="muted">${count.toLocaleString(locale.tag)}</span>
          </button>`,
      )}
      ${
        shown.length < all.length
          ? html`<button type="button" class="link" @click=${this.#showAllPlaces}>
              ${plural(locale.tag, words.morePlaces, all.length - shown.length)}
            </button>`
          : nothing
      }
    </div>`;
  }

  /** The offers at what has been pressed. */
  #here(opened: Opened, { client, answer, words }: ShownMap): TemplateResult {
    const { locale } = this;
    const { points, pages } = opened;
    const houses = points ? housesAt(points) : housesElsewhere(answer);
    const total = new Set(houses.flatMap(({ offers }) => offers)).size;
    const level = Math.min(6, Math.max(1, Math.round(Number(textOf(this.headingLevel))) || 3));
    const more = () => {
      this.#opened = { ...opened, pages: pages + 1 };
      this.requestUpdate();
    };
    const isHere = this.#hasList;
    const addressOf = (slug: string) => (isHere ? offerAddress : offerPage)(client, slug);
    return html`<div part="here" class="here">
      <div class="head">
        <div role="heading" aria-level=${level} class="title" tabindex="-1">
          ${
            points
              ? html`<bdi>${nameOf(points, answer, words)}</bdi>
                  <span class="muted">${plural(locale.tag, words.offers, total)}</span>`
              : plural(locale.tag, words.elsewhere, total)
          }
        </div>
        <button type="button" class="link" @click=${this.#close}>${words.close}</button>
      </div>
      <div class="offers">
        ${offersOf(houses, pages, more, { answer, locale, words, addressOf, isHere })}
      </div>
    </div>`;
  }

  /** The points of what the list shows, and the shapes, once they have come. */
  #ask(client: FeedClient, options: StoreOptions, state: StoreState): PointsAnswer | undefined {
    const { sort: _, page: __, limit: ___, ...asked } = state.answered;
    const { lang } = options;
    const source = lockKey(options);
    const query = { ...asked, ...(lang && { lang }) };
    const key = [source, printQuery(query), state.directory?.revision, state.directory?.date];
    this.#points.want(key.join(' '), (signal) =>
      askPoints(client, { query, lock: state.lock }, signal),
    );
    this.#areas.want(`${client.base.href} ${lang}`, (signal) => askAreas(client, lang, signal));
    const { answer, status } = this.#points;
    if (answer) this.#last = { source, answer };
    const isCurrent = status === 'loading' && this.#last?.source === source;
    return answer ?? (isCurrent ? this.#last?.answer : undefined);
  }

  readonly #retry = () => {
    this.#points.reset();
    this.requestUpdate();
  };

  readonly #showAllPlaces = () => {
    this.#hasAllPlaces = true;
    this.requestUpdate();
  };

  /** Lists the offers of some points, or those at none, and leads there. */
  async #open(answer: PointsAnswer, points?: readonly MapPoint[]) {
    this.#opened = { answer, ...(points && { points }), pages: 1 };
    this.requestUpdate();
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('.here .title')?.focus();
  }

  /** Closes the list, and leads back to what opened it. */
  readonly #close = async () => {
    const points = this.#opened?.points;
    this.#opened = undefined;
    this.requestUpdate();
    await this.updateComplete;
    if (points) this.#stage.focus();
    else this.renderRoot.querySelector<HTMLElement>('.elsewhere')?.focus();
  };

  readonly #onKey = ({ key }: KeyboardEvent) => {
    if (key === 'Escape' && this.#opened) void this.#close();
  };

  /** Tells whether a list in the page shows what this map does: then offers open there. */
  get #hasList(): boolean {
    const root = this.getRootNode() as Document | ShadowRoot;
    return !this.isUnseen && !!root.querySelector('vielfalt-directory,vielfalt-offer-list');
  }

  /** The source of pictures; one that is none is told of once. */
  #tiles(): TileSource | undefined {
    const tiles = readTiles(textOf(this.tiles), textOf(this.tilesCredit));
    if (typeof tiles !== 'string') return tiles;
    if (tiles !== this.#complaint) this.#complain((this.#complaint = tiles));
    return undefined;
  }

  #complain(problem: string) {
    console.error(`<${this.localName}> ${problem}`);
    this.dispatchEvent(new VielfaltErrorEvent(problem));
  }
}

function credit({ credit: text, link }: TileSource): TemplateResult {
  return html`<p part="credit" class="credit">
    ${link === undefined ? text : html`<a href=${link}>${text}</a>`}
  </p>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'vielfalt-map': VielfaltMap;
  }
}
