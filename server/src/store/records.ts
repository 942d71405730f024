import type {
  DirectoryRecord,
  Network,
  Offer,
  OwnLexicon,
  Provider,
  Source,
  Vocabulary,
} from '@vielfalt/feed';

/** The contents of a directory besides its records. */
export interface Head {
  /** Grows by one with each change of the data; from 1. */
  revision: number;
  directory: DirectoryRecord;
  vocabulary: Vocabulary;
  /** Words of the office's own; absent: there are none. */
  lexicon?: OwnLexicon;
  sources: Source[];
}

/** The kinds of records. */
export interface Records {
  provider: Provider;
  offer: Offer;
  network: Network;
}
export type RecordKind = keyof Records;
