import type { ReactiveController, ReactiveControllerHost } from 'lit';

const hosts = new Set<ReactiveControllerHost>();
let isTicking = false;

function update() {
  if (!document.hidden) for (const host of hosts) host.requestUpdate();
}

/**
 * Draws an element anew each minute while it is in the page, and at once when the page is looked at
 * again, so that "open now" stays true. All elements share one timer.
 */
export function everyMinute(host: ReactiveControllerHost): ReactiveController {
  return {
    hostConnected() {
      hosts.add(host);
      if (isTicking) return;
      isTicking = true;
      setInterval(update, 60_000);
      document.addEventListener('visibilitychange', update);
    },
    hostDisconnected() {
      hosts.delete(host);
    },
  };
}
