import builtIn from 'language:built-in/professionals';
import similar from 'language:built-in/similar';
import type { ProfessionalWords, SimilarWords } from '@vielfalt/feed/wording';
import type { Locale } from './locale.js';

/** A locale with the texts of what is for professionals; only that part may ask for them. */
export function withProfessionals(
  locale: Locale,
): Locale & { professionals: ProfessionalWords; similar: SimilarWords } {
  return {
    ...locale,
    professionals: locale.professionals ?? builtIn,
    similar: locale.similar ?? similar,
  };
}
