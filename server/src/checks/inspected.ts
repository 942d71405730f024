import type { DirectoryRecord, Offer, OwnLexicon, Provider, Vocabulary } from '@vielfalt/feed';

/** What every check looks at. */
export interface Inspected {
  /** The local date. */
  today: string;
  directory: DirectoryRecord;
  vocabulary: Vocabulary;
  /** Words of the office's own. */
  lexicon: OwnLexicon;
  /** Published or paused: nobody mends what is over. */
  offers: readonly Offer[];
  /** Not retired. */
  providers: readonly Provider[];
  /** The files that there are in the folder of logos. */
  logos: ReadonlySet<string>;
  /** Whether a question finds an offer. */
  isFound: (q: string) => boolean;
}
