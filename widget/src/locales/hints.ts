import { hints as german } from '@vielfalt/feed/texts/de/hints.js';
import type { HintWords } from '@vielfalt/feed/wording';
import type { Locale } from './texts.js';

/** The texts of what is said of a question; only what comes with it may ask for them. */
export function hintTexts({ hints = german }: Locale): HintWords {
  return hints;
}
