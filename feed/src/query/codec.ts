import { lockTexts } from './lock.js';
import { readValue } from './kinds.js';
import { nearest } from './nearest.js';
import { WITHIN } from './print.js';
import {
  LOCKS,
  NAMES,
  isList,
  type Lock,
  type Query,
  type QueryProblem,
  type Request,
} from './query.js';

/** For how many unknown parameters the nearest known one is looked for: nobody misspells more. */
const HINTS = 8;

function includes<Value extends string>(list: readonly Value[], name: string): name is Value {
  return (list as readonly string[]).includes(name);
}

function problem(parameter: string, value: string, detail: string, near?: string): QueryProblem {
  return { parameter, value, detail, ...(near !== undefined && { nearest: near }) };
}

/** The outcome of reading an address: what was understood, and what was not. */
export interface Parsed {
  request: Request;
  problems: QueryProblem[];
}

/**
 * Reads a request from a URL's query. Repeated list parameters add up; of others the repetition is
 * a problem. Nothing is thrown: what is wrong is in `problems`, the rest in `request`.
 */
export function parseRequest(parameters: URLSearchParams): Parsed {
  const request: Request = { query: {}, lock: {} };
  const problems: QueryProblem[] = [];
  for (const key of new Set(parameters.keys())) {
    const prefix = key.startsWith(WITHIN) ? WITHIN : '';
    const name = key.slice(prefix.length);
    const values = parameters.getAll(key);
    const text = values.join(',');
    const names = prefix ? LOCKS : NAMES;
    if (!includes(names, name)) {
      const near = problems.length < HINTS ? nearest(name, names) : undefined;
      problems.push(problem(key, text, `there is no parameter "${key}"`, near && prefix + near));
      continue;
    }
    if (values.length > 1 && !isList(name)) {
      problems.push(problem(key, text, `"${key}" may stand only once`));
      continue;
    }
    const reading = readValue(name, text);
    if ('wrong' in reading) {
      problems.push(problem(key, text, reading.wrong, reading.near));
    } else if (reading.value !== undefined) {
      Object.assign(prefix ? request.lock : request.query, { [name]: reading.value });
    }
  }
  if (parameters.get('km') && !parameters.get('near')) {
    const km = parameters.getAll('km').join(',');
    problems.push(problem('km', km, '"km" needs "near", the point it is measured from'));
  }
  if (!request.query.near) delete request.query.km;
  return { request, problems };
}

/** Reads a query that has no lock in it; `within.` parameters are problems. */
export function parseQuery(text: string | URLSearchParams): {
  query: Query;
  problems: QueryProblem[];
} {
  const parameters = new URLSearchParams(text);
  const { request, problems } = parseRequest(parameters);
  const locks = Object.keys(request.lock).map((name) => {
    const value = parameters.getAll(WITHIN + name).join(',');
    return problem(WITHIN + name, value, 'a lock cannot stand here', name);
  });
  return { query: request.query, problems: [...problems, ...locks] };
}

/** Reads a lock from an element's attributes: see `lockTexts`. */
export function parseLock(attribute: (name: string) => string | null): {
  lock: Lock;
  problems: QueryProblem[];
} {
  const lock: Lock = {};
  const problems: QueryProblem[] = [];
  for (const [name, text] of lockTexts(attribute)) {
    const reading = readValue(name, text);
    if ('wrong' in reading) problems.push(problem(name, text, reading.wrong, reading.near));
    else if (reading.value !== undefined) Object.assign(lock, { [name]: reading.value });
  }
  return { lock, problems };
}
