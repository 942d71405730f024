import type { Card, Terms } from '../model/wire.js';
import { ageSpan } from './age.js';
import { languageName } from './language.js';
import { dotted, labels, shorten } from './list.js';
import { whereabouts } from './place.js';
import type { CardWording } from './words.js';

/** The number of audiences, languages or towns that an offer in a list names. */
export const MOST_NAMES = 3;

/**
 * The towns where it happens, and whether it comes to people.
 * @param away the distance from the place where a visitor is looking
 */
export function sayWhere(
  { locations = [], online, atHome }: Pick<Card, 'locations' | 'online' | 'atHome'>,
  terms: Terms,
  { card: words }: CardWording,
  away?: string,
): string {
  const towns = locations.flatMap((place) => whereabouts(place, terms) ?? place.name ?? []);
  return dotted(
    shorten([...new Set(towns)], MOST_NAMES, words),
    away,
    online && words.online,
    atHome && words.atHome,
  );
}

/**
 * The people it is for, naming at most so many audiences; no audience means everyone. A mark says
 * whether it is for women or men only.
 */
export function sayWhom(
  { audiences, age = {}, only }: Pick<Card, 'audiences' | 'age' | 'only'>,
  terms: Terms,
  wording: CardWording,
  most = Infinity,
): string {
  const names = shorten(labels(audiences, terms.audience), most, wording.card);
  const span = ageSpan(age, wording);
  return dotted(names, span, !names && !span && !only && wording.card.everyone);
}

/** The languages spoken there. */
export function sayLanguages(
  { spoken = [] }: Pick<Card, 'spoken'>,
  terms: Terms,
  { tag, card: words }: CardWording,
): string {
  const names = spoken.map(({ language }) => languageName(language, tag, terms));
  return shorten(names, MOST_NAMES, words);
}
