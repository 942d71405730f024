/** The time that work goes on before it lets others have their turn, in milliseconds. */
const SLICE = 8;

/** Work that waits for its turn, in its order. */
const waiting: (() => void)[] = [];

/**
 * Lets what has come in meanwhile be answered. However much work is under way, connections are looked
 * at between any two turns, and each takes its turn after all others.
 */
export function turn(): Promise<void> {
  return new Promise((resolve) => {
    if (waiting.push(resolve) === 1) setImmediate(takeTurn);
  });
}

function takeTurn(): void {
  waiting.shift()?.();
  if (waiting.length > 0) setImmediate(takeTurn);
}

/** Work that is much, done a little at a time, so that answers in between do not wait for it. */
export class Slices {
  #ends = performance.now() + SLICE;

  /** Does something to each of some things. */
  async each<Item>(items: Iterable<Item>, work: (item: Item) => void): Promise<void> {
    for (const item of items) {
      work(item);
      await this.pause();
    }
  }

  /** Lets others have their turn where it is time to. */
  async pause(): Promise<void> {
    if (performance.now() < this.#ends) return;
    await turn();
    this.#ends = performance.now() + SLICE;
  }

  /** Puts the pieces of a text together as they are made. */
  async text(pieces: Iterable<string>): Promise<string> {
    let text = '';
    await this.each(pieces, (piece) => (text += piece));
    return text;
  }

  /** Makes something of each of some things. */
  async map<Item, Result>(items: Iterable<Item>, make: (item: Item) => Result): Promise<Result[]> {
    const made: Result[] = [];
    await this.each(items, (item) => void made.push(make(item)));
    return made;
  }

  /** Takes the steps of some work one by one; gives what comes of it. */
  async run<Result>(steps: Generator<undefined, Result>): Promise<Result> {
    for (;;) {
      const { done, value } = steps.next();
      if (done) return value;
      await this.pause();
    }
  }

  /** Sorts like `Array.prototype.sort`: equal things keep their order. */
  sorted<Item>(items: readonly Item[], compare: Compare<Item>): Promise<Item[]> {
    return this.run(sortInSteps(items, compare));
  }
}

type Compare<Item> = (a: Item, b: Item) => number;

/** The number of things that are sorted at once. */
const RUN = 256;

/** Sorts like `Array.prototype.sort`, a little at each step. */
export function* sortInSteps<Item>(
  items: readonly Item[],
  compare: Compare<Item>,
): Generator<undefined, Item[]> {
  let runs: Item[][] = [];
  for (let at = 0; at < items.length; at += RUN) {
    runs.push(items.slice(at, at + RUN).sort(compare));
    yield;
  }
  while (runs.length > 1) {
    const longer: Item[][] = [];
    for (let at = 0; at < runs.length; at += 2) {
      longer.push(yield* merged(runs[at] ?? [], runs[at + 1] ?? [], compare));
    }
    runs = longer;
  }
  return runs[0] ?? [];
}

function* merged<Item>(
  left: Item[],
  right: Item[],
  compare: Compare<Item>,
): Generator<undefined, Item[]> {
  const all: Item[] = [];
  let next = 0;
  for (const item of left) {
    for (let other = right[next]; other !== undefined; other = right[next]) {
      if (compare(other, item) >= 0) break;
      all.push(other);
      next += 1;
    }
    all.push(item);
    if (all.length % RUN === 0) yield;
  }
  return [...all, ...right.slice(next)];
}

/** Does work at once that could be done in steps. */
export function atOnce<Result>(steps: Generator<undefined, Result>): Result {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}
