import type { Encoded } from './encoding.js';
import type { Lifetime } from './headers.js';

/** An answer with its bytes and its validator. */
export interface Rendered extends Encoded {
  status: number;
  etag: string;
  lifetime: Lifetime;
  /**
   * Milliseconds since the epoch from which it is no longer true; Infinity where its lifetime is
   * enough.
   */
  until: number;
  /** Name, value, name, value: those that are the same each time it is sent. */
  headers: string[];
}

/**
 * The memory an answer takes besides its body, its address and its headers' letters, in bytes: the
 * objects that hold them, the entry in the map, and what the allocator needs for a buffer. An
 * estimate on the safe side: 50,000 empty answers, letters included, took 1,060 bytes of heap each
 * and up to 2,110 of resident memory, where 2,200 are counted. `test/load/addresses.ts` watches the
 * total.
 */
const OVERHEAD = 1_536;

/** Answers by address, bounded by the memory they take; the oldest goes first. */
export class Memory {
  readonly #answers = new Map<string, { rendered: Rendered; bytes: number }>();
  #bytes = 0;

  /** @param limit in bytes */
  constructor(private readonly limit: number) {}

  /** The memory in use, in bytes. */
  get bytes(): number {
    return this.#bytes;
  }

  get(address: string): Rendered | undefined {
    return this.#answers.get(address)?.rendered;
  }

  /**
   * Keeps an answer, unless it is an error, of which there are as many as meaningless addresses, or
   * takes more than an eighth of the memory.
   */
  set(address: string, rendered: Rendered): void {
    const bytes = sizeOf(address, rendered);
    if (rendered.status >= 400 || bytes > this.limit / 8) return;
    this.#remove(address);
    this.#answers.set(address, { rendered: { ...rendered, body: exact(rendered.body) }, bytes });
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
    this.#bytes -= known.bytes;
  }
}

/** The size in bytes; strings may take two bytes a letter. */
function sizeOf(address: string, { body, headers }: Rendered): number {
  const letters = headers.reduce((total, each) => total + each.length, address.length);
  return OVERHEAD + body.length + 2 * letters;
}

/**
 * A body in a buffer of its own size: small buffers are cut from a pool, and zlib's output from a
 * chunk of 16 kB, which live until the last of their parts goes.
 */
function exact(body: Buffer): Buffer {
  if (body.buffer.byteLength === body.length) return body;
  const copy = Buffer.allocUnsafeSlow(body.length);
  body.copy(copy);
  return copy;
}
