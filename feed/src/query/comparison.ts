import type { Offer } from '../model/offer.js';
import type { VocabularyList } from '../model/vocabulary.js';

/**
 * A field of an offer by its path; through a list it means each entry's. `free` is worked out: see
 * `isFree`.
 */
export type ComparedField =
  | keyof Offer
  | 'free'
  | `${'age' | 'level' | 'locations' | 'places' | 'schedule' | 'spoken'}.${string}`;

/**
 * What of an offer is compared with what is asked, and how, as data: `matching` tests cards by it,
 * and a store that holds offers in tables can print its conditions from it. An offer of which nothing
 * is known is left out, but for `orNone`.
 */
export type Comparison =
  /**
   * One of the fields has an asked term, or one below it; what `serves` has lies above and below what
   * it names.
   */
  | {
      by: 'terms';
      list: VocabularyList;
      fields: readonly ComparedField[];
      serves?: ComparedField;
      orNone?: true;
    }
  /** The field has an asked language, or a kind of it: `ar-sy` is `ar` too. */
  | { by: 'language'; field: ComparedField }
  /** The field has this value; absent: it is true. */
  | { by: 'is'; field: ComparedField; value?: string }
  /** The field is the id of a provider with an asked id or slug. */
  | { by: 'provider'; field: ComparedField }
  /** The field's level is not above the asked one. */
  | { by: 'level'; field: ComparedField; orNone: true }
  /** The number lies between the fields, both included; an end that is not known is far away. */
  | { by: 'span'; from: ComparedField; to: ComparedField; orNone: true }
  /** One of the field's appointments fits the asked days and times, which are one question. */
  | { by: 'appointment'; field: ComparedField }
  /** The field's nearest place is at most as many kilometres away as `km` says. */
  | { by: 'distance'; field: ComparedField }
  /** The field's moment is later. */
  | { by: 'after'; field: ComparedField };
