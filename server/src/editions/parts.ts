import type {
  DirectoryRecord,
  ListedNetwork,
  Location,
  OwnLexicon,
  Vocabulary,
} from '@vielfalt/feed';
import type { OfferFacts } from '../columns/columns.js';
import { bytesOfNumbers, numbersIn, type Packed } from '../columns/packed.js';
import { ProviderHeads } from '../columns/provider-heads.js';
import { turn } from '../slices.js';
import type { PackedTitles } from '../snapshot/titles.js';
import { StoreError } from '../store/error.js';
import type { Editions, NumberedBytes } from '../store/editions.js';
import type { EditionBasis } from './basis.js';

/** The parts of an edition by name; each begins with number 0. */
export const PARTS = {
  facts: 'facts',
  providers: 'providers',
  basis: 'basis',
  columns: 'columns',
  likeness: 'likeness',
  words: 'words',
  documents: 'documents',
  titles: 'titles',
  places: 'places',
  fewPlaces: 'few places',
} as const;

/** The name of a day's part. */
export const dayPart = (date: string) => `day ${date}`;

/** What an edition is, besides its records and rows of numbers. */
export interface EditionFacts {
  directory: DirectoryRecord;
  vocabulary: Vocabulary;
  lexicon: OwnLexicon;
  /** The tags that something is available in, by their keys. */
  languages: readonly (readonly [key: string, tag: string])[];
  /** Those that are not retired, by name. */
  networks: readonly ListedNetwork[];
  /** The addresses of members, by their ids. */
  addresses: Readonly<Record<string, Location>>;
  /** The mean length of each field that search reads, in words. */
  usual: readonly number[];
}

/** The search index of an edition without the places of its words. */
export interface EditionIndex extends PackedTitles {
  words: readonly string[];
  /** For each word: the number of documents that have it. */
  counts: Uint32Array;
  /** For each document: the ordinal of its offer. */
  ordinals: Uint32Array;
  /** For each document: 0 where it is as it was written, else the number of its language from 1. */
  languages: Uint8Array;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

export const bytesOfJson = (value: unknown) => encoder.encode(JSON.stringify(value));

const jsonIn = <Value>(bytes: Uint8Array | undefined) => JSON.parse(decoder.decode(bytes)) as Value;

/** The most bytes that are read at once, while others wait. */
const PIECE = 2_000_000;
/** More than a row has pieces: those of the second are numbered from here. */
const PIECES = 1_000;

/** Rows as parts in their order, long ones in pieces. */
export function numberedRows(rows: readonly Uint8Array[]): NumberedBytes[] {
  return rows.flatMap((bytes, row) =>
    Array.from({ length: Math.max(1, Math.ceil(bytes.length / PIECE)) }, (_, piece) => ({
      number: row * PIECES + piece,
      bytes: bytes.subarray(piece * PIECE, (piece + 1) * PIECE),
    })),
  );
}

/** Packed columns as parts: first what they are, then their rows. */
export function packedParts({ facts, rows }: Packed<unknown>): NumberedBytes[] {
  return numberedRows([bytesOfJson(facts), ...rows]);
}

/** The rows of a part in their order, read a little at a time. @throws StoreError where it has gone */
async function rowsOf(editions: Editions, edition: number, name: string): Promise<Uint8Array[]> {
  const pieces = await editions.partSizes(edition, name);
  if (pieces.length === 0) throw goneError();
  const rows: { bytes: Uint8Array; length: number }[] = [];
  for (const { number, size } of pieces) {
    const row = (rows[Math.floor(number / PIECES)] ??= { bytes: new Uint8Array(), length: 0 });
    row.length += size;
  }
  for (const row of rows) row.bytes = new Uint8Array(row.length);
  for (const numbers of together(pieces)) {
    const found = await editions.parts(edition, name, numbers);
    if (found.length < numbers.length) throw goneError();
    for (const { number, bytes } of found) {
      rows[Math.floor(number / PIECES)]?.bytes.set(bytes, (number % PIECES) * PIECE);
    }
    await turn();
  }
  return rows.map(({ bytes }) => bytes);
}

/** The numbers of pieces, as many in a list as are read at once. */
function together(pieces: readonly { number: number; size: number }[]): number[][] {
  const lists: number[][] = [];
  let bytes = Infinity;
  for (const { number, size } of pieces) {
    bytes += size;
    if (bytes > PIECE) {
      lists.push([]);
      bytes = size;
    }
    lists.at(-1)?.push(number);
  }
  return lists;
}

/** Of an edition that another one has replaced. */
export function goneError(): StoreError {
  return new StoreError(
    'behind',
    'The revision that answers were read from has been replaced: the next one is being opened. Try again in a second.',
  );
}

export const isGone = (error: unknown) => error instanceof StoreError && error.trouble === 'behind';

export async function readPacked<Facts>(
  editions: Editions,
  edition: number,
  name: string,
): Promise<Packed<Facts>> {
  const [facts, ...rows] = await rowsOf(editions, edition, name);
  return { facts: jsonIn<Facts>(facts), rows };
}

export async function readFacts(editions: Editions, edition: number): Promise<EditionFacts> {
  const [facts] = await rowsOf(editions, edition, PARTS.facts);
  return jsonIn(facts);
}

export const readProviders = async (editions: Editions, edition: number) =>
  ProviderHeads.unpack(await rowsOf(editions, edition, PARTS.providers));

/** What tells of an edition, whole or derived. */
export async function readBasis(editions: Editions, edition: number): Promise<EditionBasis> {
  const [basis] = await rowsOf(editions, edition, PARTS.basis);
  return jsonIn(basis);
}

export const readColumns = (editions: Editions, edition: number) =>
  readPacked<OfferFacts>(editions, edition, PARTS.columns);

export function indexParts(index: EditionIndex): [name: string, parts: NumberedBytes[]][] {
  const { words, counts, ordinals, languages, titles, titleStarts } = index;
  return [
    [PARTS.words, numberedRows([encoder.encode(words.join(' ')), bytesOfNumbers(counts)])],
    [PARTS.documents, numberedRows([ordinals, languages].map(bytesOfNumbers))],
    [PARTS.titles, numberedRows([titles, bytesOfNumbers(titleStarts)])],
  ];
}

export async function readIndex(editions: Editions, edition: number): Promise<EditionIndex> {
  const [words, counts] = await rowsOf(editions, edition, PARTS.words);
  const [ordinals, languages] = await rowsOf(editions, edition, PARTS.documents);
  const [titles, titleStarts] = await rowsOf(editions, edition, PARTS.titles);
  return {
    words: decoder.decode(words).split(' ').filter(Boolean),
    counts: numbersIn(counts, Uint32Array),
    ordinals: numbersIn(ordinals, Uint32Array),
    languages: numbersIn(languages, Uint8Array),
    titles: titles ?? new Uint8Array(),
    titleStarts: numbersIn(titleStarts, Uint32Array),
  };
}
