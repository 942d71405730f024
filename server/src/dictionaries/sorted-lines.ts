import { Spool } from '../files/spool.js';

/** The number of lines sorted in memory; more go into a temporary file. */
const RUN = 100_000;
/** The number of lines read back at once. */
const BATCH = 500;

/** Sorts any number of lines by code unit: lines too many for memory are put aside. */
export class SortedLines {
  #lines: string[] = [];
  #spool: Spool | undefined;
  /** The numbers of a run's batches in the spool: from, to. */
  readonly #runs: [from: number, to: number][] = [];

  /** @throws FileError where there is no room */
  add(line: string): void {
    this.#lines.push(line);
    if (this.#lines.length >= RUN) this.#putAside();
  }

  /** All of them in their order. */
  *[Symbol.iterator](): Generator<string> {
    if (!this.#spool) {
      yield* this.#lines.sort();
      return;
    }
    this.#putAside();
    const runs = this.#runs.map((run) => this.#readBack(run));
    const heads = runs.map((run) => run.next());
    for (;;) {
      let least = -1;
      for (const [at, { value, done }] of heads.entries()) {
        if (!done && (least < 0 || value < String(heads[least]?.value))) least = at;
      }
      const head = heads[least];
      const run = runs[least];
      if (!head || !run) return;
      yield String(head.value);
      heads[least] = run.next();
    }
  }

  close(): void {
    this.#spool?.close();
  }

  #putAside(): void {
    this.#spool ??= new Spool();
    const lines = this.#lines.sort();
    let from: number | undefined;
    let to = 0;
    for (let at = 0; at < lines.length; at += BATCH) {
      to = this.#spool.add(lines.slice(at, at + BATCH)) + 1;
      from ??= to - 1;
    }
    if (from !== undefined) this.#runs.push([from, to]);
    this.#lines = [];
  }

  *#readBack([from, to]: [number, number]): Generator<string, undefined> {
    for (let number = from; number < to; number++) {
      const batch = this.#spool?.get(number);
      if (!Array.isArray(batch)) return;
      for (const line of batch) yield String(line);
    }
  }
}
