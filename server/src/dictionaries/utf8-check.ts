import { isUtf8 } from 'node:buffer';

const LINE_END = 10;

/** Checks piece by piece whether bytes are UTF-8 (RFC 3629). */
export class Utf8Check {
  readonly #decoder = new TextDecoder('utf-8', { fatal: true });
  #line = 1;

  /** @returns the line, from 1, that is not UTF-8; undefined where all is well so far */
  add(piece: Buffer): number | undefined {
    try {
      this.#decoder.decode(piece, { stream: true });
    } catch {
      return this.#line + this.#wrongIn(piece);
    }
    for (let at = -1; (at = piece.indexOf(LINE_END, at + 1)) >= 0;) this.#line += 1;
    return undefined;
  }

  /** The number of lines of a piece before the first wrong one. */
  #wrongIn(piece: Buffer): number {
    // The last bytes of a character that began in the previous piece.
    let from = 0;
    while (from < 3 && ((piece[from] ?? 0) & 0xc0) === 0x80) from += 1;
    for (let lines = 0; ; lines++) {
      const end = piece.indexOf(LINE_END, from);
      if (end < 0 || !isUtf8(piece.subarray(from, end))) return lines;
      from = end + 1;
    }
  }
}
