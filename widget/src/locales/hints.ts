import builtIn from 'language:built-in/hints';
import type { HintWords } from '@vielfalt/feed/wording';
import type { Locale } from './locale.js';

/** The texts of the hints about a question; only the parts loaded with them may ask for these. */
export function hintTexts({ hints = builtIn }: Locale): HintWords {
  return hints;
}
