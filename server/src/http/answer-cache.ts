import type { ContentEncoding } from './encoding.js';
import { Memory, type Rendered } from './memory.js';
import { Problem } from './problem.js';
import { turn } from '../slices.js';
import { render, type Reply } from './reply.js';

/** Bytes of answers kept, all that they take included. */
const MEMORY = 96 * 1024 * 1024;
/** Answers being made at one time; further callers are told to come again. */
const MAX_BUILDING = 200;

/** An answer that is being made. */
interface Building {
  made: Promise<Rendered>;
  /** Say of each who waits for it whether they have gone. */
  areGone: (() => boolean)[];
}

/**
 * The memory of ready answers, by what was asked and how it travels, and the one flight in which each
 * is made: once for a revision and day, however many ask at the same time.
 */
export class AnswerCache {
  readonly #memory = new Memory(MEMORY);
  readonly #building = new Map<string, Building>();
  /** Ends when the last of those that are being made is made. */
  #last: Promise<void> = Promise.resolve();

  /** @param now milliseconds since the epoch: what is no longer true then is not given */
  get(key: string, now: number): Rendered | undefined {
    const known = this.#memory.get(key);
    return known && now < known.until ? known : undefined;
  }

  /**
   * Makes an answer; requests for the same while it is being made wait for the same.
   * @param isGone says whether whoever asks has gone: what nobody waits for is not made
   * @throws Problem 503 where too many are being made
   */
  async make(
    key: string,
    encoding: ContentEncoding,
    reply: () => Reply | Promise<Reply>,
    isGone: () => boolean,
  ): Promise<Rendered> {
    const underWay = this.#building.get(key);
    if (underWay) {
      underWay.areGone.push(isGone);
      return underWay.made;
    }
    if (this.#building.size >= MAX_BUILDING) {
      throw new Problem(503, 'The server is busy.', {}, { 'Retry-After': '2' });
    }
    const areGone = [isGone];
    const made = this.#rendered(reply, encoding, areGone);
    const building = { made, areGone };
    this.#building.set(key, building);
    try {
      const answer = await made;
      // What came meanwhile has emptied `building`: this answer is of the revision or day before.
      if (answer.lifetime !== 'none' && this.#building.get(key) === building) {
        this.#memory.set(key, answer);
      }
      return answer;
    } finally {
      if (this.#building.get(key) === building) this.#building.delete(key);
    }
  }

  /** Forgets everything, and does not keep what is being made. */
  clear(): void {
    this.#memory.clear();
    this.#building.clear();
  }

  /**
   * One after another, compression too: what is remembered already is sent in between, and finds a
   * processor.
   */
  #rendered(
    reply: () => Reply | Promise<Reply>,
    encoding: ContentEncoding,
    areGone: readonly (() => boolean)[],
  ): Promise<Rendered> {
    const made = this.#last.then(turn).then(async () => {
      if (areGone.every((isGone) => isGone())) throw new Problem(503, 'Nobody waits for it.');
      return render(await reply(), encoding);
    });
    this.#last = made.then(nothing, nothing);
    return made;
  }
}

const nothing = () => {};
