import type { Profile } from './profile.js';

/** Small words that sentences of a language have in each line, and others have not. */
const SMALL = {
  de: /(?<!\p{L})(?:der|die|das|und|für|mit|von|ist|wir|sie|ein|eine|zu|bei|im)(?!\p{L})/giu,
  en: /(?<!\p{L})(?:the|and|for|with|of|is|we|you|an?|to|at|are|our)(?!\p{L})/giu,
};
/** Shorter texts are names. */
const SHORTEST = 30;
const FEWEST = 5;

/** Whether a table's texts are English: what they are, a mapping has to say. */
export function isEnglish(profiles: readonly Profile[]): boolean {
  const texts = profiles.flatMap(({ values }) =>
    [...values.keys()].filter((text) => text.length >= SHORTEST),
  );
  const count = (words: RegExp) =>
    texts.reduce((sum, text) => sum + (text.match(words)?.length ?? 0), 0);
  const english = count(SMALL.en);
  return english >= FEWEST && english > 3 * count(SMALL.de);
}
