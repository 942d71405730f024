import { deLater } from './de-later.js';
import type { LaterTexts, Locale } from './texts.js';

/**
 * The texts of parts that come later. Only such parts may ask for them: German ones come with them,
 * those of other languages have come with the language's file.
 */
export function laterTexts({ later = deLater }: Locale): LaterTexts {
  return later;
}
