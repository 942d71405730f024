import type { List, QueryProblem } from '@vielfalt/feed';
import { fill } from '@vielfalt/feed/wording';
import { changedQuery, isLockBroken, type PageRequest } from './page-request.js';
import { labelOf } from './labels.js';
import type { PageContext } from './context.js';
import { html, type HtmlContent } from './html.js';

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
  const { facets, choices, trouble } = context.texts;
  const { parameter, value, nearest } = problem;
  const flags = new Map(Object.entries<string>(choices.flags));
  const named = new Map([...Object.entries<string>(facets), ...flags]);
  const facet = parameter.replace(/^within\./, '');
  const name = named.get(facet);
  if (held && name !== undefined && facet !== parameter && !held.locks.includes(parameter)) {
    return fill(held.foreign, { name });
  }
  const sentence = fill(trouble.value, { name: name ?? parameter, value });
  if (nearest === undefined || !named.has(parameter)) return sentence;
  const label = flags.get(parameter) ?? labelOf(parameter as List, nearest, context);
  const repaired = `${query}${query && '&'}${parameter}=${nearest}`;
  return html`${sentence}
    <a href="${context.href(path, repaired)}">${fill(choices.nearest, { nearest: label })}</a>`;
}
