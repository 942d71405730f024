import { IndexBuilder, placeOf, type SearchIndex } from '@vielfalt/feed/search';
import { addBit, hasBit, noBits, type Bits } from '../columns/bits.js';
import type { Move } from '../columns/move.js';
import { bytesOfNumbers } from '../columns/packed.js';
import type { Slices } from '../slices.js';
import type { LanguageDocument } from './offer-documents.js';
import type { PlaceSource } from './places.js';
import type { SearchedIndex } from './search.js';
import { Titles, type TitleSource } from './titles.js';

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
const AT_ONCE = 10_000;

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
  const dead = noBits(ordinals.length);
  if (places) dead.set(places.dead);
  for (let document = 0; document < first; document += 1) {
    const ordinal = move.of(before.ordinals[document] ?? 0);
    if (ordinal === undefined) addBit(dead, document);
    else ordinals[document] = ordinal;
    if (hasBit(dead, document)) languages[document] = 0;
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
      dead,
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
  const most = before.words.length + found.words.length;
  const words: string[] = [];
  const counts = new Uint32Array(most);
  const numbers = new Int32Array(most);
  const [gone, more] = [reading(lost), reading(found)];
  const add = (word: string, count: number, number: number) => {
    if (count === 0) return;
    counts[words.length] = count;
    numbers[words.length] = number;
    words.push(word);
  };
  for (const [at, word] of before.words.entries()) {
    for (let next = more.before(word); next; next = more.before(word))
      add(next.word, next.count, -1);
    const number = places ? (places.numbers[at] ?? -1) : at;
    add(word, (before.counts[at] ?? 0) - gone.of(word) + more.of(word), number);
    if (at % AT_ONCE === 0) yield;
  }
  for (let next = more.before(); next; next = more.before()) add(next.word, next.count, -1);
  const { length } = words;
  return { words, counts: counts.slice(0, length), numbers: numbers.slice(0, length) };
}

/** Reads the words of an index in their order, with their counts. */
function reading({ words, counts }: SearchIndex) {
  let at = 0;
  const take = () => {
    const [word, count] = [words[at] ?? '', counts[at] ?? 0];
    at += 1;
    return { word, count };
  };
  return {
    /** The next word, if it comes before another one; absent: any. */
    before(other?: string) {
      const word = words[at];
      return word !== undefined && (other === undefined || word < other) ? take() : undefined;
    },
    /** The count of a word, if that is the next one. */
    of: (word: string) => (words[at] === word ? take().count : 0),
  };
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

/** The places of words in the whole edition but for documents that count no longer, and those added. */
class DerivedPlaces implements PlaceSource {
  readonly whole: PlaceSource;
  readonly added: ReadonlyMap<string, Uint32Array>;
  readonly dead: Bits;
  readonly #words: DerivedWords;
  #known: ReadonlyMap<number, Uint32Array> = new Map();

  constructor(
    whole: PlaceSource,
    words: DerivedWords,
    added: ReadonlyMap<string, Uint32Array>,
    dead: Bits,
  ) {
    this.whole = whole;
    this.added = added;
    this.dead = dead;
    this.#words = words;
  }

  get numbers(): Int32Array {
    return this.#words.numbers;
  }

  of(word: number): Uint32Array {
    return this.#known.get(word) ?? new Uint32Array();
  }

  with<Result>(words: ReadonlySet<number>, ask: () => Result): Promise<Result> {
    const { numbers } = this.#words;
    const wanted = [...words].map((word) => numbers[word] ?? -1).filter((number) => number >= 0);
    return this.whole.with(new Set(wanted), () => {
      this.#known = new Map([...words].map((word) => [word, this.#read(word)]));
      try {
        return ask();
      } finally {
        this.#known = new Map();
      }
    });
  }

  #read(word: number): Uint32Array {
    const number = this.#words.numbers[word] ?? -1;
    const own = this.added.get(this.#words.words[word] ?? '') ?? new Uint32Array();
    const all = number < 0 ? own : joined(this.whole.of(number), own);
    return all.filter((place) => !hasBit(this.dead, Math.floor(place / DOCUMENT)));
  }
}

/** The places of a document: as many as there are impacts. */
const DOCUMENT = placeOf(1, 0);

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
    const encoded = texts.map((each) => Buffer.from(each));
    const titleStarts = new Uint32Array(texts.length + 1);
    encoded.forEach(({ length }, at) => (titleStarts[at + 1] = (titleStarts[at] ?? 0) + length));
    this.#added = new Titles({ titles: bytesOfNumbers(Buffer.concat(encoded)), titleStarts });
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
