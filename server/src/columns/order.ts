import { DEFAULT_LIMIT, sortOf, type NextOf, type Request } from '@vielfalt/feed';
import { pick, type Compare } from './pick.js';
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

/**
 * The ordinals of the asked page of some offers, in the requested order as the feed has it: unknown
 * values come last, ties are broken by the suggested order where words are asked for, then by title.
 */
export function pageOf(found: Bits, request: Request, source: OrderSource): readonly number[] {
  const { limit = DEFAULT_LIMIT, page = 1 } = request.query;
  const [from, to] = [(page - 1) * limit, page * limit];
  const ordinals = ordinalsOf(found);
  if (from >= ordinals.length) return [];
  // Ordinals are ranks by title.
  if (sortOf(request.query) === 'title') return Array.from(ordinals.subarray(from, to));
  return pick(ordinals, { from, to }, comparing(ordinals, request, source));
}

/** The ordinals of some offers, those that changed last first; without those that may not be news. */
export function newestOf(some: Bits, { changed }: OfferColumns): number[] {
  const known = [...ordinalsOf(some)].filter((ordinal) => (changed[ordinal] ?? NaN) > 0);
  return known.sort((a, b) => (changed[b] ?? 0) - (changed[a] ?? 0) || a - b);
}

/** Compares by a number, the smallest first; ties by title. */
function byNumber(numbers: Float64Array | Uint32Array): Compare {
  // Two that are not known are Infinity, and less than nothing apart.
  return (a, b) => (numbers[a] ?? 0) - (numbers[b] ?? 0) || a - b;
}

const byTitle: Compare = (a, b) => a - b;

function comparing(ordinals: Uint32Array, request: Request, source: OrderSource): Compare {
  const { day, next, scores, distances } = source;
  const { checked } = day.offers;
  switch (sortOf(request.query)) {
    case 'suggested':
      return byNumber(suggested(ordinals, request, day));
    case 'relevance': {
      const then = byNumber(suggested(ordinals, request, day));
      return scores ? (a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || then(a, b) : then;
    }
    case 'next':
      return byNumber(nextStarts(ordinals, day, next));
    case 'distance':
      return distances ? byNumber(distances) : byTitle;
    case 'checked':
      return (a, b) => (checked[b] ?? 0) - (checked[a] ?? 0) || a - b;
    case 'title':
      return byTitle;
  }
}

/** The next beginning of some offers, as numbers by ordinal: asked once for all with the same dates. */
function nextStarts(ordinals: Uint32Array, { offers, dates }: DayColumns, next: NextOf) {
  const byList = new Float64Array(dates.lists).fill(NaN);
  const starts = new Float64Array(offers.size);
  for (const ordinal of ordinals) {
    const list = dates.listOf(ordinal);
    let start = byList[list] ?? NaN;
    if (Number.isNaN(start)) {
      start = momentNumber(next({ upcoming: dates.at(list) })?.start);
      byList[list] = start;
    }
    starts[ordinal] = start;
  }
  return starts;
}

/** The suggested order of some offers, as numbers. */
function suggested(ordinals: Uint32Array, { query, lock }: Request, day: DayColumns): Uint32Array {
  const at = query.place ?? lock.place;
  if (!at) return day.suggested;
  const isThere = offersUnder('at', { at }, day.offers);
  const { size } = day.offers;
  const numbers = new Uint32Array(size);
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
