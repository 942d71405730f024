import {
  DAYS,
  FACETS,
  FLAGS,
  FOR_ALL,
  TIMES,
  chosenValues,
  questionOf,
  type FacetName,
  type FacetValue,
  type Facets,
  type Flag,
  type Query,
} from '@vielfalt/feed';
import { countBoth, type Bits } from './bits.js';
import type { DayColumns } from './day.js';
import { keeping, offersOnDays, type Fitting } from './filter.js';

/** The offers under each value that a facet may have, in the order in which people expect them. */
type Values = Iterable<readonly [value: string, offers: Bits | undefined]>;

/**
 * Counts what each further choice would show, as `createAnswerer` of the feed does.
 * @param candidates inside the lock and holding the query's words, facets not yet applied
 */
export function facetsOf(
  candidates: Bits,
  fitting: Fitting,
  query: Query,
  day: DayColumns,
): Facets {
  const { questions } = fitting;
  const found = keeping(candidates, fitting);
  return Object.fromEntries(
    [...FACETS, ...FLAGS].map((facet) => {
      const own = questionOf(facet);
      const some = questions.has(own) ? keeping(candidates, fitting, own) : found;
      return [facet, listed(facet, some, query, day)];
    }),
  );
}

/** Values that would show something, and those chosen already that the vocabulary has. */
function listed(facet: FacetName | Flag, some: Bits, query: Query, day: DayColumns): FacetValue[] {
  const { offers } = day;
  const { furtherLanguages: further } = offers;
  const chosen = chosenValues(query, facet, offers.tree);
  const all = offers.valuesOf(facet);
  const forAll = all.get(FOR_ALL);
  const any = forAll ? countBoth(some, forAll) : 0;
  const found: FacetValue[] = [];
  for (const [value, bits] of valuesOf(facet, query, day, (each) =>
    all.get(chosen.get(each) ?? each),
  )) {
    const count = bits ? countBoth(some, bits) : 0;
    const isChosen = chosen.has(value) && !(facet === 'spoken' && further.includes(value));
    if (count > 0 || isChosen) found.push({ value, count: count + any });
  }
  return found;
}

function valuesOf(
  facet: FacetName | Flag,
  { day: days, time }: Query,
  day: DayColumns,
  bitsOf: (value: string) => Bits | undefined,
): Values {
  if (facet === 'day') {
    const weekdays = day.appointments.weekdaysAt(time);
    return DAYS.map((each, index) => [each, weekdays[index]]);
  }
  if (facet === 'time') {
    const on = (each: string) => offersOnDays({ ...(days && { day: days }), time: [each] }, day);
    return TIMES.map((each) => [each, on(each)]);
  }
  return day.offers.choicesOf(facet).map((value) => [value, bitsOf(value)]);
}
