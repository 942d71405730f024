import builtIn from 'language:built-in/details';
import type { DetailWords } from '@vielfalt/feed/wording';
import type { Locale } from './locale.js';

/** A locale with the texts of open cards, linked offers and providers; only parts that come later may ask. */
export function withDetails(locale: Locale): Locale & { details: DetailWords } {
  return { ...locale, details: locale.details ?? builtIn };
}
