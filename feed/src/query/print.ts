import { NAMES, type Query, type Request } from './query.js';

/** Stands before the name of a lock's parameter. */
export const WITHIN = 'within.';

function written(value: unknown): string {
  if (value === true) return 'yes';
  const isPoint = typeof value === 'object' && value !== null && 'lat' in value && 'lng' in value;
  return String(isPoint ? [value.lat, value.lng] : value);
}

function printed(prefix: string, query: Query): [string, string][] {
  return NAMES.flatMap((name) =>
    query[name] === undefined ? [] : [[prefix + name, written(query[name])]],
  );
}

/** Writes a request as a URL's query, without `?`; the lock's parameters begin with `within.`. */
export function printRequest({ query, lock }: Request): string {
  const parameters = new URLSearchParams([...printed('', query), ...printed(WITHIN, lock)]);
  return parameters.toString().replaceAll('%2C', ',').replaceAll('%3A', ':');
}

/** Writes a query as a URL's query, without `?`: one order, so that equal queries print equally. */
export function printQuery(query: Query): string {
  return printRequest({ query, lock: {} });
}
