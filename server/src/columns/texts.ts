import { bytesOfNumbers, numbersIn } from './packed.js';

/** Many texts by number, kept as bytes: strings and their list would take several times as much. */
export class PackedTexts {
  readonly #bytes: Buffer;
  /** Where each text begins; and where they all end. */
  readonly #starts: Uint32Array;

  constructor(bytes: Buffer, starts: Uint32Array) {
    this.#bytes = bytes;
    this.#starts = starts;
  }

  static of(texts: readonly string[]): PackedTexts {
    const starts = new Uint32Array(texts.length + 1);
    texts.forEach((text, at) => {
      starts[at + 1] = (starts[at] ?? 0) + Buffer.byteLength(text);
    });
    const bytes = Buffer.alloc(starts.at(-1) ?? 0);
    texts.forEach((text, at) => bytes.write(text, starts[at] ?? 0));
    return new PackedTexts(bytes, starts);
  }

  get length(): number {
    return this.#starts.length - 1;
  }

  at(number: number): string | undefined {
    if (number >= this.length) return undefined;
    return this.#bytes.toString('utf8', this.#starts[number], this.#starts[number + 1]);
  }

  *[Symbol.iterator](): Generator<string> {
    for (let number = 0; number < this.length; number += 1) yield this.at(number) ?? '';
  }

  pack(): Uint8Array[] {
    return [this.#bytes, this.#starts].map(bytesOfNumbers);
  }

  /** Makes them of what `pack` gave. */
  static unpack([bytes, starts]: readonly (Uint8Array | undefined)[]): PackedTexts {
    const { buffer } = numbersIn(bytes, Uint8Array);
    return new PackedTexts(Buffer.from(buffer), numbersIn(starts, Uint32Array));
  }
}

/** Names by number that are looked up as well: no two are the same. */
export class PackedNames {
  readonly #texts: PackedTexts;
  /** Their numbers in the order of the names. */
  readonly #sorted: Uint32Array;

  private constructor(texts: PackedTexts, sorted: Uint32Array) {
    this.#texts = texts;
    this.#sorted = sorted;
  }

  static of(names: readonly string[]): PackedNames {
    const sorted = Uint32Array.from(names.keys());
    sorted.sort((a, b) => ((names[a] ?? '') < (names[b] ?? '') ? -1 : 1));
    return new PackedNames(PackedTexts.of(names), sorted);
  }

  get length(): number {
    return this.#texts.length;
  }

  [Symbol.iterator](): Iterator<string> {
    return this.#texts[Symbol.iterator]();
  }

  at(number: number): string | undefined {
    return this.#texts.at(number);
  }

  numberOf(name: string): number | undefined {
    const number = this.#sorted[this.#placeOf(name)];
    return number !== undefined && this.at(number) === name ? number : undefined;
  }

  /** The names that come next to one in their order, as many on each side. */
  around(name: string, most: number): string[] {
    const place = this.#placeOf(name);
    const numbers = this.#sorted.subarray(Math.max(0, place - most), place + most);
    return Array.from(numbers, (number) => this.at(number) ?? '');
  }

  /** The place among the sorted of the first that is not less. */
  #placeOf(name: string): number {
    let from = 0;
    let to = this.length;
    while (from < to) {
      const middle = (from + to) >>> 1;
      if ((this.at(this.#sorted[middle] ?? 0) ?? '') < name) from = middle + 1;
      else to = middle;
    }
    return from;
  }

  pack(): Uint8Array[] {
    return [...this.#texts.pack(), bytesOfNumbers(this.#sorted)];
  }

  /** Makes them of what `pack` gave. */
  static unpack([bytes, starts, sorted]: readonly (Uint8Array | undefined)[]): PackedNames {
    return new PackedNames(PackedTexts.unpack([bytes, starts]), numbersIn(sorted, Uint32Array));
  }
}
