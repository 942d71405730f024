import type { ReactiveController, ReactiveControllerHost } from 'lit';

const MINUTE = 60_000;
const hosts = new Set<ReactiveControllerHost>();
let timer: ReturnType<typeof setInterval> | undefined;

function update() {
  if (!document.hidden) for (const host of hosts) host.requestUpdate();
}

/**
 * Draws its host anew each minute, and at once when the page is looked at again, so that "open now"
 * stays true. All hosts of a page share one timer, which runs only while there are any.
 */
export class MinuteController implements ReactiveController {
  readonly #host: ReactiveControllerHost;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected() {
    hosts.add(this.#host);
    if (timer !== undefined) return;
    timer = setInterval(update, MINUTE);
    document.addEventListener('visibilitychange', update);
  }

  hostDisconnected() {
    hosts.delete(this.#host);
    if (hosts.size > 0) return;
    clearInterval(timer);
    timer = undefined;
    document.removeEventListener('visibilitychange', update);
  }
}
