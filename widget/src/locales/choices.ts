import { deChoices } from './de-choices.js';
import type { ChoiceTexts, Locale } from './texts.js';

/**
 * The texts of filters and lists once a visitor reaches for them. Only parts that come later may ask
 * for them: German ones come with them, those of other languages have come with the language's file.
 */
export function choiceTexts({ choices = deChoices }: Locale): ChoiceTexts {
  return choices;
}
