import { Cursor } from './cursor.js';
import { readValidity } from './dates.js';
import { readDays } from './days.js';
import { readException } from './exceptions.js';
import { tokenize } from './tokens.js';
import { wallClock } from './wall-clock.js';

/**
 * The last calendar day named in a text about times, where nothing in it goes on after that: no
 * weekday, no day of the month, no beginning ("ab", "seit") without an end. Undefined where there
 * is none. For a text whose days cannot be read, the end of the last year that it names. Days on
 * which something does not happen do not count.
 *
 * @param timeZone the directory's, an IANA name
 */
export function lastDayIn(text: string, timeZone: string): string | undefined {
  const cursor = new Cursor(tokenize(wallClock(text, timeZone)));
  let last: string | undefined;
  const meet = (date = '') => {
    if (last === undefined || date > last) last = date;
  };
  while (!cursor.done) {
    if (readException(cursor)) continue;
    const validity = readValidity(cursor);
    if (validity) {
      if (!validity.to) return undefined;
      meet(validity.to);
      continue;
    }
    const days = readDays(cursor);
    if (!days) cursor.at++;
    else if (days.kind === 'dates') meet(days.dates.at(-1));
    else return undefined;
  }
  return last ?? lastOf(text);
}

/** The end of the last year that a text names, where it names no readable day: "Sommer 2019". */
function lastOf(text: string): string | undefined {
  if (text.length > SHORT || GOES_ON.test(text)) return undefined;
  const years = [...text.matchAll(/(?<!\d)(?:19|20)\d\d(?=(?:\d{4})?(?:T\d|\D|$))/g)].map(
    ([year]) => year,
  );
  const last = years.sort().at(-1);
  return last === undefined ? undefined : `${last}-12-31`;
}

const SHORT = 80;
/** "seit 2015", "ab 2024", "fortlaufend" */
const GOES_ON =
  /(?<!\p{L})(?:ab|seit|since|from|starting|jede\p{L}*|every|weekly|wöchentlich|monatlich|täglich|daily|\p{L}*laufend|ongoing|regelmäßig)(?!\p{L})/iu;
