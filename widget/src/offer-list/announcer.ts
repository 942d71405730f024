/** The time without a change before anything is announced, in milliseconds. */
const CALM = 1_000;

/**
 * Announces a list's results (WCAG 2.2, 4.1.3): politely, once nothing has changed for a second.
 * Two regions take turns, since some screen readers do not repeat a text that has not changed.
 */
export class Announcer {
  readonly #regions: () => Iterable<Element>;
  #turn = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param regions both of them; they have to be there before anything is announced */
  constructor(regions: () => Iterable<Element>) {
    this.#regions = regions;
  }

  stop() {
    clearTimeout(this.#timer);
  }

  say(text: string) {
    this.stop();
    this.#timer = setTimeout(() => {
      this.#turn = 1 - this.#turn;
      [...this.#regions()].forEach((region, index) => {
        region.textContent = index === this.#turn ? text : '';
      });
    }, CALM);
  }
}
