import type { Logger } from 'pino';

/** Requests and answers since the last line. */
interface Counts {
  requests: number;
  /** The number answered without building anything. */
  remembered: number;
  byStatus: Record<string, number>;
}

const none = (): Counts => ({ requests: 0, remembered: 0, byStatus: {} });

/**
 * Counts requests and writes one line a minute. Neither addresses of people nor what they searched
 * for are kept: there is nothing to protect, to delete or to hand out.
 */
export class Traffic {
  #counts = none();
  #remembered = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor(private readonly log: Logger) {}

  /** Answers from memory since the start. */
  get remembered(): number {
    return this.#remembered + this.#counts.remembered;
  }

  start(): void {
    this.#timer = setInterval(() => this.flush(), 60_000);
    this.#timer.unref();
  }

  stop(): void {
    clearInterval(this.#timer);
    this.flush();
  }

  count(status: number, remembered: boolean): void {
    this.#counts.requests += 1;
    if (remembered) this.#counts.remembered += 1;
    this.#counts.byStatus[status] = (this.#counts.byStatus[status] ?? 0) + 1;
  }

  flush(): void {
    if (this.#counts.requests === 0) return;
    this.log.info(this.#counts, 'traffic');
    this.#remembered = this.remembered;
    this.#counts = none();
  }
}
