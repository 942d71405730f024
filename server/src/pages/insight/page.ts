import { fill, longDate, plural } from '@vielfalt/feed/wording';
import type { Reply } from '../../http/reply.js';
import { countTable } from '../../insight/count.js';
import { findGaps } from '../../insight/gaps.js';
import type { Site } from '../../answers/site.js';
import { changedQuery, isLockBroken } from '../page-request.js';
import { pageContext } from '../context.js';
import { headingOf } from '../heading.js';
import { attributes, html, type HtmlContent, type Html } from '../../text/html.js';
import { renderPage } from '../page.js';
import { misunderstood } from '../trouble.js';
import { checkTable, drawnChecks } from './check-table.js';
import { courseTable, drawnCourse } from './course.js';
import { filterForm } from './filter-form.js';
import { gapList, gapRule } from './gap-list.js';
import { insightSource, type InsightContext } from './labels.js';
import {
  filterWords,
  isOfAll,
  isWhole,
  queryFor,
  readInsightRequest,
  VIEWS,
  type InsightRequest,
} from './question.js';
import { heatTable, rules } from './table.js';
import { insightTexts } from '../../languages/words.js';

/** The number of gaps that the first view shows. */
const FIRST = 8;

/**
 * `GET /insight`: what there is and what is missing, as tables whose numbers lead to the offers.
 * `table` names what is shown; the feed's parameters say which offers are counted.
 */
export async function insightPage(site: Site, parameters: URLSearchParams): Promise<Reply> {
  const context = pageContext(site, parameters);
  const words = { context, texts: insightTexts(context.language) };
  const question = readInsightRequest(parameters, context);
  const { shown, requested } = question;
  const { footer, shell, tag } = context.texts;
  const { views, counted } = words.texts;
  const chosen = isOfAll(shown) ? [] : filterWords(question, context);
  const query = queryFor(shown, requested);
  const name = headingOf(views[shown], ...chosen);
  const isMain = shown === VIEWS[0] && isWhole(question);
  const isBroken = isLockBroken(requested);
  const count = isBroken ? 0 : await site.answers.count(requested.request);
  return renderPage(context, {
    path: '/insight',
    query,
    title: isMain ? shell.insight : `${name} – ${shell.insight}`,
    description: `${shell.insight}: ${name}`,
    unlisted: !isMain,
    ...(requested.problems.length > 0 && { status: 400 }),
    body: html`<div class="wide insight">
      <h1>${shell.insight}</h1>
      <p class="lead">
        ${plural(tag, counted, count)} · ${fill(footer.asOf, { date: longDate(site.date, tag) })}
      </p>
      <p>
        <a href="${context.href('/professionals')}">${context.texts.professionals.title}</a>
      </p>
      ${viewLinks(question, words)}
      ${misunderstood(requested, context, { path: '/insight', query })}
      ${!isBroken && (await content(question, words))}
    </div>`,
  });
}

function viewLinks({ shown, requested }: InsightRequest, { context, texts }: InsightContext): Html {
  return html`<nav class="views" aria-label="${texts.choose}">
    <ul class="plain" role="list">
      ${VIEWS.map(
        (name) =>
          html`<li>
            <a
              ${attributes({
                href: context.href(
                  '/insight',
                  isOfAll(name) ? `table=${name}` : queryFor(name, requested),
                ),
                'aria-current': name === shown && 'page',
              })}
              >${texts.views[name]}</a
            >
          </li>`,
      )}
    </ul>
  </nav>`;
}

async function content(question: InsightRequest, words: InsightContext): Promise<HtmlContent> {
  const { shown, requested } = question;
  const { context, texts } = words;
  const query = queryFor(shown, requested);
  const section = (body: HtmlContent, sentences: string[]) =>
    html`<section>
      <div class="shown">
        <h2 id="shown">${texts.views[shown]}</h2>
        ${
          !context.isStatic &&
          html`<p class="take-away">
            <a href="${context.href('/insight.csv', query || 'table=topics')}" rel="nofollow"
              >${texts.csv}</a
            >
          </p>`
        }
      </div>
      ${body}
      <h3>${texts.how}</h3>
      <ul class="rules">
        ${sentences.map((sentence) => html`<li>${sentence}</li>`)}
      </ul>
    </section>`;
  if (shown === 'gaps') {
    const list = await gapList(await findGaps(insightSource(context)), Infinity, words);
    return section(list, [gapRule(words), texts.rules.place, texts.rules.ended]);
  }
  if (shown === 'course') {
    const drawn = drawnCourse(await courseTable(words), words);
    return section(drawn, [texts.course.rule, texts.rules.ended]);
  }
  const form = await filterForm(question, words);
  if (shown === 'checks') {
    const byCheck = changedQuery(requested, { sort: 'checked' });
    const drawn = drawnChecks(await checkTable(requested.request, words), byCheck, words);
    return [form, section(drawn, [texts.checksRule, texts.rules.ended])];
  }
  const table = await countTable(shown, insightSource(context), requested.request);
  const drawn = await heatTable(shown, table, requested, words);
  return [
    shown === VIEWS[0] && isWhole(question) && (await missing(words)),
    form,
    section(drawn, rules(shown, table.isSplit, words)),
  ];
}

/** The beginning of the list of gaps, with a way to the rest. */
async function missing(words: InsightContext): Promise<Html> {
  const { context, texts } = words;
  const found = await findGaps(insightSource(context));
  const rest = found.gaps.length - FIRST;
  return html`<section class="missing" aria-labelledby="missing">
    <h2 id="missing">${texts.views.gaps}</h2>
    ${await gapList(found, FIRST, words)}
    <p class="rule muted">
      ${gapRule(words)}
      ${
        rest > 0 &&
        html`<a href="${context.href('/insight', 'table=gaps')}"
          >${plural(context.texts.tag, texts.gaps.more, rest)}</a
        >`
      }
    </p>
  </section>`;
}
