import { fold, type Offer } from '@vielfalt/feed';

type Age = NonNullable<Offer['age']>;

const LONGEST = 60;
const OLDEST = 120;
const UNIT = '(?: ?(?:jahren?|jahrige|j\\.?|years?(?: old)?|yrs))?';
/** The forms of an age; the figures of the first that fits become the age. */
const FORMS: readonly [RegExp, (first: number, second: number) => Age][] = [
  [form('(\\d+)UNIT ?(?:-|bis|to) ?(\\d+)UNIT'), both],
  [form('(?:ab|mindestens|mind\\.?|from|at least) ?(\\d+)UNIT ?\\+?'), (from) => ({ from })],
  [form('(\\d+)UNIT(?: ?\\+| und alter| and older| and over| plus)'), (from) => ({ from })],
  [
    form('(?:bis(?: zu)?|max\\.?|maximal|hochstens|up to)(?: einschliesslich)? (\\d+)UNIT'),
    (to) => ({ to }),
  ],
  [form('(?:unter|under|jungere? als|younger than) (\\d+)UNIT'), (over) => ({ to: over - 1 })],
];

function form(source: string): RegExp {
  return new RegExp(`^(?:von |from |alter:? |age:? )?${source.replaceAll('UNIT', UNIT)}$`);
}

function both(from: number, to: number): Age {
  return { from, to };
}

/**
 * Reads an age range, in whole years: "ab 6", "6–12 Jahre", "bis 27", "unter 18" (to 17), "60+".
 * Undefined for anything else, also for "über 18", by which some include 18 and some do not.
 */
export function readAge(text: string): Offer['age'] | undefined {
  if (text.length > LONGEST) return undefined;
  const folded = fold(text.replace(/^ü(?= ?\d)/i, 'ab '))
    .replace(/[‐‑‒–—−]/g, '-')
    .replace(/\s+/g, ' ')
    .trim();
  for (const [pattern, make] of FORMS) {
    const found = pattern.exec(folded);
    if (!found) continue;
    const age = make(Number(found[1]), Number(found[2]));
    const { from = 0, to = OLDEST } = age;
    return from >= 0 && from <= to && to <= OLDEST ? age : undefined;
  }
  return undefined;
}
