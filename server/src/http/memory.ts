import type { Encoded } from './encoding.js';
import type { Lifetime } from './headers.js';

/** An answer whose bytes and validator are made. */
export interface Rendered extends Encoded {
  status: number;
  etag: string;
  lifetime: Lifetime;
  /** Milliseconds since the epoch from which it is no longer true; Infinity where its lifetime says all. */
  until: number;
  /** Name, value, name, value: whatever is the same for each time it is sent. */
  headers: string[];
}

/** Answers by address, bounded by their bytes; the oldest goes first. */
export class Memory {
  readonly #answers = new Map<string, Rendered>();
  #bytes = 0;

  constructor(private readonly limit: number) {}

  get(address: string): Rendered | undefined {
    return this.#answers.get(address);
  }

  /** Keeps an answer; one too large for an eighth of the memory is not kept. */
  set(address: string, rendered: Rendered): void {
    const bytes = rendered.body.length;
    if (bytes > this.limit / 8) return;
    this.#remove(address);
    this.#answers.set(address, rendered);
    this.#bytes += bytes;
    for (const oldest of this.#answers.keys()) {
      if (this.#bytes <= this.limit) break;
      this.#remove(oldest);
    }
  }

  /** Forgets everything. */
  clear(): void {
    this.#answers.clear();
    this.#bytes = 0;
  }

  #remove(address: string): void {
    const known = this.#answers.get(address);
    if (!known) return;
    this.#answers.delete(address);
    this.#bytes -= known.body.length;
  }
}
