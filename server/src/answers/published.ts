import type { OwnLexicon } from '@vielfalt/feed';
import type { Dictionary } from '../dictionaries/shelf.js';
import type { RevisionId, Store } from '../store/store.js';
import type { DirectoryAnswers } from './port.js';
import type { ReferenceData } from './reference.js';

/** One revision of the directory, answered from in its home. */
export interface Published extends ReferenceData, Readonly<RevisionId> {
  /** The office's own words. */
  readonly lexicon: OwnLexicon;
  /** Whether answers are read from the store: then there are no new ones while that is lost. */
  readonly isInStore: boolean;
  /** Makes a date ready to be answered on; returns at once where it is. */
  prepare(date: string): Promise<void>;
  /** The answers of a local date of the directory's zone. */
  answersOn(date: string): DirectoryAnswers;
  /** The number of offers shown on a date; 0 where it is not ready. */
  offersOn(date: string): number;
}

/** Opens the newest revision in its home; `undefined` while nothing has been imported. */
export type OpenPublished = (
  store: Store,
  dictionaries: () => readonly Dictionary[],
) => Promise<Published | undefined>;
