import type { Head, RecordKind, Records, RevisionId } from './records.js';

/** The sum of what is made of one revision in advance, to be answered from. */
export interface EditionHead extends RevisionId {
  /** Grows, and is never given again, not even after a restore from a backup. */
  id: number;
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

/** What is asked of an edition's records that follow one another in the order of source and key. */
export interface RecordRange {
  /** Changed since then, in milliseconds since the epoch, retired ones too; absent: those not retired. */
  since?: number | undefined;
  /** Only those that are retired. */
  isRetired?: boolean;
  skip: number;
  limit: number;
}

/**
 * Where editions are kept: beside the directory. One that is complete never changes, and stays while
 * a next one is made. All reject with a `StoreError` where the store is in trouble.
 */
export interface Editions {
  /** The number of offers that are not retired, cheaply. */
  offers(): Promise<number>;
  /** The complete edition of the latest revision by a program; `undefined`: it has to be made. */
  latest(program: string): Promise<EditionHead | undefined>;
  /**
   * Claims the making of the latest revision's edition. A claim that is not touched for a minute is
   * up for others.
   * @param now milliseconds since the epoch
   */
  claim(program: string, now: number): Promise<EditionClaim>;
  /** @returns whether the claim still stands */
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
  /** Removes all editions before one, but the last that is complete. */
  removeBefore(edition: number): Promise<void>;
  /** Gives up one that is not complete. */
  abandon(edition: number): Promise<void>;
  /** Parts of a name, by their numbers. @param numbers absent: all of them */
  parts(edition: number, name: string, numbers?: readonly number[]): Promise<NumberedBytes[]>;
  /** The names of its parts. */
  partNames(edition: number): Promise<string[]>;
  /** Records by their numbers, in no order; those that are not there are left out. */
  records<Kind extends RecordKind>(
    edition: number,
    kind: Kind,
    numbers: readonly number[],
  ): Promise<EditionRecord<Kind>[]>;
  /** Records by ids, in no order. */
  byIds<Kind extends RecordKind>(
    edition: number,
    kind: Kind,
    ids: readonly string[],
  ): Promise<EditionRecord<Kind>[]>;
  /** A record by id or slug. */
  named<Kind extends RecordKind>(
    edition: number,
    kind: Kind,
    name: string,
  ): Promise<EditionRecord<Kind> | undefined>;
  /** Some of the records in the order of source and record key, and how many there are in all. */
  range<Kind extends RecordKind>(
    edition: number,
    kind: Kind,
    range: RecordRange,
  ): Promise<{ total: number; records: Records[Kind][] }>;
  /** The addresses of all that are not retired, some at a time, in the order of source and key. */
  names(edition: number, kind: RecordKind): AsyncIterable<RecordName[]>;
}
