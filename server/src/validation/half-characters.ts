import type { Fault } from './fault.js';
import { pathOf } from './fault.js';

type Steps = readonly (string | number)[];

/** Half of a pair of UTF-16 without the other half: not a character, and not possible in UTF-8. */
const HALF = /\p{Cs}/u;

/** Finds texts, and names of members, with half a character in them, however deeply nested. */
export function* halfCharacters(value: unknown, steps: Steps = []): Generator<Fault> {
  if (hasHalf(value)) yield* halvesIn(value, steps);
}

/** Tells quickly that there are none, as almost always. */
function hasHalf(value: unknown): boolean {
  if (typeof value === 'string') return HALF.test(value);
  if (Array.isArray(value)) return value.some(hasHalf);
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([name, member]) => HALF.test(name) || hasHalf(member));
}

function* halvesIn(value: unknown, steps: Steps): Generator<Fault> {
  if (typeof value === 'string') {
    if (HALF.test(value)) yield { path: pathOf(...steps), value, ...WORDING };
  } else if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* halvesIn(item, [...steps, index]);
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, member] of Object.entries(value)) {
      if (HALF.test(name)) yield { path: pathOf(...steps), value: name, ...WORDING };
      else yield* halvesIn(member, [...steps, name]);
    }
  }
}

const WORDING = {
  reason: 'has half a character in it (a lone surrogate), which no page can show',
  remedy: 'Write that character again, or take it out.',
};
