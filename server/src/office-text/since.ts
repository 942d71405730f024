import { fold } from '@vielfalt/feed';
import { readDate } from './date.js';
import { dayOf } from './day.js';
import { MONTHS } from './schedule/lexicon.js';

const BEFORE = /^(?:läuft |besteht )?(?:seit|ab|since)(?: dem)?:? /i;
const MONTH_AND_YEAR = /^(?:(\d{1,2}) ?[./-] ?|(\p{L}+)\.? )?(\d{4})$/u;

/** The beginning of something, and whether the day itself is said. */
interface Since {
  day: string;
  isExact: boolean;
}

/**
 * Reads since when something has run: a day ("seit 1.9.2023"), or the first one of a month
 * ("September 2023", "09/2023") or of a year ("seit 2023"). Undefined where it is none of these.
 */
export function readSince(text: string): Since | undefined {
  const bare = text.trim().replace(BEFORE, '');
  const day = readDate(bare);
  if (day !== undefined) return { day, isExact: true };
  const [, number, name, year] = MONTH_AND_YEAR.exec(bare) ?? [];
  const month = name === undefined ? Number(number ?? 1) : MONTHS.get(fold(name));
  const first = month === undefined ? undefined : dayOf(Number(year), month, 1);
  return first === undefined ? undefined : { day: first, isExact: false };
}
