const WIDTH = 30;

/** A progress bar on a terminal; silent where there is no terminal. */
export class ProgressBar {
  readonly #label: string;
  readonly #isShown = process.stderr.isTTY;
  #percent = -1;

  constructor(label: string) {
    this.#label = label;
  }

  /** @param share 0 to 1 */
  show(share: number): void {
    const percent = Math.floor(Math.min(1, share) * 100);
    if (!this.#isShown || percent === this.#percent) return;
    this.#percent = percent;
    const full = Math.round((percent / 100) * WIDTH);
    const bar = '#'.repeat(full).padEnd(WIDTH, '.');
    process.stderr.write(`\r${this.#label.padEnd(8)} [${bar}] ${String(percent).padStart(3)} %`);
  }

  /** Clears the bar, so that what is printed next begins on an empty line. */
  end(): void {
    if (this.#percent >= 0) process.stderr.write('\r\u001b[K');
    this.#percent = -1;
  }
}
