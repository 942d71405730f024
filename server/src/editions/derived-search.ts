import {
  IndexBuilder,
  firstFrom,
  placeOf,
  type ScoreLayer,
  type SearchIndex,
} from '@vielfalt/feed/search';
import type { Move } from '../columns/move.js';
import { atOnce, type Slices } from '../slices.js';
import type { TitleSource } from '../snapshot/search.js';
import { Titles, packTitles } from '../snapshot/titles.js';
import type { LanguageDocument } from './offer-documents.js';
import { PackedPlaces, bytesOfPlaces, codesIn } from './packed-places.js';
import type { PlaceSource, WordReader } from './places.js';
import { NO_OFFER, type SearchedIndex } from './search.js';

/** A document that is added, with the ordinal of its offer. */
export interface AddedDocument extends LanguageDocument {
  ordinal: number;
}

/** How documents change from one revision to the next. */
export interface DocumentChanges {
  move: Move;
  /** Those of the offers that are gone, or are made anew. */
  gone: readonly LanguageDocument[];
  added: readonly AddedDocument[];
  /** The usual length of each field: the same before and after. */
  usual: readonly number[];
}

/** What is searched of a derived edition: some documents of the whole one count no longer, and others come after them. */
export interface DerivedIndex extends SearchedIndex {
  places: DerivedPlaces;
  titles: DerivedTitles;
}

/** The number of words or documents that are dealt with at once. */
const AT_ONCE = 50_000;

/** Makes what is searched of the next revision. */
export async function derivedIndex(
  before: SearchedIndex | DerivedIndex,
  { move, gone, added, usual }: DocumentChanges,
  slices: Slices,
): Promise<DerivedIndex> {
  const [lost, found] = [await indexOf(gone, usual, slices), await indexOf(added, usual, slices)];
  const first = before.ordinals.length;
  const ordinals = new Uint32Array(first + added.length);
  const languages = new Uint8Array(first + added.length);
  languages.set(before.languages);
  const places = before.places instanceof DerivedPlaces ? before.places : undefined;
  for (let document = 0; document < first; document += 1) {
    const ordinal = move.of(before.ordinals[document] ?? NO_OFFER);
    ordinals[document] = ordinal ?? NO_OFFER;
    if (ordinal === undefined) languages[document] = 0;
    if (document % AT_ONCE === 0) await slices.pause();
  }
  for (const [at, { ordinal, language }] of added.entries()) {
    ordinals[first + at] = ordinal;
    languages[first + at] = language;
  }
  const words = await slices.run(joinedWords(before, lost, found, places));
  return {
    ...{ words: words.words, counts: words.counts, ordinals, languages },
    documents: before.documents - gone.length + added.length,
    places: new DerivedPlaces(
      places?.whole ?? before.places,
      words,
      withPlaces(places?.added, found, first),
    ),
    titles: DerivedTitles.after(before, added),
  };
}

/** The index of some documents, which are few. */
async function indexOf(
  documents: readonly LanguageDocument[],
  usual: readonly number[],
  slices: Slices,
): Promise<SearchIndex> {
  const builder = new IndexBuilder(usual);
  await slices.each(documents, ({ fields }) => builder.add({ id: '', fields }));
  return slices.run(builder.finish());
}

/** The words of a derived edition. */
interface DerivedWords {
  words: readonly string[];
  counts: Uint32Array;
  /** For each word: its number in the whole edition; -1: that does not have it. */
  numbers: Int32Array;
}

/** Takes the words of some documents out, and puts those of others in; a few steps at a time. */
function* joinedWords(
  before: SearchedIndex,
  lost: SearchIndex,
  found: SearchIndex,
  places: DerivedPlaces | undefined,
): Generator<undefined, DerivedWords> {
  const changes = changedCounts(lost, found);
  const most = before.words.length + changes.length;
  const pieces: (readonly string[])[] = [];
  const counts = new Uint32Array(most);
  const numbers = new Int32Array(most);
  let from = 0;
  let length = 0;
  const keepUpTo = (to: number) => {
    pieces.push(before.words.slice(from, to));
    counts.set(before.counts.subarray(from, to), length);
    if (places) numbers.set(places.numbers.subarray(from, to), length);
    else for (let at = from; at < to; at += 1) numbers[length + at - from] = at;
    length += to - from;
    from = to;
  };
  for (const [word, change] of changes) {
    const at = firstFrom(before.words, word);
    keepUpTo(at);
    const isKnown = before.words[at] === word;
    const count = (isKnown ? (before.counts[at] ?? 0) : 0) + change;
    if (isKnown) from += 1;
    if (count > 0) {
      pieces.push([word]);
      counts[length] = count;
      numbers[length] = isKnown ? (places ? (places.numbers[at] ?? -1) : at) : -1;
      length += 1;
    }
    yield;
  }
  keepUpTo(before.words.length);
  const words = ([] as string[]).concat(...pieces);
  return { words, counts: counts.slice(0, length), numbers: numbers.slice(0, length) };
}

/** By how much the counts of words change, in the order of words. */
function changedCounts(lost: SearchIndex, found: SearchIndex): [word: string, by: number][] {
  const all = new Map<string, number>();
  const add = ({ words, counts }: SearchIndex, by: number) => {
    words.forEach((word, at) => all.set(word, (all.get(word) ?? 0) + by * (counts[at] ?? 0)));
  };
  add(lost, -1);
  add(found, 1);
  return [...all].filter(([, by]) => by !== 0).sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Adds the places of some words to others. @param first the number of the first document */
function withPlaces(
  known: ReadonlyMap<string, Uint32Array> | undefined,
  { words, places }: SearchIndex,
  first: number,
): Map<string, Uint32Array> {
  const all = new Map(known);
  for (const [number, word] of words.entries()) {
    const own = Uint32Array.from(places(number), (place) => place + placeOf(first, 0));
    all.set(word, joined(all.get(word) ?? new Uint32Array(), own));
  }
  return all;
}

function joined(one: Uint32Array, other: Uint32Array): Uint32Array {
  if (one.length === 0) return other;
  const all = new Uint32Array(one.length + other.length);
  all.set(one);
  all.set(other, one.length);
  return all;
}

const readerOf = (places: ArrayLike<number>) => new PackedPlaces(codesIn(bytesOfPlaces(places)));

/** The places of words in the whole edition, and in the documents added. */
class DerivedPlaces implements PlaceSource {
  readonly whole: PlaceSource;
  readonly added: ReadonlyMap<string, Uint32Array>;
  readonly #words: DerivedWords;

  constructor(whole: PlaceSource, words: DerivedWords, added: ReadonlyMap<string, Uint32Array>) {
    this.whole = whole;
    this.added = added;
    this.#words = words;
  }

  get numbers(): Int32Array {
    return this.#words.numbers;
  }

  async read(words: ReadonlySet<number>): Promise<(word: number) => WordReader> {
    const { words: all, numbers } = this.#words;
    const wanted = [...words].map((word) => numbers[word] ?? -1).filter((number) => number >= 0);
    const whole = await this.whole.read(new Set(wanted));
    return (word) => {
      const number = numbers[word] ?? -1;
      const own = this.added.get(all[word] ?? '');
      if (number < 0) return readerOf(own ?? []);
      return own ? new JoinedPlaces(whole(number), readerOf(own)) : whole(number);
    };
  }
}

/** The places of a word in some documents, and then in others that come after them. */
class JoinedPlaces implements WordReader {
  readonly #first: WordReader;
  readonly #second: WordReader;

  constructor(first: WordReader, second: WordReader) {
    this.#first = first;
    this.#second = second;
  }

  get next(): number {
    return Math.min(this.#first.next, this.#second.next);
  }

  raise(layer: ScoreLayer, worth: Float64Array): void {
    this.#first.raise(layer, worth);
    this.#second.raise(layer, worth);
  }

  some(holds: (document: number) => boolean): boolean {
    return this.#first.some(holds) || this.#second.some(holds);
  }
}

/** The titles of the whole edition's documents, and those of the ones added. */
class DerivedTitles implements TitleSource {
  readonly #whole: TitleSource;
  /** The number of the first document that is added. */
  readonly #first: number;
  readonly #texts: readonly string[];
  readonly #added: Titles;

  private constructor(whole: TitleSource, first: number, texts: readonly string[]) {
    this.#whole = whole;
    this.#first = first;
    this.#texts = texts;
    this.#added = atOnce(Titles.of(packTitles(texts)));
  }

  static after(
    { titles, ordinals }: SearchedIndex,
    added: readonly AddedDocument[],
  ): DerivedTitles {
    const texts = added.map((document) => document.titles.join('\n'));
    return titles instanceof DerivedTitles
      ? new DerivedTitles(titles.#whole, titles.#first, [...titles.#texts, ...texts])
      : new DerivedTitles(titles, ordinals.length, texts);
  }

  ask(text: string): void {
    this.#whole.ask(text);
    this.#added.ask(text);
  }

  of(document: number): readonly string[] {
    return document < this.#first
      ? this.#whole.of(document)
      : this.#added.of(document - this.#first);
  }
}
