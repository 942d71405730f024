import type { Offer } from '../model/offer.js';

/**
 * A field of an offer by its path; through a list it means each entry's. `free` is worked out: see
 * `isFree`.
 */
export type ComparedField =
  keyof Offer | 'free' | `${'locations' | 'openings' | 'spoken'}.${string}`;

/**
 * The comparison of an offer with what is asked, as data: `matching` tests cards by it,
 * and a store that holds offers in tables can print its conditions from it. An offer of which nothing
 * is known is left out, but for `orNone`.
 */
export type Comparison =
  /**
   * One of the fields has an asked term, or one below it; what `serves` has lies above and below what
   * it names.
   */
  | { by: 'terms'; fields: readonly ComparedField[]; serves?: ComparedField; orNone?: true }
  /** The field has an asked language, or a kind of it: `ar-sy` is `ar` too. */
  | { by: 'language'; field: ComparedField }
  /** The field has this value; absent: it is true. */
  | { by: 'is'; field: ComparedField; value?: string }
  /** The field is there, whatever it holds. */
  | { by: 'has'; field: ComparedField }
  /** The provider has an asked id or slug. */
  | { by: 'provider' }
  /** The needed level is not above the asked one. */
  | { by: 'level'; orNone: true }
  /** The asked age lies between the limits, both included; one that is not known is far away. */
  | { by: 'age'; orNone: true }
  /** One of the appointments fits the asked days and times, which are one question. */
  | { by: 'appointment' }
  /** The nearest location is at most as many kilometres away as `km` says. */
  | { by: 'distance' }
  /** The last change is later. */
  | { by: 'change' };
