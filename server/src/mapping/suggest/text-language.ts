import type { Profile } from './profile.js';

/** Small words that are common in the sentences of one language and absent from the other. */
const SMALL = {
  de: /(?<!\p{L})(?:der|die|das|und|für|mit|von|ist|wir|sie|ein|eine|zu|bei|im)(?!\p{L})/giu,
  en: /(?<!\p{L})(?:the|and|for|with|of|is|we|you|an?|to|at|are|our)(?!\p{L})/giu,
};
/** Shorter texts are names. */
const SHORTEST = 30;
const FEWEST = 5;

/** Tells whether a table's texts are English, as a mapping has to say so. */
export function isEnglish(profiles: readonly Profile[]): boolean {
  const texts = profiles.flatMap(({ values }) =>
    [...values.keys()].filter((text) => text.length >= SHORTEST),
  );
  const count = (words: RegExp) =>
    texts.reduce((sum, text) => sum + (text.match(words)?.length ?? 0), 0);
  const english = count(SMALL.en);
  return english >= FEWEST && english > 3 * count(SMALL.de);
}
