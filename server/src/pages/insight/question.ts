import { LOCKS, type Lock } from '@vielfalt/feed';
import { chosenFilters } from '@vielfalt/feed/wording';
import { TABLES, type TableName } from '../../insight/count.js';
import { changedQuery, readAsked, type PageRequest } from '../asked.js';
import { labelOf } from '../labels.js';
import type { PageContext } from '../context.js';

/** What may be looked at: a table of offers, what is missing, or how old the checks are. */
export type ViewName = TableName | 'gaps' | 'checks';

/** Everything that may be looked at; the first where nothing is chosen. */
export const VIEWS = [...Object.keys(TABLES), 'gaps', 'checks'] as ViewName[];

/** What an address of the page asks for. */
export interface InsightRequest {
  shown: ViewName;
  /** Which offers to count: of the feed's parameters those that say what an offer is like. */
  asked: PageRequest;
}

/** Reads `table` and the feed's parameters; a table that there is not is the first. */
export function readQuestion(parameters: URLSearchParams, context: PageContext): InsightRequest {
  const { request, problems } = readAsked(parameters, context);
  const kept = LOCKS.flatMap((name) =>
    name in request.query ? [[name, request.query[name]]] : [],
  );
  const query = Object.fromEntries(kept) as Lock;
  const wanted = parameters.get('table');
  return {
    shown: VIEWS.find((name) => name === wanted) ?? 'topics',
    asked: { request: { query, lock: request.lock }, problems },
  };
}

/** Whether all offers are counted. */
export function isWhole({ asked: { request } }: InsightRequest): boolean {
  return Object.keys({ ...request.query, ...request.lock }).length === 0;
}

/** The query of a page's address that shows a table of the same offers. */
export function queryFor(shown: ViewName, asked: PageRequest): string {
  const table = shown === VIEWS[0] ? '' : `table=${shown}`;
  return [table, changedQuery(asked, {})].filter(Boolean).join('&');
}

/** Which offers are counted, in words. */
export function filterWords(
  { asked: { request } }: InsightRequest,
  context: PageContext,
): string[] {
  const { facets, choices } = context.texts;
  const words = { choices, facets, near: facets.near };
  return [request.query, request.lock].flatMap((each) =>
    chosenFilters(each, words, (name, value) => labelOf(name, value, context)).map(
      ({ label }) => label,
    ),
  );
}
