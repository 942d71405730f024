import type { List, QueryProblem } from '@vielfalt/feed';
import { fill } from '@vielfalt/feed/wording';
import { changedQuery, isLockBroken, type PageRequest } from './page-request.js';
import { labelOf } from './labels.js';
import type { PageContext } from './context.js';
import { html, type Html, type HtmlContent } from '../text/html.js';

/** The page that an address asks for, and what is said where a part of it is not known. */
interface AskedPage {
  path: string;
  /** The understood part of the address; absent: the choices and the lock. */
  query?: string;
  /** Absent: those of offers. */
  words?: { ignored: string; locked: string };
  /** The locks that hold for it, and the words for others; absent: all do. */
  held?: { locks: readonly string[]; foreign: string };
}

/** Says which part of an address the directory does not know, and what was nearest. */
export function misunderstood(
  requested: PageRequest,
  context: PageContext,
  asked: AskedPage,
): HtmlContent {
  const { trouble } = context.texts;
  const { ignored, locked } = asked.words ?? trouble;
  return (
    requested.problems.length > 0 &&
    html`<div class="note" role="alert">
      <p><strong>${trouble.notUnderstood}</strong></p>
      <ul>
        ${requested.problems.map((problem) => html`<li>${explained(problem, requested, context, asked)}</li>`)}
      </ul>
      <p>${isLockBroken(requested) ? locked : ignored}</p>
    </div>`
  );
}

function explained(
  problem: QueryProblem,
  requested: PageRequest,
  context: PageContext,
  { path, query = changedQuery(requested, {}), held }: AskedPage,
): HtmlContent {
  const { choices } = context.texts;
  const { parameter, nearest } = problem;
  const named = namesOf(context);
  const facet = parameter.replace(/^within\./, '');
  const name = named.get(facet);
  if (held && name !== undefined && facet !== parameter && !held.locks.includes(parameter)) {
    return fill(held.foreign, { name });
  }
  const sentence = sentenceOf(problem, context);
  if (nearest === undefined || !named.has(parameter)) return sentence;
  const flags = new Map(Object.entries<string>(choices.flags));
  const label = flags.get(parameter) ?? labelOf(parameter as List, nearest, context);
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
  const list = html`<ul>
    ${problems.map(
      (problem) =>
        html`<li>
          ${sentenceOf(problem, context)}
          ${problem.nearest !== undefined && fill(choices.nearest, { nearest: problem.nearest })}
        </li>`,
    )}
  </ul>`;
  return html`<p><strong>${trouble.notUnderstood}</strong></p>
    ${problems.length > 0 && list}
    <p>${trouble.locked}</p>`;
}

function sentenceOf({ parameter, value }: QueryProblem, context: PageContext): string {
  const { frame, choices, trouble } = context.texts;
  const facet = parameter.replace(/^within\./, '');
  const others = new Map([
    ['sort', frame.sort],
    ['near', choices.filters.near],
  ]);
  const name = namesOf(context).get(facet) ?? others.get(facet) ?? parameter;
  return fill(trouble.value, { name, value });
}

/** What facets and switches are called, but for those whose name holds their value. */
function namesOf({ texts: { facets, choices } }: PageContext): Map<string, string> {
  const all = [...Object.entries<string>(facets), ...Object.entries<string>(choices.flags)];
  return new Map(all.filter(([, name]) => !name.includes('{')));
}
