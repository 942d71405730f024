import { mainTopics, printQuery, printRequest, type Answer, type Facets } from '@vielfalt/feed';
import { fill } from '@vielfalt/feed/wording';
import type { Reply } from '../http/reply.js';
import type { Site } from '../answers/site.js';
import { holdsForNetworks } from '../resources/networks.js';
import {
  changedQuery,
  inPageLanguage,
  isLockBroken,
  readPageRequest,
  type PageRequest,
} from './page-request.js';
import { assetPath } from './assets.js';
import { pageContext, type PageContext } from './context.js';
import { filters } from './filters.js';
import { attributes, html, type HtmlContent, type Html } from '../text/html.js';
import { labelOf } from './labels.js';
import { renderPage } from './page.js';
import { formatHref, pageNumbers, results, takeAway } from './results.js';
import { searchForm } from './search-form.js';
import { termPath } from './term.js';
import { misunderstood } from './trouble.js';

const NOTHING: Answer = { total: 0, offers: [], facets: {} };

/** `GET /`: the directory with search, filters and offers; where scripts run, as our elements. */
export async function directoryPage(site: Site, parameters: URLSearchParams): Promise<Reply> {
  const context = pageContext(site, parameters);
  const { texts } = context;
  const requested = readPageRequest(parameters, context);
  const isBroken = isLockBroken(requested);
  const answer = isBroken
    ? NOTHING
    : await site.answers.answer(inPageLanguage(requested.request, context), site.moment.next);
  const { page, last } = pageNumbers(requested, answer.total);
  const { page: _, ...choices } = requested.request.query;
  const isWhole = Object.keys(choices).length === 0;
  const content = html`${
    context.isStatic ? searchNeedsScript(context) : searchForm(context, requested)
  }
  ${isWhole && topicTiles(answer.facets, requested, context)}
  ${!context.isStatic && filters(requested, answer.facets, context)}
  ${await results(requested, answer, context)}`;
  const number = fill(texts.search.page, { page, pages: last });
  const { q } = requested.request.query;
  return renderPage(context, {
    isEmbeddable: true,
    path: '/',
    query: printRequest(requested.request),
    ...((q || page > 1) && { title: [q, page > 1 && number].filter(Boolean).join(' · ') }),
    description: texts.search.intro,
    unlisted: !isWhole || page > last,
    ...(requested.problems.length > 0 && { status: 400 }),
    head: [pageLinks(requested, answer.total, context), scripts(context)],
    body: html`<div class="wide">
      <h1>${texts.frame.landmark}</h1>
      <p class="lead">${texts.search.intro}</p>
      ${!isBroken && entries(requested, context)}
      ${misunderstood(requested, context, { path: '/' })} ${withElements(content, requested)}
      ${!isBroken && takeAway(changedQuery(requested, {}), context)}
    </div>`,
  });
}

/** The main topics, for those who do not know what to type. */
function topicTiles(facets: Facets, requested: PageRequest, context: PageContext): HtmlContent {
  const { href, texts, view } = context;
  const { lock } = requested.request;
  const tiles = mainTopics({ facets, lock, terms: view.terms });
  return (
    tiles.length > 0 &&
    html`<ul class="topic-tiles plain" role="list" aria-label="${texts.frame.facets.topic}">
      ${tiles.map(
        ({ value, count }) =>
          html`<li>
            <a
              class="button"
              href="${
                context.isStatic
                  ? href(termPath('topic', value))
                  : href('/', changedQuery(requested, { topic: [value] }))
              }"
              >${labelOf('topic', value, context)}
              <span class="muted">${count.toLocaleString(texts.tag)}</span></a
            >
          </li>`,
      )}
    </ul>`
  );
}

/** Leads those who come for something else to their pages, for the same town and lock. */
function entries({ request }: PageRequest, { href, site, texts }: PageContext): Html {
  const { place } = request.query;
  const { lock } = request;
  const query = printRequest({ query: place ? { place } : {}, lock });
  return html`<p class="entries">
    <a href="${href('/newcomers', query)}">${texts.newcomers.title}</a>
    <a href="${href('/professionals', query)}">${texts.professionals.title}</a>
    ${
      site.reference.hasNetworks &&
      holdsForNetworks(lock) &&
      html`<a href="${href('/networks', query)}">${texts.details.networks}</a>`
    }
  </p>`;
}

function pageLinks(requested: PageRequest, total: number, context: PageContext): HtmlContent {
  const { href, texts } = context;
  const { page, last } = pageNumbers(requested, total);
  const link = (rel: string, number: number) =>
    html`<link rel="${rel}" href="${href('/', changedQuery(requested, { page: number }))}" />`;
  return [
    page > 2 && page <= last && link('prev', page - 1),
    page < last && link('next', page + 1),
    html`<link
      rel="alternate"
      type="application/atom+xml"
      title="${texts.search.news}"
      href="${formatHref('.atom', changedQuery(requested, {}), context)}"
    />`,
  ];
}

/** Says where no script runs that the elements would search. */
function searchNeedsScript({ texts }: PageContext): Html {
  return html`<p class="note">${texts.files.search}</p>`;
}

function scripts({ root, isStatic }: PageContext): Html {
  const script = (path: string) => html`<script type="module" src="${root}${path}"></script>`;
  const elements = script('/widget/v1/vielfalt.js');
  return isStatic
    ? html`${script(assetPath('static.js'))} ${elements}`
    : html`${elements} ${script(assetPath('directory.js'))}`;
}

/** The page's content as what serves until the elements do, where these can say the same. */
function withElements(content: Html, requested: PageRequest): Html {
  const { query, lock } = requested.request;
  const { limit, page, changed, ...choices } = query;
  const canTakeOver = requested.problems.length === 0 && !page && !changed;
  const layout = html`<div class="layout">${content}</div>`;
  if (!canTakeOver) return html`<div class="plainly">${layout}</div>`;
  const fences = Object.fromEntries(new URLSearchParams(printQuery(lock)));
  const own = {
    ...fences,
    'sync-url': true,
    // The page has its own.
    'no-languages': true,
    'heading-level': 2,
    start: printQuery(choices) || undefined,
    limit,
  };
  return html`<vielfalt-directory ${attributes(own)}>${layout}</vielfalt-directory>`;
}
