import { fill, longDate } from '@vielfalt/feed/wording';
import type { PageTexts } from '../languages/words.js';

/**
 * The texts of pages that are read for days after they were made: dates are those known on a day,
 * nothing is said to come next.
 *
 * @param date the local date on which the pages are made
 */
export function lastingTexts(texts: PageTexts, date: string): PageTexts {
  const next = fill(texts.files.dates, { date: longDate(date, texts.tag) });
  const { card, networks, networkPages, offer, professionals } = texts;
  return {
    ...texts,
    card: { ...card, nextTime: '' },
    networks: { ...networks, next },
    networkPages: { ...networkPages, next },
    offer: { ...offer, next },
    professionals: { ...professionals, next },
  };
}
