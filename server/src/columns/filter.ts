import {
  DAYS,
  DEFAULT_KM,
  FILTERS,
  FOR_ALL,
  chosenValues,
  comparisonOf,
  questionOf,
  type FilterName,
  type Lock,
  type Query,
} from '@vielfalt/feed';
import { addBit, addBits, keepBits, noBits, type Bits } from './bits.js';
import { levelRank, type OfferColumns } from './columns.js';
import type { DayColumns } from './day.js';

/** The offers that fit a query, question by question. */
export interface Fitting {
  /** By the parameter that asks the question: see `questionOf`. */
  questions: ReadonlyMap<FilterName, Bits>;
  /** The kilometres to those that are near, by ordinal; absent where no point is asked for. */
  distances?: Float64Array;
}

/** Finds the offers of a day that fit each question of a query, its words aside. */
export function fittingOf(query: Query, day: DayColumns): Fitting {
  const { near, km = DEFAULT_KM } = query;
  const around = near && day.offers.near(near, km);
  const asked = new Set(FILTERS.filter((name) => query[name] !== undefined).map(questionOf));
  const questions = new Map<FilterName, Bits>();
  for (const name of asked) {
    const isNear = comparisonOf(name).by === 'distance' && around;
    questions.set(name, isNear ? isNear.offers : bitsOf(name, query, day));
  }
  return { questions, ...(around && { distances: around.distances }) };
}

/** The offers of a day that fit a lock, or the choices of a query, its words aside. */
export function offersFitting(lock: Lock | Query, day: DayColumns): Bits {
  return keeping(day.shown, fittingOf(lock, day));
}

/** Those of some offers that fit. @param apart a question that they need not fit */
export function keeping(some: Bits, { questions }: Fitting, apart?: FilterName): Bits {
  const left = some.slice();
  for (const [name, bits] of questions) if (name !== apart) keepBits(left, bits);
  return left;
}

/** The offers that have one of the values that a query asks a filter for. */
export function offersUnder(name: FilterName, query: Query, offers: OfferColumns): Bits {
  const found = noBits(offers.size);
  const values = offers.valuesOf(name);
  for (const value of [FOR_ALL, ...chosenValues(query, name, offers.tree).values()]) {
    const bits = values.get(value);
    if (bits) addBits(found, bits);
  }
  return found;
}

/** The offers that take place on one of the days and at one of the times, each any if not given. */
export function offersOnDays(
  { day: days = [...DAYS], time }: Pick<Query, 'day' | 'time'>,
  { offers, appointments }: DayColumns,
): Bits {
  const found = noBits(offers.size);
  const weekdays = appointments.weekdaysAt(time);
  DAYS.forEach((day, index) => {
    const there = weekdays[index];
    if (there && days.includes(day)) addBits(found, there);
  });
  return found;
}

function bitsOf(name: FilterName, query: Query, day: DayColumns): Bits {
  const { offers } = day;
  const { provider = [], age = 0, level, changed = '' } = query;
  switch (comparisonOf(name).by) {
    case 'provider':
      return offers.providedBy(provider);
    case 'level': {
      const rank = levelRank(level);
      return those(offers, (ordinal) => (offers.level[ordinal] ?? 0) <= rank);
    }
    case 'age': {
      const { from, to } = offers.age;
      return those(offers, (ordinal) => (from[ordinal] ?? 0) <= age && age <= (to[ordinal] ?? 0));
    }
    case 'change': {
      const since = Date.parse(changed);
      return those(offers, (ordinal) => (offers.changed[ordinal] ?? NaN) > since);
    }
    case 'appointment':
      return offersOnDays(query, day);
    default:
      return offersUnder(name, query, offers);
  }
}

/** The offers of which something holds. */
function those({ size }: OfferColumns, holds: (ordinal: number) => boolean): Bits {
  const found = noBits(size);
  for (let ordinal = 0; ordinal < size; ordinal += 1) if (holds(ordinal)) addBit(found, ordinal);
  return found;
}
