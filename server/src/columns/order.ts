import { DEFAULT_LIMIT, sortOf, type NextOf, type Request } from '@vielfalt/feed';
import { hasBit, ordinalsOf, type Bits } from './bits.js';
import type { OfferColumns } from './columns.js';
import type { DayColumns } from './day.js';
import { offersUnder } from './filter.js';

/** The data that an order depends on besides the offers. */
export interface OrderSource {
  day: DayColumns;
  next: NextOf;
  /** Scores of the query's words, by ordinal. */
  scores?: Float64Array | undefined;
  /** Kilometres to the point asked for, by ordinal. */
  distances?: Float64Array | undefined;
}

/** Compares two offers by ordinal, as `Array.prototype.sort` asks for it. */
type Compare = (a: number, b: number) => number;

/**
 * The ordinals of the asked page of some offers, in the requested order as the feed has it: unknown
 * values come last, ties are broken by the suggested order where words are asked for, then by title.
 */
export function pageOf(found: Bits, request: Request, source: OrderSource): readonly number[] {
  const { limit = DEFAULT_LIMIT, page = 1 } = request.query;
  const [from, to] = [(page - 1) * limit, page * limit];
  const ordinals = ordinalsOf(found);
  if (from >= ordinals.length) return [];
  return firstOf(ordinals, to, comparing(ordinals, request, source)).slice(from);
}

/**
 * The first of some ordinals in an order, not more than asked. The others are not sorted: whatever
 * comes after as many as are asked is passed by.
 */
function firstOf(ordinals: Uint32Array, most: number, compare: Compare): number[] {
  let first: number[] = [];
  let last: number | undefined;
  for (const ordinal of ordinals) {
    if (last !== undefined && compare(last, ordinal) < 0) continue;
    first.push(ordinal);
    if (first.length < 2 * most) continue;
    first = first.sort(compare).slice(0, most);
    last = first.at(-1);
  }
  return first.sort(compare).slice(0, most);
}

/** The ordinals of some offers, those that changed last first; without those that may not be news. */
export function newestOf(some: Bits, { changed }: OfferColumns): number[] {
  const known = [...ordinalsOf(some)].filter((ordinal) => (changed[ordinal] ?? NaN) > 0);
  return known.sort((a, b) => (changed[b] ?? 0) - (changed[a] ?? 0) || a - b);
}

/** Compares by a number, the smallest first; ties by title. */
function byNumber(numbers: Float64Array): Compare {
  // Two that are not known are Infinity, and less than nothing apart.
  return (a, b) => (numbers[a] ?? 0) - (numbers[b] ?? 0) || a - b;
}

const byTitle: Compare = (a, b) => a - b;

function comparing(ordinals: Uint32Array, request: Request, source: OrderSource): Compare {
  const { day, next, scores, distances } = source;
  const { size, checked } = day.offers;
  switch (sortOf(request.query)) {
    case 'suggested':
      return byNumber(suggested(ordinals, request, day));
    case 'relevance': {
      const then = byNumber(suggested(ordinals, request, day));
      return scores ? (a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || then(a, b) : then;
    }
    case 'next': {
      const starts = new Float64Array(size);
      for (const ordinal of ordinals) {
        const dates = day.datesOf(ordinal);
        starts[ordinal] = momentNumber(dates && next(dates)?.start);
      }
      return byNumber(starts);
    }
    case 'distance':
      return distances ? byNumber(distances) : byTitle;
    case 'checked':
      return (a, b) => (checked[b] ?? 0) - (checked[a] ?? 0) || a - b;
    case 'title':
      return byTitle;
  }
}

/** The suggested order of some offers, as numbers. */
function suggested(ordinals: Uint32Array, { query, lock }: Request, day: DayColumns): Float64Array {
  const at = query.place ?? lock.place;
  if (!at) return day.suggested;
  const isThere = offersUnder('at', { at }, day.offers);
  const { size } = day.offers;
  const numbers = new Float64Array(size);
  for (const ordinal of ordinals) {
    const elsewhere = hasBit(isThere, ordinal) ? 0 : size;
    numbers[ordinal] = (day.suggested[ordinal] ?? 0) + elsewhere;
  }
  return numbers;
}

const [ZERO, NINE] = ['0', '9'].map((digit) => digit.charCodeAt(0)) as [number, number];

/**
 * A date, or a date with a time, as a number that sorts as they do: a date comes before its times.
 * Infinity where there is none.
 */
function momentNumber(moment: string | undefined): number {
  if (moment === undefined) return Infinity;
  let number = 0;
  for (let at = 0; at < moment.length; at += 1) {
    const code = moment.charCodeAt(at);
    if (code >= ZERO && code <= NINE) number = number * 10 + code - ZERO;
  }
  return moment.length > 10 ? number : number * 10_000 - 1;
}
