import {
  nextFrom,
  type Answer,
  type Card,
  type Lock,
  type NextOf,
  type Query,
  type Request,
  type Sense,
} from '@vielfalt/feed';
import { answerOrdinals, scoredOffers, type ScoredOffers } from '../columns/answer.js';
import { hasBit, keepBits, ordinalsOf, type Bits } from '../columns/bits.js';
import type { DayColumns } from '../columns/day.js';
import { fittingOf, keeping, offersFitting } from '../columns/filter.js';
import { searchLanguage } from '../languages/languages.js';
import type { DirectorySearch } from './search.js';

/** A directory's documents as search names them. */
export interface DocumentNames {
  /** The offer of a document that is shown in the view's language, by ordinal. */
  shown: (name: string) => number | undefined;
  /** The offer of a document in whatever language, by ordinal. */
  any: (name: string) => number | undefined;
}

/** The data of a view that a day of it needs. */
export interface DayViewSource {
  lang: string;
  columns: DayColumns;
  /** The cards that are shown, by ordinal. */
  cards: readonly (Card | undefined)[];
  search: DirectorySearch;
  documents: DocumentNames;
}

/** A view on one day. */
export class DayView {
  readonly columns: DayColumns;
  readonly #source: DayViewSource;
  readonly #fromToday: NextOf;

  constructor(source: DayViewSource) {
    this.#source = source;
    this.columns = source.columns;
    this.#fromToday = nextFrom(source.columns.date);
  }

  /** Answers as `createAnswerer` of the feed does. */
  answer(request: Request, next: NextOf = this.#fromToday): Answer {
    const found = this.#found(request.query);
    const { total, page, facets } = answerOrdinals(request, this.columns, found, next);
    return { total, offers: this.cardsOf(page), facets };
  }

  /** The offers that a request leaves, its words included. */
  left({ query, lock }: Request): Bits {
    const left = keeping(offersFitting(lock, this.columns), fittingOf(query, this.columns));
    const found = this.#found(query);
    if (found) keepBits(left, found.offers);
    return left;
  }

  /** The cards of offers by their ordinals. */
  cardsOf(ordinals: Iterable<number>): Card[] {
    const { cards } = this.#source;
    return [...ordinals].flatMap((ordinal) => cards[ordinal] ?? []);
  }

  /** The cards inside the lock, by title, at most so many. */
  within(lock: Lock, most?: number): Card[] {
    return this.cardsOf(ordinalsOf(offersFitting(lock, this.columns)).slice(0, most));
  }

  /** A card by id, where it is shown and inside the lock. */
  card(id: string, lock: Lock): Card | undefined {
    const ordinal = this.columns.offers.ordinals.get(id);
    if (ordinal === undefined || !hasBit(offersFitting(lock, this.columns), ordinal))
      return undefined;
    return this.#source.cards[ordinal];
  }

  /** Says whether a question finds a card inside the lock. */
  finds(q: string, senses: readonly Sense[], lock: Lock): boolean {
    const left = offersFitting(lock, this.columns);
    keepBits(left, this.#foundBy(q, senses).offers);
    return left.some((word) => word !== 0);
  }

  /** The stems of words in cards inside the lock, in all languages, that a question finds. */
  wordsFound(q: string, senses: readonly Sense[], lock: Lock): string[] {
    const { search, documents } = this.#source;
    const inside = offersFitting(lock, this.columns);
    return search.wordsFound(q, senses, (name) => {
      const ordinal = documents.any(name);
      return ordinal !== undefined && hasBit(inside, ordinal);
    });
  }

  /** What a query's words find. The language of the page may have no view of its own. */
  #found({ q, lang = this.#source.lang }: Query): ScoredOffers | undefined {
    if (!q) return undefined;
    return this.#foundBy(q, this.#source.search.understand(q, searchLanguage(lang) ?? ''));
  }

  #foundBy(q: string, senses: readonly Sense[]): ScoredOffers {
    const { search, documents, columns } = this.#source;
    return scoredOffers(search.ask(q, senses), columns.offers.size, documents.shown);
  }
}
