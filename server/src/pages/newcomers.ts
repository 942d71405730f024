import {
  nearestTag,
  parseRequest,
  type Card,
  type FirstStep,
  type Labels,
  type Query,
} from '@vielfalt/feed';
import { defaultFirstWeeks } from '@vielfalt/feed/vocabulary';
import { isSameLanguage, languageName, plural } from '@vielfalt/feed/wording';
import type { Reply } from '../http/reply.js';
import { unknownValues } from '../answers/reference.js';
import type { Site } from '../answers/site.js';
import { tagsOf } from '../languages/words.js';
import { breadcrumb } from './breadcrumb.js';
import { pageContext, type PageContext } from './context.js';
import { headingOf } from './heading.js';
import { html, joined, type HtmlContent, type Html } from '../text/html.js';
import { labelOf } from './labels.js';
import { inLanguage, mark } from './offer-view.js';
import { offerLines } from './offer-lines.js';
import {
  changedQuery,
  inPageLanguage,
  isLockBroken,
  lockQuery,
  withoutUnknown,
  type PageRequest,
} from './page-request.js';
import { renderPage } from './page.js';
import { readTownRequest, townForm, townNames } from './town-form.js';
import { misunderstood } from './trouble.js';

/** How many offers of a step are named. */
const MOST = 3;

/**
 * `GET /newcomers`: the first weeks of a newly arrived family, step by step, in the order of the
 * directory's record. `place` names a town; a lock holds for all of it.
 */
export async function newcomersPage(site: Site, parameters: URLSearchParams): Promise<Reply> {
  const context = pageContext(site, parameters);
  const requested = readTownRequest(parameters, context);
  const { title, intro, spoken } = context.texts.newcomers;
  const query = changedQuery(requested, {});
  const heading = headingOf(title, townNames(requested.request, context));
  const steps = isLockBroken(requested)
    ? []
    : (site.reference.directory.firstWeeks ?? defaultFirstWeeks);
  const shown = await Promise.all(steps.map((step) => readStep(step, requested, context)));
  return renderPage(context, {
    path: '/newcomers',
    query,
    title: heading,
    description: intro,
    unlisted: query !== '',
    ...(requested.problems.length > 0 && { status: 400 }),
    body: html`<div class="wide newcomers">
      ${breadcrumb([], context, lockQuery(requested))}
      <h1>${heading}</h1>
      <p class="lead">${intro} ${isForeign(context) && spoken}</p>
      ${misunderstood(requested, context, { path: '/newcomers' })}
      ${townForm('/newcomers', requested, context)}
      ${shown.flatMap((step) => step ?? []).map((step, index) => section(step, index + 1, context))}
    </div>`,
  });
}

/** Whether the page is read in another language than offers are written in. */
function isForeign({ language, directory }: PageContext): boolean {
  return !isSameLanguage(language, directory.language);
}

/** What the vocabulary calls the reader's language, where that is not the directory's. */
function readersTags(context: PageContext): string[] {
  const { language, view } = context;
  return isForeign(context) ? tagsOf(language).filter((tag) => view.terms.language[tag]) : [];
}

/** A step with its first offers, and the way to all of them. */
interface ShownStep {
  step: FirstStep;
  /** Absent: there are none. */
  offers?: Html;
  /** Absent: there are none, not even in other towns. */
  all?: { query: string; words: string };
}

/**
 * Reads a step and its first offers, those in the reader's language before others; where the town has
 * none, the way to those of all towns. Our own may name terms that a directory does not have; where
 * none is left of what a step asks for first, it is left out.
 */
async function readStep(
  step: FirstStep,
  requested: PageRequest,
  context: PageContext,
): Promise<ShownStep | undefined> {
  const { site, texts, view } = context;
  const about = (card: Card) => kindAndPlace(card, context);
  const { request: asked } = parseRequest(new URLSearchParams(step.query));
  const unknown = unknownValues(asked, view.terms, site.reference);
  const helpful = withoutUnknown(asked.query, unknown);
  if (Object.values(helpful)[0] === undefined) return undefined;
  const find = (query: Query) =>
    site.answers.answer(
      inPageLanguage({ query: { ...query, limit: MOST }, lock: requested.request.lock }, context),
      site.moment.next,
    );
  const everybody: Query = { ...helpful, ...requested.request.query };
  const own: Query = { ...everybody, spoken: readersTags(context) };
  const first = own.spoken?.[0] && !everybody.spoken ? await find(own) : undefined;
  const isOwn = step.ownLanguage === true && first !== undefined && first.total > 0;
  const all = isOwn ? first : await find(everybody);
  if (all.total === 0) return readElsewhere(step, requested, context);
  const known = new Set(first?.offers.map(({ id }) => id));
  const offers = [...(first?.offers ?? []), ...all.offers.filter(({ id }) => !known.has(id))];
  return {
    step,
    offers: offerLines(offers.slice(0, MOST), context, about),
    all: {
      query: changedQuery(requested, isOwn ? own : everybody),
      words: plural(texts.tag, texts.newcomers.more, all.total),
    },
  };
}

/** The way to a step's offers in all towns, where the town that is asked for has none. */
async function readElsewhere(
  step: FirstStep,
  { request, problems }: PageRequest,
  context: PageContext,
): Promise<ShownStep> {
  const { place, ...query } = request.query;
  const everywhere = { request: { ...request, query }, problems };
  const found = place ? await readStep(step, everywhere, context) : undefined;
  if (!found?.all) return { step };
  const words = `${context.texts.professionals.everywhere}: ${found.all.words}`;
  return { step, all: { ...found.all, words } };
}

/** What an offer is and in which towns, and that the reader's language is spoken there. */
function kindAndPlace(
  { kind = '', locations = [], spoken = [] }: Card,
  context: PageContext,
): HtmlContent {
  const { texts, view } = context;
  const towns = [...new Set(locations.flatMap(({ town }) => town ?? []))];
  const tags = readersTags(context);
  const own = spoken.find((each) => tags.some((tag) => isSameLanguage(each.language, tag)));
  const about = [
    view.terms.kind[kind]?.label,
    towns.map((id) => labelOf('place', id, context)).join(texts.card.comma),
  ];
  return [
    joined(about, ' · '),
    own && [' ', mark(languageName(own.language, texts.tag, view.terms))],
  ];
}

function section(
  { step: { label, about }, offers, all }: ShownStep,
  at: number,
  page: PageContext,
): Html {
  const { href, texts } = page;
  const more =
    all &&
    html`<p>
      <a
        class="button"
        id="all-${at}"
        href="${href('/', all.query)}"
        aria-labelledby="all-${at} step-${at}"
        >${all.words}</a
      >
    </p>`;
  return html`<section aria-labelledby="step-${at}">
    <h2 id="step-${at}">${at.toLocaleString(texts.tag)}. ${inWords(label, page)}</h2>
    ${about && html`<p>${inWords(about, page)}</p>`}
    ${offers ?? html`<p>${texts.listing.noOffers}</p>`} ${more}
  </section>`;
}

/** An office's words in the page's language, else in the directory's, else in any. */
function inWords(labels: Labels, page: PageContext): Html {
  const tags = Object.keys(labels);
  const lang =
    nearestTag(tags, page.language) ?? nearestTag(tags, page.directory.language) ?? tags[0] ?? '';
  return html`<span ${inLanguage(lang, page)}>${labels[lang]}</span>`;
}
