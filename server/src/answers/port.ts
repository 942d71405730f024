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
 * What is asked of the offers of a directory, whatever keeps them: memory, or a database. All that one
 * of these answers is of one revision and one local day, however long it takes and whatever is
 * published meanwhile. Lists are in the order that the feed promises. `lang` is the language that
 * cards are wanted in; without it, or where nothing is in it, they come in the directory's own.
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
  /** Those that changed last come first; others, of which nobody knows whether they are news, never. */
  newest(request: Request, limit: number): Promise<Pick<Answer, 'total' | 'offers'>>;
  /** How many offers there are inside a lock. */
  count(lock: Lock): Promise<number>;
  /** All cards inside a lock, by title: ask only where they are few. */
  within(lock: Lock, lang?: string): Promise<Card[]>;
  /** What searching some of its cards needs. */
  searchData(cards: readonly Card[], lang?: string): Promise<SearchData>;
  /** An offer by id or slug, with ended and retired ones; not yet what everybody may read. */
  offer(name: string): Promise<Offer | undefined>;
  /** An offer's card by id, where it is shown on that day and inside the lock. */
  card(id: string, lock: Lock, lang?: string): Promise<Card | undefined>;
  /** What has gone since a moment (RFC 3339). */
  tombstones(since: string): Promise<Tombstone[]>;
  /** How many offers each provider has on that day, by id; none where it has none. */
  offersPerProvider(): Promise<ReadonlyMap<string, number>>;
}
