import { intl } from '../intl.js';
import type { Card, Terms } from '../model/wire.js';
import { formatDate, shortDate } from './date.js';
import { fill } from './fill.js';
import { languageName } from './language.js';
import { dotted, labels, present } from './list.js';
import type { DetailWording } from './words.js';

/** The places that it is for, wherever it happens; undefined where none is given. */
export function sayServed(
  { serves: ids }: Pick<Card, 'serves'>,
  terms: Terms,
  { tag, details }: DetailWording,
): string | undefined {
  const places = labels(ids, terms.place);
  return places.length
    ? fill(details.where.serves, { places: intl('ListFormat', tag).format(places) })
    : undefined;
}

/** The language taught, and its levels (CEFR). */
export function sayLevel(
  { taught, level: { needed, reached } = {} }: Pick<Card, 'taught' | 'level'>,
  terms: Terms,
  { tag, details: { language: words } }: DetailWording,
): string {
  return dotted(
    taught && fill(words.taught, { language: languageName(taught, tag, terms) }),
    needed && fill(words.needed, { level: needed }),
    reached && fill(words.reached, { level: reached }),
  );
}

/** Says whether one has to register, and until when; empty where neither is known. */
export function sayRegistration(
  { registration: { needed, until } = {} }: Pick<Card, 'registration'>,
  today: string,
  { tag, card, details: { registration: words } }: DetailWording,
): string {
  const known = needed === undefined ? undefined : needed ? words.needed : words.notNeeded;
  const last = until && fill(card.until, { date: shortDate(until, today, tag) });
  return present([known, last]).join(card.comma);
}

/** Says whether there are seats left, and as of which day; undefined where that is not known. */
export function sayOpenings(
  { openings }: Pick<Card, 'openings'>,
  today: string,
  { tag, card, details }: DetailWording,
): string | undefined {
  if (!openings) return undefined;
  const { state, on } = openings;
  const date = on && fill(details.openingsOn, { date: shortDate(on, today, tag) });
  return dotted(card.badges[`openings-${state}`], date);
}

/** The month of a local date: `September 2023`. @param tag the language to write in (BCP 47) */
export function sayMonth(date: string, tag: string): string {
  return formatDate(date, tag, { month: 'long', year: 'numeric' });
}
