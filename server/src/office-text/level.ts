import { fold, LEVELS, type Level, type Offer } from '@vielfalt/feed';

const LONGEST = 60;
const BEGINNERS =
  /^(?:ohne vorkenntnisse|keine vorkenntnisse|(?:null)?anfanger(?:innen)?|beginners?)$/;
const LEVEL = '([abc][012])(?:\\.\\d)?\\+?';
const NAME = '(?:niveau|sprachniveau|stufe|level|kurs|ger|deutsch)?:? ?';
const RANGE = new RegExp(`^(?:von )?${NAME}${LEVEL} ?(?:-|bis|/|und|to) ?${LEVEL}$`);
const NEEDED = new RegExp(
  `^(?:ab|mindestens|mind\\.?|voraussetzung:?|from|at least) ${NAME}${LEVEL}$`,
);
const REACHED = new RegExp(
  `^(?:bis|ziel:?|zielniveau:?|to|up to)? ?${NAME}${LEVEL}(?:[- ]?(?:kurs|niveau|course))?$`,
);

/**
 * Levels of the Common European Framework: "A1–B1" needs A1 and leads to B1, "ab B2" needs B2, and
 * "A1" alone is the level that the course leads to. Undefined where the text says more or less.
 */
export function readLevel(text: string): Offer['level'] | undefined {
  if (text.length > LONGEST) return undefined;
  const folded = fold(text)
    .replace(/[‐‑‒–—−]/g, '-')
    .replace(/\s+/g, ' ')
    .trim();
  if (BEGINNERS.test(folded)) return { needed: 'A0' };
  const [from, to] = (RANGE.exec(folded)?.slice(1) ?? []).map(levelOf);
  if (from && to) {
    const rises = LEVELS.indexOf(from) <= LEVELS.indexOf(to);
    return rises ? { needed: from, reached: to } : undefined;
  }
  const needed = levelOf(NEEDED.exec(folded)?.[1]);
  if (needed) return { needed };
  const reached = levelOf(REACHED.exec(folded)?.[1]);
  return reached && { reached };
}

function levelOf(text = ''): Level | undefined {
  return LEVELS.find((level) => level.toLowerCase() === text);
}
