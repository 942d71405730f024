import { addDays, hasEnded, occurrences, toPublicOffer, type PublicOffer } from '@vielfalt/feed';
import {
  description,
  kicker,
  practiceRows,
  rows,
  saidIn,
  titleOf,
} from '@vielfalt/feed/presentation';
import { fill, sayTime, shortDate } from '@vielfalt/feed/wording';
import { entryOf } from '../formats/entry.js';
import { jsonLdOfOffer } from '../formats/json-ld.js';
import type { Reply } from '../http/reply.js';
import type { Site } from '../answers/site.js';
import { breadcrumb } from './breadcrumb.js';
import { pageContext } from './context.js';
import { badgeList, checkLine } from './facts.js';
import { goneOffer } from './gone.js';
import { html, jsonLd, type HtmlContent, type Html } from '../text/html.js';
import { missingPage } from './missing.js';
import {
  inLanguage,
  mark,
  markOf,
  offerView,
  passage,
  spoken,
  type OfferView,
} from './offer-view.js';
import { othersOf } from './others.js';
import { renderPage } from './page.js';
import type { PageContext } from './context.js';
import { report } from './report.js';
import { source } from './source.js';
import { rowList } from './rows.js';
import { SHORTLIST_PATH } from './shortlist/page.js';
import { similarTo } from './similar.js';
import { termPath } from './term.js';
import { brief, outward } from './words.js';

/** The time ahead for which single dates are listed, in days, and the most of them. */
const AHEAD = 42;
const MOST_DATES = 8;

/** `GET /offers/{slug}`: everything that is public about one offer. */
export async function offerPage(
  site: Site,
  parameters: URLSearchParams,
  name: string,
): Promise<Reply> {
  const { answers, date } = site;
  const found = await answers.offer(name);
  if (!found) return missingPage(site, parameters);
  if (hasEnded(found, date)) return goneOffer(site, parameters, found);
  const context = pageContext(site, parameters);
  const card = await answers.card(found.id, {}, context.language);
  if (!card) return missingPage(site, parameters);
  const offer = toPublicOffer(found);
  const view = offerView(context, card, { offer });
  const title = titleOf(view).text;
  const text = description(view);
  const about = saidIn(view, 'summary') ?? text?.said;
  const topics = (card.topics ?? []).slice(0, 1).flatMap((id) => {
    const label = context.view.terms.topic[id]?.label;
    return label ? { path: termPath('topic', id), label } : [];
  });
  const format = { site, view: context.view };
  return renderPage(context, {
    isEmbeddable: true,
    path: `/offers/${card.slug}`,
    title,
    description: brief(about?.text ?? `${title} – ${view.provider?.name ?? ''}`),
    type: 'article',
    steps: topics,
    head: [
      jsonLd(jsonLdOfOffer(format, entryOf(format, card, found))),
      hasTimes(view) &&
        html`<link
          rel="alternate"
          type="text/calendar"
          title="${title}"
          href="${context.href(`/offers/${card.slug}.ics`)}"
        />`,
    ],
    body: html`<div class="wide">
      ${breadcrumb(topics, context)}
      <article class="offer">
        ${head(view)}
        <div class="columns">
          <div>
            ${text && passage(text, context)} ${rowList(rows(view), context)} ${practice(view)}
            ${end(view, offer)}
          </div>
          <aside>${dates(view)} ${terms(view)}</aside>
        </div>
      </article>
      ${await similarTo([card], context)} ${await othersOf(view)}
    </div>`,
  });
}

function hasTimes({ card }: OfferView): boolean {
  return (card.schedule?.times ?? []).length > 0;
}

function head(view: OfferView): Html {
  const { card, page, provider } = view;
  const { texts, directory, href } = page;
  const lang = card.language ?? directory.language;
  const title = titleOf(view);
  const summary = saidIn(view, 'summary');
  const about = kicker(view);
  const original = card.translation && page.languages.includes(lang) && lang;
  return html`<header>
    ${about && html`<p class="kicker">${about}</p>`}
    <h1>${spoken(title, page)}</h1>
    <p class="by">
      ${
        provider &&
        html`<a href="${href(`/providers/${provider.slug}`)}"><bdi>${provider.name}</bdi></a>`
      }
      ${markOf(title, view)} ${card.translation?.by === 'person' && mark(texts.offer.person)}
      ${
        original &&
        html`<a href="${href(`/offers/${card.slug}`, '', original)}" hreflang="${original}"
          >${texts.offer.original}</a
        >`
      }
    </p>
    ${badgeList(view)}
    ${summary && html`<p class="lead" ${inLanguage(summary.lang, page)}>${summary.text}</p>`}
  </header>`;
}

/** What it tells those who would do the same elsewhere. */
function practice(view: OfferView): HtmlContent {
  const { details, card, practicePages } = view.page.texts;
  const told = practiceRows(view);
  return (
    told.length > 0 &&
    html`<section class="box" aria-labelledby="practice">
      <h2 id="practice">${card.badges.practice}</h2>
      <p class="muted">${details.practice.about}</p>
      ${rowList(told, view.page)}
      <p><a href="${view.page.href('/practice')}">${practicePages.all}</a></p>
    </section>`
  );
}

/** The dates of the coming weeks. */
function dates(view: OfferView): HtmlContent {
  const { card, page } = view;
  const { directory, site, texts, href } = page;
  const { schedule } = card;
  if (!schedule || card.status !== 'published' || !hasTimes(view)) return undefined;
  const until = addDays(site.date, AHEAD);
  const soon = occurrences(schedule, directory.calendar, site.date, until);
  const ahead = site.moment.ahead(soon);
  const all = ahead.length > 0 ? ahead : view.next ? [view.next] : [];
  return html`<section class="box" aria-labelledby="dates">
    <h2 id="dates">${texts.offer.next}</h2>
    ${
      // A single date stands among the facts.
      (all.length > 1 || schedule.times?.some(({ freq }) => freq)) &&
      html`<ul class="dates plain" role="list">
        ${all.slice(0, MOST_DATES).map(
          ({ start, end }) =>
            html`<li>
              <time datetime="${start}">${shortDate(start, site.date, texts.tag)}</time>
              <span class="time">${sayTime({ start, ...(end && { end }) }, site.date, texts)}</span>
            </li>`,
        )}
      </ul>`
    }
    <p><a href="${href(`/offers/${card.slug}.ics`)}">${texts.passOn.calendar}</a></p>
  </section>`;
}

/** Topics and towns, each leading to its page. */
function terms({ card, page }: OfferView): HtmlContent {
  const { texts, view, href } = page;
  const towns = (card.locations ?? []).flatMap(({ town }) => town ?? []);
  const links = (list: 'topic' | 'place', ids: string[]) =>
    [...new Set(ids)].flatMap((id) => {
      const label = view.terms[list][id]?.label;
      return label ? html`<li><a href="${href(termPath(list, id))}">${label}</a></li>` : [];
    });
  const group = (label: string, items: Html[]) =>
    items.length > 0 &&
    html`<section class="box tags" aria-label="${label}">
      <h2>${label}</h2>
      <ul class="plain" role="list">
        ${items}
      </ul>
    </section>`;
  return [
    group(texts.facets.topic, links('topic', card.topics ?? [])),
    group(texts.facets.place, links('place', towns)),
  ];
}

/**
 * The end of the page: how far it can be trusted, where it comes from, where to say that it is
 * wrong.
 */
function end({ card, page: context }: OfferView, offer: PublicOffer): Html {
  const { texts, directory, href } = context;
  const path = `/offers/${card.slug}`;
  const page = context.absolute(path, '', directory.language);
  const { origin } = offer;
  return html`<footer class="end">
    ${checkLine(card.checked, context)}
    <p class="muted">
      ${report({ kind: 'offer', name: card.title, slug: card.slug, page, origin }, context)}
      ${
        !context.isStatic &&
        html`<a href="${href(SHORTLIST_PATH, `offers=${card.slug}`)}"
          >${texts.shortlistPage.add}</a
        >`
      }
      <a href="${href(`/v1/offers/${card.slug}`)}">${texts.offer.data} (JSON)</a>
      ${origin ? source(offer, context) : ownSource(offer, context)}
    </p>
  </footer>`;
}

/** Whom to name with an offer of the directory's own, and under which terms. */
function ownSource({ attribution, sourceUrl, licence }: PublicOffer, { texts }: PageContext): Html {
  const name = attribution ?? (sourceUrl && new URL(sourceUrl).host);
  const named = name && fill(texts.details.source, { name });
  return html`${named && html`· ${sourceUrl ? outward(sourceUrl, named) : named}`}
  ${licence && html`· <bdi>${fill(texts.footer.licence, { name: licence })}</bdi>`}`;
}
