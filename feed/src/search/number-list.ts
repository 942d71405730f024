/** Whole numbers from 0 to 2³² - 1 in order, four bytes each; grows as they come. */
export class NumberList {
  #values: Uint32Array;
  length: number;

  /** @param values the first of them */
  constructor(values = new Uint32Array()) {
    this.#values = values;
    this.length = values.length;
  }

  push(value: number): void {
    if (this.length === this.#values.length) {
      const more = new Uint32Array(Math.max(1024, this.length * 2));
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

  /** All of them, without a copy. */
  get numbers(): Uint32Array {
    return this.#values.subarray(0, this.length);
  }
}
