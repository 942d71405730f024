import type {
  DirectoryRecord,
  Network,
  Offer,
  OwnLexicon,
  Provider,
  Vocabulary,
} from '@vielfalt/feed';

/** The data that every check looks at. */
export interface Inspected {
  /** The local date. */
  today: string;
  directory: DirectoryRecord;
  vocabulary: Vocabulary;
  /** The office's own words. */
  lexicon: OwnLexicon;
  /** Published or paused: nobody corrects what is over. */
  offers: readonly Offer[];
  /** Not retired. */
  providers: readonly Provider[];
  /** Not retired. */
  networks: readonly Network[];
  /** The files in the folder of logos. */
  logos: ReadonlySet<string>;
  /** Tells whether a search finds an offer. */
  isFound: (q: string) => boolean;
}
