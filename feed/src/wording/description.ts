import type { Card, PublicOffer } from '../model/wire.js';
import { either, type LanguagePreference, type Said, type Translatable } from './said.js';

/** The description, or the beginning of it that the card has. */
export function saidDescription(
  card: Translatable & Pick<Card, 'excerpt'>,
  offer: Pick<PublicOffer, 'description' | 'translations'> | undefined,
  reading: LanguagePreference,
): Said | undefined {
  const { language = '', texts } = card.translation ?? {};
  const translated = offer?.translations?.[language]?.texts.description ?? texts?.excerpt;
  return either(card, reading, offer?.description ?? card.excerpt, translated);
}
