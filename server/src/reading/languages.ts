import type { Offer } from '@vielfalt/feed';
import type { TermFinder } from './terms.js';

export function readLanguages(
  text: string,
  languages: TermFinder,
): { spoken: NonNullable<Offer['spoken']>; unknown: string[] } {
  void languages;
  return { spoken: [], unknown: [text] };
}
