import { isDeepStrictEqual } from 'node:util';
import { pathOf } from '../validation/fault.js';

/** A field whose value changed; an absent side: it was not, or is not, there. */
export interface Difference {
  /** Like `contact.phone` or `locations[0].street`. */
  path: string;
  before?: unknown;
  after?: unknown;
}

/** Compares two states of a record, field by field, except for the moment of change. */
export function differences(before: unknown, after: unknown): Difference[] {
  return [...between(before, after, [])].filter(({ path }) => path !== 'changed');
}

function* between(
  before: unknown,
  after: unknown,
  steps: (string | number)[],
): Generator<Difference> {
  if (isDeepStrictEqual(before, after)) return;
  const members =
    isObject(before) && isObject(after) && Array.isArray(before) === Array.isArray(after);
  // For lists of words the whole list says more than the place of one word in it.
  if (members && ![before, after].some(isListOfWords)) {
    for (const name of new Set([...Object.keys(before), ...Object.keys(after)])) {
      const step = Array.isArray(after) ? Number(name) : name;
      yield* between(Reflect.get(before, name), Reflect.get(after, name), [...steps, step]);
    }
    return;
  }
  yield {
    path: pathOf(...steps),
    ...(before !== undefined && { before }),
    ...(after !== undefined && { after }),
  };
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function isListOfWords(value: unknown): boolean {
  return Array.isArray(value) && value.every((item) => !isObject(item));
}
