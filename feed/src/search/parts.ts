/** Endings that German puts to nouns and adjectives (folded). */
const ENDINGS = ['e', 'n', 's', 'en', 'er', 'es', 'em', 'ern'];
/** The shortest part of a compound that is looked for or cut off, in letters. */
const SHORTEST_PART = 4;
const SHORTEST_REST = 3;

/**
 * How well a word of a text answers a word of a question, 0 to 1; both folded. One is the word
 * itself; less are inflected forms, beginnings (somebody is still typing), and the last, the middle
 * part of a compound. Other scripts write articles and prepositions as one letter of the same word,
 * so that there a shorter part counts.
 */
export function partQuality(asked: string, word: string): number {
  if (word === asked) return 1;
  const more = word.length - asked.length;
  if (more < 0) return isInflected(asked, word) ? 0.85 : 0;
  const at = word.indexOf(asked);
  if (at < 0) return 0;
  if (at === 0) return asked.length >= SHORTEST_PART && more <= 2 ? 0.9 : 0.75;
  const isLatin = /^[a-z0-9]/.test(asked);
  const shortest = isLatin ? SHORTEST_PART : SHORTEST_PART - 1;
  const rest = isLatin ? SHORTEST_REST : 1;
  if (asked.length < shortest || at < rest) return 0;
  return more - at <= 2 ? 0.65 : 0.5;
}

/** Whether `word` is `stem` with an ending. */
function isInflected(word: string, stem: string): boolean {
  return (
    stem.length >= SHORTEST_PART &&
    word.startsWith(stem) &&
    ENDINGS.includes(word.slice(stem.length))
  );
}

/** The ways to cut a folded word in two parts that may be words. */
export function splits(word: string): [string, string][] {
  const found: [string, string][] = [];
  for (let at = SHORTEST_REST; at <= word.length - SHORTEST_REST; at++) {
    found.push([word.slice(0, at), word.slice(at)]);
  }
  return found;
}

/** A folded word with and without endings: `kurse` also as `kurs`, `kursen`. */
export function forms(word: string): string[] {
  const stems = ENDINGS.filter(
    (ending) => word.endsWith(ending) && word.length - ending.length >= SHORTEST_PART,
  ).map((ending) => word.slice(0, -ending.length));
  return [word, ...stems, ...ENDINGS.map((ending) => word + ending)];
}
