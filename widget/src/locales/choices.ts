import builtIn from 'language:built-in/choices';
import type { ChoiceWords, FilterWords } from '@vielfalt/feed/wording';
import type { Locale } from './locale.js';

/**
 * The texts of filters and lists once a visitor reaches for them. Only parts that are loaded later
 * may ask for them: they bring the German ones; those of other languages have come with the
 * language's file.
 */
export function choiceTexts({ choices }: Locale): Omit<ChoiceWords, keyof FilterWords> {
  return choices ?? builtIn;
}
