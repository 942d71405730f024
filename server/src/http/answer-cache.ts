import type { ContentEncoding } from './encoding.js';
import { Memory, type Rendered } from './memory.js';
import { Problem } from './problem.js';
import { render, type Reply } from './reply.js';
import { WorkQueue, type QueuedWork } from './work-queue.js';

/** The limit of memory for kept answers, in bytes. */
const MEMORY = 96 * 1024 * 1024;

/** An answer that is being made, or waits for that. */
interface Building {
  made: Promise<Rendered>;
  /** Functions that say of each waiting client whether it has gone. */
  areGone: (() => boolean)[];
  /** Has it made before what was asked for earlier, where not all can be made in time. */
  renew: () => void;
}

/** A request for an answer that has to be made. */
export interface Wish {
  /** As `answerKey` makes it. */
  key: string;
  encoding: ContentEncoding;
  reply: () => Reply | Promise<Reply>;
  /** Says whether the client has gone: an answer nobody waits for is not made. */
  isGone: () => boolean;
  /** It takes long, and is made beside those that do not. */
  isLong?: boolean;
}

/**
 * Tells how long an answer has waited, in seconds, until it was begun, or until those who asked were
 * told to come back later.
 */
export type ObserveWait = (outcome: 'begun' | 'refused', seconds: number) => void;

/**
 * A cache of answers by request and encoding. Each is made once for a revision and day, however
 * many ask at the same time; remembered ones are sent while one is made.
 */
export class AnswerCache {
  readonly #memory = new Memory(MEMORY);
  readonly #building = new Map<string, Building>();
  /** Those that take long do not keep the others waiting, who take turns with them. */
  readonly #queues = { short: new WorkQueue(), long: new WorkQueue() };
  readonly #observe: ObserveWait | undefined;

  constructor(observe?: ObserveWait) {
    this.#observe = observe;
  }

  /** @param now milliseconds since the epoch: an answer no longer true then is not given */
  get(key: string, now: number): Rendered | undefined {
    const known = this.#memory.get(key);
    return known && now < known.until ? known : undefined;
  }

  /**
   * Makes an answer; requests for the same one wait for it while it is being made.
   * @throws Problem 503 where it could not be begun in time
   */
  async make(wish: Wish): Promise<Rendered> {
    const { key, isGone } = wish;
    const underWay = this.#building.get(key);
    if (underWay) {
      underWay.areGone.push(isGone);
      underWay.renew();
      return underWay.made;
    }
    const building = this.#begun(wish);
    this.#building.set(key, building);
    try {
      const answer = await building.made;
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

  /** Has an answer made, compression included, when its turn comes. */
  #begun({ encoding, reply, isGone, isLong = false }: Wish): Building {
    const queue = this.#queues[isLong ? 'long' : 'short'];
    const areGone = [isGone];
    const asked = performance.now();
    const observe = (outcome: 'begun' | 'refused') =>
      this.#observe?.(outcome, (performance.now() - asked) / 1000);
    const make = async () => {
      if (areGone.every((hasGone) => hasGone())) throw new Problem(503, 'Nobody waits for it.');
      observe('begun');
      return render(await reply(), encoding);
    };
    const { promise: made, resolve, reject } = promised<Rendered>();
    const work: QueuedWork = {
      begin: () => make().then(resolve, reject),
      refuse() {
        observe('refused');
        reject(new Problem(503, 'The server is busy.', {}, { 'Retry-After': '2' }));
      },
    };
    queue.add(work);
    return { made, areGone, renew: () => queue.renew(work) };
  }
}

/** A promise and what settles it. */
function promised<Result>() {
  let resolve: (result: Result) => void = nothing;
  let reject: (error: unknown) => void = nothing;
  const promise = new Promise<Result>((...settle) => ([resolve, reject] = settle));
  return { promise, resolve, reject };
}

const nothing = () => {};
