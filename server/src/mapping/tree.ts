import { isDeepStrictEqual } from 'node:util';

/** The path to a member: names, and in lists numbers from 0. */
export type Steps = readonly (string | number)[];

export type Tree = Record<string, unknown>;

/** Members that take further lines: what their neighbours cannot take is kept in them. */
const TAKES_LINES = new Set<string | number>(['text', 'results']);

/**
 * Adds a value to the tree: lists grow, texts get a further line, fields are filled.
 * @returns whether another value was there already, which stays
 */
export function add(tree: Tree, steps: Steps, value: unknown): boolean {
  if (isTree(value)) {
    const taken = Object.entries(value).map(([key, part]) => add(tree, [...steps, key], part));
    return taken.includes(true);
  }
  const last = steps.at(-1);
  const parent = parentOf(tree, steps);
  if (last === undefined) return false;
  const before = parent[last];
  if (before === undefined) {
    parent[last] = Array.isArray(value) ? [...(value as unknown[])] : value;
    return false;
  }
  if (Array.isArray(before) && Array.isArray(value)) {
    const all = before as unknown[];
    const isNew = (item: unknown) => !all.some((known) => isDeepStrictEqual(known, item));
    for (const item of value as unknown[]) if (isNew(item)) all.push(item);
    return false;
  }
  if (TAKES_LINES.has(last) && typeof before === 'string' && typeof value === 'string') {
    if (!before.includes(value)) parent[last] = `${before}\n${value}`;
    return false;
  }
  return before !== value;
}

/** Returns the parent of the last step, created where it is missing. */
function parentOf(tree: Tree, steps: Steps): Record<string | number, unknown> {
  let at: Record<string | number, unknown> = tree;
  for (const [index, step] of steps.slice(0, -1).entries()) {
    at[step] ??= typeof steps[index + 1] === 'number' ? [] : {};
    at = at[step] as Record<string | number, unknown>;
  }
  return at;
}

export function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Returns the value at a path, if there is one. */
export function valueAt(tree: Tree, steps: Steps): unknown {
  let at: unknown = tree;
  for (const step of steps) {
    if (typeof at !== 'object' || at === null) return undefined;
    at = (at as Record<string | number, unknown>)[step];
  }
  return at;
}

/** Returns the path to a member's address: an offer's location or a provider's address. */
export function addressSteps([first, second]: Steps): Steps | undefined {
  if (first === 'locations' && typeof second === 'number') return [first, second];
  return first === 'provider' && second === 'address' ? [first, second] : undefined;
}
