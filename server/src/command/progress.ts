import { systemClock } from '../clock.js';
import type { Clock } from '../clock.js';

const WIDTH = 30;

/** The time between lines where there is no terminal, in milliseconds. */
const BETWEEN_LINES = 30_000;

/** A terminal, or a file or program that the output goes to. */
type ErrorOutput = Pick<NodeJS.WriteStream, 'isTTY' | 'write'>;

/**
 * A progress bar on a terminal. Elsewhere, a line now and then of what takes long, for whoever looks
 * into a log.
 */
export class ProgressBar {
  readonly #label: string;
  readonly #output: ErrorOutput;
  readonly #clock: Clock;
  #percent = -1;
  #saidAt: number;

  constructor(label: string, output: ErrorOutput = process.stderr, clock: Clock = systemClock) {
    this.#label = label;
    this.#output = output;
    this.#clock = clock;
    this.#saidAt = clock();
  }

  /** @param share 0 to 1 */
  show(share: number): void {
    const percent = Math.floor(Math.min(1, share) * 100);
    if (percent === this.#percent) return;
    this.#percent = percent;
    if (this.#output.isTTY) this.#draw(percent);
    else this.#sayLater(percent);
  }

  /** Clears the bar, so that what is printed next begins on an empty line. */
  end(): void {
    if (this.#percent >= 0 && this.#output.isTTY) this.#output.write('\r\u001b[K');
    this.#percent = -1;
  }

  #draw(percent: number): void {
    const full = Math.round((percent / 100) * WIDTH);
    const bar = '#'.repeat(full).padEnd(WIDTH, '.');
    this.#output.write(`\r${this.#label.padEnd(8)} [${bar}] ${String(percent).padStart(3)} %`);
  }

  #sayLater(percent: number): void {
    const now = this.#clock();
    if (now - this.#saidAt < BETWEEN_LINES) return;
    this.#saidAt = now;
    this.#output.write(`${this.#label}: ${percent} %\n`);
  }
}
