import type {
  DirectoryRecord,
  Network,
  Offer,
  OwnLexicon,
  Provider,
  Source,
  Vocabulary,
} from '@vielfalt/feed';

/**
 * A revision, told from all others: after a restore from a backup another one may come to the same
 * number.
 */
export interface RevisionId {
  /** Grows by one with each change of the data; from 1. */
  revision: number;
  /** Random letters, written with the revision. */
  stamp: string;
}

/** Before anything has been imported. */
export const NO_REVISION: RevisionId = { revision: 0, stamp: '' };

export function isSameRevision(one: RevisionId, other: RevisionId): boolean {
  return one.revision === other.revision && one.stamp === other.stamp;
}

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
