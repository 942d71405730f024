import type { DirectoryRecord, Offer, Provider, Source, Vocabulary } from '@vielfalt/feed';

/** All that a directory holds at one revision. Records come in the order of source and record key. */
export interface DirectoryState {
  /** Grows by one with each change of the data; from 1. */
  revision: number;
  directory: DirectoryRecord;
  vocabulary: Vocabulary;
  sources: Source[];
  /** With tombstones: status `retired`. */
  providers: Provider[];
  /** With tombstones: status `retired`. */
  offers: Offer[];
}

/** Whole records, added or put in the place of those with the same id. Nothing is ever deleted. */
export interface Changes {
  directory?: DirectoryRecord;
  vocabulary?: Vocabulary;
  sources?: Source[];
  providers?: Provider[];
  offers?: Offer[];
}

/** Whether there is nothing in them to write. */
export function isEmpty(changes: Changes): boolean {
  return (
    !changes.directory &&
    !changes.vocabulary &&
    !changes.sources?.length &&
    !changes.providers?.length &&
    !changes.offers?.length
  );
}

/** Where a directory is kept. Every method rejects with a `StoreError` where the store is in trouble. */
export interface Store {
  /** The directory as of one moment; `undefined` while nothing has been imported. */
  read(): Promise<DirectoryState | undefined>;
  /** The number of the latest revision, cheaply; 0 while nothing has been imported. */
  revision(): Promise<number>;
  /**
   * Reads, lets `work` decide, and writes what it decided, as one transaction that no other writer
   * can come between. What `work` throws is thrown on, and nothing is written. The revision grows by
   * one where the changes are not empty; the first changes must bring directory and vocabulary.
   */
  update<Result>(
    work: (current: DirectoryState | undefined) => { changes: Changes; result: Result },
  ): Promise<Result>;
  /** Waits for what is under way. Afterwards every other method rejects. */
  close(): Promise<void>;
}
