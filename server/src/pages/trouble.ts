import type { List, QueryProblem } from '@vielfalt/feed';
import { fill } from '@vielfalt/feed/wording';
import { changedQuery, isLockBroken, type PageRequest } from './page-request.js';
import { labelOf } from './labels.js';
import type { PageContext } from './context.js';
import { html, type HtmlContent } from './html.js';

/** The list that an address asks for, and what is said where a part of it is not known. */
interface AskedList {
  path: string;
  words: { ignored: string; locked: string };
}

/**
 * Says which part of an address the directory does not know, and what was nearest.
 * @param list absent: that of offers
 */
export function misunderstood(
  requested: PageRequest,
  context: PageContext,
  list?: AskedList,
): HtmlContent {
  const { trouble } = context.texts;
  const { path, words } = list ?? { path: '/', words: trouble };
  return (
    requested.problems.length > 0 &&
    html`<div class="note" role="alert">
      <p><strong>${trouble.notUnderstood}</strong></p>
      <ul>
        ${requested.problems.map((problem) => html`<li>${explained(problem, requested, context, path)}</li>`)}
      </ul>
      <p>${isLockBroken(requested) ? words.locked : words.ignored}</p>
    </div>`
  );
}

function explained(
  problem: QueryProblem,
  requested: PageRequest,
  context: PageContext,
  path: string,
): HtmlContent {
  const { facets, choices, trouble } = context.texts;
  const { parameter, value, nearest } = problem;
  const flags = new Map(Object.entries<string>(choices.flags));
  const named = new Map([...Object.entries<string>(facets), ...flags]);
  const facet = parameter.replace(/^within\./, '');
  const sentence = fill(trouble.value, { name: named.get(facet) ?? parameter, value });
  if (nearest === undefined || !named.has(parameter)) return sentence;
  const label = flags.get(parameter) ?? labelOf(parameter as List, nearest, context);
  const query = changedQuery(requested, {});
  const repaired = `${query}${query && '&'}${parameter}=${nearest}`;
  return html`${sentence}
    <a href="${context.href(path, repaired)}">${fill(choices.nearest, { nearest: label })}</a>`;
}
