import type { DirectoryFile, OwnLexicon, Source, Vocabulary } from '@vielfalt/feed';
import type { RecordKey } from '../store/store.js';
import type { Fault } from '../validation/fault.js';
import type { DraftLists } from './draft.js';
import type { FaultList } from './fault-list.js';
import type { TermSet } from './check-terms.js';

/** The content of a file of any kind: read, mapped and checked record by record. */
export interface ImportBatch extends Pick<DirectoryFile, 'directory' | 'vocabulary' | 'lexicon'> {
  /** The one source to take from the file; absent: all. */
  only?: string;
  /** Words that apply even where one source alone is taken: the office's own lists. */
  words?: Vocabulary;
  /** The same for their meanings. */
  ownLexicon?: OwnLexicon;
  /** The sources that are taken. */
  sources: readonly Source[];
  records: DraftLists;
  /** Brings only what has changed: other records of its sources stay as they are. */
  isPartial?: boolean;
  /** Records of other sources that belong to one of these from now on, by their ids. */
  adopted?: ReadonlyMap<string, Pick<RecordKey, 'source' | 'record'>>;
  /** The terms that its records name. */
  terms: TermSet;
  /** Faults found on the way. */
  faults: FaultList;
  /** Says where in the file the path of a fault is, where paths are not enough. */
  locate?: (path: string) => FaultPosition | undefined;
}

export type FaultPosition = Pick<Fault, 'sheet' | 'line' | 'column'>;

/** Returns the faults with the places where people find them. */
export function located(faults: readonly Fault[], locate: ImportBatch['locate']): readonly Fault[] {
  return locate ? faults.map((fault) => ({ ...fault, ...locate(fault.path) })) : faults;
}
