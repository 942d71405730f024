import type { NearTerm, Query, QuestionAnswer } from '@vielfalt/feed';
import {
  GERMAN,
  askedTag,
  meaningsOf,
  offeredChoices,
  type QuestionMeaning,
} from '@vielfalt/feed/hints';
import { direction, fill, plural } from '@vielfalt/feed/wording';
import { answerQuestion } from '../resources/question.js';
import { changedQuery, type PageRequest } from './page-request.js';
import type { PageContext } from './context.js';
import { attributes, html, joined, type HtmlContent, type Html } from '../text/html.js';

/** Reads the words that are searched for; nothing where there are none. */
export async function hintsOf(
  { request: { query, lock } }: PageRequest,
  { site, view }: PageContext,
): Promise<QuestionAnswer | undefined> {
  return query.q ? answerQuestion(site, view, query, lock) : undefined;
}

/** Filters that words could be instead, and what words of other languages were taken for. */
export function hintRow(
  { senses, choices = [] }: QuestionAnswer,
  requested: PageRequest,
  context: PageContext,
): HtmlContent {
  const { query } = requested.request;
  const { hints } = context.texts;
  const offered = offeredChoices(choices, query, context.view.terms);
  const meanings = meaningsOf(query.q ?? '', senses);
  return [
    offered.length > 0 &&
      html`<ul class="ways plain" role="list" aria-label="${hints.offered}">
        ${offered.map(
          ({ label, choice }) =>
            html`<li>
              <a
                class="offered"
                href="${context.href('/', changedQuery(requested, choice))}"
                rel="nofollow"
                aria-label="${fill(hints.filterBy, { name: label })}"
                ><span aria-hidden="true">+ </span>${label}</a
              >
            </li>`,
        )}
      </ul>`,
    meanings.length > 0 &&
      html`<p class="meanings muted">
        ${hints.inGerman}
        ${joined(
          meanings.map((meaning) => saidMeaning(meaning, context)),
          ' · ',
        )}
      </p>`,
  ];
}

/** "курси німецької → Deutschkurs" */
function saidMeaning(meaning: QuestionMeaning, { texts }: PageContext): Html {
  const lang = askedTag(meaning);
  const [german = ''] = meaning.means;
  return html`<bdi ${attributes({ lang, dir: direction(lang) })}>${meaning.asked}</bdi>
    <span aria-hidden="true">${texts.dir === 'rtl' ? '←' : '→'}</span>
    <bdi lang="${GERMAN}" dir="ltr">${german}</bdi>`;
}

/** Topics and places where words find nothing, each with what there is beside the other choices. */
export async function nearTermLinks(
  nearest: readonly NearTerm[],
  requested: PageRequest,
  context: PageContext,
): Promise<HtmlContent> {
  const { query, lock } = requested.request;
  const { hints, tag } = context.texts;
  const { answers } = context.site;
  const all = nearest.map(async ({ name, value, label }) => {
    const change: Query = { q: undefined, [name]: [value] };
    const total = await answers.count({ query: { ...query, ...change }, lock });
    return { label, total, change };
  });
  const found = (await Promise.all(all)).filter(({ total }) => total > 0);
  return (
    found.length > 0 &&
    html`<p>${hints.instead}</p>
      <ul class="ways plain" role="list">
        ${found.map(({ label, total, change }) => {
          const words = fill(plural(tag, hints.offers, total), { name: label });
          const href = context.href('/', changedQuery(requested, change));
          return html`<li><a class="button" href="${href}" rel="nofollow">${words}</a></li>`;
        })}
      </ul>`
  );
}
