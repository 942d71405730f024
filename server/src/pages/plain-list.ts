import { parseRequest, printRequest, safeLink, type Answer, type Query } from '@vielfalt/feed';
import { badges, checkNote, facts, saidIn, titleOf, type Piece } from '@vielfalt/feed/presentation';
import { fill, longDate, plural } from '@vielfalt/feed/wording';
import { unknownValues } from '../answers/reference.js';
import type { Site } from '../answers/site.js';
import type { Reply } from '../http/reply.js';
import { pageContext, type PageContext } from './context.js';
import { attributes, html, type Html, type HtmlContent } from '../text/html.js';
import { inLanguage, offerView, spoken, type OfferView } from './offer-view.js';
import { changedQuery, inPageLanguage, type PageRequest } from './page-request.js';
import { refused } from './trouble.js';

/**
 * `GET /list.html`: offers as a piece of HTML for a server to put into a page of its own. It has no
 * ids, no styles and no scripts, and whole addresses alone where the public one is known.
 */
export async function plainListPage(site: Site, parameters: URLSearchParams): Promise<Reply> {
  const context = pageContext(site, parameters);
  const requested = readStrictly(parameters, context);
  const isRefused = requested.problems.length > 0;
  const content = isRefused ? refusal(requested, context) : await foundOffers(requested, context);
  const { language, texts } = context;
  const body = html`<div ${attributes({ class: 'vielfalt', lang: language, dir: texts.dir })}>
    ${content}
  </div> `;
  return {
    body: body.toString(),
    type: 'text/html; charset=utf-8',
    ...(isRefused ? { status: 400 } : { lifetime: 'data' as const }),
    headers: { 'Content-Language': language, 'X-Robots-Tag': 'noindex' },
  };
}

/** Reads a request as the feed does: an editor has written it, and a mistake must not widen it. */
function readStrictly(
  parameters: URLSearchParams,
  { site: { reference }, view }: PageContext,
): PageRequest {
  const { request, problems } = parseRequest(parameters);
  const { lang: _, ...query } = request.query;
  const unknown = unknownValues(request, view.terms, reference);
  return { request: { query, lock: request.lock }, problems: [...problems, ...unknown] };
}

/** Says what was not understood, and leads to the directory. */
export function refusal({ problems }: PageRequest, context: PageContext): Html {
  return html`${refused(problems, context)}
    <p><a href="${wholeAddress('/', '', context)}">${context.texts.trouble.toDirectory}</a></p>`;
}

/** The offers that a request finds, their number, the way to all of them, and whose they are. */
export async function foundOffers(requested: PageRequest, context: PageContext): Promise<Html> {
  const { request } = requested;
  const { site, texts } = context;
  const answer = await site.answers.answer(inPageLanguage(request, context), site.moment.next);
  const { total } = answer;
  const all =
    total > 0
      ? changedQuery(requested, { limit: undefined })
      : printRequest({ ...request, query: {} });
  return html`<p class="vielfalt-found">
      ${total > 0 ? plural(texts.tag, texts.frame.found, total) : texts.frame.none}
    </p>
    ${offerItems(answer.offers, context, { ...request.query, ...request.lock })}
    <p class="vielfalt-all">
      <a href="${wholeAddress('/', all, context)}"
        >${total > 0 ? plural(texts.tag, texts.newcomers.more, total) : texts.trouble.toDirectory}</a
      >
    </p>
    ${sourceLine(context)}`;
}

/** Offers as a list whose classes begin with `vielfalt-`. */
export function offerItems(
  offers: Answer['offers'],
  context: PageContext,
  requested: Query = {},
): HtmlContent {
  return (
    offers.length > 0 &&
    html`<ul class="vielfalt-offers">
      ${offers.map((card) => html`<li>${item(offerView(context, card, { requested }))}</li>`)}
    </ul>`
  );
}

function item(view: OfferView): Html {
  const { card, page, provider } = view;
  const { site, texts } = page;
  const summary = saidIn(view, 'summary');
  const marks = badges(view).map(({ text }) => text);
  const { text, by, ask } = checkNote(card.checked, site.date, texts);
  return html`<p class="vielfalt-title">
      <a href="${wholeAddress(`/offers/${card.slug}`, '', page)}">${spoken(titleOf(view), page)}</a>
    </p>
    ${
      provider &&
      html`<p class="vielfalt-provider">
        <a href="${wholeAddress(`/providers/${provider.slug}`, '', page)}"
          ><bdi>${provider.name}</bdi></a
        >
      </p>`
    }
    ${marks.length > 0 && html`<p class="vielfalt-badges">${marks.join(' · ')}</p>`}
    ${summary && html`<p class="vielfalt-summary" ${inLanguage(summary.lang, page)}>${summary.text}</p>`}
    <dl class="vielfalt-facts">
      ${facts(view).map(
        ([label, content]) =>
          html`<div>
            <dt>${label}</dt>
            <dd>${content.map((piece) => written(piece, page))}</dd>
          </div>`,
      )}
    </dl>
    <p class="vielfalt-checked">${text} ${by && html`<bdi>${by}</bdi>`} ${ask}</p>`;
}

function written(piece: Piece, page: PageContext): HtmlContent {
  if (typeof piece === 'string') return piece;
  return 'strong' in piece
    ? html`<strong>${piece.strong}${piece.time}</strong>`
    : spoken(piece, page);
}

/** Whose offers these are, of which day, on which terms. */
function sourceLine(context: PageContext): Html {
  const { directory, texts } = context;
  const { licence, attribution, demo, title } = directory;
  const { footer, frame, tag } = texts;
  const terms = licence && fill(footer.licence, { name: licence.name });
  const address = licence?.url === undefined ? undefined : safeLink(licence.url);
  return html`<p class="vielfalt-source">
    <a href="${wholeAddress('/', '', context)}"><bdi>${title}</bdi></a> ·
    ${fill(footer.asOf, { date: longDate(directory.date, tag) })}
    ${terms && html`· ${address ? html`<a href="${address}">${terms}</a>` : terms}`}
    ${attribution && html`· <bdi>${attribution}</bdi>`} ${demo && html`· ${frame.demo}`}
  </p>`;
}

/** A page's address for other websites; from the root where the public one is not known. */
export function wholeAddress(path: string, query: string, context: PageContext): string {
  const { absolute, href } = context;
  return absolute(path, query) ?? href(path, query);
}
