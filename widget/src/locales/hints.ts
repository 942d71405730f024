import builtIn from 'language:built-in/hints';
import type { HintWords } from '@vielfalt/feed/wording';
import type { Locale } from './locale.js';

/** The texts of what is said of a question; only what comes with it may ask for them. */
export function hintTexts({ hints = builtIn }: Locale): HintWords {
  return hints;
}
