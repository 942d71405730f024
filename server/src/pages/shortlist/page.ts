import { printRequest } from '@vielfalt/feed';
import { rows, titleOf } from '@vielfalt/feed/presentation';
import { fill, plural } from '@vielfalt/feed/wording';
import type { Site } from '../../answers/site.js';
import type { Reply } from '../../http/reply.js';
import { assetPath } from '../assets.js';
import { breadcrumb } from '../breadcrumb.js';
import { pageContext, type PageContext } from '../context.js';
import { badgeList, checkLine } from '../facts.js';
import { attributes, html, type Html, type HtmlContent } from '../../text/html.js';
import { offerView, spoken, markOf, type OfferView } from '../offer-view.js';
import { renderPage } from '../page.js';
import { rowList } from '../rows.js';
import { misunderstood } from '../trouble.js';
import { addressCode } from './code.js';
import {
  MOST_MARKED,
  findMarked,
  readShortlist,
  type FoundOffers,
  type ShortlistRequest,
} from './question.js';

/** The path of the page, below the service's root. */
export const SHORTLIST_PATH = '/shortlist';

/** `GET /shortlist?offers=a,b`: marked offers as a sheet to print and pass on, inside a lock. */
export async function shortlistPage(site: Site, parameters: URLSearchParams): Promise<Reply> {
  const context = pageContext(site, parameters);
  if (context.isStatic) return sheetOfFiles(context);
  const { shortlist, shortlistPage: texts } = context.texts;
  const asked = readShortlist(parameters, context);
  const found = await findMarked(asked, context);
  const query = shortlistQuery(found.known, asked);
  return renderPage(context, {
    path: SHORTLIST_PATH,
    query,
    title: shortlist.title,
    description: texts.intro,
    unlisted: true,
    ...(asked.problems.length > 0 && { status: 400 }),
    head: html`<script type="module" src="${context.root}${assetPath('sheet.js')}"></script>`,
    body: html`<div class="wide sheet">
      ${breadcrumb([], context)}
      <h1>${shortlist.title}</h1>
      ${found.shown.length > 0 && html`<p class="lead">${texts.intro}</p>`}
      ${asked.names.length === 0 && html`<p class="lead">${texts.empty}</p>`}
      ${misunderstood(asked, context, { path: SHORTLIST_PATH })} ${missing(found, context)}
      ${found.shown.length > 0 && acts(query, context)}
      ${found.shown.map(({ card, offer }) => entry(offerView(context, card, { offer }), found, asked))}
      ${found.shown.length > 0 && code(query, context)}
      <p class="back">
        <a href="${context.href('/', printRequest({ query: {}, lock: asked.request.lock }))}"
          >${context.texts.trouble.toDirectory}</a
        >
      </p>
    </div>`,
  });
}

/** The same from files: what the address names, a script looks up. */
function sheetOfFiles(context: PageContext): Reply {
  const { texts, root, href } = context;
  const { shortlist, shortlistPage, files, trouble } = texts;
  const script = (path: string) => html`<script type="module" src="${root}${path}"></script>`;
  const scripts = [assetPath('static.js'), '/widget/v1/vielfalt.js', assetPath('sheet.js')];
  return renderPage(context, {
    path: SHORTLIST_PATH,
    title: shortlist.title,
    description: shortlistPage.intro,
    unlisted: true,
    head: scripts.map(script),
    body: html`<div class="wide sheet">
      ${breadcrumb([], context)}
      <h1>${shortlist.title}</h1>
      <p class="lead">${shortlistPage.intro}</p>
      ${acts('', context)}
      <div id="marked" data-most="${MOST_MARKED}"><p class="note">${files.shortlist}</p></div>
      <p id="unmarked" class="note" hidden>${shortlistPage.empty}</p>
      <p class="back"><a href="${href('/')}">${trouble.toDirectory}</a></p>
    </div>`,
  });
}

/** The query of an address with marked offers. */
export function shortlistQuery(
  names: readonly string[],
  { request }: Pick<ShortlistRequest, 'request'>,
): string {
  const query = new URLSearchParams(printRequest({ query: {}, lock: request.lock }));
  if (names.length > 0) query.set('offers', names.join(','));
  return query.toString();
}

/** What was marked and is not shown, and why; what is outside the lock is one press away. */
function missing(
  { isCut, gone, outside, unknown, unnamed }: FoundOffers,
  { texts, href }: PageContext,
): HtmlContent {
  const { card, shortlist, shortlistPage: words, frame, tag } = texts;
  const names = (list: readonly string[]) => list.join(card.comma);
  return [
    isCut && html`<p class="note">${fill(shortlist.most, { count: MOST_MARKED })}</p>`,
    gone.length > 0 && html`<p class="note">${fill(shortlist.gone, { names: names(gone) })}</p>`,
    outside.length > 0 &&
      html`<p class="note">
        ${plural(tag, shortlist.elsewhere, outside.length)}
        <a href="${href(SHORTLIST_PATH, `offers=${outside.join()}`)}">${frame.list.toDirectory}</a>
      </p>`,
    unknown.length > 0 &&
      html`<p class="note">${fill(words.unknown, { names: names(unknown) })}</p>`,
    unnamed > 0 && html`<p class="note">${plural(tag, shortlist.elsewhere, unnamed)}</p>`,
  ];
}

/** What a script can do with the list; without one, a browser's own menu does. */
function acts(query: string, { absolute, href, isStatic, texts }: PageContext): Html {
  const { passOn, shortlist, shortlistPage } = texts;
  // A file has the address that it is opened at.
  const address = isStatic ? '' : (absolute(SHORTLIST_PATH, query) ?? href(SHORTLIST_PATH, query));
  return html`<p
    ${attributes({ class: 'acts', hidden: true, 'data-link': address, 'data-title': shortlist.title })}
  >
    <button type="button" class="button primary" data-act="print">${shortlistPage.print}</button>
    <button type="button" class="button" data-act="copy">${passOn.copy}</button>
    <button type="button" class="button" data-act="share">${passOn.share}</button>
    <span role="status" data-copied="${passOn.copied}"></span>
    <label hidden>${passOn.byHand} <input readonly dir="ltr" value="${address}" /></label>
  </p>`;
}

/** An offer on the sheet: what somebody needs who goes there or calls. */
function entry(view: OfferView, { known }: FoundOffers, asked: ShortlistRequest): Html {
  const { card, page, provider } = view;
  const { texts, href } = page;
  const { card: words, details } = texts;
  const wanted = [
    words.facts.when,
    words.facts.where,
    words.facts.whom,
    words.facts.cost,
    details.facts.registration,
    details.facts.bring,
    details.facts.contact,
  ];
  const title = titleOf(view);
  const others = known.filter((slug) => slug !== card.slug);
  const id = `offer-${card.slug}`;
  return html`<article class="card" aria-labelledby="${id}">
    <h2 id="${id}"><a href="${href(`/offers/${card.slug}`)}">${spoken(title, page)}</a></h2>
    <p class="by">${provider && html`<bdi>${provider.name}</bdi>`} ${markOf(title, view)}</p>
    ${badgeList(view)}
    ${rowList(
      rows(view).filter(({ label }) => wanted.includes(label)),
      page,
    )}
    ${checkLine(card.checked, page)}
    <p class="back">
      <a
        href="${href(SHORTLIST_PATH, shortlistQuery(others, asked))}"
        aria-label="${`${texts.shortlistPage.remove}: ${title.text}`}"
        >${texts.shortlistPage.remove}</a
      >
    </p>
  </article>`;
}

/** The same list for a telephone, where the directory knows its address. */
function code(query: string, { absolute, texts }: PageContext): HtmlContent {
  const address = absolute(SHORTLIST_PATH, query);
  const squares = address && addressCode(address, texts.shortlistPage.code);
  return (
    squares &&
    html`<figure class="code-figure">
      ${squares}
      <figcaption>${texts.shortlistPage.code}</figcaption>
    </figure>`
  );
}
