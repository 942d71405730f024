import {
  html,
  type ReactiveController,
  type ReactiveControllerHost,
  type TemplateResult,
} from 'lit';

/** How long nothing may change before it is said, in milliseconds. */
const CALM = 1_000;

/**
 * Says what a list has come to (WCAG 2.2, 4.1.3): politely, once nothing has changed for a second.
 * Two regions take turns, since some screen readers do not repeat a text that has not changed.
 */
export class AnnouncerController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #texts: [string, string] = ['', ''];
  #turn = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected() {
    clearTimeout(this.#timer);
  }

  say(text: string) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#turn = 1 - this.#turn;
      this.#texts[this.#turn] = text;
      this.#texts[1 - this.#turn] = '';
      this.#host.requestUpdate();
    }, CALM);
  }

  /** Both regions; they have to be there before anything is said. */
  render(): TemplateResult {
    const [first, second] = this.#texts;
    return html`<div class="visually-hidden" role="status">${first}</div>
      <div class="visually-hidden" role="status">${second}</div>`;
  }
}
