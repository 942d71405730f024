import { DAY_WORDS, flagWord } from '../answer/facts.js';
import type { Terms } from '../model/wire.js';
import { FLAGS } from '../query/query.js';
import { listOf } from '../terms/lists.js';
import type { FoundChoice } from './choices.js';

/**
 * Makes what gives the names under which the offers of a filter are indexed: its own, or the terms that it
 * asks for.
 */
export function indexedUnder(terms: Terms): (choice: FoundChoice) => string[] {
  return ({ name, value }) => {
    const flag = FLAGS.find((each) => each === name);
    if (flag) return [flagWord(flag)];
    const values = value.split(',');
    if (name === 'day') return values.flatMap((day) => DAY_WORDS.get(day) ?? []);
    const list = listOf(name);
    return list ? values.flatMap((id) => terms[list][id]?.label ?? []) : [];
  };
}
