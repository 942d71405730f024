import type { Facets, NextOf, Request } from '@vielfalt/feed';
import type { Worth } from '@vielfalt/feed/search';
import { addBit, countBits, keepBits, noBits, type Bits } from './bits.js';
import type { DayColumns } from './day.js';
import { facetsOf } from './facets.js';
import { fittingOf, keeping, offersFitting } from './filter.js';
import { pageOf } from './order.js';

/** The offers that a question's words find, and what each is worth, by ordinal. */
export interface ScoredOffers {
  offers: Bits;
  scores: Float64Array;
}

/** An answer by ordinals: its cards are a matter of language. */
export interface AnsweredOrdinals {
  total: number;
  /** The asked page. */
  page: readonly number[];
  facets: Facets;
}

/**
 * Reads what a search has found.
 * @param size the number of the revision's offers
 * @param ordinalOf the offer of a document; undefined: it is not one of those asked about
 */
export function scoredOffers(
  { documents, values }: Worth,
  size: number,
  ordinalOf: (document: number) => number | undefined,
): ScoredOffers {
  const found = { offers: noBits(size), scores: new Float64Array(size) };
  for (let at = 0; at < documents.length; at += 1) {
    const ordinal = ordinalOf(documents[at] ?? 0);
    if (ordinal === undefined) continue;
    addBit(found.offers, ordinal);
    found.scores[ordinal] = values[at] ?? 0;
  }
  return found;
}

/** Answers a request as `createAnswerer` of the feed does, in steps. @param found by the query's words, if any */
export function* answerOrdinals(
  request: Request,
  day: DayColumns,
  found: ScoredOffers | undefined,
  next: NextOf,
): Generator<undefined, AnsweredOrdinals> {
  const candidates = offersFitting(request.lock, day);
  if (found) keepBits(candidates, found.offers);
  const fitting = fittingOf(request.query, day);
  const left = keeping(candidates, fitting);
  const { distances } = fitting;
  yield;
  const page = pageOf(left, request, { day, next, scores: found?.scores, distances });
  yield;
  const facets = yield* facetsOf(candidates, fitting, request.query, day);
  return { total: countBits(left), page, facets };
}
