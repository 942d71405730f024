import { fill, longDate, plural } from '@vielfalt/feed/wording';
import type { Reply } from '../../http/reply.js';
import { cardsLeft, countTable } from '../../insight/count.js';
import { findGaps } from '../../insight/gaps.js';
import type { Site } from '../../answers/site.js';
import { changedQuery, isLockBroken } from '../asked.js';
import { pageContext } from '../context.js';
import { attributes, html, type HtmlContent, type Html } from '../html.js';
import { renderPage } from '../page.js';
import { misunderstood } from '../trouble.js';
import { checkTable, drawnChecks } from './check-table.js';
import { filterForm } from './filter-form.js';
import { gapList, gapRule } from './gap-list.js';
import type { InsightContext } from './labels.js';
import {
  filterWords,
  isWhole,
  queryFor,
  readQuestion,
  VIEWS,
  type InsightRequest,
} from './question.js';
import { heatTable, rules } from './table.js';
import { insightTexts } from '../../languages/words.js';

/** How many gaps the first view shows. */
const FIRST = 8;

/**
 * `GET /insight`: what there is and what is missing, as tables whose numbers lead to the offers.
 * `table` names what is shown; the feed's parameters say which offers are counted.
 */
export function insightPage(site: Site, parameters: URLSearchParams): Reply {
  const context = pageContext(site, parameters);
  const words = { context, texts: insightTexts(context.language) };
  const question = readQuestion(parameters, context);
  const { shown, asked } = question;
  const { frame, shell, tag } = context.texts;
  const { views, counted } = words.texts;
  const chosen = shown === 'gaps' ? [] : filterWords(question, context);
  const name = [views[shown], ...chosen].join(' · ');
  const isMain = shown === VIEWS[0] && isWhole(question);
  const isBroken = isLockBroken(asked);
  const count = isBroken ? 0 : cardsLeft(context.view, asked.request, site.date).length;
  return renderPage(context, {
    path: '/insight',
    query: queryFor(shown, asked),
    title: isMain ? shell.insight : `${name} – ${shell.insight}`,
    description: `${shell.insight}: ${name}`,
    unlisted: !isMain,
    ...(asked.problems.length > 0 && { status: 400 }),
    body: html`<div class="wide insight">
      <h1>${shell.insight}</h1>
      <p class="lead">
        ${plural(tag, counted, count)} · ${fill(frame.asOf, { date: longDate(site.date, tag) })}
      </p>
      ${viewLinks(question, words)} ${misunderstood(asked, context)}
      ${!isBroken && content(question, words)}
    </div>`,
  });
}

function viewLinks({ shown, asked }: InsightRequest, { context, texts }: InsightContext): Html {
  return html`<nav class="views" aria-label="${texts.choose}">
    <ul class="plain" role="list">
      ${VIEWS.map(
        (name) =>
          html`<li>
            <a
              ${attributes({
                href: context.href(
                  '/insight',
                  name === 'gaps' ? 'table=gaps' : queryFor(name, asked),
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

function content(question: InsightRequest, words: InsightContext): HtmlContent {
  const { shown, asked } = question;
  const { context, texts } = words;
  const { view, site } = context;
  const query = queryFor(shown, asked);
  const section = (body: HtmlContent, sentences: string[]) =>
    html`<section>
      <div class="shown">
        <h2 id="shown">${texts.views[shown]}</h2>
        <p class="take-away">
          <a href="${context.href('/insight.csv', query || 'table=topics')}" rel="nofollow"
            >${texts.csv}</a
          >
        </p>
      </div>
      ${body}
      <h3>${texts.how}</h3>
      <ul class="rules">
        ${sentences.map((sentence) => html`<li>${sentence}</li>`)}
      </ul>
    </section>`;
  if (shown === 'gaps') {
    const list = gapList(findGaps(view, site.date), Infinity, words);
    return section(list, [gapRule(words), texts.rules.place, texts.rules.ended]);
  }
  const form = filterForm(question, words);
  if (shown === 'checks') {
    const cards = cardsLeft(view, asked.request, site.date);
    const byCheck = changedQuery(asked, { sort: 'checked' });
    const drawn = drawnChecks(checkTable(cards, words), byCheck, words);
    return [form, section(drawn, [texts.checksRule, texts.rules.ended])];
  }
  const table = countTable(shown, view, asked.request, site.date);
  const drawn = heatTable(shown, table, asked, words);
  return [
    shown === VIEWS[0] && isWhole(question) && missing(words),
    form,
    section(drawn, rules(shown, table.isSplit, words)),
  ];
}

/** The beginning of the list of gaps, with a way to the rest. */
function missing(words: InsightContext): Html {
  const { context, texts } = words;
  const found = findGaps(context.view, context.site.date);
  const rest = found.gaps.length - FIRST;
  return html`<section class="missing" aria-labelledby="missing">
    <h2 id="missing">${texts.views.gaps}</h2>
    ${gapList(found, FIRST, words)}
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
