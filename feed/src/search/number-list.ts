/** Whole numbers from 0 to 2³² - 1 in order, four bytes each; grows as they come. */
export class NumberList {
  #values = new Uint32Array(1024);
  length = 0;

  push(value: number): void {
    if (this.length === this.#values.length) {
      const more = new Uint32Array(this.length * 2);
      more.set(this.#values);
      this.#values = more;
    }
    this.#values[this.length] = value;
    this.length += 1;
  }

  /** The number at a position; 0 where there is none. */
  at(position: number): number {
    return this.#values[position] ?? 0;
  }
}
