import { primary } from '@vielfalt/feed';
import { ar } from './ar.js';
import { de } from './de.js';
import { en } from './en.js';
import type { Texts } from './texts.js';
import { tr } from './tr.js';
import { uk } from './uk.js';

/** By primary language tag. */
export const TEXTS: Record<string, Texts> = { de, en, ar, tr, uk };

/** The words of pages and formats in a language; English where nobody has written it. */
export function textsFor(lang: string): Texts {
  return TEXTS[primary(lang)] ?? en;
}
