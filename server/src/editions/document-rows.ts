/** The documents of a search index by number: whose they are, and their titles. */
export class DocumentRows {
  readonly #ordinals: number[] = [];
  readonly #languages: number[] = [];
  readonly #titleStarts = [0];
  #titles = Buffer.alloc(1 << 16);

  /**
   * Adds a document.
   * @param ordinal of its offer
   * @param language 0 where it is as it was written, else the number of its language from 1
   * @param titles in lines
   */
  add(ordinal: number, language: number, titles: string): void {
    this.#ordinals.push(ordinal);
    this.#languages.push(language);
    const start = this.#titleStarts.at(-1) ?? 0;
    const end = start + Buffer.byteLength(titles);
    if (end > this.#titles.length) {
      this.#titles = Buffer.concat([this.#titles], Math.max(end, this.#titles.length * 2));
    }
    this.#titles.write(titles, start);
    this.#titleStarts.push(end);
  }

  /** All of them as rows of numbers. */
  pack() {
    return {
      ordinals: Uint32Array.from(this.#ordinals),
      languages: Uint8Array.from(this.#languages),
      titles: this.#titles.subarray(0, this.#titleStarts.at(-1)),
      titleStarts: Uint32Array.from(this.#titleStarts),
    };
  }
}
