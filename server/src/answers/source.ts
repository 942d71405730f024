import type {
  Card,
  ComparedCard,
  Likeness,
  ListedNetwork,
  Location,
  SearchData,
  Sense,
} from '@vielfalt/feed';
import type { Understand } from '@vielfalt/feed/meaning';
import type { ScoredOffers } from '../columns/answer.js';
import type { Bits } from '../columns/bits.js';
import type { DayColumns } from '../columns/day.js';
import type { DirectoryAnswers } from './port.js';

/** The questions of the port that ask for records as they are. */
type RecordQuestions = Pick<
  DirectoryAnswers,
  'offer' | 'offers' | 'provider' | 'providers' | 'network' | 'listed' | 'records' | 'tombstones'
>;

/**
 * What a home brings to be answered from, of one revision and one day: the columns, and where the
 * rest lies. Offers are named by their ordinals. `lang` is a language requested for cards, as in
 * the port.
 */
export interface AnswerSource extends RecordQuestions {
  readonly revision: number;
  /** The local date in the directory's zone. */
  readonly date: string;
  day(): Promise<DayColumns>;
  /** Reads the meaning of a question. */
  understand: Understand;
  /** The offers that a question finds in a language: those of which a card in it is shown. */
  found(q: string, senses: readonly Sense[], lang: string | undefined): Promise<ScoredOffers>;
  /** The stems of words in cards of some offers, in all languages, that a question finds. */
  wordsFound(q: string, senses: readonly Sense[], offers: Bits): Promise<string[]>;
  ordinalOf(id: string): Promise<number | undefined>;
  /** The cards of offers that are shown, in the order given: of all of them at once. */
  cards(ordinals: readonly number[], lang: string | undefined): Promise<Card[]>;
  /** Of some offers at least those that are like something, as `similar` compares them. */
  compared(ordinals: Iterable<number>, wanted: Likeness): Promise<ComparedCard[]>;
  /** The data that searching some cards of a language needs. */
  searchData(cards: readonly Card[], lang: string | undefined): Promise<SearchData>;
  /** The networks that are not retired, by name, with their members. */
  networks: readonly ListedNetwork[];
  /** The address of a member, by its id. */
  addressOf: (provider: string) => Location | undefined;
}
