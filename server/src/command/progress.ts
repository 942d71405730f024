import { systemClock } from '../clock.js';
import type { Clock } from '../clock.js';

const WIDTH = 30;
/** The width of what is being done, so that the bar stays where it is. */
const LABEL_WIDTH = 8;

/** The time between lines where there is no terminal, in milliseconds. */
const BETWEEN_LINES = 30_000;

/** The time left is told where it is at least so long, in milliseconds. */
const WORTH_TELLING = 30_000;
/** The share that has to be done before it can be told. */
const KNOWN_FROM = 0.05;

/** A terminal, or a file or program that the output goes to. */
type ErrorOutput = Pick<NodeJS.WriteStream, 'isTTY' | 'write'>;

/**
 * A progress bar on a terminal, with the time left where that is long. It never goes back. Elsewhere, a line now and then of what takes long, for whoever looks
 * into a log.
 */
export class ProgressBar {
  #label: string;
  readonly #output: ErrorOutput;
  readonly #clock: Clock;
  readonly #began: number;
  #percent = -1;
  #saidAt: number;
  #drawn = '';

  constructor(label: string, output: ErrorOutput = process.stderr, clock: Clock = systemClock) {
    this.#label = label;
    this.#output = output;
    this.#clock = clock;
    this.#saidAt = this.#began = clock();
  }

  /**
   * @param share 0 to 1
   * @param label what is being done, where that is another thing by now
   */
  show(share: number, label = this.#label): void {
    const percent = Math.max(this.#percent, Math.floor(Math.min(1, share) * 100));
    if (percent === this.#percent && label === this.#label) return;
    this.#percent = percent;
    this.#label = label;
    if (this.#output.isTTY) this.#draw(percent, this.#timeLeft(share));
    else this.#sayLater(percent);
  }

  /** Clears the bar, so that what is printed next begins on an empty line. */
  end(): void {
    if (this.#percent >= 0 && this.#output.isTTY) this.#output.write('\r\u001b[K');
    this.#percent = -1;
    this.#drawn = '';
  }

  #draw(percent: number, left: string): void {
    const full = Math.round((percent / 100) * WIDTH);
    const bar = '#'.repeat(full).padEnd(WIDTH, '.');
    const label = this.#label.padEnd(LABEL_WIDTH);
    const line = `${label} [${bar}] ${String(percent).padStart(3)} %${left}`;
    // Over all of the line before, which may have been longer.
    this.#output.write(`\r${line.padEnd(this.#drawn.length)}`);
    this.#drawn = line;
  }

  /** How long it will take yet, if it goes on as it has gone. */
  #timeLeft(share: number): string {
    if (share < KNOWN_FROM) return '';
    const left = ((this.#clock() - this.#began) / share) * (1 - share);
    if (left < WORTH_TELLING) return '';
    const minutes = Math.ceil(left / 60_000);
    return `, ${minutes === 1 ? 'a minute' : `${minutes} minutes`} left`;
  }

  #sayLater(percent: number): void {
    const now = this.#clock();
    if (now - this.#saidAt < BETWEEN_LINES) return;
    this.#saidAt = now;
    this.#output.write(`${this.#label}: ${percent} %\n`);
  }
}
