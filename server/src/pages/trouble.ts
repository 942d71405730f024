import type { List, QueryProblem } from '@vielfalt/feed';
import { fill } from '@vielfalt/feed/wording';
import { changedQuery, isLockBroken, type PageRequest } from './page-request.js';
import { labelOf } from './labels.js';
import type { PageContext } from './context.js';
import { html, type Html, type HtmlContent } from './html.js';

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
  const { choices } = context.texts;
  const { parameter, nearest } = problem;
  const sentence = sentenceOf(problem, context);
  const flags = new Map(Object.entries<string>(choices.flags));
  if (nearest === undefined || !namesOf(context).has(parameter)) return sentence;
  const label = flags.get(parameter) ?? labelOf(parameter as List, nearest, context);
  const query = changedQuery(requested, {});
  const repaired = `${query}${query && '&'}${parameter}=${nearest}`;
  return html`${sentence}
    <a href="${context.href(path, repaired)}">${fill(choices.nearest, { nearest: label })}</a>`;
}

/**
 * The same for an editor's address on another website: all of it holds or nothing is shown, and what
 * would have been right is said as it is written there.
 */
export function refused(problems: readonly QueryProblem[], context: PageContext): Html {
  const { choices, trouble } = context.texts;
  return html`<p><strong>${trouble.notUnderstood}</strong></p>
    <ul>
      ${problems.map(
        (problem) =>
          html`<li>
            ${sentenceOf(problem, context)}
            ${problem.nearest !== undefined && fill(choices.nearest, { nearest: problem.nearest })}
          </li>`,
      )}
    </ul>
    <p>${trouble.locked}</p>`;
}

function sentenceOf({ parameter, value }: QueryProblem, context: PageContext): string {
  const facet = parameter.replace(/^within\./, '');
  const name = namesOf(context).get(facet) ?? parameter;
  return fill(context.texts.trouble.value, { name, value });
}

/** What facets and switches are called, but for those whose name holds their value. */
function namesOf({ texts: { facets, choices } }: PageContext): Map<string, string> {
  const all = [...Object.entries<string>(facets), ...Object.entries<string>(choices.flags)];
  return new Map(all.filter(([, name]) => !name.includes('{')));
}
