import { isStopWord } from './stop-words.js';

/** Endings that German puts to nouns and adjectives (folded). */
const ENDINGS = ['e', 'n', 's', 'en', 'er', 'es', 'em', 'ern'];
/** The shortest part of a compound that is looked for or cut off, in letters. */
const SHORTEST_PART = 4;
const SHORTEST_REST = 3;
const STEM_QUALITY = 0.85;
/** Beginnings of words that hold another word by accident: no sport is in transport. */
const ACCIDENTS =
  /^(transport|interess|vergess|(an)?gemess|adress|distanz|instanz|substanz|akzeptanz|verwalt|gestalt|begleit)/;

/**
 * Says how well a word of a text answers one of a question, 0 to 1; both folded. One is the word
 * itself; less are inflected forms, beginnings (somebody is still typing), and the last or a middle
 * part of a compound. What is asked for is looked for without its ending, too: "nähen" is in
 * "Nähkurs", "kurse" in "Sprachkurs".
 */
export function partMatcher(asked: string): (word: string) => number {
  const cut = stems(asked, SHORTEST_REST);
  // Each stem begins all longer ones: a word without the shortest has none of them.
  let least = asked;
  for (const stem of cut) if (stem.length < least.length) least = stem;
  return (word) => {
    if (!word.includes(least)) return 0;
    let best = plainQuality(asked, word);
    for (const stem of cut) {
      if (stem.length < SHORTEST_PART && word.length - stem.length < SHORTEST_PART) continue;
      best = Math.max(best, STEM_QUALITY * plainQuality(stem, word));
    }
    return best;
  };
}

/** Other scripts write articles and prepositions onto a word, so that there a shorter part counts. */
function plainQuality(asked: string, word: string): number {
  const at = word.indexOf(asked);
  if (at < 0) return 0;
  const more = word.length - asked.length;
  if (more === 0) return 1;
  if (at === 0) return asked.length >= SHORTEST_PART && more <= 2 ? 0.9 : 0.75;
  const isLatin = /^[a-z0-9]/.test(asked);
  const shortest = isLatin ? SHORTEST_PART : SHORTEST_PART - 1;
  const rest = isLatin ? SHORTEST_REST : 1;
  if (asked.length < shortest || at < rest || ACCIDENTS.test(word)) return 0;
  return more - at <= 2 ? 0.65 : 0.5;
}

/** The ways to cut a folded compound in two: for each, the forms of its left and right part. */
export function splits(word: string): [left: string[], right: string[]][] {
  const found: [string[], string[]][] = [];
  for (let at = SHORTEST_REST; at <= word.length - SHORTEST_REST; at++) {
    found.push([forms(word.slice(0, at)), forms(word.slice(at))]);
  }
  return found;
}

/** A folded word with and without endings: `kurse` also as `kurs`, `kursen`; no stop words. */
function forms(word: string): string[] {
  const all = [word, ...stems(word, SHORTEST_PART), ...ENDINGS.map((ending) => word + ending)];
  return all.filter((form) => !isStopWord(form));
}

/** A folded word without each ending that it may have; three letters are a stem before -en only. */
function stems(word: string, shortest: number): string[] {
  return ENDINGS.filter((ending) => {
    const length = word.length - ending.length;
    return word.endsWith(ending) && length >= (ending === 'en' ? shortest : SHORTEST_PART);
  }).map((ending) => word.slice(0, -ending.length));
}
