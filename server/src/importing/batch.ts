import type {
  DirectoryFile,
  FileOffer,
  FileProvider,
  OwnLexicon,
  Source,
  Vocabulary,
} from '@vielfalt/feed';
import type { Fault } from '../validation/fault.js';
import type { RecordDraft } from './draft.js';
import type { FaultList } from './fault-list.js';
import type { TermSet } from './check-terms.js';

/** What a file holds, whatever its kind: read, mapped and checked record by record. */
export interface ImportBatch extends Pick<DirectoryFile, 'directory' | 'vocabulary' | 'lexicon'> {
  /** The one source that is taken out of the file; absent: all. */
  only?: string;
  /** Words that count also where one source alone is taken: the office has lists of its own. */
  words?: Vocabulary;
  /** The same of what they mean. */
  ownLexicon?: OwnLexicon;
  /** Those that are taken. */
  sources: readonly Source[];
  providers: readonly RecordDraft<FileProvider>[];
  offers: readonly RecordDraft<FileOffer>[];
  /** The terms that its records name. */
  terms: TermSet;
  /** What was found wrong on the way. */
  faults: FaultList;
  /** Says of a fault's path where in the file that is, where paths are not enough. */
  locate?: (path: string) => FaultPosition | undefined;
}

export type FaultPosition = Pick<Fault, 'sheet' | 'line' | 'column'>;

/** Faults with the places where people find them. */
export function located(faults: readonly Fault[], locate: ImportBatch['locate']): readonly Fault[] {
  return locate ? faults.map((fault) => ({ ...fault, ...locate(fault.path) })) : faults;
}
