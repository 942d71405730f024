import { nearest } from '@vielfalt/feed';
import { TableError } from '../table-error.js';

/** The list of entries and its dotted path; '' is the file itself. */
export interface FoundList {
  path: string;
  entries: readonly object[];
}

/**
 * Finds the list of entries in a JSON file.
 * @param wanted its dotted path; by default the longest list of objects
 * @throws TableError where there is none, with the nearest path, or an entry is not an object
 */
export function findList(json: unknown, wanted: string | undefined, name: string): FoundList {
  const lists = listsIn(json, '');
  const found =
    wanted === undefined
      ? lists.reduce<(typeof lists)[number] | undefined>(longer, undefined)
      : lists.find(({ path }) => path === wanted);
  if (!found) throw new TableError(`${name} ${noList(wanted, lists)}`);
  const { path, items } = found;
  if (items.length === 0) throw new TableError(`${name}: the list${of(path)} has no entries.`);
  const wrong = items.findIndex((item) => !isObject(item));
  if (wrong < 0) return { path, entries: items as object[] };
  throw new TableError(
    `${name}, entry ${wrong + 1}${of(path)}: it is not an object with named values. Make it one, as all entries are.`,
  );
}

interface List {
  path: string;
  items: readonly unknown[];
}

/** Finds all lists that can be reached through objects. */
function listsIn(value: unknown, path: string): List[] {
  if (Array.isArray(value)) return [{ path, items: value }];
  if (!isObject(value)) return [];
  const lists = Object.entries(value).flatMap(([key, member]) =>
    listsIn(member, path ? `${path}.${key}` : key),
  );
  // Only without a list of entries inside: entries by their keys, `{ "a1": { … }, "a2": { … } }`.
  const items = lists.some((list) => isObject(list.items[0])) ? undefined : byKey(value);
  return items ? [{ path, items }, ...lists] : lists;
}

/** Returns an object's members as entries, each with its key; undefined where they are not alike. */
function byKey(value: object): object[] | undefined {
  const members = Object.entries(value);
  const [[, first] = ['', undefined]] = members;
  if (members.length < 2 || !isObject(first)) return undefined;
  const names = Object.keys(first);
  const isAlike = members.every(
    ([, member]) => isObject(member) && names.some((name) => name in member),
  );
  if (!isAlike) return undefined;
  const name = members.some(([, member]) => isObject(member) && 'id' in member) ? 'key' : 'id';
  return members.map(([key, member]) => ({ [name]: key, ...(isObject(member) && member) }));
}

/** Returns the longer list, preferring lists of objects: tags and coordinates are lists too. */
function longer(best: List | undefined, list: List): List {
  if (!best) return list;
  const weigh = ({ items }: List) => (isObject(items[0]) ? items.length + 0.5 : 0);
  return weigh(list) > weigh(best) ? list : best;
}

function noList(wanted: string | undefined, lists: readonly List[]): string {
  if (wanted === undefined) return 'is JSON without a list of entries.';
  const paths = lists.map(({ path }) => path).filter(Boolean);
  const meant = nearest(wanted, paths);
  return `has no list “${wanted}”.${meant ? ` Did you mean “${meant}”?` : ''}`;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function of(path: string): string {
  return path ? ` of ${path}` : '';
}
