import { DEFAULT_LIMIT, SORTS, sortOf, type Answer, type Query } from '@vielfalt/feed';
import { fill, plural } from '@vielfalt/feed/wording';
import { changedQuery, type PageRequest } from './page-request.js';
import { offerCard } from './card.js';
import { activeFilterLinks, waysOut } from './chosen.js';
import type { PageContext } from './context.js';
import { hintRow, hintsOf, nearTermLinks } from './hints.js';
import { attributes, html, type HtmlContent, type Html } from '../text/html.js';
import { nowhereLink } from './near-form.js';
import { offerView, type OfferView } from './offer-view.js';
import { markBox, shortlistForm } from './shortlist/marking.js';

/** Offers as a list of cards. @param endOf what stands below each */
export function offerList(
  offers: Answer['offers'],
  context: PageContext,
  requested: Query = {},
  endOf?: (view: OfferView) => HtmlContent,
): HtmlContent {
  const views = offers.map((card) => offerView(context, card, { requested }));
  return (
    offers.length > 0 &&
    html`<ul class="cards plain" role="list">
      ${views.map((view) => html`<li>${offerCard(view, endOf?.(view))}</li>`)}
    </ul>`
  );
}

/** The number found, their order, and the page of them that is asked for. */
export async function results(
  requested: PageRequest,
  answer: Answer,
  context: PageContext,
): Promise<Html> {
  const { choices, frame, search, tag } = context.texts;
  const { total, offers } = answer;
  const hints = await hintsOf(requested, context);
  const instead =
    total === 0 &&
    html`${await waysOut(requested, context)}
    ${await nearTermLinks(hints?.nearest ?? [], requested, context)}`;
  return html`<section class="results" aria-labelledby="found">
    <div class="results-head">
      <h2 id="found">${total > 0 ? plural(tag, frame.found, total) : frame.none}</h2>
      ${total > 1 && !context.isStatic && sorting(requested, context)}
    </div>
    ${activeFilterLinks(requested, context)} ${await nowhereLink(requested, context)}
    ${hints && hintRow(hints, requested, context)}
    ${
      total === 0 &&
      html`<p>${choices.noneHint}</p>
        ${instead}`
    }
    ${total > 0 && offers.length === 0 && html`<p class="note">${search.beyond}</p>`}
    ${offerList(
      offers,
      context,
      { ...requested.request.query, ...requested.request.lock },
      context.isStatic ? undefined : markBox,
    )}
    ${offers.length > 0 && !context.isStatic && shortlistForm(requested, context)}
    ${total > 0 && pager(pageNumbers(requested, total), '/', (page) => changedQuery(requested, { page }), context)}
  </section>`;
}

function sorting(requested: PageRequest, context: PageContext): Html {
  const { frame } = context.texts;
  const { query } = requested.request;
  const now = sortOf(query);
  const offered = SORTS.filter(
    (sort) => (sort !== 'relevance' || query.q) && (sort !== 'distance' || query.near),
  );
  return html`<nav class="sorting" aria-labelledby="sorting">
    <span id="sorting">${frame.sort}</span>
    <ul class="plain" role="list">
      ${offered.map(
        (sort) =>
          html`<li>
            <a
              ${attributes({
                href: context.href('/', changedQuery(requested, { sort })),
                rel: 'nofollow',
                'aria-current': sort === now && 'true',
              })}
              >${frame.sorts[sort]}</a
            >
          </li>`,
      )}
    </ul>
  </nav>`;
}

/** The number of the page that is shown, and of the last one. */
export interface PageNumbers {
  page: number;
  last: number;
}

export function pageNumbers({ request: { query } }: PageRequest, total: number): PageNumbers {
  const { limit = DEFAULT_LIMIT, page = 1 } = query;
  return { page, last: Math.max(1, Math.ceil(total / limit)) };
}

/** Leads to the pages before and after. @param query the query of a page by its number */
export function pager(
  { page, last }: PageNumbers,
  path: string,
  query: (page: number | undefined) => string,
  context: PageContext,
): HtmlContent {
  const { search } = context.texts;
  const href = (number: number) => context.href(path, query(number > 1 ? number : undefined));
  const link = (number: number, rel: 'prev' | 'next', words: string) =>
    html`<a class="button" rel="${rel}" href="${href(number)}">${words}</a>`;
  return (
    (last > 1 || page > 1) &&
    html`<nav class="pager" aria-label="${search.pages}">
      ${page > 1 && link(Math.min(page - 1, last), 'prev', search.previous)}
      <span>${fill(search.page, { page, pages: last })}</span>
      ${page < last && link(page + 1, 'next', search.next)}
    </nav>`
  );
}

/**
 * The address of the same offers in another format. Each has an order and a length of its own.
 * @param query as the feed reads it
 */
export function formatHref(ending: string, query: string, { href }: PageContext): string {
  const filter = new URLSearchParams(query);
  for (const name of ['limit', 'sort']) filter.delete(name);
  return href(`/v1/offers${ending}`, filter.toString());
}

/** The same offers in formats for other programs. @param query as the feed reads it */
export function takeAway(query: string, context: PageContext): Html {
  const { search } = context.texts;
  const formats = {
    '.ics': search.calendar,
    '.csv': 'CSV',
    '.geojson': 'GeoJSON',
    '': 'JSON',
    '.jsonld': 'JSON-LD',
    '.atom': search.news,
    '.feed.json': 'JSON Feed',
  };
  return html`<p class="formats">
    ${search.formats}
    ${Object.entries(formats).map(
      ([ending, label]) =>
        html`<a href="${formatHref(ending, query, context)}" rel="nofollow">${label}</a> `,
    )}
  </p>`;
}
