import type {
  Answer,
  Card,
  Lock,
  NextOf,
  Offer,
  Request,
  SearchData,
  Tombstone,
} from '@vielfalt/feed';

/**
 * The questions about a directory's offers, whatever keeps them: memory, or a database. All its
 * answers are of one revision and one local day, however long it takes and whatever is published
 * meanwhile. Lists are in the order that the feed promises. `lang` is the language requested for
 * cards; without it, or where nothing is in it, they come in the directory's own.
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
  /** The offers that changed last come first; those that may not be news are left out. */
  newest(request: Request, limit: number): Promise<Pick<Answer, 'total' | 'offers'>>;
  /** The number of offers inside a lock. */
  count(lock: Lock): Promise<number>;
  /** All cards inside a lock, by title: ask only where there are few. */
  within(lock: Lock, lang?: string): Promise<Card[]>;
  /** The data that searching some of its cards needs. */
  searchData(cards: readonly Card[], lang?: string): Promise<SearchData>;
  /** An offer by id or slug, even ended or retired; not yet reduced to what is public. */
  offer(name: string): Promise<Offer | undefined>;
  /** An offer's card by id, where it is shown on that day and inside the lock. */
  card(id: string, lock: Lock, lang?: string): Promise<Card | undefined>;
  /** The records that have gone since a moment (RFC 3339). */
  tombstones(since: string): Promise<Tombstone[]>;
  /** The number of offers each provider has on that day, by id; no entry where it has none. */
  offersPerProvider(): Promise<ReadonlyMap<string, number>>;
}
