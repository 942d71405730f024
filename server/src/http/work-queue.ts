import { measureLostTime, type LostTime } from './lost-time.js';
import { turn } from '../slices.js';

/**
 * The time that work may wait until it is begun, in milliseconds. Those who are refused hear of it
 * within two seconds, though the thread be busy for half of one. Time in which other programs had the
 * processor does not count: a machine that is busy otherwise is no reason to send anybody away.
 */
const PATIENCE = 1_500;

/**
 * The time that the oldest work has waited, in milliseconds, from which there is more than can be
 * done in time.
 */
const CROWDED = 500;

/** The most that may wait: each holds a request in memory. */
const MOST_WAITING = 1_000;

/** Work that waits to be begun. */
export interface QueuedWork {
  /** Does it; never rejects. */
  begin(): Promise<void>;
  /** Tells that it has waited too long, and will not be begun. */
  refuse(): void;
}

interface Waiting {
  work: QueuedWork;
  /** By `performance.now()`. */
  since: number;
  /** The time it was asked for last. */
  asked: number;
  lost: () => number;
  patience: NodeJS.Timeout;
}

/**
 * Work that is done one after another: first come, first served; but where more comes than can be
 * done, the newest first. Then some wait in vain in any order, and by this one the others do not wait
 * as long as these.
 */
export class WorkQueue {
  /** In the order they came. */
  #waiting: Waiting[] = [];
  #isBusy = false;

  /** @param lostTime as `measureLostTime` */
  constructor(private readonly lostTime: LostTime = measureLostTime) {}

  add(work: QueuedWork): void {
    const since = performance.now();
    const waiting = { work, since, asked: since, lost: this.lostTime() };
    this.#waiting.push({ ...waiting, patience: this.#patience(work, PATIENCE) });
    const [oldest] = this.#waiting;
    if (oldest && this.#waiting.length > MOST_WAITING) this.#take(oldest.work)?.refuse();
    if (!this.#isBusy) void this.#proceed();
  }

  #patience(work: QueuedWork, time: number): NodeJS.Timeout {
    return setTimeout(() => {
      const waiting = this.#waiting.find((each) => each.work === work);
      if (!waiting) return;
      const left = waiting.since + PATIENCE + waiting.lost() - performance.now();
      if (left > 1) waiting.patience = this.#patience(work, left);
      else this.#take(work)?.refuse();
    }, time);
  }

  /** Makes some work the newest, since somebody else asks for it; its patience ends as it would have. */
  renew(work: QueuedWork): void {
    const again = this.#waiting.find((each) => each.work === work);
    if (again) again.asked = performance.now();
  }

  async #proceed(): Promise<void> {
    this.#isBusy = true;
    for (let next = this.#next(); next; next = this.#next()) {
      this.#take(next);
      // Whose turn it is will be begun, even where the thread has stood still until then.
      await turn();
      await next.begin();
    }
    this.#isBusy = false;
  }

  #next(): QueuedWork | undefined {
    const [oldest, ...others] = this.#waiting;
    if (!oldest || performance.now() - oldest.since <= CROWDED) return oldest?.work;
    return others.reduce((newest, each) => (each.asked < newest.asked ? newest : each), oldest)
      .work;
  }

  /** Takes some work out of the queue; nothing where it does not wait. */
  #take(work: QueuedWork): QueuedWork | undefined {
    const taken = this.#waiting.find((each) => each.work === work);
    clearTimeout(taken?.patience);
    this.#waiting = this.#waiting.filter((each) => each !== taken);
    return taken?.work;
  }
}
