import type {
  DirectoryRecord,
  Network,
  Offer,
  OwnLexicon,
  Provider,
  Source,
  Vocabulary,
} from '@vielfalt/feed';
import type { Editions } from './editions.js';
import type { AmendableField, PaperChanges, PaperKind, Papers } from './papers.js';
import type { Head, RecordKind, Records, RevisionId } from './records.js';

export type { Head, RecordKind, Records, RevisionId };

/** The kinds by the names of their lists; those that others refer to come first. */
export const RECORD_LISTS = {
  provider: 'providers',
  offer: 'offers',
  network: 'networks',
} as const satisfies { readonly [Kind in RecordKind]: string };
export const RECORD_KINDS: readonly RecordKind[] = ['provider', 'offer', 'network'];
export type RecordList<Kind extends RecordKind> = (typeof RECORD_LISTS)[Kind];

/**
 * Everything that a directory holds at one revision. Records come in the order of source and record
 * key.
 */
export interface DirectoryState extends Head {
  /** With tombstones: status `retired`. */
  providers: Provider[];
  /** With tombstones: status `retired`. */
  offers: Offer[];
  /** With tombstones: status `retired`. */
  networks: Network[];
}

/** What is read of one revision, and which one that is. */
export interface StampedState {
  state: DirectoryState;
  stamp: string;
}

/** The keys that tell a record from all others of its kind. */
export interface RecordKey {
  id: string;
  slug: string;
  source: string;
  record: string;
  status: Offer['status'];
}

/** Whole records, added or replacing those with the same id. Nothing is ever deleted. */
export interface Changes {
  directory?: DirectoryRecord;
  vocabulary?: Vocabulary;
  /** Empty: none any more. */
  lexicon?: OwnLexicon;
  sources?: readonly Source[];
  providers?: readonly Provider[];
  offers?: readonly Offer[];
  networks?: readonly Network[];
}

/** The numbers of records that something was done to. */
export interface Counts {
  added: number;
  changed: number;
  unchanged: number;
  retired: number;
}

/** What was done to one source's records; a kind that is absent was not spoken of. */
export interface SourceCounts extends Partial<Record<RecordList<RecordKind>, Counts>> {
  source: string;
}

/** A change to a directory, for the people who keep it. The person who made it is not recorded. */
export interface HistoryEntry {
  /** Grows by one with each entry; from 1. */
  id: number;
  /** RFC 3339. */
  at: string;
  /** The directory's revision afterwards. */
  revision: number;
  /** The file's name and the SHA-256 of its bytes in hexadecimal; absent: it was no import of a file. */
  file?: { name: string; hash: string };
  /** The field of an offer that was amended; with `undid`: whose amendment was taken back. */
  amended?: { offer: string; source: string; record: string; field: AmendableField };
  /** The numbers of amendments that the import ended; absent: none. */
  judged?: JudgedCounts;
  /** The entry that was taken back. */
  undid?: number;
  sources: SourceCounts[];
  /** The change to the office's own words; absent: none. */
  lexicon?: LexiconChange;
  /** Of an import from another directory's feed: where the next one goes on. */
  feed?: FeedVisit;
}

/** The numbers of amendments that an import ended. */
export interface JudgedCounts {
  /** The table says the same by now. */
  settled: number;
  /** The table says a third thing, which was published instead. */
  overruled: number;
}

/** What is remembered of reading another directory's feed. */
export interface FeedVisit {
  /** The directory's public address, with a slash at its end. */
  directory: string;
  revision: number;
  /** The latest change that came (RFC 3339); absent: the next visit compares everything. */
  since?: string;
  /** The validator of what has changed since. */
  etag?: string;
  /** The time at which everything was last compared (RFC 3339). */
  compared: string;
}

/** The numbers of the office's own German words that were added, removed, or changed in meaning. */
export interface LexiconChange {
  added: number;
  changed: number;
  removed: number;
}

/** The data that the changes of an entry of the history replaced. */
export interface Before {
  directory?: DirectoryRecord;
  vocabulary?: Vocabulary;
  /** Empty: there was none. */
  lexicon?: OwnLexicon;
  providers: RecordBefore<Provider>[];
  offers: RecordBefore<Offer>[];
  networks: RecordBefore<Network>[];
  /** Absent where none was replaced. */
  papers?: { [Kind in KeptPaper]?: RecordBefore<Papers[Kind]>[] };
}

/** The kinds of papers that are kept with what a change replaced. */
export const KEPT_PAPERS = [
  'imported',
  'amendment',
  'overruled',
] as const satisfies readonly PaperKind[];
export type KeptPaper = (typeof KEPT_PAPERS)[number];

/** Without a document: there was no such record or paper. */
export interface RecordBefore<Stored> {
  id: string;
  document?: Stored;
}

/** One transaction: it reads the state of one moment, and no other writer can intervene. */
export interface Transaction {
  /** `undefined` while nothing has been put. */
  head(): Promise<Head | undefined>;
  /** Of all records, with tombstones, in no order. */
  keys(kind: RecordKind): Promise<RecordKey[]>;
  /** The same one by one, of which not all have to be in memory at once. */
  eachKey(kind: RecordKind, use: (key: RecordKey) => void): Promise<void>;
  /** The records that exist, in no order. */
  records<Kind extends RecordKind>(kind: Kind, ids: readonly string[]): Promise<Records[Kind][]>;
  /** The first changes must bring directory and vocabulary; records come after what they refer to. */
  put(changes: Changes): Promise<void>;
  /** The latest entries first. */
  history(): Promise<HistoryEntry[]>;
  /** @returns `undefined`: that is not kept any more */
  before(entry: number): Promise<Before | undefined>;
  /** The papers of a kind: all, or those of some ids. */
  papers<Kind extends PaperKind>(
    kind: Kind,
    ids?: readonly string[],
  ): Promise<Map<string, Papers[Kind]>>;
  /** Puts papers beside the records, or takes them away; neither makes a new revision. */
  putPapers<Kind extends PaperKind>(kind: Kind, changes: PaperChanges<Kind>): Promise<void>;
}

/** The outcome of a transaction. */
export interface TransactionResult<Result> {
  result: Result;
  /** Absent: the transaction is rolled back. */
  keep?: {
    /** Goes into the history; changes without one cannot be taken back. */
    entry?: Omit<HistoryEntry, 'id' | 'revision'>;
  };
}

/**
 * The place where a directory is kept. Every method rejects with a `StoreError` where the store is
 * in trouble.
 */
export interface Store {
  /** The directory as of one moment; `undefined` while nothing has been imported. */
  read(): Promise<DirectoryState | undefined>;
  /** The same with the stamp of its revision. */
  readStamped(): Promise<StampedState | undefined>;
  /** The number of the latest revision, cheaply; 0 while nothing has been imported. */
  revision(): Promise<number>;
  /** The latest revision, cheaply; `NO_REVISION` while nothing has been imported. */
  latest(): Promise<RevisionId>;
  /** Whether a revision is the latest one, or one that led to it. */
  has(revision: RevisionId): Promise<boolean>;
  /**
   * Lets `work` read and write in one transaction, and keeps what it did if it says so. If it
   * throws, the error is passed on and nothing is kept. The revision grows by one where something
   * was put.
   */
  change<Result>(
    work: (transaction: Transaction) => Promise<TransactionResult<Result>>,
  ): Promise<Result>;
  /** The changes to the directory, the latest first. */
  history(): Promise<HistoryEntry[]>;
  /** The papers beside the records, of a kind: all, or those of some ids. */
  papers: Transaction['papers'];
  /**
   * Calls back soon after another process has changed something, where the engine can tell; a call
   * may be missed, or come for nothing. Until the store is closed.
   */
  watch?(onChange: () => void): void;
  /** Where what is made of a revision in advance is kept; absent: nowhere. */
  readonly editions?: Editions;
  /** Waits for work under way. Afterwards every other method rejects. */
  close(): Promise<void>;
}
