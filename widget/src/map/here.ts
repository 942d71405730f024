import type { MapPoint, PointsAnswer } from '@vielfalt/feed';
import { plural, type MapTexts } from '@vielfalt/feed/wording';
import { html, nothing, type TemplateResult } from 'lit';
import type { Locale } from '../locales/locale.js';
import { spoken } from '../offer-card/summary.js';

/** How many offers are listed at once. */
const FEW = 20;

/** What a list of offers at a point is made from. */
export interface HereView {
  answer: PointsAnswer;
  locale: Locale;
  words: MapTexts;
  /** Where a link to an offer leads. */
  addressOf: (slug: string) => string;
  /** Tells whether that is a list of this page. */
  isHere: boolean;
}

/** Some of the map's offers, with the house where they happen. */
interface House {
  /** Absent: they are at no point of the map. */
  point?: MapPoint;
  /** Where they stand in the answer. */
  offers: readonly number[];
}

/** The offers that are at no point of the map. */
export function housesElsewhere({ offers, points }: PointsAnswer): House[] {
  const located = new Set(points.flatMap((point) => point.offers));
  const rest = [...offers.keys()].filter((index) => offers[index] && !located.has(index));
  return rest[0] === undefined ? [] : [{ offers: rest }];
}

/** The offers of some points, house by house; each once, at the first that it is at. */
export function housesAt(points: readonly MapPoint[]): House[] {
  const listed = new Set<number>();
  return points.flatMap((point) => {
    const offers = point.offers.filter((index) => !listed.has(index));
    for (const index of offers) listed.add(index);
    return offers[0] === undefined ? [] : [{ point, offers }];
  });
}

/** What the place of some points is called: a house and its district, else districts, else towns. */
export function nameOf(
  points: readonly MapPoint[],
  { terms }: PointsAnswer,
  { here }: MapTexts,
): string {
  const label = (id: string) => terms.place[id]?.label ?? id;
  const each = (of: (point: MapPoint) => string | undefined) => [
    ...new Set(points.flatMap((point) => of(point) ?? [])),
  ];
  const narrow = each(({ district, town }) => district ?? town);
  const named = narrow.length > 2 ? each(({ town }) => town) : narrow;
  const [first, second] = points;
  const house = second ? undefined : (first?.name ?? first?.street);
  const all = [house, ...named.slice(0, 2).map(label)].filter(Boolean);
  return (all.join(', ') || here) + (named.length > 2 ? ' …' : '');
}

/**
 * The offers of some houses as links, the first few of them, and a button for more.
 *
 * @param pages how many times a few are shown
 * @param more shows a few more
 */
export function offersOf(
  houses: readonly House[],
  pages: number,
  more: () => void,
  view: HereView,
): TemplateResult {
  let room = pages * FEW;
  const shown = houses.flatMap(({ offers, ...house }) => {
    const first = offers.slice(0, room);
    room -= first.length;
    return first[0] === undefined ? [] : [{ ...house, offers: first }];
  });
  const total = new Set(houses.flatMap(({ offers }) => offers)).size;
  const rest = total - pages * FEW;
  return html`${shown.map((house) => offersIn(house, houses.length > 1, view))}
  ${
    rest > 0
      ? html`<button type="button" class="button" @click=${more}>
          ${plural(view.locale.tag, view.locale.frame.list.more, rest)}
        </button>`
      : nothing
  }`;
}

function offersIn({ point, offers }: House, isOneOfMany: boolean, view: HereView): TemplateResult {
  const { answer, words } = view;
  const street = point?.name ? point.street : undefined;
  return html`${
      point && isOneOfMany
        ? html`<p class="house"><bdi>${nameOf([point], answer, words)}</bdi></p>`
        : nothing
    }
    ${street ? html`<p class="muted"><bdi>${street}</bdi></p>` : nothing}
    ${point?.isRough ? html`<p class="muted">${words.rough}</p>` : nothing}
    <ul class="entries plain" role="list">
      ${offers.map((index) => line(index, view))}
    </ul>`;
}

function line(index: number, { answer, locale, addressOf, isHere }: HereView): unknown {
  const offer = answer.offers[index];
  if (!offer) return nothing;
  const { slug, title, language: lang = answer.directory.language, provider } = offer;
  return html`<li>
    <a href=${addressOf(slug)} target=${isHere ? '_self' : nothing}
      >${spoken({ text: title, lang }, { locale, context: {} })}</a
    >
    ${provider ? html`<span class="muted"><bdi>${provider}</bdi></span>` : nothing}
  </li>`;
}
