import builtIn from 'language:built-in/choices';
import type { ChoiceWords } from '@vielfalt/feed/wording';
import type { Locale } from './locale.js';

/**
 * The texts of filters and lists once a visitor reaches for them. Only parts that come later may ask
 * for them: German ones come with them, those of other languages have come with the language's file.
 */
export function choiceTexts({ choices = builtIn }: Locale): ChoiceWords {
  return choices;
}
