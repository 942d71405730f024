import type {
  Answer,
  Card,
  ListedNetwork,
  Likeness,
  Lock,
  Network,
  NetworkQuery,
  NextOf,
  Offer,
  Provider,
  Request,
  SearchData,
  Sense,
  SimilarCard,
  Tombstone,
} from '@vielfalt/feed';
import type { CountAxis } from './axes.js';
import type { CrossCounts } from './cross-counts.js';

/** The meaning of a question, and what is found by it inside a lock. */
export interface QuestionFindings {
  /** The meanings of its words in German. */
  senses: Sense[];
  /** The stems of its words and of their meanings that stand in offers. */
  words: string[];
  /** Tells whether it finds an offer. */
  hasOffers: boolean;
}

/** A provider with the number of its offers. */
export interface CountedProvider {
  provider: Provider;
  offers: number;
}

/** Some of a directory's records. */
export interface RecordPage {
  /** The number of records on all pages. */
  total: number;
  providers: readonly Provider[];
  offers: readonly Offer[];
  networks: readonly Network[];
}

/** A record's address and change, for those that list pages. */
export interface ListedRecord {
  slug: string;
  /** RFC 3339. */
  changed?: string | undefined;
}

/**
 * The questions about a directory's records, whatever keeps them: memory, or a database. All its
 * answers are of one revision and one local day, however long it takes and whatever is published
 * meanwhile. "Offers" are those that are shown on that day: neither ended nor retired. Lists are in
 * the order that the feed promises. `lang` is the language requested for cards; without it, or where
 * nothing is in it, they come in the directory's own. What a name means (a term, a provider, a
 * language) stands in `ReferenceData`; a name that is not there finds nothing, and is no error. A
 * promise is rejected only where the home cannot be read.
 */
export interface DirectoryAnswers {
  readonly revision: number;
  /** The local date in the directory's zone. */
  readonly date: string;
  /**
   * The offers that a request asks for, a page of them, with counts of what else can be chosen.
   * @param next which occurrence of a card comes next; absent: as the day begins
   */
  answer(request: Request, next?: NextOf): Promise<Answer>;
  /**
   * The cards of its answer one after the other, without counts: of many, some at a time are in memory.
   */
  cards(request: Request, next?: NextOf): AsyncIterable<Card>;
  /** The offers that changed last come first; those that may not be news are left out. */
  newest(request: Request, limit: number): Promise<Pick<Answer, 'total' | 'offers'>>;
  /** The number of offers that both halves of a request leave: the `total` of its answer. */
  count(request: Request): Promise<number>;
  /** The cards inside a lock by title, the first `limit` of them: ask for all only of few. */
  within(lock: Lock, lang?: string, limit?: number): Promise<Card[]>;
  /** The data that searching some of its cards needs; cards of the same `lang`. */
  searchData(cards: readonly Card[], lang?: string): Promise<SearchData>;
  /**
   * Understands a question, and looks its words up inside a lock.
   * @param lang the language of the page; absent: any that the words may be in
   */
  question(q: string, lang: string | undefined, lock: Lock): Promise<QuestionFindings>;
  /**
   * The number of offers that a request leaves for each combination of entries of some axes, with
   * each axis also left open (`ANY_ID`): an offer counts in all combinations that fit, in each once.
   * Times of day in the query's half narrow the days of `when`. Order, page and words of the
   * request do not count.
   */
  crossCounts(axes: readonly CountAxis[], request: Request): Promise<CrossCounts>;
  /** Finds who else does something like it, inside a lock, as `similar` of the contract does. */
  similar(wanted: Likeness, lock: Lock, lang?: string): Promise<SimilarCard[]>;
  /** An offer by id or slug, even ended or retired; not yet reduced to what is public. */
  offer(name: string): Promise<Offer | undefined>;
  /** Offers by id, in no order, as `offer` gives them; ids that nothing has are left out. */
  offers(ids: readonly string[]): Promise<Offer[]>;
  /** An offer's card by id, where it is shown on that day and inside the lock. */
  card(id: string, lock: Lock, lang?: string): Promise<Card | undefined>;
  /** A provider by id or slug, even retired; not yet reduced to what is public. */
  provider(name: string): Promise<Provider | undefined>;
  /** The providers that are not retired, by name, as `provider` gives them. */
  providers(): Promise<CountedProvider[]>;
  /** The number of offers of each provider that has any, by its id. */
  offersPerProvider(): Promise<(id: string) => number>;
  /** A network by id or slug, even retired; not yet reduced to what is public. */
  network(name: string): Promise<Network | undefined>;
  /**
   * The networks that are not retired and fit each of the queries, by name, with their members; not
   * yet reduced to what is public.
   */
  networks(...queries: readonly NetworkQuery[]): Promise<ListedNetwork[]>;
  /** The offers, or the providers that are not retired, in the same order each time. */
  listed(kind: 'offer' | 'provider'): AsyncIterable<ListedRecord>;
  /**
   * A page of all records, whether or not they are shown on that day: those that are not retired, or
   * those that have changed since a moment (RFC 3339), retired ones too. They come in the same order
   * each time, providers first, not yet reduced to what is public.
   */
  records(since: string | undefined, page: number, limit: number): Promise<RecordPage>;
  /** The offers that have gone since a moment (RFC 3339). */
  tombstones(since: string): Promise<Tombstone[]>;
}
