import { primary } from '@vielfalt/feed';
import { TEXTS } from '../pages/context.js';
import type { Texts } from '../pages/texts/texts.js';
import { en } from '../pages/texts/en.js';

/** What is said in a language, the same as on pages; English where nobody has written it. */
export function textsFor(lang: string): Texts {
  return TEXTS[primary(lang)] ?? en;
}
