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
import { counterOf, type Bits } from './bits.js';
import type { DayColumns } from './day.js';
import { keeping, offersOnDays, type Fitting } from './filter.js';

/** The offers under each value that a facet may have, in the order in which people expect them. */
type Values = Iterable<readonly [value: string, offers: Bits | undefined]>;

/**
 * Counts what each further choice would show, as `createAnswerer` of the feed does, a facet at a step.
 * @param candidates inside the lock and holding the query's words, facets not yet applied
 */
export function* facetsOf(
  candidates: Bits,
  fitting: Fitting,
  query: Query,
  day: DayColumns,
): Generator<undefined, Facets> {
  const { questions } = fitting;
  const ofFound = counterOf(keeping(candidates, fitting));
  const facets: Facets = {};
  for (const facet of [...FACETS, ...FLAGS]) {
    const own = questionOf(facet);
    const count = questions.has(own) ? counterOf(keeping(candidates, fitting, own)) : ofFound;
    facets[facet] = listed(facet, count, query, day);
    yield;
  }
  return facets;
}

/** Values that would show something, and those chosen already that the vocabulary has. */
function listed(
  facet: FacetName | Flag,
  countIn: (offers: Bits) => number,
  query: Query,
  day: DayColumns,
): FacetValue[] {
  const { offers } = day;
  const { furtherLanguages: further } = offers;
  const chosen = chosenValues(query, facet, offers.tree);
  const all = offers.valuesOf(facet);
  const forAll = all.get(FOR_ALL);
  const any = forAll ? countIn(forAll) : 0;
  const found: FacetValue[] = [];
  for (const [value, bits] of valuesOf(facet, query, day, (each) =>
    all.get(chosen.get(each) ?? each),
  )) {
    const count = bits ? countIn(bits) : 0;
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
