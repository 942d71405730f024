import { printQuery, type Answer, type Query } from '@vielfalt/feed';
import { plural } from '@vielfalt/feed/wording';
import { inPageLanguage, readPageRequest } from './page-request.js';
import type { PageContext } from './context.js';
import { html, type Html } from '../text/html.js';
import { offerList, pageNumbers, pager, takeAway, type PageNumbers } from './results.js';
import { misunderstood } from './trouble.js';

/** The offers that a page of its own is about, a part of them at a time. */
export interface Listing extends PageNumbers {
  answer: Answer;
  section: Html;
  /** The address part that names the page of the list. */
  query: string;
}

/**
 * Lists the offers that a filter leaves, and pages through them.
 * @param parameters of the request: only `page` counts
 */
export async function listing(
  filter: Query,
  path: string,
  parameters: URLSearchParams,
  context: PageContext,
): Promise<Listing> {
  const { texts, site } = context;
  const requested = readPageRequest(
    new URLSearchParams([...parameters].filter(([name]) => name === 'page')),
    context,
  );
  const request = { query: { ...filter, ...requested.request.query }, lock: {} };
  const answer = await site.answers.answer(inPageLanguage(request, context), site.moment.next);
  const { total, offers } = answer;
  const numbers = pageNumbers(requested, total);
  const query = (page: number | undefined) => printQuery({ page });
  const { search, listing: words } = texts;
  return {
    ...numbers,
    answer,
    query: query(requested.request.query.page),
    section: html`<section class="results" aria-labelledby="found">
      ${misunderstood(requested, context, { path })}
      <h2 id="found">${total > 0 ? plural(texts.tag, texts.frame.found, total) : words.offers}</h2>
      ${total === 0 && html`<p>${words.noOffers}</p>`}
      ${total > 0 && offers.length === 0 && html`<p class="note">${search.beyond}</p>`}
      ${offerList(offers, context)} ${pager(numbers, path, query, context)}
      ${
        total > 0 &&
        html`<p class="further">
          <a class="button" href="${context.href('/', printQuery(filter))}">${words.filter}</a>
        </p>`
      }
      ${total > 0 && !context.isStatic && takeAway(printQuery(filter), context)}
    </section>`,
  };
}
