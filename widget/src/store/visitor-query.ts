import {
  LOCKS,
  isList,
  parseQuery,
  printQuery,
  type Query,
  type QueryProblem,
} from '@vielfalt/feed';
import { textOf } from './text-of.js';

/** The parameters that a visitor may choose; the rest of a query is the elements' own business. */
export const CHOICES = ['q', ...LOCKS, 'near', 'km', 'sort'] as const;
/**
 * The most characters that the choices may have in an address: a feed takes 4,096 characters, and
 * the lock stands beside them.
 */
const MOST = 2_500;
export type Choices = Pick<Query, (typeof CHOICES)[number]>;

function written(value: unknown): string {
  if (value === true) return 'yes';
  if (Array.isArray(value)) return value.map(textOf).join(',');
  if (typeof value === 'object' && value !== null && 'lat' in value && 'lng' in value) {
    return `${textOf(value.lat)},${textOf(value.lng)}`;
  }
  return textOf(value);
}

/**
 * Reads a visitor's choices from whatever a host page hands over: a query's object, or its text.
 * Anything not understood is left out and named in `problems`; nothing is thrown.
 */
export function readQuery(value: unknown): { query: Choices; problems: QueryProblem[] } {
  const isText = typeof value === 'string' || value instanceof URLSearchParams;
  const parameters = new URLSearchParams(isText ? value : {});
  for (const [name, each] of isText ? [] : Object.entries(value ?? {})) {
    parameters.set(name, written(each));
  }
  const { query, problems } = parseQuery(parameters);
  const lengthOf = (name: keyof Choices) => printQuery({ [name]: query[name] }).length;
  // The longest go first, until the rest is short enough.
  let length = 0;
  const kept = CHOICES.filter((name) => query[name] !== undefined)
    .sort((one, other) => lengthOf(one) - lengthOf(other))
    .filter((name) => {
      length += lengthOf(name);
      if (length <= MOST) return true;
      problems.push({ parameter: name, value: '', detail: `"${name}" is too long` });
      return false;
    });
  return {
    query: Object.fromEntries(kept.map((name) => [name, query[name]])),
    problems,
  };
}

/**
 * The query without what the feed refused: a single value of a list, else the whole parameter. The
 * same parameter with another value stays.
 */
export function withoutRefused(query: Query, problems: QueryProblem[]): Query {
  let rest = query;
  for (const { parameter, value } of problems) {
    const had = new URLSearchParams(printQuery(rest)).get(parameter);
    const kept = had?.split(',').filter((each) => each !== value);
    if (had === value) {
      rest = { ...rest, [parameter]: undefined, ...(parameter === 'near' && { km: undefined }) };
    } else if (isList(parameter)) {
      rest = { ...rest, [parameter]: kept };
    }
  }
  return rest;
}
