import { LOCKS, isFlag, type LockName } from './query.js';

/**
 * The parts of a lock in an element's attributes (`null` where one is absent), as written. A flag
 * may stand without a value; another attribute that is empty locks nothing, and other attributes are
 * not looked at.
 */
export function lockTexts(
  attribute: (name: string) => string | null,
): [name: LockName, text: string][] {
  return LOCKS.flatMap((name): [LockName, string][] => {
    const text = attribute(name);
    if (text?.trim()) return [[name, text]];
    return text !== null && isFlag(name) ? [[name, 'yes']] : [];
  });
}
