import type { Head, RecordKind, Records, RevisionId } from './records.js';

/** The sum of what is made of one revision in advance, to be answered from. */
export interface EditionHead extends RevisionId {
  /** Grows, and is never given again, not even after a restore from a backup. */
  id: number;
  /** The whole edition that it is derived from; absent: it is whole. */
  base?: number;
}

/** Which edition something is asked of. */
export type EditionAt = Pick<EditionHead, 'id' | 'base'>;

/** A record that differs in a derived edition from what the whole one has. */
export interface EditionChange<Kind extends RecordKind = RecordKind> extends EditionRecord<Kind> {
  kind: Kind;
  /** The number of offers of the whole edition that come before it by title; 0 for other records. */
  place: number;
  /** Absent: the whole edition has it, and its position; else it comes after that one, in their order. */
  key?: RecordPlace;
}

/** An edition that differs from the one before by some records. */
export interface DerivedEdition {
  /** The one that it goes on from, the newest that is complete. */
  from: EditionHead;
  /** The revision that it is of. */
  of: RevisionId;
  changes: readonly EditionChange[];
  /** Its own parts by name. */
  parts: readonly (readonly [name: string, bytes: Uint8Array])[];
}

/** What there is to do about an edition of the latest revision. */
export type EditionClaim =
  /** Nothing has been imported. */
  | { is: 'empty' }
  | { is: 'complete'; edition: EditionHead; timeZone: string }
  /** Another process is making it. */
  | { is: 'taken' }
  /** Whoever asked is to make it, of this. */
  | { is: 'mine'; edition: EditionHead; head: Head };

/** A record of an edition, with its number among those of its kind. */
export interface EditionRecord<Kind extends RecordKind = RecordKind> {
  number: number;
  /** The number in the order of source and record key. */
  position: number;
  record: Records[Kind];
}

/** A record's address and change. */
export interface RecordName {
  number: number;
  slug: string;
  changed?: string;
}

/** Bytes of an edition by number. */
export interface NumberedBytes {
  number: number;
  bytes: Uint8Array;
}

/** The keys by which records are in order. */
export interface RecordPlace {
  source: string;
  record: string;
}

/** What is asked of an edition's records that follow one another in the order of source and key. */
export interface RecordRange {
  /** Changed since then, in milliseconds since the epoch, retired ones too; absent: those not retired. */
  since?: number | undefined;
  /** Only those that are retired. */
  isRetired?: boolean;
  skip: number;
  limit: number;
}

/** Reads the records of an edition. */
export interface EditionRecords {
  /** Records by their numbers, in no order; those that are not there are left out. */
  records<Kind extends RecordKind>(
    edition: EditionAt,
    kind: Kind,
    numbers: readonly number[],
  ): Promise<EditionRecord<Kind>[]>;
  /** Records by ids, in no order. */
  byIds<Kind extends RecordKind>(
    edition: EditionAt,
    kind: Kind,
    ids: readonly string[],
  ): Promise<EditionRecord<Kind>[]>;
  /** A record by id or slug. */
  named<Kind extends RecordKind>(
    edition: EditionAt,
    kind: Kind,
    name: string,
  ): Promise<EditionRecord<Kind> | undefined>;
  /** Some of the records in the order of source and record key, and how many there are in all. */
  range<Kind extends RecordKind>(
    edition: EditionAt,
    kind: Kind,
    range: RecordRange,
  ): Promise<{ total: number; records: Records[Kind][] }>;
  /** The addresses of all that are not retired, some at a time, in the order of source and key. */
  names(edition: EditionAt, kind: RecordKind): AsyncIterable<RecordName[]>;
}

/**
 * Where editions are kept: beside the directory. One that is complete never changes, and stays while
 * a next one is made. All reject with a `StoreError` where the store is in trouble.
 */
export interface Editions extends EditionRecords {
  /** The same in the database that is written to; absent: they are. */
  readonly primary?: Editions;
  /** The number of offers that are not retired, cheaply. */
  offers(): Promise<number>;
  /** The complete edition of the latest revision by a program; `undefined`: it has to be made. */
  latest(program: string): Promise<EditionHead | undefined>;
  /** The newest complete edition by a program, of whatever revision. */
  newest(program: string): Promise<EditionHead | undefined>;
  /** The directory's latest revision. */
  revision(): Promise<RevisionId>;
  /** The directory's head as it is now. */
  head(): Promise<Head | undefined>;
  /** The number of records that the directory has put since a revision; counts on to one more than `most`. */
  countSince(revision: number, most: number): Promise<number>;
  /** These records as they are now, by id. */
  writtenSince<Kind extends RecordKind>(
    kind: Kind,
    revision: number,
  ): AsyncIterable<Records[Kind][]>;
  /** The offers of some providers as they are now, without retired ones, in no order. */
  writtenBy(providers: readonly string[]): Promise<Records['offer'][]>;
  /** The position in an edition of the last record it has that comes before a key; -1: there is none. */
  positionBefore(edition: EditionAt, kind: RecordKind, key: RecordPlace): Promise<number>;
  /**
   * Keeps a derived edition, all of it at once.
   * @returns `undefined`: the directory has changed, or another process has made one
   */
  derive(program: string, edition: DerivedEdition, now: number): Promise<EditionHead | undefined>;
  /** The changes of records since another edition of the same whole, those of later editions last. */
  changes<Kind extends RecordKind>(
    edition: EditionAt,
    kind: Kind,
    after: number,
  ): Promise<EditionChange<Kind>[]>;
  /**
   * Claims the making of the latest revision's edition. A claim that is not touched for a minute is
   * up for others.
   * @param now milliseconds since the epoch
   */
  claim(program: string, now: number): Promise<EditionClaim>;
  /**
   * Says that a claim is alive.
   * @param now milliseconds since the epoch; 0: it is given up
   * @returns whether it still stands
   */
  touch(edition: number, now: number): Promise<boolean>;
  /** Whether the directory is still what an edition is made of. */
  isCurrent(edition: number): Promise<boolean>;
  /** The directory's own records as they are now, in the order of source and record key. */
  written<Kind extends RecordKind>(kind: Kind): AsyncIterable<Records[Kind][]>;
  /** Some of them by id, in no order. */
  writtenByIds<Kind extends RecordKind>(
    kind: Kind,
    ids: readonly string[],
  ): Promise<Records[Kind][]>;
  putRecords(edition: number, kind: RecordKind, records: readonly EditionRecord[]): Promise<void>;
  /** Parts that are there already stay as they are. */
  putParts(edition: number, name: string, parts: readonly NumberedBytes[]): Promise<void>;
  removePart(edition: number, name: string): Promise<void>;
  /** Makes an edition the one that is answered from. */
  complete(edition: number): Promise<void>;
  /**
   * Removes the editions before one, but the last that is complete, what they are derived from, and
   * what others are making.
   */
  removeBefore(edition: number, now: number): Promise<void>;
  /** Gives up one that is not complete. */
  abandon(edition: number): Promise<void>;
  /** Parts of a name, by their numbers. @param numbers absent: all of them */
  parts(edition: number, name: string, numbers?: readonly number[]): Promise<NumberedBytes[]>;
  /** The numbers of the parts of a name, with the bytes of each. */
  partSizes(edition: number, name: string): Promise<{ number: number; size: number }[]>;
  /** The names of its parts. */
  partNames(edition: number): Promise<string[]>;
}
