import { DEFAULT_LIMIT, type Answer, type Card, type Lock, type Query } from '@vielfalt/feed';
import { fill, plural, townName } from '@vielfalt/feed/wording';
import type { Site } from '../../answers/site.js';
import { PRACTICE_FORMATS } from '../../formats/formats.js';
import type { Reply } from '../../http/reply.js';
import { Slices } from '../../slices.js';
import { breadcrumb } from '../breadcrumb.js';
import { pageContext, type PageContext } from '../context.js';
import { headingOf } from '../heading.js';
import { html, type Html, type HtmlContent } from '../../text/html.js';
import {
  changedQuery,
  inPageLanguage,
  isLockBroken,
  lockQuery,
  type PageRequest,
} from '../page-request.js';
import { renderPage } from '../page.js';
import { pageNumbers, pager } from '../results.js';
import { termForm } from '../term-form.js';
import { townNames } from '../town-form.js';
import { misunderstood } from '../trouble.js';
import { practiceEntry } from './entry.js';
import { readPracticeRequest } from './question.js';

const PATH = '/practice';

/**
 * `GET /practice`: good practices, for those who would do the same. By town, then by title: nobody
 * writes down when an offer became good practice. A lock holds for all of it.
 */
export async function practicePage(site: Site, parameters: URLSearchParams): Promise<Reply> {
  const context = pageContext(site, parameters);
  const { practicePages: words, search, tag, trouble } = context.texts;
  const requested = readPracticeRequest(parameters, context);
  const asked = requested.request;
  const isBroken = isLockBroken(requested);
  const found = isBroken ? [] : await byTown(requested, context);
  const numbers = pageNumbers(requested, found.length);
  const { page, last } = numbers;
  const shown = found.slice((page - 1) * DEFAULT_LIMIT, page * DEFAULT_LIMIT);
  const query = changedQuery(requested, {});
  const ofPage = (number: number | undefined) => changedQuery(requested, { page: number });
  const title = headingOf(words.title, townNames(asked, context));
  return renderPage(context, {
    path: PATH,
    query: ofPage(asked.query.page),
    title: page > 1 ? `${title} · ${fill(search.page, { page, pages: last })}` : title,
    description: words.intro,
    steps: [],
    unlisted: shown.length === 0 || query !== '',
    ...(requested.problems.length > 0 && { status: 400 }),
    head: PRACTICE_FORMATS.map(
      ({ suffix, type }) =>
        html`<link
          rel="alternate"
          type="${type.split(';', 1)[0]}"
          title="${words.title}"
          href="${context.href(PATH + suffix, query)}"
        />`,
    ),
    body: html`<div class="wide practice">
      ${breadcrumb([], context)}
      <h1>${title}</h1>
      <p class="lead">${words.intro}</p>
      ${misunderstood(requested, context, { path: PATH, words: trouble })}
      ${!isBroken && (await form(requested, context))}
      <p>
        <strong>${found.length > 0 ? plural(tag, words.found, found.length) : words.none}</strong>
      </p>
      ${found.length > 0 && shown.length === 0 && html`<p class="note">${search.beyond}</p>`}
      ${await sections(shown, requested, context)} ${pager(numbers, PATH, ofPage, context)}
      ${found.length > 0 && news(query, context)}
    </div>`,
  });
}

/** All good practices inside the lock that a query leaves, with counts of what else can be asked. */
function ask(query: Query, lock: Lock, context: PageContext): Promise<Answer> {
  const all: Query = { ...query, practice: true, page: undefined, limit: Number.MAX_SAFE_INTEGER };
  return context.site.answers.answer(inPageLanguage({ query: all, lock }, context));
}

/** A good practice and the town that it stands under; none where it happens in none. */
interface PlacedPractice {
  card: Card;
  town: string | undefined;
}

/** By the names of towns, those in none last; of several towns one that is asked for. */
async function byTown(
  { request: { query, lock } }: PageRequest,
  context: PageContext,
): Promise<PlacedPractice[]> {
  const { language, view } = context;
  const asked = query.place ?? lock.place ?? lock.at ?? [];
  const { offers } = await ask(query, lock, context);
  const placed = offers.map((card) => {
    const locations = card.locations ?? [];
    const wanted = locations.find(({ town = '' }) => asked.includes(town));
    const [town] = [...(wanted ? [wanted] : []), ...locations].flatMap(
      (location) => townName(location, view.terms) ?? [],
    );
    return { card, town };
  });
  const collator = new Intl.Collator(language);
  return placed.sort((a, b) =>
    a.town !== undefined && b.town !== undefined
      ? collator.compare(a.town, b.town)
      : Number(!a.town) - Number(!b.town),
  );
}

async function form(requested: PageRequest, context: PageContext): Promise<HtmlContent> {
  const { facets } = await ask({}, requested.request.lock, context);
  const offered = (name: 'topic' | 'place') => (facets[name] ?? []).map(({ value }) => value);
  return termForm(requested, context, {
    path: PATH,
    words: context.texts.practicePages,
    offered: { topic: offered('topic'), place: offered('place') },
    all: context.href(PATH, lockQuery(requested)),
  });
}

/** Good practices, those of each town under its name. */
async function sections(
  placed: readonly PlacedPractice[],
  { request: { lock } }: PageRequest,
  context: PageContext,
): Promise<Html[]> {
  const found = await context.site.answers.offers(placed.map(({ card }) => card.id));
  const offers = new Map(found.map((offer) => [offer.id, offer]));
  const towns = new Map<string, Html[]>();
  const slices = new Slices();
  for (const { card, town = context.texts.practicePages.anywhere } of placed) {
    const entry = await practiceEntry(card, offers.get(card.id), lock, context);
    towns.set(town, [...(towns.get(town) ?? []), entry]);
    await slices.pause();
  }
  return [...towns].map(
    ([town, entries], index) =>
      html`<section aria-labelledby="town-${index}">
        <h2 id="town-${index}">${town}</h2>
        <div class="cards">${entries}</div>
      </section>`,
  );
}

/** Leads to the formats in which readers of feeds follow what is new. */
function news(query: string, { texts, href }: PageContext): Html {
  const names: Record<string, string> = { '.atom': 'Atom', '.feed.json': 'JSON Feed' };
  return html`<p class="formats">
    ${texts.practicePages.news}
    ${PRACTICE_FORMATS.map(
      ({ suffix }) =>
        html`<a href="${href(PATH + suffix, query)}" rel="nofollow">${names[suffix]}</a> `,
    )}
  </p>`;
}
