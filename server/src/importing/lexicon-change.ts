import { isDeepStrictEqual } from 'node:util';
import type { OwnLexicon } from '@vielfalt/feed';
import type { LexiconChange } from '../store/store.js';

/** Counts the changes where one list of an office's words replaces another. */
export function lexiconChange(before: OwnLexicon = [], after: OwnLexicon): LexiconChange {
  const earlier = new Map(before.map(({ german, words }) => [german, words]));
  const common = after.filter(({ german }) => earlier.has(german));
  return {
    added: after.length - common.length,
    changed: common.filter(({ german, words }) => !isDeepStrictEqual(words, earlier.get(german)))
      .length,
    removed: before.length - common.length,
  };
}
