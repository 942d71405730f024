import { nextFrom, type Answer, type Card, type Request, type Sense } from '@vielfalt/feed';
import { answerOrdinals, scoredOffers, type ScoredOffers } from '../columns/answer.js';
import { hasBit, type Bits } from '../columns/bits.js';
import type { DayColumns } from '../columns/day.js';
import { searchLanguage } from '../languages/languages.js';
import { atOnce } from '../slices.js';
import type { DirectorySearch } from './search.js';

/** The offers of the documents that search finds. */
export interface DocumentOffers {
  /** The offer of a document that is shown in the view's language, by ordinal. */
  shown: (document: number) => number | undefined;
  /** The offer of a document in whatever language, by ordinal. */
  any: (document: number) => number;
}

/** The data of a view that a day of it needs. */
export interface DayViewSource {
  lang: string;
  columns: DayColumns;
  /** The cards that are shown, by ordinal. */
  cards: readonly (Card | undefined)[];
  search: DirectorySearch;
  documents: DocumentOffers;
}

/** A view on one day. */
export class DayView {
  readonly columns: DayColumns;
  readonly #source: DayViewSource;

  constructor(source: DayViewSource) {
    this.#source = source;
    this.columns = source.columns;
  }

  /** Answers as `createAnswerer` of the feed does, as the day begins. */
  answer(request: Request): Answer {
    const { q, lang = this.#source.lang } = request.query;
    const { search } = this.#source;
    const found = q ? this.foundBy(q, search.understand(q, searchLanguage(lang) ?? '')) : undefined;
    const next = nextFrom(this.columns.date);
    const { total, page, facets } = atOnce(answerOrdinals(request, this.columns, found, next));
    return { total, offers: this.cardsOf(page), facets };
  }

  /** The offers that a question finds, of those of which a card of this view is shown. */
  foundBy(q: string, senses: readonly Sense[]): ScoredOffers {
    const { search, documents, columns } = this.#source;
    return scoredOffers(search.ask(q, senses), columns.offers.size, documents.shown);
  }

  /** The cards of offers by their ordinals. */
  cardsOf(ordinals: Iterable<number>): Card[] {
    const { cards } = this.#source;
    return [...ordinals].flatMap((ordinal) => cards[ordinal] ?? []);
  }

  /** The stems of words in cards of some offers, in all languages, that a question finds. */
  wordsFound(q: string, senses: readonly Sense[], offers: Bits): string[] {
    const { search, documents } = this.#source;
    return search.wordsFound(q, senses, (document) => hasBit(offers, documents.any(document)));
  }
}
