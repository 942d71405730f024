import type { ContentEncoding } from './encoding.js';
import { Memory, type Rendered } from './memory.js';
import { Problem } from './problem.js';
import { turn } from '../slices.js';
import { render, type Reply } from './reply.js';

/** The limit of memory for kept answers, in bytes. */
const MEMORY = 96 * 1024 * 1024;
/** The most answers being made at one time; further callers are told to come back later. */
const MAX_BUILDING = 200;

/** An answer that is being made. */
interface Building {
  made: Promise<Rendered>;
  /** Functions that say of each waiting client whether it has gone. */
  areGone: (() => boolean)[];
}

/**
 * A cache of answers by request and encoding. Each is made once for a revision and day, however
 * many ask at the same time.
 */
export class AnswerCache {
  readonly #memory = new Memory(MEMORY);
  readonly #building = new Map<string, Building>();
  /** Settles when the last answer in progress is made. */
  #last: Promise<void> = Promise.resolve();

  /** @param now milliseconds since the epoch: an answer no longer true then is not given */
  get(key: string, now: number): Rendered | undefined {
    const known = this.#memory.get(key);
    return known && now < known.until ? known : undefined;
  }

  /**
   * Makes an answer; requests for the same one wait for it while it is being made.
   * @param isGone says whether the client has gone: an answer nobody waits for is not made
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
      // A change meanwhile has emptied `building`: this answer is of the previous revision or day.
      if (answer.lifetime !== 'none' && this.#building.get(key) === building) {
        this.#memory.set(key, answer);
      }
      return answer;
    } finally {
      if (this.#building.get(key) === building) this.#building.delete(key);
    }
  }

  /** Forgets everything, and does not keep answers in progress. */
  clear(): void {
    this.#memory.clear();
    this.#building.clear();
  }

  /**
   * Makes answers one after another, compression included: remembered ones are sent in between, and
   * find a processor.
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
