/** The result of checking the bytes of a text file. */
export interface Utf8Result {
  /** `broken`: UTF-8, except in some places; `other`: not UTF-8 at all. */
  verdict: 'utf-8' | 'broken' | 'other';
  /** The line of the first place that is not UTF-8. */
  line: number;
  /** The line of the first NUL byte. */
  nulLine: number | undefined;
  /** The line of the first byte that Windows-1252 does not assign. */
  unassignedLine: number | undefined;
  /** The line of the first letter that is certainly UTF-8: "ü", not "É“" of Windows-1252. */
  utf8Line: number | undefined;
}

/** First bytes of western letters, quotation marks and dashes; in Windows-1252 Â, Ã and â. */
const TELLING = new Set([0xc2, 0xc3, 0xe2]);
/** Quotation marks, dashes and dots of Windows-1252. */
const QUOTES = new Set([0x84, 0x85, 0x91, 0x92, 0x93, 0x94, 0x96, 0x97]);
const UNASSIGNED = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);

/** Searches bytes for what is not UTF-8 (RFC 3629, section 4), and what it may be instead. */
export class EncodingDetector {
  #line = 1;
  /** The bytes still missing from the current character, and the range of the next one. */
  #missing = 0;
  #low = 0x80;
  #high = 0xbf;
  #lead = 0;
  #characters = 0;
  /** Letters of non-Latin scripts, or in Windows-1252 a letter before a quotation mark: "Spaß“". */
  #doubtful = 0;
  #faults = 0;
  /** Faults that begin like the UTF-8 letters, quotes and dashes of the texts read here. */
  #telling = 0;
  #faultLine = 1;
  #nulLine: number | undefined;
  #unassignedLine: number | undefined;
  #utf8Line: number | undefined;

  add(chunk: Uint8Array): void {
    for (let index = 0; index < chunk.length; index++) {
      const byte = chunk[index]!;
      if (byte < 0x80 && this.#missing === 0) {
        if (byte === 10) this.#line++;
        else if (byte === 0) this.#nulLine ??= this.#line;
      } else this.#take(byte);
    }
  }

  result(): Utf8Result {
    if (this.#missing > 0) this.#fault(this.#lead);
    // In Windows-1252 a single "Ã" or "Â", or "â" before a sign, is not a letter expected here.
    const isBroken =
      (this.#faults > 0 && this.#characters >= this.#faults) ||
      (this.#faults > 0 && this.#telling === this.#faults);
    const isUnicode = this.#faults === 0 && (this.#characters > 0 || this.#doubtful === 0);
    return {
      verdict: isUnicode ? 'utf-8' : isBroken ? 'broken' : 'other',
      line: this.#faultLine,
      nulLine: this.#nulLine,
      unassignedLine: this.#unassignedLine,
      utf8Line: this.#utf8Line,
    };
  }

  #take(byte: number): void {
    if (UNASSIGNED.has(byte)) this.#unassignedLine ??= this.#line;
    if (this.#missing > 0) {
      if (byte >= this.#low && byte <= this.#high) {
        this.#low = 0x80;
        this.#high = 0xbf;
        if (--this.#missing === 0) {
          if (this.#isQuote(byte)) this.#doubtful++;
          else this.#characters++;
          if (TELLING.has(this.#lead)) this.#utf8Line ??= this.#line;
        }
        return;
      }
      this.#fault(this.#lead);
    }
    if (byte === 10) this.#line++;
    if (byte < 0x80) return;
    this.#lead = byte;
    this.#low = byte === 0xe0 ? 0xa0 : byte === 0xf0 ? 0x90 : 0x80;
    this.#high = byte === 0xed ? 0x9f : byte === 0xf4 ? 0x8f : 0xbf;
    if (byte >= 0xc2 && byte <= 0xdf) this.#missing = 1;
    else if (byte >= 0xe0 && byte <= 0xef) this.#missing = 2;
    else if (byte >= 0xf0 && byte <= 0xf4) this.#missing = 3;
    else this.#fault(byte);
  }

  #isQuote(last: number): boolean {
    return this.#lead < 0xe0 && !TELLING.has(this.#lead) && QUOTES.has(last);
  }

  #fault(lead: number): void {
    if (this.#faults++ === 0) this.#faultLine = this.#line;
    if (lead === 0xc2 || lead === 0xc3 || (lead === 0xe2 && this.#missing === 1)) this.#telling++;
    this.#missing = 0;
    this.#low = 0x80;
    this.#high = 0xbf;
  }
}
