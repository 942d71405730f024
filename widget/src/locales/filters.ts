import builtIn from 'language:built-in/filters';
import type { FilterWords } from '@vielfalt/feed/wording';
import type { Locale } from './locale.js';

/** The texts of all filters and of the number of chosen ones; only parts loaded with them may ask for these. */
export function filterTexts({ choices }: Locale): FilterWords {
  return choices ?? builtIn;
}
