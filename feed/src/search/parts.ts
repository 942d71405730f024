/** The shortest part of a compound that is looked for, in letters, and the shortest rest beside it. */
const SHORTEST_PART = 4;
const SHORTEST_REST = 3;
/**
 * Beginnings of words that contain another word by accident: transport has nothing to do with
 * sport.
 */
const ACCIDENTS =
  /^(transport|interess|vergess|(an)?gemess|adress|(dist|inst|subst|akzept)anz|verwalt|gestalt|begleit)/;

/** The share of a compound that its parts must explain; the rest are linking letters. */
const LEAST_COVER = 0.6;

/**
 * Says how well a stem of the directory answers a stem of a question that it contains, 0 to 1. One
 * is the word itself; beginnings (somebody is still typing) and the last or a middle part of a
 * compound have less. Other scripts attach articles and prepositions to a word, so that a shorter
 * part counts there.
 *
 * @param at the position of the question's stem in `word`
 */
export function partQuality(asked: string, word: string, at: number): number {
  const more = word.length - asked.length;
  if (more === 0) return 1;
  if (at === 0) {
    if (asked.length < 2) return 0;
    return asked.length >= SHORTEST_PART && more <= 2 ? 0.65 : 0.4;
  }
  const isLatin = /^[a-z0-9]/.test(asked);
  const shortest = isLatin ? SHORTEST_PART : SHORTEST_PART - 1;
  if (asked.length < shortest || at < (isLatin ? SHORTEST_REST : 1) || ACCIDENTS.test(word))
    return 0;
  return more - at <= 2 ? 0.65 : 0.45;
}

/**
 * Splits the stem of a compound into known words: those that cover most of its letters, of these
 * the fewest. Linking letters belong to none; one part does not make a compound.
 */
export function compoundParts(stem: string, isKnown: (part: string) => boolean): string[] {
  if (!/^[a-z]{7,}$/.test(stem) || ACCIDENTS.test(stem)) return [];
  /** For each end: the best cover of the letters before it. */
  const best: { covered: number; parts: string[] }[] = [{ covered: 0, parts: [] }];
  for (let end = 1; end <= stem.length; end++) {
    let choice = best[end - 1] ?? { covered: 0, parts: [] };
    for (let start = Math.max(0, end - 20); start <= end - SHORTEST_PART; start++) {
      const before = best[start];
      const piece = stem.slice(start, end);
      if (!before || end - start === stem.length || !isKnown(piece)) continue;
      const covered = before.covered + piece.length;
      const isBetter =
        covered > choice.covered ||
        (covered === choice.covered && before.parts.length + 1 < choice.parts.length);
      if (isBetter) choice = { covered, parts: [...before.parts, piece] };
    }
    best.push(choice);
  }
  const { covered, parts } = best[stem.length] ?? { covered: 0, parts: [] };
  return covered >= stem.length * LEAST_COVER ? parts : [];
}
