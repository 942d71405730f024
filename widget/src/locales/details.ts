import { deDetails } from './de-details.js';
import type { DetailTexts } from './texts.js';

/** The texts of open cards, linked offers and providers; only parts that come later may ask for them. */
export function detailTexts({ later = deDetails }: { later?: DetailTexts }): DetailTexts {
  return later;
}
