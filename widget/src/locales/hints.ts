import { deHints } from './de-hints.js';
import type { HintTexts, Locale } from './texts.js';

/** The texts of what is said of a question; only what comes with it may ask for them. */
export function hintTexts({ hints = deHints }: Locale): HintTexts {
  return hints;
}
