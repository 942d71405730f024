import { nearest } from '@vielfalt/feed';
import { TableError } from '../table-error.js';

/** Where the entries are, as a dotted path; '' is the file itself. */
export interface FoundList {
  path: string;
  entries: readonly object[];
}

/**
 * The list of entries in a JSON file.
 * @param wanted its dotted path; by default the longest list of objects
 * @throws TableError where there is none, with the nearest path, or an entry is no object
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
    `${name}, entry ${wrong + 1}${of(path)}: it is no object with named values. Make it one, as all entries are.`,
  );
}

interface List {
  path: string;
  items: readonly unknown[];
}

/** All lists that can be reached through objects. */
function listsIn(value: unknown, path: string): List[] {
  if (Array.isArray(value)) return [{ path, items: value }];
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, member]) =>
    listsIn(member, path ? `${path}.${key}` : key),
  );
}

/** Lists of objects before others: tags and coordinates are lists too. */
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
