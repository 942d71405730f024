import { membersOf } from './sheet-layout.js';
import type { ValueLayout } from './sheet-layout.js';

/**
 * The same value with members in the order of its schema and the entries of maps by their names, so
 * that equal values are written alike, whichever file they came from.
 */
export function inOrder(value: unknown, shape: ValueLayout | undefined): unknown {
  if (Array.isArray(value)) return value.map((item) => inOrder(item, shape?.items));
  if (typeof value !== 'object' || value === null) return value;
  const properties = (shape && membersOf(shape)) ?? {};
  const [entries] = Object.values(shape?.patternProperties ?? {});
  const known = Object.keys(properties);
  const others = Object.keys(value).filter((name) => !Object.hasOwn(properties, name));
  return Object.fromEntries(
    [...known, ...others.sort()]
      .filter((name) => Object.hasOwn(value, name))
      .map((name) => [name, inOrder(Reflect.get(value, name), properties[name] ?? entries)]),
  );
}
