import { LOCKS, type Lock } from '@vielfalt/feed';
import { chosenFilters } from '@vielfalt/feed/wording';
import { TABLES, type TableName } from '../../insight/count.js';
import { changedQuery, readPageRequest, type PageRequest } from '../page-request.js';
import { labelOf } from '../labels.js';
import type { PageContext } from '../context.js';

/** A view of insight: a table of offers, what is missing, how old the checks are, or the course they took. */
export type ViewName = TableName | 'gaps' | 'checks' | 'course';

/** Everything that may be looked at; the first where nothing is chosen. */
export const VIEWS = [...Object.keys(TABLES), 'gaps', 'checks', 'course'] as ViewName[];

/** The request that stands in an address of the page. */
export interface InsightRequest {
  shown: ViewName;
  /** The offers to count: of the feed's parameters those that say what an offer is like. */
  requested: PageRequest;
}

/** Reads `table` and the feed's parameters; a table that there is not is the first. */
export function readInsightRequest(
  parameters: URLSearchParams,
  context: PageContext,
): InsightRequest {
  const { request, problems } = readPageRequest(parameters, context);
  const kept = LOCKS.flatMap((name) =>
    name in request.query ? [[name, request.query[name]]] : [],
  );
  const query = Object.fromEntries(kept) as Lock;
  const wanted = parameters.get('table');
  return {
    shown: VIEWS.find((name) => name === wanted) ?? 'topics',
    requested: { request: { query, lock: request.lock }, problems },
  };
}

/** Tells whether a view is of all offers, whatever an address asks for. */
export function isOfAll(shown: ViewName): boolean {
  return shown === 'gaps' || shown === 'course';
}

/** Tells whether all offers are counted. */
export function isWhole({ requested: { request } }: InsightRequest): boolean {
  return Object.keys({ ...request.query, ...request.lock }).length === 0;
}

/** The query of a page's address that shows a table of the same offers. */
export function queryFor(shown: ViewName, requested: PageRequest): string {
  const table = shown === VIEWS[0] ? '' : `table=${shown}`;
  return [table, changedQuery(requested, {})].filter(Boolean).join('&');
}

/** The filters of the offers that are counted, in words. */
export function filterWords(
  { requested: { request } }: InsightRequest,
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
