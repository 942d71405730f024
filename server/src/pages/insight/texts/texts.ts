import { primary } from '@vielfalt/feed';
import { ar } from './ar.js';
import { de } from './de.js';
import { en } from './en.js';
import type { InsightTexts } from './insight-texts.js';
import { tr } from './tr.js';
import { uk } from './uk.js';

const TEXTS: Record<string, InsightTexts> = { de, en, ar, tr, uk };

/** English where nobody has written a language's. */
export function insightTexts(language: string): InsightTexts {
  return TEXTS[primary(language)] ?? en;
}
